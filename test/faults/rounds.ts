import { randomInt } from 'node:crypto';

/** How much of a fault is tried: so many of its variants (default few, 0 = all), or so many rounds. */
const ASKED = process.env.SANZHI_FAULT_ROUNDS;

/** What chance decided; in the titles of the tests that it decided about. `SANZHI_FAULT_SEED` repeats it. */
export const SEED = Number(process.env.SANZHI_FAULT_SEED ?? randomInt(1_000_000_000));

/** Numbers from 0 up to and without 1, the same for the same seed (mulberry32). */
export function chance(seed = SEED): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Some of the variants of a fault, chosen by chance; all of them when rounds are asked for without number. */
export function sampled<T>(variants: readonly T[], few: number): T[] {
  const count = ASKED === undefined ? few : Number(ASKED) || variants.length;
  const next = chance();
  const order = variants.map((variant) => ({ variant, at: next() })).sort((one, other) => one.at - other.at);
  return order.slice(0, count).map(({ variant }) => variant);
}

/** How many rounds: `few`, or as many as are asked for. */
export function rounds(few: number): number {
  return ASKED === undefined ? few : Number(ASKED) || few * 10;
}
