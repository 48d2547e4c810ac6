import { LONGEST_CASE, caseLine, numberedCases, partyFor, usualFine } from './case-lines';
import { linesWith, linesWithin, partiesOf, percent, RANDOM_SOURCES, visitsOf } from './count-lines';
import { everyNth, shareOf, type ImportRecord } from './import-record';
import { MAJOR_OFFENCES, MINOR_OFFENCES, SUMMARY_OFFENCES } from './offences';
import { ordinaryPlans, type OrdinaryPlan } from './ordinary-plans';
import { DISTRICT_PREMISES, demoOrganizations, type DemoParty, type Premises } from './parties';
import { numberedPermits, permitLines } from './permit-lines';
import { JINGAN, organLines } from './places';
import { Random } from './random';
import { numberedRemedies, remedyLines } from './remedy-lines';
import { equalTo, type PrintedFigures, type Seed, type SeedYear, type YearWish } from './seed-year';
import { goRound, numberedVisits, visitLines, type VisitGroup } from './visit-lines';
import { workingYear, type WorkingYear } from './working-year';

/** What the report of 21 November 2024 prints; penalties and permits are cut off at the end of October. */
const PRINTED: PrintedFigures = {
  ...equalTo({
    '000-12': 22, '000-13': 22, '000-14': 1193, '000-15': 319, '000-17': 942, '000-18': 598, '000-19': 344,
    '000-21': 5, '000-22': 5, '000-23': 23, '000-24': 15, '000-26': 9, '000-27': 11, '000-28': 4,
  }),
  '000-20': { value: 100, relation: 'all' },
};

const TO_OCTOBER = ['2024-01-01', '2024-10-31'] as const;
const TO_REPORT = ['2024-01-01', '2024-11-21'] as const;

/** More units of each kind than a district of middle size, bath houses, and what joint checks go to. */
const PREMISES: Premises = [
  ...DISTRICT_PREMISES.map(([discipline, sort, stem, count]) => [discipline, sort, stem, count * 2] as const),
  ['公共场所卫生', '沐浴', '浴场', 12],
  ['医疗卫生', '护理站', '护理站', 19],
];

/** Jing'an 2024: 22 major cases are driven, everything else is imported. Nothing but the printed figures is real. */
export const JINGAN_2024: Seed = { id: '000', title: '静安区卫生健康委员会 2024 年', printed: PRINTED, generate };

interface Making {
  year: WorkingYear;
  units: DemoParty[];
  random: Random;
  share: number;
}

function generate({ seed, share, isWorkingDay }: YearWish): SeedYear {
  const year = workingYear(2024, isWorkingDay);
  const making = { year, units: demoOrganizations(JINGAN, PREMISES), random: new Random(seed).fork('jingan'), share };
  const plans = everyNth(majorPlans(making), share);
  const lines = { inspections: inspections(making), permits: permits(making), cases: cases(making), remedies: remedies(making) };
  return { organ: JINGAN.code, organs: organLines([JINGAN]), from: TO_REPORT[0], to: TO_REPORT[1], lines, plans, expected: expectedOf(lines, plans) };
}

/** Cases above the lines for review and discussion, decided early enough to be published in October. */
function majorPlans({ year, units, random }: Making): OrdinaryPlan[] {
  const latest = year.upTo('2024-10-18');
  return ordinaryPlans(year, { organ: JINGAN, units, offences: MAJOR_OFFENCES, prefix: 'JA2024', latest }, random.fork('major'));
}

const ORDINARY = 190;
const SUMMARY = 107;
/** Beyond the end of October, to show that it cuts: invented. */
const LATER = 25;

function cases({ year, units, random, share }: Making): ImportRecord[] {
  const [october, november] = [year.upTo('2024-10-31'), year.upTo('2024-11-29')];
  const made = (count: number, procedure: 'ordinary' | 'summary', [first, last]: readonly [number, number]): ImportRecord[] =>
    Array.from({ length: shareOf(count, share) }, (_, index) => {
      const chance = random.fork(`${procedure} ${first} ${index}`);
      const offence = chance.weighted(procedure === 'summary' ? SUMMARY_OFFENCES : MINOR_OFFENCES);
      const party = partyFor(offence, units, chance);
      const money = { fineYuan: usualFine(offence, chance), confiscatedYuan: 0 };
      return caseLine(year, { procedure, offence, party, source: 'routine', ...money, publishedAt: chance.int(first, last) }, chance);
    });
  return numberedCases(year, [
    ...made(ORDINARY, 'ordinary', [LONGEST_CASE, october]),
    ...made(SUMMARY, 'summary', [LONGEST_CASE, october]),
    ...made(LATER, 'ordinary', [october + 1, november]),
  ]);
}

function permits({ year, units, random, share }: Making): ImportRecord[] {
  const [october, november] = [year.upTo('2024-10-31'), year.upTo('2024-11-29')];
  return numberedPermits(year, [
    ...permitLines(year, units, { first: 0, last: october, count: shareOf(PRINTED['000-14'].value, share) }, random.fork('permits')),
    ...permitLines(year, units, { first: october + 1, last: november, count: shareOf(LATER, share) }, random.fork('later permits')),
  ]);
}

/** Of the district's draw 15 are dental clinics seen together with the market regulator; other joint checks are no draw. */
function inspections({ year, units, random, share }: Making): ImportRecord[] {
  const among = { first: 0, last: year.upTo(TO_REPORT[1]) };
  const of = (sort: string): DemoParty[] => units.filter(({ premises }) => premises === sort);
  const others = units.filter(({ premises }) => !['口腔', '护理站'].includes(premises));
  const visits = (parties: readonly DemoParty[], count: number, group: Omit<VisitGroup, 'among'>): ImportRecord[] =>
    visitLines(year, goRound(parties, shareOf(count, share)), { among, ...group }, random.fork(JSON.stringify(group)));
  const joint = (role: string, partners: string): ImportRecord => ({ joint_role: role, joint_with: partners });
  return numberedVisits(year, [
    ...visits(of('口腔'), 15, { source: 'random-district', same: joint('lead', '市场监管') }),
    ...visits(others, 583, { source: 'random-district' }),
    ...visits([...others].reverse(), 344, { source: 'random-national' }),
    ...visits(of('美容'), 5, { source: 'joint', same: joint('lead', '市场监管|消防救援') }),
    ...visits(of('沐浴'), 5, { source: 'joint', same: joint('lead', '市场监管|公安|消防救援|生态环境') }),
    ...visits(of('护理站'), 23, { source: 'joint', same: joint('lead', '医保') }),
    ...visits(of('小学'), 12, { source: 'joint', same: joint('partner', '教育') }),
    ...visits(units, 400, { source: 'routine' }),
  ]);
}

/** The last two came after the report was written: invented. */
function remedies({ year, random, share }: Making): ImportRecord[] {
  const [report, december] = [year.upTo(TO_REPORT[1]), year.upTo('2024-12-20')];
  const chance = random.fork('remedies');
  const attended = shareOf(PRINTED['000-28'].value, share);
  const [reconsidered, sued] = [PRINTED['000-26'].value, PRINTED['000-27'].value].map((count) => shareOf(count, share));
  const later = remedyLines(year, { kind: 'reconsideration', role: 'respondent', count: 2, last: december }, chance);
  return numberedRemedies(year, [
    ...remedyLines(year, { kind: 'reconsideration', role: 'respondent', count: reconsidered, last: report }, chance),
    ...remedyLines(year, { kind: 'litigation', role: 'defendant', count: sued, attended, last: report }, chance),
    ...later.map((line) => ({ ...line, received_on: year.at(december), accepted_on: year.at(december + 1), concluded_on: '' })),
  ]);
}

function expectedOf(
  lines: { inspections: ImportRecord[]; permits: ImportRecord[]; cases: ImportRecord[]; remedies: ImportRecord[] },
  plans: readonly OrdinaryPlan[],
): Record<string, number> {
  const tasks = linesWithin(linesWith(lines.inspections, { source: RANDOM_SOURCES }), 'done_on', TO_REPORT);
  const visits = linesWithin(visitsOf(lines.inspections), 'done_on', TO_REPORT);
  const lead = (premises: string): number => partiesOf(linesWith(visits, { premises: [premises], joint_role: ['lead'] }));
  const remedy = (kind: string, wanted = {}): number => linesWithin(linesWith(lines.remedies, { kind: [kind], ...wanted }), 'received_on', TO_REPORT).length;
  return {
    '000-12': plans.length,
    '000-13': plans.length,
    '000-14': linesWithin(lines.permits, 'published_on', TO_OCTOBER).length,
    '000-15': linesWithin(lines.cases, 'published_on', TO_OCTOBER).length + plans.length,
    '000-17': tasks.length,
    '000-18': linesWith(tasks, { source: ['random-district'] }).length,
    '000-19': linesWith(tasks, { source: ['random-national'] }).length,
    '000-20': percent(visitsOf(tasks).length, tasks.length),
    '000-21': lead('美容'),
    '000-22': lead('沐浴'),
    '000-23': linesWith(visits, { joint_with: ['医保'] }).length,
    '000-24': lead('口腔'),
    '000-26': remedy('reconsideration'),
    '000-27': remedy('litigation'),
    '000-28': remedy('litigation', { head_appeared: ['yes'] }),
  };
}
