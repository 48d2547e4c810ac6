import { inSeries, type ImportRecord } from './import-record';
import type { DemoParty } from './parties';
import type { Random } from './random';
import type { WorkingYear } from './working-year';

const OFFICERS: readonly (readonly [string, number])[] = [
  ['2', 80],
  ['3', 14],
  ['4', 6],
];

const RESULTS: readonly (readonly [string, number])[] = [
  ['passed', 80],
  ['corrected', 20],
];

/** What visits of one group have in common, and the days among which chance picks: indexes of working days. */
export interface VisitGroup {
  source: string;
  among: { first: number; last: number };
  /** Columns that are the same in all of them. */
  same?: ImportRecord;
}

/** One visit to each party, unnumbered, on a day of chance. */
export function visitLines(year: WorkingYear, parties: readonly DemoParty[], group: VisitGroup, random: Random): ImportRecord[] {
  const { source, among, same = {} } = group;
  return parties.map((party) => {
    const index = random.int(among.first, among.last);
    const result = random.weighted(RESULTS);
    return {
      number: '',
      discipline: party.discipline,
      premises: party.premises,
      source,
      party_type: party.kind,
      party_name: party.name,
      party_code: party.code ?? party.idNumber ?? '',
      done_on: year.at(index),
      officers: random.weighted(OFFICERS),
      device: 'recorder',
      certificate_shown: 'yes',
      scan_code: '',
      result,
      opinion_issued: result === 'passed' ? 'no' : 'yes',
      case_number: '',
      // Results of random checks are made public within 20 working days.
      published_on: source.startsWith('random-') ? year.at(index + random.int(3, 15)) : '',
      joint_role: '',
      joint_with: '',
      organ_code: '',
      ...same,
    };
  });
}

/** As many parties as are wanted, beginning at a place and going round: with more visits than units, some are seen twice. */
export const goRound = (parties: readonly DemoParty[], count: number, from = 0): DemoParty[] =>
  Array.from({ length: count }, (_, index) => parties[(from + index) % parties.length]);

/** Visits numbered in order of their days. */
export const numberedVisits = (year: WorkingYear, visits: readonly ImportRecord[]): ImportRecord[] =>
  inSeries(visits, 'done_on', (place) => `示卫检〔${year.year}〕${place}号`);
