import { dayNumber, formatDay } from '@sanzhi/kernel';
import { caseLine, LONGEST_CASE, NOT_PUNISHED, numberedCases, partyFor, usualFine } from './case-lines';
import { linesWith, linesWithin, percent, RANDOM_SOURCES, visitsOf } from './count-lines';
import { shareOf, type ImportRecord } from './import-record';
import { MINOR_OFFENCES, SUMMARY_OFFENCES } from './offences';
import { ordinaryPlans, type OrdinaryPlan } from './ordinary-plans';
import { demoOrganizations, type DemoParty } from './parties';
import { LUSHAN, organLines } from './places';
import { Random } from './random';
import { equalTo, type PrintedFigures, type Seed, type SeedYear, type YearWish } from './seed-year';
import { goRound, numberedVisits, visitLines } from './visit-lines';
import { workingYear, type WorkingYear } from './working-year';

const PRINTED: PrintedFigures = {
  ...equalTo({ '003-05': 3424, '003-06': 20, '003-07': 215, '003-08': 3, '003-09': 99, '003-15': 116, '003-16': 1 }),
  '003-10': { value: 100, relation: 'all' },
};

/** Lushan 2024: the case whose decision is served by public notice is driven. Nothing but the printed figures is real. */
export const LUSHAN_2024: Seed = { id: '003', title: '鲁山县卫生健康委员会 2024 年', printed: PRINTED, generate };

interface Making {
  year: WorkingYear;
  units: DemoParty[];
  random: Random;
  share: number;
}

const PERIOD = ['2024-01-01', '2024-12-31'] as const;

function generate({ seed, share, isWorkingDay }: YearWish): SeedYear {
  const year = workingYear(2024, isWorkingDay);
  const making = { year, units: demoOrganizations(LUSHAN), random: new Random(seed).fork('lushan'), share };
  const lines = { inspections: inspections(making), cases: cases(making) };
  const plans = noticePlans(making);
  const expected = expectedOf(lines, plans);
  return { organ: LUSHAN.code, organs: organLines([LUSHAN]), from: PERIOD[0], to: PERIOD[1], lines, plans, expected };
}

/** More than the sixty days of a notice of 2024 (卫生行政处罚程序第五十条), with those on which it may end late. */
const NOTICE_DAYS = 70;

/** One decision whose party is gone: announced in the first half of the year, so that it is served and published in it. */
function noticePlans({ year, units, random }: Making): OrdinaryPlan[] {
  const wish = { organ: LUSHAN, units, offences: [[MINOR_OFFENCES[0][0], 1]] as const, prefix: 'LS2024', latest: year.upTo('2024-07-31') };
  return ordinaryPlans(year, wish, random.fork('notice')).map((plan) => {
    const served = year.upTo(formatDay(dayNumber(plan.servedOn) + NOTICE_DAYS));
    const after = { paidOn: year.at(served), closedOn: year.at(served + 2), archivedOn: year.at(served + 4) };
    return { ...plan, ...after, publicNotice: true };
  });
}

/** Two hundred of the drawn tasks are done with the handheld terminal; visits with other devices are invented. */
function inspections({ year, units, random, share }: Making): ImportRecord[] {
  const among = { first: 0, last: year.length - 1 };
  const visits = (source: string, device: string, count: number): ImportRecord[] =>
    visitLines(year, goRound(units, shareOf(count, share)), { source, among, same: { device } }, random.fork(source + device));
  const drawn = [['random-national', 215], ['random-provincial', 3], ['random-city', 99]] as const;
  const tasks = drawn.flatMap(([source, count]) => visits(source, 'recorder', count));
  const byHandheld = shareOf(200, share);
  const handheld = shareOf(PRINTED['003-05'].value, share) - byHandheld;
  return numberedVisits(year, [
    ...tasks.map((line, index) => (index < byHandheld ? { ...line, device: 'handheld' } : line)),
    ...visitLines(year, goRound(units, handheld), { source: 'routine', among, same: { device: 'handheld' } }, random.fork('handheld')),
    ...visits('routine', 'recorder', 240),
  ]);
}

const SUMMARY = 60;
const ORDINARY = 55;

/** 115 published on both channels, beside the driven one; 20 minor ones not punished. First offences and what is not published are invented. */
function cases({ year, units, random, share }: Making): ImportRecord[] {
  const made = (name: string, count: number, procedure: 'ordinary' | 'summary', other: ImportRecord): ImportRecord[] =>
    Array.from({ length: shareOf(count, share) }, (_, index) => {
      const chance = random.fork(`${name} ${index}`);
      const offence = chance.weighted(procedure === 'summary' ? SUMMARY_OFFENCES : MINOR_OFFENCES);
      const money = { fineYuan: usualFine(offence, chance), confiscatedYuan: 0 };
      const publishedAt = chance.int(LONGEST_CASE, year.length - 1);
      return caseLine(year, { procedure, offence, party: partyFor(offence, units, chance), source: 'routine', ...money, publishedAt, other }, chance);
    });
  return numberedCases(year, [
    ...made('summary', SUMMARY, 'summary', { channel: 'both' }),
    ...made('ordinary', ORDINARY, 'ordinary', { channel: 'both' }),
    ...made('minor', PRINTED['003-06'].value, 'ordinary', { ...NOT_PUNISHED, not_punished_ground: 'minor-corrected' }),
    ...made('first', 6, 'ordinary', { ...NOT_PUNISHED, not_punished_ground: 'first-offence' }),
    ...made('unpublished', 10, 'summary', { published_on: '', channel: '' }),
  ]);
}

function expectedOf(lines: { inspections: ImportRecord[]; cases: ImportRecord[] }, plans: readonly OrdinaryPlan[]): Record<string, number> {
  const visits = visitsOf(lines.inspections);
  const drawn = (...source: string[]): ImportRecord[] => linesWith(lines.inspections, { source });
  return {
    '003-05': linesWith(visits, { device: ['handheld'] }).length,
    '003-06': linesWith(lines.cases, { outcome: ['not-punished'], not_punished_ground: ['minor-corrected'] }).length,
    '003-07': drawn('random-national').length,
    '003-08': drawn('random-provincial').length,
    '003-09': drawn('random-city').length,
    '003-10': percent(visitsOf(drawn(...RANDOM_SOURCES)).length, drawn(...RANDOM_SOURCES).length),
    '003-15': linesWithin(lines.cases, 'published_on', PERIOD).length + plans.length,
    '003-16': plans.length,
  };
}
