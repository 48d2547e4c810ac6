const PARTS = /\d+|\D+/g;
const DIGIT = /^\d/;

type Part = string | number;

/** Order of case numbers as a reader expects it: 〔2023〕2号 before 〔2023〕10号. The same on every machine. */
export const naturalOrder = (one: string, other: string): number => orderOf(partsOf(one), partsOf(other)) || textOrder(one, other);

/** Numbers in natural order; each is taken apart once, since a year has thousands. */
export function inNaturalOrder(numbers: Iterable<string>): string[] {
  const taken = [...numbers].map((number) => ({ number, parts: partsOf(number) }));
  return taken.sort((one, other) => orderOf(one.parts, other.parts) || textOrder(one.number, other.number)).map(({ number }) => number);
}

const partsOf = (number: string): Part[] => (number.match(PARTS) ?? []).map((part) => (DIGIT.test(part) ? Number(part) : part));

function orderOf(one: readonly Part[], other: readonly Part[]): number {
  const shared = Math.min(one.length, other.length);
  for (let index = 0; index < shared; index++) {
    const order = partOrder(one[index], other[index]);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function partOrder(one: Part, other: Part): number {
  if (one === other) return 0;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return textOrder(String(one), String(other));
}

const textOrder = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
