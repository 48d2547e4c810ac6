import { Dossier } from '../office/dossier';
import { LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps, toNotified } from '../office/ordinary-road';

jest.setTimeout(90_000);

const AGREE = { opinion: '与当事人法定代表人系近亲属，同意回避。' };

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open();
  file = await Dossier.register(office);
  await toNotified(file, LARGE);
});
afterAll(() => office.close());

const ask = (login: string) => ({ person: office.person(login), askedBy: 'party', ground: '与当事人法定代表人系近亲属。' });
const statusOf = async (login: string): Promise<number> => (await office.seat(login).get(`/cases/${file.id}`)).status;

it('goes on working until the head has decided', async () => {
  expect(await file.refusal('handler1', 'ask-recusal', ask('handler3'))).toEqual(['recusal-of-involved']);
  await file.act('handler1', 'ask-recusal', ask('handler2'));
  expect(await statusOf('handler2')).toBe(200);
  await file.act('handler2', 'send-to-review');
});

it('names another handler first, so that two are left', async () => {
  expect(await file.refusal('head1', 'grant-recusal', AGREE)).toEqual(['two-handlers-remain']);
  await office.rows("update identity.officer set certificate_until = '2022-12-31' where name = '示范经办丁'");
  const handlers = (login: string) => ({ handlers: [office.person(login)], ground: '原承办人拟回避。' });
  expect(await file.refusal('head1', 'assign-handlers', handlers('handler4'))).toEqual(['named-handlers-qualified']);
  await file.act('head1', 'assign-handlers', handlers('handler3'));
});

it('closes the case to the recused when it is decided, and leaves what he did', async () => {
  const { version } = (await file.view()).case;
  await file.act('head1', 'grant-recusal', AGREE);
  expect([await statusOf('handler2'), await statusOf('handler3')]).toEqual([404, 200]);
  expect(await file.refusal('handler2', 'ask-recusal', ask('head1'), { version: version + 1 })).toEqual(['recused']);
  const { body } = await office.seat('handler2').get<{ items: unknown[] }>('/tasks');
  expect(body.items).toEqual([]);
  const record = await file.record();
  expect(record.find((entry) => entry.action === 'send-to-review')?.actor).toBe(office.person('handler2'));
  expect(record.at(-1)?.payload?.recorded).toMatchObject({ identity: { recused: office.person('handler2') } });
});

it('names a recused person to nothing any more', async () => {
  const again = { handlers: [office.person('handler2')], ground: '人手不足。' };
  expect(await file.refusal('head1', 'assign-handlers', again)).toEqual(['recused']);
});

it('keeps a recused head from the discussion, and lets no head decide on himself', async () => {
  await steps.opine(file, LARGE);
  await steps.convene(file);
  await file.act('handler1', 'ask-recusal', ask('head1'));
  expect(await file.refusal('head1', 'decline-recusal', AGREE)).toEqual(['recusal-decided-by-another']);
  await file.act('head2', 'grant-recusal', AGREE);
  expect(await statusOf('head1')).toBe(404);
  const { version } = (await file.view()).case;
  expect(await file.refusal('head1', 'cast-vote', { vote: 'agree', view: '同意。', digest: '0'.repeat(64) }, { version })).toContain('recused');
});

it('is ordered without a request, and declined with one', async () => {
  await file.act('handler1', 'ask-recusal', ask('reviewer1'));
  await file.act('head2', 'decline-recusal', { opinion: '不属于应当回避的情形。' });
  expect(await statusOf('reviewer1')).toBe(200);
  expect(await file.refusal('head2', 'grant-recusal', AGREE)).toEqual(['recusal-asked', 'recusal-of-involved']);
  await file.act('head2', 'order-recusal', { person: office.person('reviewer1'), ground: '有直接利害关系。' });
  expect(await statusOf('reviewer1')).toBe(404);
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});
