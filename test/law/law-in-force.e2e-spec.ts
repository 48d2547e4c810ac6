import { Dossier } from '../office/dossier';
import { SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

interface InForce {
  organ: { code: string; name: string; region: string };
  on: string;
  packs: string[];
  items: { id: string; value: unknown; file: string; bound: string; boundBasis: string; warning: string | null; validFrom?: string; nextChange: { on: string } | null }[];
}

interface Fired {
  items: { rule: string; title: string; effect: string; times: number; lastOn: string }[];
}

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
  file = await Dossier.register(office);
});
afterAll(() => office.close());

const inForce = async (query = ''): Promise<InForce> => (await office.seat('handler1').get<InForce>(`/law/parameters${query}`)).body;
const one = (law: InForce, id: string) => law.items.find((item) => item.id === id)!;
const fired = async (query: string, login = 'reviewer1'): Promise<Fired['items']> => (await office.seat(login).get<Fired>(`/law/rules/fired?${query}`)).body.items;

describe('the values of the law as they hold here', () => {
  it('are those of the own organ today, each with file, basis and bound', async () => {
    const law = await inForce();
    expect(law).toMatchObject({ organ: { code: 'DEMO-DISTRICT' }, on: '2023-03-01', packs: expect.arrayContaining(['demo-district']) });
    expect(one(law, 'summary.limit.personFen')).toMatchObject({ value: 20000, file: 'national.yaml', bound: 'ceiling', boundBasis: '行政处罚法第五十一条', warning: null, validFrom: '2021-07-15' });
    expect(one(law, 'hearing.threshold.personFen')).toMatchObject({ file: expect.stringContaining('demo'), boundBasis: '行政处罚法第六十三条（数额由地方规定）', warning: '演示值，不是当地规定' });
    expect(one(law, 'clock.TIP-REPLY.length')).toMatchObject({ value: null, warning: '未载入法定值' });
    expect(one(law, 'archive.order')).toMatchObject({ warning: '尚无功能读取' });
  });

  it('are those of another day where one is named', async () => {
    expect(one(await inForce('?on=2021-07-14'), 'summary.limit.personFen')).toMatchObject({ value: 5000, nextChange: { on: '2021-07-15' } });
  });

  it('are not shown of an organ that one cannot read, nor of a day that there is not', async () => {
    const seat = office.seat('handler1');
    expect((await seat.get('/law/parameters?organ=OTHER')).status).toBe(404);
    expect((await seat.get('/law/parameters?on=2023-02-30')).status).toBe(400);
  });
});

describe('how often a condition fired', () => {
  const all = 'from=2023-01-01&to=2023-12-31';

  it('counts each condition of a refusal once, by its legal day', async () => {
    await steps.file(file);
    await steps.report(file, SMALL);
    const refused = await file.refusal('head1', 'decide-penalty', { kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0 });
    expect(refused).toContain('notice-served');
    await office.passTo('2023-03-02T09:00:00+08:00');
    await file.refusal('head1', 'decide-penalty', { kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0 });
    const notice = (await fired(all)).find(({ rule }) => rule === 'notice-served');
    expect(notice).toEqual({ rule: 'notice-served', title: '已依法告知', basis: '行政处罚法第四十四条、第六十二条', effect: 'refuse', times: 2, lastOn: '2023-03-02' });
    expect((await fired('from=2023-03-02&to=2023-03-02')).find(({ rule }) => rule === 'notice-served')).toMatchObject({ times: 1 });
    expect(await fired('from=2022-01-01&to=2022-12-31')).toEqual([]);
  });

  it('counts defects too, which let the act be recorded', async () => {
    await steps.notify(file);
    await steps.hear(file);
    await office.passTo('2023-06-10T09:00:00+08:00');
    const { clocks } = await file.view();
    const dueOn = clocks.find(({ rule }) => rule === 'CASE-DECIDE-90')?.statutoryDue as string;
    await file.act('head1', 'sign-overdue', { dueOn, reason: '送检物品复检。', measures: '承办机构书面检查。' });
    await steps.decide(file);
    const defects = (await file.record()).flatMap(({ payload }) => payload?.defects ?? []).map(({ rule }) => rule);
    expect(defects).toContain('decided-in-time');
    const counted = (await fired(all)).filter(({ effect }) => effect === 'defect');
    expect(counted.map(({ rule }) => rule).sort()).toEqual([...new Set(defects)].sort());
    expect(counted.find(({ rule }) => rule === 'decided-in-time')).toMatchObject({ times: 1, lastOn: '2023-06-10' });
  });

  it('is read by who answers for the law, of organs that he can read', async () => {
    expect((await office.seat('handler1').get(`/law/rules/fired?${all}`)).status).toBe(403);
    expect((await office.seat('reviewer1').get(`/law/rules/fired?organ=OTHER&${all}`)).status).toBe(404);
  });

  it('is asked by the key of the table, whose rows nobody changes', async () => {
    const plan = await office.rows<{ 'QUERY PLAN': string }>(
      `explain select rule, count(*) from casework.rule_fired where organ = 'DEMO-DISTRICT' and day between '2023-03-01' and '2023-03-31' group by rule`,
    );
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('rule_fired_pkey');
    await expect(office.rows(`update casework.rule_fired set rule = 'x'`)).rejects.toThrow('never changed');
  });
});
