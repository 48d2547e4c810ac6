import { dayNumber } from '@sanzhi/kernel';
import type { ImportRecord } from './import-record';
import type { DemoParty } from './parties';
import type { Random } from './random';
import type { WorkingYear } from './working-year';

/** An inspection that ended in a case: on which day, at whom, and the number of the case where it is already known. */
export interface CaseInspection {
  day: string;
  party: DemoParty;
  discipline: string;
  source: string;
  caseNumber: string;
}

const SOURCES: readonly (readonly [string, number])[] = [
  ['routine', 72],
  ['random-national', 8],
  ['random-city', 5],
  ['random-district', 8],
  ['complaint', 5],
  ['joint', 2],
];
const RESULTS: readonly (readonly [string, number])[] = [
  ['passed', 80],
  ['corrected', 20],
];
const OFFICERS: readonly (readonly [string, number])[] = [
  ['2', 80],
  ['3', 14],
  ['4', 6],
];

/** Inspections that led to the cases, and as many others as the year needs, unnumbered. */
export function inspectionRecords(
  year: WorkingYear,
  organizations: readonly DemoParty[],
  cases: readonly CaseInspection[],
  wanted: { count: number; random: Random },
): ImportRecord[] {
  const { count, random } = wanted;
  const led = cases.map((found) => recordOf(found, 'case', random));
  const others = Array.from({ length: count - cases.length }, () => {
    const index = random.int(0, year.length - 1);
    const party = random.pick(organizations);
    const source = random.weighted(SOURCES);
    const visit = { day: year.at(index), party, discipline: party.discipline, source, caseNumber: '' };
    const record = recordOf(visit, random.weighted(RESULTS), random);
    // Results of random checks are made public within 20 working days.
    return source.startsWith('random-') ? { ...record, published_on: year.at(index + random.int(3, 15)) } : record;
  });
  return [...led, ...others];
}

/** Numbers inspections in order of their days. */
export function numbered(records: readonly ImportRecord[]): ImportRecord[] {
  const inOrder = [...records].sort((a, b) => dayNumber(a.done_on) - dayNumber(b.done_on));
  return inOrder.map((record, index) => ({ ...record, number: `示卫检〔2023〕${index + 1}号` }));
}

function recordOf({ day, party, discipline, source, caseNumber }: CaseInspection, result: string, random: Random): ImportRecord {
  return {
    number: '',
    discipline,
    premises: party.premises,
    source,
    party_type: party.kind,
    party_name: party.name,
    party_code: party.code ?? party.idNumber ?? '',
    done_on: day,
    officers: random.weighted(OFFICERS),
    device: random.chance(0.9) ? 'recorder' : 'handheld',
    certificate_shown: 'yes',
    result,
    opinion_issued: result === 'passed' ? 'no' : 'yes',
    case_number: caseNumber,
    published_on: '',
  };
}
