import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { dayNumber, dueDates } from '@sanzhi/kernel';
import { configDir, loadCalendar } from '@sanzhi/platform/config';
import { readReportConfig } from '../../adapters/config/report-config';
import { readRows } from '../../adapters/import/read-rows';
import { parseLine, type LineContext } from '../import/parse-line';
import type { CaseRow, CountedKind, RowOf } from '../import/rows';
import { behindTallies } from '../report/behind-tallies';
import { figureQueries } from '../report/build-figure';
import { buildReport } from '../report/build-report';
import type { Report } from '../report/report';
import { talliesOfLine } from '../tally/imported-tallies';
import type { CountingLaw } from '../tally/line-draft';
import { makeTally } from '../tally/make-tally';
import { rollUp } from '../tally/roll-up';
import type { Tally } from '../tally/tally';
import { csvText } from './csv-text';
import type { OrdinaryPlan } from './ordinary-plans';
import { JIANGMEN_2020 } from './jiangmen-2020';
import { agrees, type Seed, type SeedYear } from './seed-year';
import { SEEDS } from './seeds';

const { catalogue, indicators, layouts } = readReportConfig(configDir());
const calendar = loadCalendar(configDir());
const isWorkingDay = (day: string): boolean => calendar.isWorkingDay(dayNumber(day));
const publishBy: CountingLaw['publishBy'] = (_, start) => dueDates({ start, length: 7, unit: 'working-day' }, calendar).statutoryDue;
const years = new Map<Seed, SeedYear>(SEEDS.map((seed) => [seed, seed.generate({ seed: 20_230_101, share: 1, isWorkingDay })]));
const kindsOf = (year: SeedYear): CountedKind[] => Object.keys(year.lines) as CountedKind[];

/** Rows as the import accepts them; throws at the first line it would reject. */
function accepted<K extends CountedKind>(kind: K, { lines, organ, organs }: SeedYear): RowOf[K][] {
  const below = new Set(organs.map(({ code }) => code));
  const context: LineContext = { organ, standingOf: (code) => (below.has(code) ? 'subtree' : 'unknown'), individualBusinessAs: 'person' };
  return lines[kind]!.map((record, index) => {
    const parsed = parseLine(kind, { line: index + 2, record }, context);
    if (!parsed.ok) throw new Error(JSON.stringify([record, parsed.problems]));
    return parsed.row;
  });
}

/** What the driven cases will count as, said here by hand. */
function talliesOfPlan(plan: OrdinaryPlan, organ: string): Tally[] {
  const { reference: caseNumber, decidedOn, reviewedOn, discussedOn, filedOn, kinds, fineFen, confiscatedFen, servedOn } = plan;
  const of = (kind: string, day: string, dims: object, measures = {}): Tally =>
    makeTally({ organ, kind, day, dims: { ...dims }, measures, caseNumber, sourceId: caseNumber }, catalogue);
  const major = fineFen + confiscatedFen >= (plan.party.kind === 'person' ? 500_000 : 5_000_000);
  return [
    of('case.filed', filedOn, { procedure: 'ordinary', source: plan.source }),
    ...(major ? [of('review.completed', reviewedOn, { opinion: 'OP-AGREE' }), of('discussion.resolved', discussedOn, { resolution: 'approved' })] : []),
    of('penalty.decided', decidedOn, { procedure: 'ordinary', kinds }, { fineFen, confiscatedFen }),
    of('publication.published', publishBy('decision', decidedOn)!, { item: 'decision', channel: 'site' }),
    of('service.completed', servedOn, { method: plan.publicNotice ? 'public-notice' : 'direct', procedure: 'ordinary' }),
  ];
}

function reported(seed: Seed, year: SeedYear): Report {
  const law = { catalogue, publishBy };
  const tallies = [
    ...kindsOf(year).flatMap((kind) => accepted(kind, year).flatMap((row) => talliesOfLine(kind, row as never, law))),
    ...year.plans.flatMap((plan) => talliesOfPlan(plan, year.organ)),
  ];
  const layout = layouts.get(`seed-${seed.id}`)!;
  const { organ, from, to } = year;
  const subtree = year.organs.map(({ code }) => code);
  const queries = figureQueries(layout.figures, { indicators, organ, subtree });
  const behind = (figure: string, id: string) => behindTallies(tallies, queries.find((one) => one.figure === figure && one.indicator === id)!);
  const organs = [{ code: organ, name: organ }];
  return buildReport({ layout, indicators, organ, from, to, scope: 'own', organs, subtree, rollups: rollUp(tallies, 'day'), behind, simulatedClock: true });
}

describe.each(SEEDS.map((seed) => [seed.title, seed] as const))('%s', (_, seed) => {
  const year = years.get(seed)!;

  it('comes out at the printed figures by counting its own lines', () => {
    expect(year.expected).toEqual(Object.fromEntries(Object.entries(seed.printed).map(([id, { value }]) => [id, value])));
  });

  it('passes the import, and the report gives every printed figure with its cases', () => {
    const report = reported(seed, year);
    expect(report.figures.map(({ id }) => id)).toEqual(Object.keys(year.expected).sort());
    expect(report.figures.filter((figure) => !agrees(seed.printed[figure.id], figure)).map(({ id, text }) => `${id} ${text}`)).toEqual([]);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    for (const { id, value, cases } of report.figures) expect([id, cases.length > 0]).toEqual([id, value !== 0]);
  });

  it('passes as files', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-seed-'));
    for (const kind of kindsOf(year)) {
      const file = path.join(folder, `${kind}.csv`);
      writeFileSync(file, csvText(year.lines[kind]!));
      const given: object[] = [];
      for await (const { record } of readRows(kind, file)) given.push(record);
      expect(given).toEqual(year.lines[kind]);
    }
    rmSync(folder, { recursive: true });
  });

  it('numbers every line of a kind once, and every day is a working day', () => {
    for (const kind of kindsOf(year)) {
      const lines = year.lines[kind]!;
      expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
      const days = lines.flatMap((line) => Object.keys(line).filter((name) => name.endsWith('_on') && line[name] !== '').map((name) => line[name]));
      expect([...new Set(days)].filter((day) => !isWorkingDay(day))).toEqual([]);
    }
  });

  it('decides ordinary cases within ninety days and publishes within seven working days', () => {
    const cases = accepted('cases', year) as CaseRow[];
    const late = cases.filter(({ decidedOn, filedOn, publishedOn }) => {
      const decided = decidedOn === null ? 0 : dayNumber(decidedOn) - dayNumber(filedOn);
      return decided > 90 || (decidedOn !== null && publishedOn !== null && publishedOn > publishBy('decision', decidedOn)!);
    });
    expect(late).toEqual([]);
  });

  it('is lawful in any year of chance, whole or in part, and always agrees with its report', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.constantFrom(0.1, 0.03, 0.37), (chance, share) => {
        const part = seed.generate({ seed: chance, share, isWorkingDay });
        const wrong = reported(seed, part).figures.filter((figure) => {
          const relation = seed.printed[figure.id].relation;
          return !agrees({ value: part.expected[figure.id], relation }, figure);
        });
        expect(wrong.map(({ id, text }) => `${id} ${text} ${part.expected[id]}`)).toEqual([]);
      }),
      { numRuns: 3 },
    );
  });
});

describe('a year', () => {
  it('is the same for the same seed, another for another', () => {
    for (const seed of SEEDS) {
      const again = seed.generate({ seed: 20_230_101, share: 1, isWorkingDay });
      expect(again).toEqual(years.get(seed));
      expect(seed.generate({ seed: 1, share: 1, isWorkingDay }).lines).not.toEqual(again.lines);
    }
  });

  it('names nobody who could be taken for real', () => {
    for (const { lines, plans } of years.values()) {
      const named = [...Object.values(lines).flatMap((some) => some.map(({ party_name: name }) => name ?? '')), ...plans.map(({ party }) => party.name)];
      expect(named.filter((name) => name !== '' && !name.startsWith('示例') && !/某[甲乙丙丁戊己庚辛]$/.test(name))).toEqual([]);
    }
  });
});

it.each([[5, 0.03], [29, 0.1], [71, 0.37]])('Jiangmen %s, %s of the year: fines that came out even are still more than whole ten thousands', (chance, share) => {
  const part = JIANGMEN_2020.generate({ seed: chance, share, isWorkingDay });
  const figure = reported(JIANGMEN_2020, part).figures.find(({ id }) => id === '002-19')!;
  expect(figure.value).toBeGreaterThan(part.expected['002-19']);
  expect(figure.value).toBeLessThan(part.expected['002-19'] + 1);
});
