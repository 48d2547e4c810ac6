import { configDir } from '@sanzhi/platform/config';
import { readReportConfig } from '../../adapters/config/report-config';
import { makeTally, reverseTallies, type TallyDraft } from '../tally/make-tally';
import { rollUp } from '../tally/roll-up';
import type { Tally } from '../tally/tally';
import { behindTallies } from './behind-tallies';
import { buildFigure, figureQueries } from './build-figure';
import type { LayoutFigure, Unit } from './layout';
import type { ReportFigure } from './report';

const { catalogue, indicators } = readReportConfig(configDir());

let next = 0;
const inspection = (day: string, caseNumber: string, over: Partial<TallyDraft> = {}): Tally =>
  makeTally({ organ: 'D1', kind: 'inspection.done', day, measures: { officers: 2 }, caseNumber, sourceId: `s${next++}`, ...over }, catalogue);

const asked = (indicator: string, unit: Unit, over: Partial<LayoutFigure> = {}): LayoutFigure => ({
  id: 'f', title: indicator, indicator, unit, from: '2023-01-01', to: '2023-12-31', scope: 'own', ...over,
});

function figureOf(tallies: readonly Tally[], figure: LayoutFigure, { subtree }: { subtree: string[] } = { subtree: ['D1'] }): ReportFigure {
  const queries = figureQueries([figure], { indicators, organ: 'D1', subtree });
  const behind = (_: string, id: string) => behindTallies(tallies, queries.find(({ indicator }) => indicator === id)!);
  return buildFigure(figure, { indicators, organ: 'D1', subtree, rollups: rollUp(tallies, 'month'), behind });
}

describe('figures', () => {
  it('count units apart from visits: a unit seen twice is one, and one that nobody names is one of its own', () => {
    const visits = [['J1', 'unit-a'], ['J2', 'unit-a'], ['J3', 'unit-b'], ['J4', undefined], ['J5', undefined]] as const;
    const made = visits.map(([number, subject]) => inspection('2023-06-01', number, { subject }));
    expect(figureOf(made, asked('inspections-done', '户次')).value).toBe(5);
    expect(figureOf(made, asked('units-inspected', '家'))).toMatchObject({ value: 4, text: '4', cases: ['J1', 'J2', 'J3', 'J4', 'J5'] });
    expect(figureOf(made, asked('inspection-officers', '人次')).value).toBe(10);
    const taken = [...made, ...reverseTallies([made[2]], { sourceId: 'c1' })];
    expect(figureOf(taken, asked('units-inspected', '家'))).toMatchObject({ value: 3, cases: ['J1', 'J2', 'J4', 'J5'] });
  });

  it('list behind a measure only what adds to it', () => {
    const made = [inspection('2023-06-01', 'J1', { measures: { opinions: 1 } }), inspection('2023-06-01', 'J2', { measures: { opinions: 0 } })];
    expect(figureOf(made, asked('opinions-issued', '份'))).toMatchObject({ value: 1, cases: ['J1'] });
  });

  const drawn = (kind: string, number: string): Tally =>
    makeTally({ organ: 'D1', kind, day: '2023-06-01', dims: { source: 'random-national' }, caseNumber: number, sourceId: `s${next++}` }, catalogue);
  const tasks = (done: number, closed: number, all: number): Tally[] =>
    Array.from({ length: all }, (_, index) => `T${index + 1}`).flatMap((number, index) => [
      drawn('inspection.drawn', number),
      ...(index < done ? [drawn('inspection.done', number)] : []),
      ...(index < closed ? [drawn('inspection.closed', number)] : []),
    ]);

  it('print a share half up, with the cases of its part', () => {
    const made = tasks(580, 598, 598);
    const rate = figureOf(made, asked('random-national-done-rate', '%', { decimals: 2 }));
    expect(rate).toMatchObject({ text: '96.99', value: (580 * 100) / 598, unit: '%' });
    expect(rate.cases).toHaveLength(580);
    expect(figureOf(made, asked('random-national-closed-rate', '%', { decimals: 0 })).text).toBe('100');
  });

  it('print of several shares the least', () => {
    expect(figureOf(tasks(9, 10, 10), asked('random-done-and-closed-rate', '%')).text).toBe('90.00');
    expect(figureOf(tasks(9, 8, 10), asked('random-done-and-closed-rate', '%')).text).toBe('80.00');
  });

  it('say that there is no share in nothing', () => {
    expect(figureOf([], asked('random-done-rate', '%'))).toMatchObject({ value: null, text: '—', reason: expect.stringContaining('无从计算') });
  });

  it('reach as far as they say, however far the report does', () => {
    const made = [inspection('2023-06-01', 'J1'), inspection('2023-06-01', 'J2', { organ: 'D1-1' })];
    const over = { subtree: ['D1', 'D1-1'] };
    expect(figureOf(made, asked('inspections-done', '户次'), over).value).toBe(1);
    expect(figureOf(made, asked('inspections-done', '户次', { scope: 'subtree' }), over)).toMatchObject({ value: 2, cases: ['J1', 'J2'] });
  });

  it('find one of several partners', () => {
    const dims = { role: 'lead', premises: '美容', partners: ['市场监管', '消防救援'] };
    const made = [makeTally({ organ: 'D1', kind: 'inspection.joint', day: '2023-06-01', dims, caseNumber: 'J1', sourceId: 's' }, catalogue)];
    expect(made[0].dims.partners).toBe('市场监管+消防救援');
    expect(figureOf(made, asked('units-joint-beauty', '家')).value).toBe(1);
    expect(figureOf(made, asked('joint-medical-insurance', '户次')).value).toBe(0);
  });
});
