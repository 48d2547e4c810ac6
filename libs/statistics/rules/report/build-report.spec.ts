import * as fc from 'fast-check';
import { configDir } from '@sanzhi/platform/config';
import { readReportConfig } from '../../adapters/config/report-config';
import { PENALTY_KINDS, penaltySetCode } from '../penalty-kinds';
import { makeTally, reverseTallies } from '../tally/make-tally';
import { rollUp, type RollupRow } from '../tally/roll-up';
import type { Tally } from '../tally/tally';
import { behindTallies } from './behind-tallies';
import { figureQueries } from './build-figure';
import { buildReport, type ReportInput } from './build-report';
import { heaviestColumn } from './heaviest';
import type { Layout, LayoutTable } from './layout';
import { inUnit } from './print';
import type { Report, TableRow } from './report';
import { periodDays } from './sum-rollups';

const { catalogue, indicators, layouts } = readReportConfig(configDir());
const chongqing = layouts.get('penalty-chongqing') as Layout;
const seed = layouts.get('seed-001') as Layout;
const table = chongqing.tables[0];

const COLUMNS =
  'warning criticism fine confiscation permit-suspended grade-lowered permit-revoked business-restricted business-suspended ' +
  'closure occupation-barred detention other total amount summary ordinary reviewed review-corrected crime-sent crime-accepted';

let next = 0;
const penalty = (kinds: string[], over: { dims?: object; measures?: object; day?: string; organ?: string } = {}): Tally =>
  makeTally(
    {
      organ: over.organ ?? 'D1',
      kind: 'penalty.decided',
      day: over.day ?? '2023-05-08',
      dims: { procedure: 'ordinary', kinds, ...over.dims },
      measures: { ...over.measures },
      sourceId: `s${next++}`,
    },
    catalogue,
  );

function report(tallies: readonly Tally[], over: Partial<ReportInput> = {}): Report {
  const { layout = chongqing, organ = 'D1', subtree = ['D1'] } = over;
  const queries = figureQueries(layout.figures, { indicators, organ, subtree });
  return buildReport({
    layout,
    indicators,
    organ,
    from: '2023-01-01',
    to: '2023-12-31',
    scope: 'own',
    organs: [{ code: 'D1', name: '示例区卫生健康委员会' }],
    subtree,
    rollups: rollUp(tallies, 'day'),
    behind: (figure, id) => behindTallies(tallies, queries.find((one) => one.figure === figure && one.indicator === id)!),
    simulatedClock: false,
    ...over,
  });
}
const texts = (row: TableRow): Record<string, string> => Object.fromEntries(row.cells.map(({ column, text }) => [column, text]));
const filled = (row: TableRow): Record<string, string> => Object.fromEntries(Object.entries(texts(row)).filter(([, text]) => !/^0(\.0*)?$/.test(text)));
const rowOf = (tallies: readonly Tally[], over: Partial<ReportInput> = {}): TableRow => report(tallies, over).tables[0].rows[0];
const brokenRules = ({ checks }: Report): string[] => checks.filter(({ ok }) => !ok).map(({ rule }) => rule);

describe('the layouts', () => {
  it('print the columns of the contract, in order', () => {
    expect(table.columns.map(({ id }) => id).join(' ')).toBe(COLUMNS);
    expect(seed.figures.map(({ id }) => id)).toEqual(['001-03', '001-04', '001-05', '001-06', '001-07']);
  });

  it('name the tallies behind their figures, over their own period and scope', () => {
    const queries = figureQueries(seed.figures, { indicators, organ: 'D1', subtree: ['D1', 'D1-1'] });
    const period = { organs: ['D1'], from: '2023-01-01', to: '2023-12-31' };
    const where = { procedure: ['ordinary'] };
    const asked = { figure: '001-05', indicator: 'penalties-ordinary', kind: 'penalty.decided', where, parties: false, measures: [] };
    expect(queries[2]).toEqual({ ...asked, ...period });
  });
});

describe('the heaviest kind', () => {
  it.each([
    [['警告'], 'warning'],
    [['警告', '罚款'], 'fine'],
    [['罚款', '没收违法所得'], 'confiscation'],
    [['没收非法财物', '没收违法所得'], 'confiscation'],
    [['罚款', '吊销许可证件', '责令停产停业'], 'business-suspended'],
    [['吊销许可证件', '暂扣许可证件'], 'permit-revoked'],
    [['责令关闭', '限制从业'], 'occupation-barred'],
    [['其他行政处罚'], 'other'],
    [['其他行政处罚', '警告'], 'warning'],
    [['其他行政处罚', '行政拘留', '罚款'], 'detention'],
  ])('%j is counted as %s', (kinds, column) => {
    expect(heaviestColumn(table, penaltySetCode(kinds))).toBe(column);
  });

  it('follows the order of the layout, not of code', () => {
    const severity = ['warning', 'fine', 'criticism'];
    const columns = severity.map((id) => ({ id, title: id, kinds: [id] }));
    const other: LayoutTable = { ...table, columns, heaviest: { indicator: 'penalties-decided', dim: 'kinds', severity } };
    expect(heaviestColumn(other, 'criticism+fine')).toBe('criticism');
    expect(heaviestColumn(table, 'criticism+fine')).toBe('fine');
    expect(() => heaviestColumn(other, 'closure')).toThrow('closure');
    expect(() => heaviestColumn(other, '')).toThrow('no place');
  });

  it('counts every case once, whatever its kinds', () => {
    const kinds = fc.uniqueArray(fc.constantFrom(...Object.keys(PENALTY_KINDS)), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(kinds), (cases) => {
        const built = report(cases.map((set) => penalty(set)));
        expect(brokenRules(built)).toEqual([]);
        expect(texts(built.tables[0].rows[0]).total).toBe(String(cases.length));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a table', () => {
  it('prints zeros for a year in which nothing happened', () => {
    const [row, total] = report([]).tables[0].rows;
    expect([...new Set(row.cells.map(({ text }) => text))]).toEqual(['0', '0.0000']);
    expect(row.cells.every(({ value, tallies }) => value === 0 && tallies === 0)).toBe(true);
    expect(total).toMatchObject({ label: '合计', organ: 'D1', kind: 'total' });
    expect(brokenRules(report([]))).toEqual([]);
  });

  it('fills procedure, review and money columns from the same decisions', () => {
    const row = rowOf([
      penalty(['警告', '罚款'], { dims: { procedure: 'summary' }, measures: { fineFen: 300_000 } }),
      penalty(['罚款', '没收违法所得'], { dims: { review: 'passed' }, measures: { fineFen: 5_000_000, confiscatedFen: 654_321 } }),
      penalty(['罚款'], { dims: { review: 'corrected' }, measures: { fineFen: 1_000_000 } }),
    ]);
    expect(filled(row)).toEqual({
      fine: '2',
      confiscation: '1',
      total: '3',
      amount: '6.9543',
      summary: '1',
      ordinary: '2',
      reviewed: '2',
      'review-corrected': '1',
    });
    expect(row.cells.find(({ column }) => column === 'amount')).toEqual({ column: 'amount', value: 6.954321, text: '6.9543', tallies: 3 });
  });

  it('takes the period by the day of decision, its ends included', () => {
    const days = ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'];
    expect(filled(rowOf(days.map((day) => penalty(['警告'], { day }))))).toMatchObject({ total: '2' });
  });

  it('gives each organ its line, and the total of them; others do not count', () => {
    const organs = [{ code: 'D1', name: '本级' }, { code: 'D1-1', name: '一所' }];
    const tallies = ['D1', 'D1-1', 'D1-1', 'D2'].map((organ) => penalty(['警告'], { organ }));
    const { rows } = report(tallies, { organs, scope: 'subtree' }).tables[0];
    expect(rows.map((row) => [row.label, row.kind, texts(row).total])).toEqual([
      ['本级', 'organ', '1'],
      ['一所', 'organ', '2'],
      ['合计', 'total', '3'],
    ]);
  });

  it('leaves out a power the organ lacks and says why, unless it was used', () => {
    const organs = [{ code: 'D1', name: '本级', noPower: { detention: '行政拘留只能由公安机关等实施', warning: '无' } }];
    const [row, total] = report([penalty(['警告'])], { organs }).tables[0].rows;
    const detention = { column: 'detention', value: null, text: '—', tallies: 0, reason: '行政拘留只能由公安机关等实施' };
    expect(row.cells.filter(({ column }) => column === 'detention')).toEqual([detention]);
    expect(total.cells.filter(({ column }) => column === 'detention')).toEqual([detention]);
    expect(texts(row).warning).toBe('1');
  });

  it('takes back what was corrected', () => {
    const wrong = penalty(['罚款'], { measures: { fineFen: 100 } });
    const tallies = [wrong, ...reverseTallies([wrong], { sourceId: 'c1' }), penalty(['警告'])];
    expect(filled(rowOf(tallies))).toEqual({ warning: '1', total: '1', ordinary: '1' });
  });
});

describe('rolled-up periods', () => {
  it.each(['day', 'month', 'year'] as const)('of a %s give the same report', (tier) => {
    const tallies = ['2023-01-01', '2023-02-28', '2023-12-31'].map((day) => penalty(['警告'], { day }));
    expect(report(tallies, { rollups: rollUp(tallies, tier) })).toEqual(report(tallies));
  });

  it('know their days', () => {
    expect(periodDays('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(periodDays('2023-12')).toEqual({ from: '2023-12-01', to: '2023-12-31' });
  });

  it('cannot be cut', () => {
    const rollups: RollupRow[] = rollUp([penalty(['警告'])], 'month');
    expect(() => report([], { rollups, to: '2023-05-15' })).toThrow('2023-05');
    expect(report([], { rollups, to: '2023-04-30' }).tables[0].rows[0].cells[0].value).toBe(0);
  });
});

describe('printed numbers', () => {
  it.each([
    [89_654_600, '万元', 4, '89.6546', 89.6546],
    [89_654_600, '万元', undefined, '89.65', 89.6546],
    [89_655_000, '万元', 2, '89.66', 89.655],
    [5_000, '万元', 2, '0.01', 0.005],
    [4_999, '万元', 2, '0.00', 0.004999],
    [89_654_600, '元', undefined, '896546', 896_546],
    [50, '元', undefined, '1', 0.5],
    [12_345, '元', 2, '123.45', 123.45],
    [3765, '户次', undefined, '3765', 3765],
  ] as const)('%d in %s with %s decimals is %s, its value unrounded', (sum, unit, decimals, text, value) => {
    expect(inUnit(sum, unit, decimals)).toEqual({ value, text });
  });
});

describe('figures', () => {
  const inspection = (day: string, caseNumber: string): Tally =>
    makeTally({ organ: 'D1', kind: 'inspection.done', day, measures: { officers: 2 }, caseNumber, sourceId: `s${next++}` }, catalogue);
  const tallies = [
    penalty(['罚款'], { measures: { fineFen: 5_000_000 } }),
    penalty(['警告'], { dims: { procedure: 'summary' } }),
    inspection('2023-06-01', 'J10'),
    inspection('2023-06-02', 'J2'),
    inspection('2024-01-02', 'J3'),
  ];
  const built = report(tallies, { layout: seed, from: '2024-01-01', to: '2024-12-31' });

  it('have their own period, unit, date basis and cases', () => {
    expect(built.figures.map(({ id, text, unit, dateBasis }) => `${id} ${text}${unit} ${dateBasis}`)).toEqual([
      '001-03 2户次 done',
      '001-04 2件 decided',
      '001-05 1件 decided',
      '001-06 1件 decided',
      '001-07 50000元 decided',
    ]);
    expect(built.figures[0]).toEqual({
      id: '001-03',
      title: '行政检查',
      value: 2,
      text: '2',
      unit: '户次',
      from: '2023-01-01',
      to: '2023-12-31',
      scope: 'own',
      dateBasis: 'done',
      cases: ['J2', 'J10'],
      reason: null,
    });
  });

  it('must drill down to as many numbers as they count', () => {
    expect(brokenRules(built)).toEqual([]);
    const behind = () => ({ cases: [], parties: 0 });
    expect(brokenRules(report(tallies, { layout: seed, behind }))).toEqual(['cases-behind-figures']);
  });
});

describe('checks', () => {
  it('flag what does not add up, and name the line', () => {
    const tallies = ['crime.accepted', 'crime.accepted', 'crime.sent'].map((kind, index) =>
      makeTally({ organ: 'D1', kind, day: '2023-05-08', sourceId: `c${index}` }, catalogue),
    );
    const built = report([...tallies, penalty(['警告'], { dims: { procedure: 'unheard-of' } })]);
    expect(brokenRules(built)).toEqual(['procedures-sum-to-total', 'accepted-within-sent']);
    expect(built.checks[3].message).toBe(
      '不符合「司法机关受理数量不多于移送数量」：示例区卫生健康委员会：依次为 2、1；合计：依次为 2、1',
    );
  });
});

describe('the JSON of a report', () => {
  it('has the fields of the contract in order, and one digest for one content', () => {
    const built = report([penalty(['警告'])], { frozen: true });
    expect(Object.keys(built)).toEqual(
      'organ from to scope layout frozen digest simulatedClock tables figures checks restatements'.split(' '),
    );
    expect(Object.keys(built.tables[0])).toEqual(['id', 'title', 'unit', 'columns', 'rows']);
    expect(built.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(report([penalty(['警告'])], { frozen: true }).digest).toBe(built.digest);
    expect(report([penalty(['罚款'])], { frozen: true }).digest).not.toBe(built.digest);
  });
});
