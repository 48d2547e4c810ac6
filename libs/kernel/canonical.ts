/** A value that has no canonical JSON; `path` leads to it ('$.a[0]'). */
export class NotCanonical extends TypeError {
  override readonly name = 'NotCanonical';

  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/** In unicode mode a surrogate matches only outside a pair. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Canonical JSON text of a value (RFC 8785, JCS): keys sorted by UTF-16 code units, numbers as ECMAScript writes them,
 * no white space. Throws NotCanonical for what JSON cannot carry unchanged: undefined, non-finite numbers, bigint,
 * functions, holes, lone surrogates, and objects that are not plain (a Date has no one text).
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$');
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, path);
  if (typeof value === 'string') return writeString(value, path);
  if (Array.isArray(value)) return writeArray(value, path);
  if (typeof value === 'object') return writeObject(value, path);
  throw new NotCanonical(path, `a ${typeof value} is not JSON`);
}

/** RFC 8785 3.2.2.3 takes over the number format of ECMAScript; minus zero is written 0 there too. */
function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new NotCanonical(path, `${value} is not JSON`);
  return String(value);
}

function writeString(value: string, path: string): string {
  if (LONE_SURROGATE.test(value)) throw new NotCanonical(path, 'a lone surrogate is not Unicode text');
  return JSON.stringify(value);
}

function writeArray(values: readonly unknown[], path: string): string {
  return `[${Array.from(values, (value, index) => write(value, `${path}[${index}]`)).join(',')}]`;
}

function writeObject(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical(path, 'not a plain object');
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical(path, 'a symbol is not a JSON key');
  const members = Object.keys(value).sort();
  const fields = value as Record<string, unknown>;
  return `{${members.map((key) => `${writeString(key, path)}:${write(fields[key], `${path}.${key}`)}`).join(',')}}`;
}
