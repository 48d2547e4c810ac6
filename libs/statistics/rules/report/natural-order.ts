const PARTS = /\d+|\D+/g;
const DIGIT = /^\d/;

/** Order of case numbers as a reader expects it: 〔2023〕2号 before 〔2023〕10号. The same on every machine. */
export function naturalOrder(a: string, b: string): number {
  const [partsA, partsB] = [a.match(PARTS) ?? [], b.match(PARTS) ?? []];
  const shared = Math.min(partsA.length, partsB.length);
  for (let index = 0; index < shared; index++) {
    const order = partOrder(partsA[index], partsB[index]);
    if (order !== 0) return order;
  }
  return partsA.length - partsB.length || textOrder(a, b);
}

function partOrder(a: string, b: string): number {
  if (DIGIT.test(a) && DIGIT.test(b)) return Number(a) - Number(b);
  return textOrder(a, b);
}

const textOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
