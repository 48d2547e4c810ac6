import type { JsonObject } from '@sanzhi/kernel';

/** Fields by name, nested as their dotted ids are. */
export interface Nested<V> {
  [name: string]: V | Nested<V>;
}

/** A parameter id that an expression can name: `review.kinds`, not `clock.CASE-NOTICE.length`. */
const NAMEABLE = /^[a-z]\w*(\.[a-z]\w*)+$/i;

/** Ids that expressions can name; one that begins another (`publish.credit`, `publish.credit.minor`) cannot be both. */
export function nameable(ids: readonly string[]): string[] {
  return ids.filter((id) => NAMEABLE.test(id) && !ids.some((other) => other.startsWith(`${id}.`)));
}

/** Values by dotted id as nested fields: `{'review.kinds': v}` is `{review: {kinds: v}}`; null is left out, its parents stay. */
export function nested<V>(values: readonly (readonly [id: string, value: V | null])[]): Nested<V> {
  const root: Nested<V> = {};
  for (const [id, value] of values) {
    const path = id.split('.');
    const last = path.pop()!;
    const home = path.reduce((here, name) => (here[name] ??= {}) as Nested<V>, root);
    if (value !== null) home[last] = value;
  }
  return root;
}

const known = new WeakMap<JsonObject, Nested<unknown>>();

/** The values of a pack as expressions see them; kept per pack, since every condition of every step asks. */
export function packOf(parameters: JsonObject): Nested<unknown> {
  const before = known.get(parameters);
  if (before) return before;
  const pack = nested<unknown>(nameable(Object.keys(parameters)).map((id) => [id, parameters[id]]));
  known.set(parameters, pack);
  return pack;
}
