import { fitAmounts } from './amounts';
import { LONGEST_CASE, caseLine, numberedCases, partyFor, usualFine } from './case-lines';
import { linesWith, partiesOf, RANDOM_SOURCES, sumOf, visitsOf } from './count-lines';
import { everyNth, shareOf, type ImportRecord } from './import-record';
import { OFFENCES_OF_2020, SUMMARY_OFFENCES } from './offences';
import { DISTRICT_PREMISES, demoOrganizations, type DemoParty } from './parties';
import { JIANGMEN, organLines, spreadOver } from './places';
import { Random } from './random';
import { numberedRemedies, remedyLines } from './remedy-lines';
import { equalTo, type PrintedFigures, type Seed, type SeedYear, type YearWish } from './seed-year';
import { goRound, numberedVisits, visitLines } from './visit-lines';
import { workingYear, type WorkingYear } from './working-year';

/** What the report of 2020 prints: 165余万元 is more than 165 and less than 166. */
const PRINTED: PrintedFigures = {
  ...equalTo({
    '002-15': 1519, '002-16': 4557, '002-17': 1438, '002-18': 426, '002-33': 1, '002-34': 1, '002-35': 1, '002-36': 0, '002-37': 0,
  }),
  '002-19': { value: 165, relation: 'more-than' },
};

/** Inside what is printed; the odd hundreds are invented. */
const FINES_YUAN = 1_654_500;
const SUMMARY = 170;
/** What a body could be fined on the spot under the law of 2017 (行政处罚法第三十三条). */
const SUMMARY_MOST_YUAN = 1_000;

/** Jiangmen 2020, all imported, under the Penalty Act as it stood before 15 July 2021; the spread over counties is invented. */
export const JIANGMEN_2020: Seed = { id: '002', title: '江门市卫生健康局 2020 年', printed: PRINTED, generate };

interface Making {
  year: WorkingYear;
  random: Random;
  share: number;
  /** All units of the city; each belongs to the organ at its place, going round. */
  units: DemoParty[];
}

function generate({ seed, share, isWorkingDay }: YearWish): SeedYear {
  const year = workingYear(2020, isWorkingDay);
  const making = { year, random: new Random(seed).fork('jiangmen'), share, units: demoOrganizations(JIANGMEN[0], DISTRICT_PREMISES) };
  const lines = {
    inspections: numberedVisits(year, spreadOver(JIANGMEN, [...occupationalVisits(making), ...otherTasks(making)])),
    cases: numberedCases(year, spreadOver(JIANGMEN, uneven(everyNth(cases(making), share)))),
    remedies: numberedRemedies(year, remedyLines(year, { kind: 'reconsideration', role: 'authority', count: 1, last: year.length - 1 }, making.random)),
  };
  return { organ: JIANGMEN[0].code, organs: organLines(JIANGMEN), from: '2020-01-01', to: '2020-12-31', lines, plans: [], expected: expectedOf(lines) };
}

const DRAWN_OCCUPATIONAL = 260;
const REVISITED = 15;

/**
 * 1519 employers, some seen a second time. Three officer visits for each employer, as the report has it: two visits by two
 * officers stand beside one visit by two, where others have one by three.
 */
function occupationalVisits({ year, random, share }: Making): ImportRecord[] {
  const count = shareOf(PRINTED['002-15'].value, share);
  const employers = demoOrganizations(JIANGMEN[0], [['职业卫生', '用人单位', '制造厂', count]]);
  const again = Math.floor(count / REVISITED);
  const among = { first: 0, last: year.length - 1 };
  const visits = visitLines(year, goRound(employers, count + again), { source: 'routine', among }, random.fork('occupational'));
  const drawn = shareOf(DRAWN_OCCUPATIONAL, share);
  return visits.map((line, index) => ({
    ...line,
    officers: index < again * 3 ? '2' : '3',
    source: index < drawn ? 'random-national' : 'routine',
  }));
}

/** The other random tasks of the city; for a dozen more the unit was gone: drawn and closed, never done. */
function otherTasks({ year, random, share, units }: Making): ImportRecord[] {
  const others = units.filter(({ discipline }) => discipline !== '职业卫生');
  const among = { first: 0, last: year.length - 1 };
  const count = shareOf(PRINTED['002-17'].value, share) - shareOf(DRAWN_OCCUPATIONAL, share);
  const gone = { result: 'unit-gone', opinion_issued: 'no', certificate_shown: '' };
  return [
    ...visitLines(year, goRound(others, count), { source: 'random-national', among }, random.fork('tasks')),
    ...visitLines(year, goRound(others, shareOf(12, share)), { source: 'random-national', among, same: gone }, random.fork('gone')),
  ];
}

function cases({ year, random, units }: Making): ImportRecord[] {
  const last = year.length - 1;
  const line = (procedure: 'ordinary' | 'summary', index: number, offence: (typeof SUMMARY_OFFENCES)[number][0], fineYuan: number): ImportRecord => {
    const chance = random.fork(`${procedure} ${index}`);
    const party = partyFor(offence, units, chance);
    const publishedAt = chance.int(LONGEST_CASE, last);
    return caseLine(year, { procedure, offence, party, source: 'routine', fineYuan, confiscatedYuan: 0, publishedAt }, chance);
  };
  const chance = random.fork('offences');
  const summary = Array.from({ length: SUMMARY }, (_, index) => {
    const offence = chance.weighted(SUMMARY_OFFENCES);
    return line('summary', index, offence, usualFine(offence, chance, SUMMARY_MOST_YUAN));
  });
  const offences = OFFENCES_OF_2020.flatMap(([offence, count]) => Array.from({ length: count }, () => offence));
  const target = Math.floor((FINES_YUAN - sumOf(summary, 'fine_yuan')) / 500) * 500;
  const amounts = fitAmounts(offences, target, random.fork('amounts'));
  return [...summary, ...offences.map((offence, index) => line('ordinary', index, offence, amounts[index].fineYuan))];
}

const YUAN_PER_WAN = 10_000;
const HUNDRED_YUAN = 100;

/** 余万元 is more than whole ten thousands: where a part comes out even, one fine on the spot is a hundred yuan less. */
function uneven(lines: ImportRecord[]): ImportRecord[] {
  if (sumOf(lines, 'fine_yuan') % YUAN_PER_WAN !== 0) return lines;
  const at = lines.findIndex(({ procedure, fine_yuan: fine }) => procedure === 'summary' && Number(fine) > HUNDRED_YUAN);
  return lines.map((line, index) => (index === at ? { ...line, fine_yuan: String(Number(line.fine_yuan) - HUNDRED_YUAN) } : line));
}

function expectedOf(lines: { inspections: ImportRecord[]; cases: ImportRecord[]; remedies: ImportRecord[] }): Record<string, number> {
  const visits = visitsOf(lines.inspections);
  const occupational = linesWith(visits, { discipline: ['职业卫生'] });
  const authority = linesWith(lines.remedies, { kind: ['reconsideration'], role: ['authority'] });
  return {
    '002-15': partiesOf(occupational),
    '002-16': sumOf(occupational, 'officers'),
    '002-17': linesWith(visits, { source: RANDOM_SOURCES }).length,
    '002-18': linesWith(lines.cases, { outcome: ['punished'] }).length,
    '002-19': Math.floor(sumOf(lines.cases, 'fine_yuan') / YUAN_PER_WAN),
    '002-33': authority.length,
    '002-34': authority.filter(({ accepted_on: accepted }) => accepted !== '').length,
    '002-35': authority.filter(({ concluded_on: concluded }) => concluded !== '').length,
    '002-36': linesWith(lines.remedies, { role: ['respondent'] }).length,
    '002-37': linesWith(lines.remedies, { kind: ['litigation'] }).length,
  };
}
