const { floor, imul } = Math;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Repeatable chance: the same seed gives the same year on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A stream of its own, so that one part of the year can change without moving the others. */
  fork(label: string): Random {
    let hash = FNV_OFFSET ^ this.#state;
    for (const character of label) hash = imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME);
    return new Random(hash);
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + floor(this.#next() * (most - least + 1));
  }

  /** True with this chance. */
  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** One of the items, each as likely as the other. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)];
  }

  /** One of the items by weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = this.#next() * items.reduce((total, [, weight]) => total + weight, 0);
    const found = items.find(([, weight]) => (left -= weight) < 0);
    return (found ?? items[items.length - 1])[0];
  }

  /** The items in another order (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.int(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
    }
    return shuffled;
  }

  /** mulberry32: a number in [0, 1). */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
