import { digest } from '@sanzhi/kernel';
import { IMPORT_KINDS, type ImportKindName } from './kinds';
import type { LineProblem } from './columns';

const FIRST_SLOTS = 1024;
const FULLEST = 0.5;
const HASH_HEX = 16;

/**
 * Remembers the keys of a file in 12 bytes each (a 64-bit hash and its line), so that a million lines take some 25 MB.
 * Two different keys fall together with a chance of about 1 in 40 million for a whole file of a million lines.
 */
export class SeenKeys {
  #hashes = new BigUint64Array(FIRST_SLOTS);
  #lines = new Uint32Array(FIRST_SLOTS);
  #count = 0;

  /** Notes a key at its line; returns the line that held it before, or null when it is new. */
  note(key: readonly string[], line: number): number | null {
    const hash = BigInt(`0x${digest(key.join('\u0000')).sha256.slice(0, HASH_HEX)}`);
    const slot = this.#slotOf(hash);
    if (this.#lines[slot] > 0) return this.#lines[slot];
    this.#hashes[slot] = hash;
    this.#lines[slot] = line;
    this.#count += 1;
    if (this.#count > this.#lines.length * FULLEST) this.#grow();
    return null;
  }

  /** Open addressing: the slot of the hash, or the free one where it belongs (line 0 = free; lines count from 1). */
  #slotOf(hash: bigint): number {
    const slots = this.#lines.length;
    let slot = Number(hash % BigInt(slots));
    while (this.#lines[slot] > 0 && this.#hashes[slot] !== hash) slot = (slot + 1) % slots;
    return slot;
  }

  #grow(): void {
    const [hashes, lines] = [this.#hashes, this.#lines];
    this.#hashes = new BigUint64Array(hashes.length * 2);
    this.#lines = new Uint32Array(lines.length * 2);
    lines.forEach((line, old) => {
      if (line === 0) return;
      const slot = this.#slotOf(hashes[old]);
      this.#hashes[slot] = hashes[old];
      this.#lines[slot] = line;
    });
  }
}

/** The problem of a line whose key stands in the same file before. */
export function duplicateProblem(line: number, kind: ImportKindName, firstLine: number): LineProblem {
  const { key, columns } = IMPORT_KINDS[kind];
  const title = columns.find((column) => column.name === key)?.title ?? key;
  const message = `${title}与第 ${firstLine} 行相同，同一文件内不得重复；请保留其中正确的一行。`;
  return { line, field: key, code: 'DUPLICATE_LINE', message };
}
