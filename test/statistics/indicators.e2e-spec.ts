import { ReportBook, type Layout } from '@sanzhi/statistics';
import { House } from './house';

jest.setTimeout(120_000);

const CITY = 'CITY-1';
const COUNTY = 'CITY-1-A';

describe('figures that are no plain sums', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
    const organs: Record<string, string>[] = [
      { code: CITY, name: '示例市卫生健康局', region: '990000', level: 'city' },
      { code: COUNTY, name: '示例县卫生健康局', parent_code: CITY, region: '990001', level: 'county' },
    ];
    expect(await house.import('organs', '', organs)).toMatchObject({ accepted: 2, rejected: [] });
  });
  afterAll(() => house.close());

  const visit = (number: string, party: string, over: Record<string, string> = {}): Record<string, string> => ({
    number, discipline: '职业卫生', source: 'random-national', party_type: 'organization', party_name: party, party_code: '',
    done_on: '2020-06-01', officers: '3', result: 'passed', organ_code: '', ...over,
  });
  const figures = async (layout: string, scope: 'own' | 'subtree' = 'own') => {
    await house.drain();
    const { figures: made, checks } = await house.report(CITY, layout, scope);
    return { by: new Map(made.map((figure) => [figure.id, figure])), broken: checks.filter(({ ok }) => !ok) };
  };

  it('counts units, visits, officers and tasks apart, over the organ and all below it', async () => {
    const visits = [
      visit('J1', '甲厂'), visit('J2', '甲厂', { officers: '2' }), visit('J1', '甲厂', { organ_code: COUNTY }), visit('J3', '乙厂', { organ_code: COUNTY }),
      visit('J4', '丙厂', { result: 'unit-gone' }), visit('J5', '丁厂', { discipline: '学校卫生', source: 'routine' }), visit('J6', '戊厂', { done_on: '2021-01-01' }),
    ];
    expect(await house.import('inspections', CITY, visits)).toMatchObject({ accepted: 7, rejected: [] });
    const { by, broken } = await figures('seed-002');
    expect(by.get('002-15')).toMatchObject({ value: 2, text: '2', cases: [`${COUNTY}:J1`, `${CITY}:J1`, 'J2', 'J3'] });
    expect(by.get('002-16')).toMatchObject({ value: 11 });
    expect(by.get('002-17')).toMatchObject({ value: 4 });
    expect(broken).toEqual([]);
    expect((await figures('seed-002', 'subtree')).by.get('002-15')).toMatchObject({ value: 2 });
  });

  it('takes back what a correction takes back', async () => {
    const corrected = visit('J3', '甲厂', { organ_code: COUNTY, done_on: '2020-06-02' });
    expect(await house.import('inspections', CITY, [corrected], { correct: '单位录错' })).toMatchObject({ accepted: 1 });
    const { by, broken } = await figures('seed-002');
    expect(by.get('002-15')).toMatchObject({ value: 1 });
    expect(by.get('002-16')).toMatchObject({ value: 11 });
    expect(broken).toEqual([]);
    for (const organ of [CITY, COUNTY]) expect(await house.recount(organ, 2020)).toEqual({ equal: true, differences: [] });
  });

  it('counts unnamed units each for itself, odd periods from the tallies, and finds a set of parties that was damaged', async () => {
    const unnamed = ['U1', 'U2'].map((number) => visit(number, '', { done_on: '2020-02-03' }));
    expect(await house.import('inspections', CITY, unnamed)).toMatchObject({ accepted: 2 });
    const { by } = await figures('seed-002');
    expect(by.get('002-15')).toMatchObject({ value: 3 });
    const layouts = house.api.get(ReportBook, { strict: false }).layouts as Map<string, Layout>;
    const odd = { ...by.get('002-15')!, indicator: 'occupational-units-inspected', unit: '家' as const, from: '2020-06-01', to: '2020-06-30' };
    layouts.set('odd', { id: 'odd', title: '半年', validFrom: '2020-01-01', source: '示例', tables: [], figures: [odd] });
    expect((await figures('odd')).by.get('002-15')).toMatchObject({ value: 1 });
    await house.owner.query(`update statistics.first_seen set count = count + 1 where organ = $1 and subject = ''`, [CITY]);
    const { equal, differences } = await house.recount(CITY, 2020);
    expect(equal).toBe(false);
    expect(differences).toEqual([
      expect.objectContaining({ tier: 'parties', kind: 'inspection.done', tallied: { count: 2, measures: {} }, rolledUp: { count: 3, measures: {} } }),
      expect.objectContaining({ tier: 'parties', kind: 'inspection.drawn' }),
    ]);
    await house.owner.query(`update statistics.first_seen set count = count - 1 where organ = $1 and subject = ''`, [CITY]);
  });

  it('prints a done share of 580 in 598 as 96.99 and a closed one as 100', async () => {
    const tasks = Array.from({ length: 598 }, (_, index) =>
      visit(`T${index + 1}`, `单位${index + 1}`, { done_on: '2025-03-03', result: index < 18 ? 'unit-gone' : 'passed', certificate_shown: 'yes' }),
    );
    expect(await house.import('inspections', CITY, tasks)).toMatchObject({ accepted: 598 });
    const { by, broken } = await figures('seed-004');
    expect(['004-21', '004-32', '004-33', '004-34', '004-11'].map((id) => by.get(id)?.text)).toEqual(['580', '598', '96.99', '100', '100']);
    expect(by.get('004-33')!.cases).toHaveLength(580);
    expect(by.get('004-16')).toMatchObject({ value: null, text: '—', reason: expect.stringContaining('无从计算') });
    expect(broken).toEqual([]);
  });

  it('knows a publication in time from one too late, by the working days of the calendar', async () => {
    const permit = { number: 'X-1', result: 'granted', decided_on: '2025-09-26', published_on: '2025-10-13' };
    const penalty = { number: 'P-1', procedure: 'ordinary', filed_on: '2025-09-01', decided_on: '2025-09-26', outcome: 'punished', penalty_kinds: '警告', published_on: '2025-10-13' };
    expect(await house.import('permits', CITY, [permit])).toMatchObject({ accepted: 1, rejected: [] });
    expect(await house.import('cases', CITY, [penalty])).toMatchObject({ accepted: 1, rejected: [] });
    expect((await figures('seed-004')).by.get('004-16')).toMatchObject({ text: '100', cases: ['P-1', 'X-1'] });
    await house.import('permits', CITY, [{ ...permit, number: 'X-2', published_on: '2025-10-14' }]);
    expect((await figures('seed-004')).by.get('004-16')).toMatchObject({ text: '67' });
  });

  it('takes every other kind of line, and counts remedies by role and stage', async () => {
    const remedies: Record<string, string>[] = [
      { number: 'R-1', kind: '行政复议', role: '复议机关', received_on: '2020-03-02', accepted_on: '2020-03-05' },
      { number: 'R-2', kind: '行政复议', role: '被申请人', received_on: '2020-04-02' },
      { number: 'R-3', kind: '行政诉讼', role: '被告', received_on: '2020-04-02', concluded_on: '2020-08-02', head_appeared: '是' },
    ];
    expect(await house.import('remedies', CITY, remedies)).toMatchObject({ accepted: 3, rejected: [] });
    expect(await house.import('remedies', CITY, remedies)).toMatchObject({ accepted: 0, skipped: 3 });
    const { by } = await figures('seed-002');
    expect(['002-33', '002-34', '002-35', '002-36', '002-37'].map((id) => by.get(id)?.value)).toEqual([1, 1, 0, 1, 1]);
    const others = { coercion: { number: '1', kind: '查封', decided_on: '2020-01-02' }, objects: { number: '1', since: '2020-01-02' }, registers: { number: '1', register: '培训', date: '2020-01-02' }, fees: { number: '1', date: '2020-01-02', amount_yuan: '5' }, 'normative-documents': { number: '1', date: '2020-01-02', state: '制发' } } as const;
    for (const [kind, line] of Object.entries(others)) {
      expect([kind, await house.import(kind as keyof typeof others, CITY, [line])]).toEqual([kind, { accepted: 1, skipped: 0, rejected: [] }]);
    }
    await house.drain();
    expect(await house.recount(CITY, 2020)).toEqual({ equal: true, differences: [] });
  });
});
