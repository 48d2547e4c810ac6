import { performance } from 'node:perf_hooks';
import type { RowOf } from '@sanzhi/statistics';
import { House } from './house';

jest.setTimeout(300_000);

type Line = Record<string, string>;

const CITY = 'CITY';
const WEST = 'WEST';
const ELSEWHERE = 'ELSEWHERE';

const penalty = (number: string, more: Line = {}): Line => ({
  number, procedure: 'ordinary', discipline: '医疗卫生', source: 'routine', party_type: 'organization', party_name: '示例诊所', filed_on: '2023-02-01',
  decided_on: '2023-04-03', closed_on: '2023-05-08', outcome: 'punished', penalty_kinds: '警告|罚款', fine_yuan: '3000', ...more,
});

const visit = (number: string, more: Line = {}): Line => ({ number, discipline: '公共场所卫生', done_on: '2023-06-01', officers: '2', result: 'passed', ...more });

describe('import of organs, cases and inspections', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  const codes = ({ rejected }: { rejected: { line: number; field: string; code: string }[] }) =>
    rejected.map(({ line, field, code }) => `${line} ${field} ${code}`);
  const figure = async (id: string, organ = WEST) => (await house.report(organ, 'seed-001')).figures.find((one) => one.id === id)!;

  it('takes organs in any order, and only what is right of them', async () => {
    const answer = await house.import('organs', '', [
      { code: WEST, name: '西区卫生健康委', parent_code: CITY, level: 'district' },
      { code: CITY, name: '示例市卫生健康委', region: '120000', level: 'city' },
      { code: ELSEWHERE, name: '外地卫生健康委', region: '130000', level: 'city' },
      { code: 'LOST', name: '无上级', parent_code: 'NOBODY', level: 'district' },
      { code: 'ROOT', name: '无区划', level: 'city' },
      { code: 'LEAF', name: '随上级', parent_code: 'ROOT', level: 'district' },
      { code: '坏 代码', name: '坏代码', region: '120000', level: 'city' },
      { code: CITY, name: '重复', region: '120000', level: 'city' },
      { code: 'LEVEL', name: '无层级', region: '120000', level: '乡' },
    ]);
    expect(codes(answer)).toEqual([
      '5 parent_code ORGAN_UNKNOWN', '6 region REQUIRED', '7 parent_code ORGAN_UNKNOWN', '8 code BAD_VALUE', '9 code DUPLICATE_LINE', '10 level BAD_VALUE',
    ]);
    expect(answer).toMatchObject({ accepted: 3, skipped: 0 });
    expect(await house.rows(`select code, parent_code, region from identity.organ where code = '${WEST}'`)).toEqual([{ code: WEST, parent_code: CITY, region: '120000' }]);
  });

  it('skips organs that are the same, and changes one only on a ground', async () => {
    const same = { code: WEST, name: '西区卫生健康委', parent_code: CITY, level: 'district' };
    const renamed = { code: ELSEWHERE, name: '外地卫生健康局', region: '130000', level: 'city' };
    const refused = await house.import('organs', '', [same, renamed]);
    expect({ ...refused, rejected: codes(refused) }).toEqual({ accepted: 0, skipped: 1, rejected: ['3 code CHANGED'] });
    expect(await house.import('organs', '', [renamed], { correct: '机构更名' })).toMatchObject({ accepted: 1, rejected: [] });
    const circle = { code: CITY, name: '示例市卫生健康委', parent_code: WEST, region: '120000', level: 'city' };
    await expect(house.import('organs', '', [circle], { correct: '试' })).rejects.toMatchObject({ status: 422 });
  });

  it('G009: judges each line and keeps what is right', async () => {
    const summary = { procedure: 'summary', fine_yuan: '5000', penalty_kinds: '罚款' };
    const answer = await house.import('cases', WEST, [
      penalty('W-1'),
      penalty('W-2', { filed_on: '' }),
      penalty('W-3', { decided_on: '2023-02-30' }),
      penalty('W-4', { fine_yuan: '3,000' }),
      penalty('W-5', { discipline: '未知专业' }),
      penalty('W-6', { party_code: '91120104MA0000001X' }),
      penalty('W-7', { decided_on: '2023-01-01' }),
      penalty('W-8', { organ_code: 'NOBODY' }),
      penalty('W-9', { organ_code: ELSEWHERE }),
      penalty('W-1'),
      penalty('W-10', summary),
      penalty('W-11', { party_name: '坏\0字' }),
      penalty('9'.repeat(4_000)),
      penalty('W-12', { outcome: 'pending', decided_on: '', closed_on: '', penalty_kinds: '', fine_yuan: '' }),
    ]);
    expect(codes(answer)).toEqual([
      '3 filed_on REQUIRED', '4 decided_on BAD_DATE', '5 fine_yuan BAD_MONEY', '6 discipline BAD_VALUE', '7 party_code BAD_CODE',
      '8 decided_on DATE_ORDER', '9 organ_code ORGAN_UNKNOWN', '10 organ_code ORGAN_FORBIDDEN', '11 number DUPLICATE_LINE', '12 fine_yuan NOT_LAWFUL',
      '13 party_name ENCODING', '14 number BAD_VALUE',
    ]);
    expect(answer).toMatchObject({ accepted: 2, skipped: 0 });
    await house.drain();
    expect(await figure('001-04')).toMatchObject({ value: 1, cases: ['W-1'] });
    expect(await figure('001-07')).toMatchObject({ value: 3000 });
  });

  it('skips what it has, and counts it once', async () => {
    expect(await house.import('cases', WEST, [penalty('W-1')])).toEqual({ accepted: 0, skipped: 1, rejected: [] });
    const twice = [penalty('W-20'), penalty('W-21')];
    const both = await Promise.all([house.import('cases', WEST, twice), house.import('cases', WEST, twice)]);
    expect(both.map(({ accepted, skipped }) => accepted + skipped)).toEqual([2, 2]);
    expect(both[0].accepted + both[1].accepted).toBe(2);
    await house.drain(2);
    expect(await figure('001-04')).toMatchObject({ value: 3 });
    expect(await house.recount(WEST)).toEqual({ equal: true, differences: [] });
  });

  it('G009: keeps nothing on a dry run, and says of an empty file that nothing was taken', async () => {
    expect(await house.import('cases', WEST, [penalty('W-90')], { dryRun: true })).toEqual({ accepted: 1, skipped: 0, rejected: [] });
    expect(await house.import('cases', WEST, [])).toEqual({ accepted: 0, skipped: 0, rejected: [] });
    expect(await house.rows(`select 1 from statistics.imported where number = 'W-90'`)).toEqual([]);
  });

  it('corrects on a ground: what was counted is taken back on its own legal day', async () => {
    const corrected = penalty('W-1', { decided_on: '2024-01-05', closed_on: '2024-02-01', fine_yuan: '2000' });
    expect(codes(await house.import('cases', WEST, [corrected]))).toEqual(['2 number CHANGED']);
    expect(await house.import('cases', WEST, [corrected], { correct: '录入错误' })).toEqual({ accepted: 1, skipped: 0, rejected: [] });
    await house.drain();
    const tallies = await house.rows<{ day: string; count: number; fine: string }>(
      `select to_char(day, 'YYYY-MM-DD') as day, count, measures->>'fineFen' as fine from statistics.tally
       where case_number = 'W-1' and kind = 'penalty.decided' order by day, count`,
    );
    expect(tallies).toEqual([
      { day: '2023-04-03', count: -1, fine: '-300000' },
      { day: '2023-04-03', count: 1, fine: '300000' },
      { day: '2024-01-05', count: 1, fine: '200000' },
    ]);
    expect(await figure('001-04')).toMatchObject({ value: 2, cases: ['W-20', 'W-21'] });
    const [first, second] = await house.rows(`select revision, reason, "row"->>'fineFen' as fine from statistics.imported where number = 'W-1' order by revision`);
    expect([first, second]).toEqual([{ revision: 0, reason: null, fine: '300000' }, { revision: 1, reason: '录入错误', fine: '200000' }]);
    expect(await house.import('cases', WEST, [penalty('W-1')], { correct: '原数无误' })).toMatchObject({ accepted: 1 });
    await house.drain();
    expect(await figure('001-04')).toMatchObject({ value: 3 });
    expect(await house.recount(WEST)).toEqual({ equal: true, differences: [] });
  });

  it('counts visits by date, and a unit that is gone as none', async () => {
    await house.import('inspections', CITY, [visit('V-1'), visit('V-2', { organ_code: WEST }), visit('V-3', { result: 'unit-gone' })]);
    await house.drain();
    expect(await figure('001-03', CITY)).toMatchObject({ value: 1, cases: ['V-1'] });
    expect(await figure('001-03')).toMatchObject({ value: 1, cases: ['V-2'] });
  });

  it('adds up a subtree without counting twice, with a line for each organ', async () => {
    const [{ rows }] = (await house.report(CITY, 'penalty-chongqing', 'subtree')).tables;
    const totals = rows.map(({ label, kind, cells }) => [label, kind, cells.find(({ column }) => column === 'total')!.value]);
    expect(totals).toEqual([['示例市卫生健康委', 'organ', 0], ['西区卫生健康委', 'organ', 3], ['合计', 'total', 3]]);
  });

  it('shows and takes nothing of an organ that is not below', async () => {
    await expect(house.report(WEST, 'seed-001', 'own', ELSEWHERE)).rejects.toMatchObject({ status: 404 });
    await expect(house.report('NOBODY', 'seed-001')).rejects.toMatchObject({ status: 404 });
    await expect(house.report(CITY, 'seed-001', 'own', WEST)).rejects.toMatchObject({ status: 404 });
    await expect(house.import('cases', WEST, [penalty('F-1')], { as: ELSEWHERE })).rejects.toMatchObject({ status: 404 });
    expect(await figure('001-04', ELSEWHERE)).toMatchObject({ value: 0, cases: [] });
    await expect(house.report(WEST, 'no-such')).rejects.toMatchObject({ status: 400 });
  });

  it('imports 20,000 visits, reports a year of them and recounts it', async () => {
    const sources: NonNullable<RowOf['inspections']['source']>[] = ['routine', 'random-national', 'random-city', 'complaint'];
    const visits = Array.from({ length: 20_000 }, (_, index) =>
      visit(`B-${index}`, { source: sources[index % 4], done_on: `2023-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}` }),
    );
    const began = performance.now();
    expect(await house.import('inspections', ELSEWHERE, visits)).toMatchObject({ accepted: 20_000, rejected: [] });
    const imported = performance.now();
    await house.drain();
    const rolledUp = performance.now();
    expect(await figure('001-03', ELSEWHERE)).toMatchObject({ value: 20_000 });
    const figures = performance.now();
    const [{ rows }] = (await house.report(ELSEWHERE, 'penalty-chongqing')).tables;
    const table = performance.now();
    expect(rows.at(-1)!.cells[0].value).toBe(0);
    expect(await house.recount(ELSEWHERE)).toEqual({ equal: true, differences: [] });
    const recounted = performance.now();
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2);
    console.info(
      `20,000 visits: import ${seconds(began, imported)} s, roll-up ${seconds(imported, rolledUp)} s, figures with all numbers ` +
        `${seconds(rolledUp, figures)} s, table of the year ${seconds(figures, table)} s, recount ${seconds(table, recounted)} s`,
    );
    expect(imported - began).toBeLessThan(120_000);
  });
});
