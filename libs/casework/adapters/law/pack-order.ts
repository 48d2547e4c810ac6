import type { RegionPack } from './pack';

/** A fault of packs among each other; `word` is the node of the pack that shows it, `value` the place of a value. */
export interface OrderFault {
  pack: RegionPack;
  word: 'supersedes' | 'validFrom' | 'values';
  value?: number;
  message: string;
}

/** Every pack ends the day before the one that supersedes it begins, unless it ends earlier by itself. */
export function endSuperseded<P extends RegionPack>(packs: readonly P[]): P[] {
  return packs.map((pack) => {
    const next = packs.filter((other) => other.supersedes === pack.id && other.validFrom > pack.validFrom).map((other) => other.validFrom);
    const end = next.sort().at(0);
    return end && (!pack.validTo || pack.validTo >= end) ? { ...pack, validTo: dayBefore(end) } : pack;
  });
}

/** Packs given twice, superseding what is not there or each other, and values of one place on one day that are two. */
export function orderFaults(packs: readonly RegionPack[]): OrderFault[] {
  const ended = endSuperseded(packs);
  return packs.flatMap((pack, index) => [
    ...twice(pack, index, packs),
    ...supersedeFaults(pack, packs),
    ...overlapFaults(ended[index], ended.slice(0, index)).map((fault) => ({ ...fault, pack })),
  ]);
}

function twice(pack: RegionPack, index: number, packs: readonly RegionPack[]): OrderFault[] {
  const known = packs.findIndex(({ id }) => id === pack.id) < index;
  return known ? [{ pack, word: 'validFrom', message: `there are two packs ${pack.id}` }] : [];
}

function supersedeFaults(pack: RegionPack, packs: readonly RegionPack[]): OrderFault[] {
  const { supersedes } = pack;
  if (supersedes === undefined) return [];
  const fault = (message: string): OrderFault[] => [{ pack, word: 'supersedes', message }];
  const before = packs.find(({ id }) => id === supersedes);
  if (!before) return fault(`unknown pack ${supersedes}`);
  const circle = circleFrom(pack, packs);
  if (circle) return fault(`packs supersede each other in a circle: ${circle.join(' → ')}`);
  if (before.validFrom >= pack.validFrom) return fault(`${pack.id} begins no later than ${supersedes}, which it supersedes`);
  return narrownessOf(before) === narrownessOf(pack) && shareScope(before, pack) ? [] : fault(`${pack.id} holds elsewhere than ${supersedes}, which it supersedes`);
}

function circleFrom(pack: RegionPack, packs: readonly RegionPack[]): string[] | null {
  const seen = [pack.id];
  for (let at = pack; at.supersedes !== undefined; ) {
    const next = packs.find(({ id }) => id === at.supersedes);
    if (!next) return null;
    seen.push(next.id);
    if (next.id === pack.id) return seen;
    if (seen.indexOf(next.id) < seen.length - 1) return null;
    at = next;
  }
  return null;
}

function overlapFaults(pack: RegionPack, earlier: readonly RegionPack[]): Omit<OrderFault, 'pack'>[] {
  const rivals = earlier.filter((other) => narrownessOf(other) === narrownessOf(pack) && shareScope(other, pack) && shareDays(other, pack));
  return pack.values.flatMap(({ id }, value) => {
    const rival = rivals.find((other) => other.values.some((one) => one.id === id));
    return rival ? [{ word: 'values' as const, value, message: `${id} has two values on one day: also in ${rival.id}` }] : [];
  });
}

/** How narrow a pack's scope is: packs of named organs are the narrowest. */
export const narrownessOf = (pack: RegionPack): number => (pack.organs ? 100 : (pack.region ?? '').length);

const shareScope = (one: RegionPack, other: RegionPack): boolean =>
  one.organs && other.organs ? one.organs.some((organ) => other.organs!.includes(organ)) : one.region === other.region && !one.organs && !other.organs;

const shareDays = (one: RegionPack, other: RegionPack): boolean =>
  one.validFrom <= (other.validTo ?? '9999') && other.validFrom <= (one.validTo ?? '9999');

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
