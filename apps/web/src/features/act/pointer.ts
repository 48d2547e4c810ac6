import type { Json } from '../../parts/words';

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Parts of a JSON pointer; the empty pointer has none. */
export const partsOf = (pointer: string): string[] => pointer.split('/').slice(1).map(unescaped);
/** The pointer one step further in. */
export const into = (pointer: string, part: string | number): string => `${pointer}/${escaped(String(part))}`;
/** Id of the element that stands for a pointer. */
export const idOf = (pointer: string): string => `field${pointer.replaceAll(/[^\w-]/g, '-')}`;

/** The value under a pointer; undefined when there is none. */
export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  return partsOf(pointer).reduce<Json | undefined>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, Json>)[part] : undefined),
    value,
  );
}

/** A copy with another value under the pointer; what lies beside it stays the same object. */
export function withValue(value: Json, pointer: string, next: Json): Json {
  const [first, ...rest] = partsOf(pointer);
  if (first === undefined) return next;
  const inner = rest.map((part) => `/${escaped(part)}`).join('');
  if (Array.isArray(value)) return value.map((item, at) => (at === Number(first) ? withValue(item, inner, next) : item));
  const fields = typeof value === 'object' && value !== null ? value : {};
  return { ...fields, [first]: withValue(fields[first] ?? null, inner, next) };
}
