import type { FieldError } from '../ports';

/** Deeper than this no form is; without a bound a body of brackets alone would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 32;

interface Spot {
  value: unknown;
  pointer: string;
  depth: number;
}

/** In unicode mode a surrogate matches only outside a pair. */
const UNKEPT = /[\0\p{Surrogate}]/u;

/** Whether PostgreSQL keeps a text as it is. */
export const isKept = (text: string): boolean => !UNKEPT.test(text);

/** Names that reach into the language; libraries drop such fields without a word, so they are refused aloud. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

const step = (name: string | number): string => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * The first text that PostgreSQL could not keep as it is (U+0000, half of a surrogate pair), among values and names,
 * or nesting that is too deep; null when all is well.
 */
export function textFault(body: unknown): FieldError | null {
  const open: Spot[] = [{ value: body, pointer: '', depth: 0 }];
  for (let spot = open.pop(); spot; spot = open.pop()) {
    const fault = faultAt(spot);
    if (fault) return fault;
    open.push(...partsOf(spot));
  }
  return null;
}

function faultAt({ value, pointer, depth }: Spot): FieldError | null {
  if (depth > MAX_DEPTH) return { pointer, code: 'depth', message: `嵌套不得超过 ${MAX_DEPTH} 层` };
  if (typeof value === 'string') return faultOfText(value, pointer);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.keys(value).map((name) => faultOfName(name, pointer)).find((fault) => fault !== null) ?? null;
}

function faultOfName(name: string, pointer: string): FieldError | null {
  if (RESERVED.has(name)) return { pointer: pointer + step(name), code: 'name', message: '不能使用这个字段名' };
  return faultOfText(name, pointer);
}

function faultOfText(text: string, pointer: string): FieldError | null {
  if (isKept(text)) return null;
  return { pointer, code: 'text', message: '含有无法保存的字符' };
}

function partsOf({ value, pointer, depth }: Spot): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, part]) => ({ value: part as unknown, pointer: pointer + step(name), depth: depth + 1 }));
}
