import { inSeries, type ImportRecord } from './import-record';
import type { DemoParty } from './parties';
import type { Random } from './random';
import type { WorkingYear } from './working-year';

const ITEMS: Readonly<Record<string, string>> = {
  医疗卫生: '医疗机构执业登记',
  公共场所卫生: '公共场所卫生许可',
  生活饮用水卫生: '饮用水供水单位卫生许可',
};

const LONGEST_PUBLICATION = 6;
const LONGEST_EXAMINATION = 15;

/** Working days a permit takes from application to publication at most. */
export const LONGEST_PERMIT = LONGEST_PUBLICATION + LONGEST_EXAMINATION + 2;

/** Permits granted, as unnumbered lines: published between these working days (indexes), within seven of the decision. */
export function permitLines(
  year: WorkingYear,
  parties: readonly DemoParty[],
  { first, last, count }: { first: number; last: number; count: number },
  random: Random,
): ImportRecord[] {
  const applicants = parties.filter(({ discipline }) => discipline in ITEMS);
  return Array.from({ length: count }, () => {
    const party = random.pick(applicants);
    const published = random.int(Math.max(first, LONGEST_PERMIT), last);
    const decided = published - random.int(1, LONGEST_PUBLICATION);
    const accepted = decided - random.int(2, LONGEST_EXAMINATION);
    return {
      number: '',
      item: ITEMS[party.discipline],
      applied_on: year.at(accepted - random.int(0, 2)),
      accepted_on: year.at(accepted),
      decided_on: year.at(decided),
      result: 'granted',
      party_type: party.kind,
      party_name: party.name,
      party_code: party.code ?? '',
      legal_review: 'none',
      published_on: year.at(published),
      channel: 'site',
      organ_code: '',
    };
  });
}

/** Permits numbered in order of their decisions. */
export const numberedPermits = (year: WorkingYear, permits: readonly ImportRecord[]): ImportRecord[] =>
  inSeries(permits, 'decided_on', (place) => `示卫许〔${year.year}〕${place}号`);
