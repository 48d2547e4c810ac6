import { demoOrgan } from '@sanzhi/identity';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';

jest.setTimeout(120_000);

const REASON = { reason: '有初步证据，属于本机关管辖。' };

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open();
  const team = { code: 'DEMO-TEAM', name: '示范区卫生监督所', parentCode: demoOrgan.code, region: '120104', level: 'district', kind: 'entrusted', validFrom: '2019-01-01' };
  await office.rows('select identity.put_organ($1)', [team]);
  file = await Dossier.register(office);
  await office.rows("update identity.officer set body = 'DEMO-TEAM' where name in ('示范经办甲', '示范经办乙')");
});
afterAll(() => office.close());

const entrust = (instrument: string, over: object = {}): Promise<unknown> =>
  office.rows('select identity.entrust($1, $2)', [
    demoOrgan.code,
    { body: 'DEMO-TEAM', instrument, scope: '医疗卫生', procedures: ['penalty-ordinary'], validFrom: '2023-01-01', validUntil: '2023-12-31', publishedOn: '2023-01-05', ...over },
  ]);

it('L02: acts on no paper but one that covers the procedure and the day', async () => {
  expect(await file.refusal('handler1', 'file-case', REASON)).toEqual(['entrustment-in-force']);
  await entrust('〔2022〕1号', { validFrom: '2022-01-01', validUntil: '2022-12-31' });
  await entrust('〔2023〕1号', { procedures: ['penalty-summary'] });
  expect(await file.refusal('handler1', 'file-case', REASON)).toEqual(['entrustment-in-force']);
  await entrust('〔2023〕2号');
  await file.act('handler1', 'file-case', REASON);
});

it('acts in the organ\'s name: every row is the organ\'s', async () => {
  for (const table of ['casework.case', 'record.entry', 'identity.duty']) {
    expect([table, await office.rows(`select distinct organ from ${table}`)]).toEqual([table, [{ organ: demoOrgan.code }]]);
  }
});

it('says in the register in whose staff somebody is', async () => {
  const { body } = await office.seat('handler3').get<{ items: { name: string; body: string | null }[] }>('/officers');
  expect(body.items.filter((one) => one.body === 'DEMO-TEAM').map((one) => one.name).sort()).toEqual(['示范经办乙', '示范经办甲'].sort());
});

it('comes to an end with its paper', async () => {
  await file.act('head1', 'approve-filing', { opinion: '同意。' });
  await office.standAt('2024-01-02T09:00:00+08:00');
  expect(await file.refusal('handler1', 'ask-recusal', { person: office.person('handler2'), askedBy: 'self', ground: '近亲属。' })).toEqual(['entrustment-in-force']);
});
