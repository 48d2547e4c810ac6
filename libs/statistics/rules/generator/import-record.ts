/** A line of an import file: texts by column name. */
export type ImportRecord = Record<string, string>;

/** The first of each stride, so that a share holds some of every group. */
export function everyNth<T>(items: readonly T[], share: number): T[] {
  const stride = (index: number): number => Math.floor(Number((index * share).toFixed(9)));
  return items.filter((_, index) => index === 0 || stride(index) > stride(index - 1));
}

/** How many of a count a share holds: never nothing of something. */
export const shareOf = (count: number, share: number): number => Math.ceil(Number((count * share).toFixed(9)));

/** Lines in order of a day, with numbers of one series: 示卫检〔2024〕1号. */
export function inSeries(lines: readonly ImportRecord[], day: string, series: (place: number) => string): ImportRecord[] {
  const inOrder = [...lines].sort((one, other) => (one[day] < other[day] ? -1 : one[day] > other[day] ? 1 : 0));
  return inOrder.map((line, index) => ({ ...line, number: series(index + 1) }));
}
