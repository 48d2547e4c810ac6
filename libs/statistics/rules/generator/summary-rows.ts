import type { ImportRecord } from './import-record';
import { SUMMARY_OFFENCES } from './offences';
import type { DemoParty } from './parties';
import type { Random } from './random';
import type { WorkingYear } from './working-year';

const FINE_STEP_YUAN = 100;

const SOURCES: readonly (readonly [string, number])[] = [
  ['routine', 70],
  ['random-district', 15],
  ['random-national', 10],
  ['complaint', 5],
];

/** A summary case with the party it concerns. */
export interface SummaryCase {
  record: ImportRecord;
  party: DemoParty;
}

/** Summary cases of the year as lines of a `cases` file, in order of their days: decided on the spot, paid, closed, published. */
export function summaryCases(
  year: WorkingYear,
  organizations: readonly DemoParty[],
  count: number,
  random: Random,
): SummaryCase[] {
  const days = Array.from({ length: count }, () => random.int(0, year.length - 1)).sort((a, b) => a - b);
  return days.map((dayIndex, index) => {
    const chance = random.fork(`summary ${index}`);
    const offence = chance.weighted(SUMMARY_OFFENCES);
    const party = chance.pick(organizations.filter(({ premises }) => offence.premises.includes(premises)));
    const day = year.at(dayIndex);
    const record: ImportRecord = {
      number: `示卫当罚〔2023〕${index + 1}号`,
      procedure: '简易程序',
      discipline: offence.discipline,
      source: chance.weighted(SOURCES),
      party_type: '法人及非法人组织',
      party_name: party.name,
      party_code: party.code ?? '',
      offence: offence.text,
      filed_on: day,
      decided_on: day,
      outcome: 'punished',
      penalty_kinds: offence.kinds.join('|'),
      fine_yuan: offence.usualFineYuan ? String(fineYuan(offence.usualFineYuan, chance)) : '',
      service_method: 'direct',
      served_on: day,
      published_on: year.at(dayIndex + chance.int(2, 6)),
      channel: 'site',
      closed_on: year.at(dayIndex + chance.int(1, 7)),
    };
    return { record, party };
  });
}

const fineYuan = ([least, most]: readonly [number, number], chance: Random): number =>
  chance.int(least / FINE_STEP_YUAN, most / FINE_STEP_YUAN) * FINE_STEP_YUAN;
