import type { DutyHeld } from './file';
import type { Json } from './types';

/** Two duties that one person may not hold in the same case. */
export interface ForbiddenPair {
  one: string;
  other: string;
  basis: string;
}

/**
 * Pairs that no pack can allow: who handles a case neither reviews, chairs, votes on, approves nor double-checks it
 * (行政处罚法 第五十七、五十八、六十四条). The database keeps the same table (identity.forbidden_pair).
 */
export const fixedForbiddenPairs: readonly ForbiddenPair[] = [
  { one: 'handler', other: 'reviewer', basis: '行政处罚法第五十八条; 国办发〔2018〕118号' },
  { one: 'handler', other: 'hearing-chair', basis: '行政处罚法第六十四条第四项' },
  { one: 'handler', other: 'voter', basis: '行政处罚法第五十七条第二款' },
  { one: 'handler', other: 'approver', basis: '行政处罚法第五十七条第一款' },
  { one: 'handler', other: 'section-head', basis: '行政处罚法第五十四条第二款' },
  { one: 'section-head', other: 'approver', basis: '行政处罚法第五十四条第二款' },
  { one: 'handler', other: 'second-eye', basis: '国办发〔2018〕118号' },
];

/** A pair that an organ's pack may allow: it is forbidden unless the parameter is true. */
export interface LocalPair extends ForbiddenPair {
  allowedBy: string;
}

/** Pairs that no statute forbids and good order does; a county with three legal staff has to be able to allow them. */
export const localForbiddenPairs: readonly LocalPair[] = [
  { one: 'reviewer', other: 'hearing-chair', basis: '国办发〔2018〕118号；本机关规定', allowedBy: 'duty.reviewerMayChairHearing' },
  { one: 'reviewer', other: 'publisher', basis: '国办发〔2018〕118号；本机关规定', allowedBy: 'duty.reviewerMayPublish' },
];

/** The whole matrix as it stands under the parameters of an organ. */
export function pairsUnder(parameters: Readonly<Record<string, Json>>): ForbiddenPair[] {
  return [...fixedForbiddenPairs, ...localForbiddenPairs.filter((pair) => parameters[pair.allowedBy] !== true)];
}

/** Duties whose holder was asked to leave: nothing else is open to that person in the case. */
export const RECUSED = 'recused';

/** The first pair that taking up `duty` would break for `person`, or null. */
export function brokenPair(
  person: string,
  duty: string,
  held: readonly DutyHeld[],
  pairs: readonly ForbiddenPair[] = fixedForbiddenPairs,
): ForbiddenPair | null {
  const mine = held.filter((row) => row.person === person).map((row) => row.duty);
  const breaks = (pair: ForbiddenPair): boolean =>
    (pair.one === duty && mine.includes(pair.other)) || (pair.other === duty && mine.includes(pair.one));
  return pairs.find(breaks) ?? null;
}
