import { plainText, type Shadow, shadowOf, type SkeletonKind, skeletonOf } from './shadow';
import type { Stretch } from './sheet';

const shortNumber = 6;

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** Index of the value that ends here. */
  value: number | undefined;
}

/** A value found in a text. */
export interface ValueHit extends Stretch {
  /** Its index among the values of the index. */
  readonly value: number;
}

const kindOf = (value: string): SkeletonKind => (/\p{Script=Han}/u.test(value) ? 'name' : 'number');

/** How a value reads without width, separators and case: two spellings of one value are equal here. */
export function readingOf(value: string): string {
  return skeletonOf(shadowOf(plainText(value)), kindOf(value)).text;
}

/** Finds many values at once in a shadow, whatever width, separators or letter case they are written with. */
export class ValueIndex {
  private readonly tries: Record<SkeletonKind, TrieNode> = { name: newNode(), number: newNode() };

  constructor(values: readonly string[]) {
    values.forEach((value, i) => {
      const reading = readingOf(value);
      if (reading) insert(this.tries[kindOf(value)], reading, i);
    });
  }

  /** The longest value at every place, longer ones first; short numbers only where no digit stands beside them. */
  in(shadow: Shadow): ValueHit[] {
    const hits = (['name', 'number'] as const).flatMap((kind) => hitsOf(this.tries[kind], shadow, kind));
    return hits.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  }
}

const newNode = (): TrieNode => ({ next: new Map(), value: undefined });

function insert(root: TrieNode, reading: string, value: number): void {
  let node = root;
  for (const unit of reading.split('')) {
    const child = node.next.get(unit) ?? newNode();
    node.next.set(unit, child);
    node = child;
  }
  node.value ??= value;
}

function hitsOf(root: TrieNode, shadow: Shadow, kind: SkeletonKind): ValueHit[] {
  if (root.next.size === 0) return [];
  const { text, places } = skeletonOf(shadow, kind);
  const hits: ValueHit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const longest = longestAt(root, text, at);
    if (longest === undefined) continue;
    const hit = { start: places[at], end: places[longest.end - 1] + 1, value: longest.value };
    const isShort = kind === 'number' && longest.end - at < shortNumber;
    if (!isShort || standsAlone(shadow.text, hit)) hits.push(hit);
  }
  return hits;
}

function longestAt(root: TrieNode, text: string, start: number): { end: number; value: number } | undefined {
  let found: { end: number; value: number } | undefined;
  let node = root.next.get(text[start]);
  for (let at = start + 1; node; at += 1) {
    if (node.value !== undefined) found = { end: at, value: node.value };
    node = at < text.length ? node.next.get(text[at]) : undefined;
  }
  return found;
}

function standsAlone(text: string, { start, end }: Stretch): boolean {
  return !/[A-Z0-9]/.test(text[start - 1] ?? '') && !/[A-Z0-9]/.test(text[end] ?? '');
}
