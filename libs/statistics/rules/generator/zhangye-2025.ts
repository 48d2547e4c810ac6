import { caseLine, LONGEST_CASE, NOT_PUNISHED, numberedCases, partyFor, PENDING, usualFine } from './case-lines';
import { linesWith, linesWithin, partiesOf, percent, RANDOM_SOURCES, visitsOf } from './count-lines';
import { shareOf, type ImportRecord } from './import-record';
import { MINOR_OFFENCES } from './offences';
import { demoOrganizations, type DemoParty } from './parties';
import { numberedPermits, permitLines } from './permit-lines';
import { organLines, spreadOver, ZHANGYE } from './places';
import { Random } from './random';
import { equalTo, type PrintedFigures, type Seed, type SeedYear, type YearWish } from './seed-year';
import { goRound, numberedVisits, visitLines } from './visit-lines';
import { workingYear, type WorkingYear } from './working-year';

/** 96.88 is 31 in 32; 96.99 is 580 in 598. */
const PRINTED: PrintedFigures = {
  ...equalTo({
    '004-10': 96.88, '004-12': 84, '004-21': 4683, '004-22': 1783, '004-23': 655, '004-32': 598, '004-33': 96.99, '004-35': 152, '004-36': 36,
  }),
  '004-11': { value: 100, relation: 'all' },
  '004-16': { value: 100, relation: 'all' },
  '004-34': { value: 100, relation: 'all' },
};

/** Zhangye 2025, all imported; the spread over counties is invented. */
export const ZHANGYE_2025: Seed = { id: '004', title: '张掖市卫生健康委员会 2025 年', printed: PRINTED, generate };

const PERIOD = ['2025-01-01', '2025-12-31'] as const;
const GONE = 18;
const BY_PERSONS = 683;
const NOT_SCANNED = 32;
const PERMITS = 480;

interface Making {
  year: WorkingYear;
  units: DemoParty[];
  random: Random;
  share: number;
}

function generate({ seed, share, isWorkingDay }: YearWish): SeedYear {
  const year = workingYear(2025, isWorkingDay);
  const making = { year, units: demoOrganizations(ZHANGYE[0]), random: new Random(seed).fork('zhangye'), share };
  const permits = permitLines(year, making.units, { first: 0, last: year.length - 1, count: shareOf(PERMITS, share) }, making.random.fork('permits'));
  const lines = {
    inspections: numberedVisits(year, spreadOver(ZHANGYE, inspections(making))),
    cases: numberedCases(year, spreadOver(ZHANGYE, cases(making))),
    permits: numberedPermits(year, spreadOver(ZHANGYE, permits)),
  };
  return { organ: ZHANGYE[0].code, organs: organLines(ZHANGYE), from: PERIOD[0], to: PERIOD[1], lines, plans: [], expected: expectedOf(lines) };
}

/** Natural persons are no enterprises and are not scanned: village doctors, whose names are all there is of them. */
const doctors = (count: number): DemoParty[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'person', name: `示例乡村医生（${index + 1}号）`, address: '', discipline: '医疗卫生', premises: '村卫生室',
  }));

function inspections({ year, units, random, share }: Making): ImportRecord[] {
  const among = { first: 0, last: year.length - 1 };
  const drawn = { source: 'random-national', among };
  const tasks = shareOf(PRINTED['004-32'].value, share);
  const [opinions, afterDraw] = [PRINTED['004-22'].value, PRINTED['004-35'].value].map((count) => shareOf(count, share));
  const [gone, persons, all] = [GONE, BY_PERSONS, PRINTED['004-21'].value].map((count) => shareOf(count, share));
  const closed = { result: 'unit-gone', opinion_issued: 'no', certificate_shown: '' };
  const done = visitLines(year, goRound(units, tasks - gone), drawn, random.fork('tasks'));
  const routine = visitLines(year, goRound(units, all - persons - done.length), { source: 'routine', among }, random.fork('routine'));
  const businesses = scanned([...done, ...routine]);
  const byPersons = visitLines(year, goRound(doctors(400), persons), { source: 'routine', among, same: { scan_code: 'no' } }, random.fork('persons'));
  return [
    ...withOpinions(businesses.slice(0, done.length), afterDraw),
    ...withOpinions([...businesses.slice(done.length), ...byPersons], opinions - afterDraw),
    ...visitLines(year, goRound(units, gone, 100), { ...drawn, same: closed }, random.fork('gone')),
  ];
}

/** All enterprises but one in 32; a third are individual businesses. */
const scanned = (visits: readonly ImportRecord[]): ImportRecord[] =>
  visits.map((line, index) => ({
    ...line,
    scan_code: index % NOT_SCANNED === NOT_SCANNED - 1 ? 'no' : 'yes',
    party_type: index % 3 === 0 ? 'individual-business' : line.party_type,
  }));

/** The first visits end with an opinion, the others without. */
const withOpinions = (visits: readonly ImportRecord[], count: number): ImportRecord[] =>
  visits.map((line, index) => ({
    ...line,
    opinion_issued: index < count ? 'yes' : 'no',
    result: index < count ? 'corrected' : 'passed',
  }));

const LENIENT_PARTIES = 84;
/** Parties treated leniently twice in the year: invented. */
const TWICE = 6;
const OPEN = 45;

/** What sorts of cases there are: 36 come from random checks, 90 are lenient, 45 are still open. */
function cases({ year, units, random, share }: Making): ImportRecord[] {
  const [all, drawn, open, parties, twice] = [PRINTED['004-23'].value, PRINTED['004-36'].value, OPEN, LENIENT_PARTIES, TWICE].map((count) => shareOf(count, share));
  const lenient = parties + twice;
  return Array.from({ length: all }, (_, index) => {
    const chance = random.fork(`case ${index}`);
    const offence = chance.weighted(MINOR_OFFENCES);
    const party = index < lenient ? units[index % parties] : partyFor(offence, units, chance);
    const money = { fineYuan: usualFine(offence, chance), confiscatedYuan: 0 };
    const other = index < lenient ? leniency(index) : index >= all - open ? PENDING : {};
    const source = index >= lenient && index < lenient + drawn ? 'random-national' : 'routine';
    const publishedAt = chance.int(LONGEST_CASE, year.length - 1);
    return caseLine(year, { procedure: 'ordinary', offence, party, source, ...money, publishedAt, other }, chance);
  });
}

const LENIENCY: readonly ImportRecord[] = [
  { mitigation: 'lighter' },
  { mitigation: 'reduced' },
  { ...NOT_PUNISHED, not_punished_ground: 'minor-corrected' },
  { ...NOT_PUNISHED, not_punished_ground: 'first-offence' },
];

const leniency = (index: number): ImportRecord => LENIENCY[index % LENIENCY.length];

function expectedOf(lines: { inspections: ImportRecord[]; cases: ImportRecord[]; permits: ImportRecord[] }): Record<string, number> {
  const visits = visitsOf(lines.inspections);
  const businesses = linesWith(visits, { party_type: ['organization', 'individual-business'] });
  const tasks = linesWith(lines.inspections, { source: ['random-national'] });
  const lenient = lines.cases.filter(({ mitigation, outcome }) => ['lighter', 'reduced'].includes(mitigation) || outcome === 'not-punished');
  const published = linesWithin([...lines.cases, ...lines.permits], 'published_on', PERIOD);
  return {
    '004-10': percent(linesWith(businesses, { scan_code: ['yes'] }).length, businesses.length, 2),
    '004-11': percent(linesWith(visits, { certificate_shown: ['yes'] }).length, visits.length),
    '004-12': partiesOf(lenient),
    // Every line is published within six working days of its decision.
    '004-16': percent(published.length, published.length),
    '004-21': visits.length,
    '004-22': linesWith(visits, { opinion_issued: ['yes'] }).length,
    '004-23': lines.cases.length,
    '004-32': tasks.length,
    '004-33': percent(visitsOf(tasks).length, tasks.length, 2),
    '004-34': percent(tasks.length, tasks.length),
    '004-35': linesWith(visits, { source: RANDOM_SOURCES, opinion_issued: ['yes'] }).length,
    '004-36': linesWith(lines.cases, { source: RANDOM_SOURCES }).length,
  };
}
