import { openLaw } from '../../apps/cli/src/open-law';
import { Dossier } from '../office/dossier';
import { CLINIC, clueForm, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps, toDecided, toNotified } from '../office/ordinary-road';

jest.setTimeout(180_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
});
afterAll(() => office.close());

const DIRECT = { method: 'direct', receiver: '示例签收人' };

async function decided(): Promise<Dossier> {
  const file = await Dossier.register(office);
  await toDecided(file);
  return file;
}

const numberOf = async (file: Dossier, kind: string): Promise<string> => ((await file.view()).case.facts.documents as Record<string, { number: string }>)[kind].number;

it('G074: nothing is served that was not decided; the state is that of each paper', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, SMALL);
  expect(await file.refusal('handler1', 'serve-decision', DIRECT)).toContain('not-in-state');
  await steps.decide(file);
  const papers = async () => ((await file.view()).slices.documents as { issued: { kind: string; served?: { on: string } }[] }).issued.map(({ kind, served }) => [kind, served?.on ?? null]);
  expect(await papers()).toContainEqual(['penalty-decision', null]);
  await file.act('handler1', 'serve-decision', DIRECT);
  expect(await papers()).toContainEqual(['penalty-decision', '2023-03-09']);
});

it('G075: a way that the law does not know is no way, and public notice comes last', async () => {
  const file = await decided();
  const answer = await office.seat('handler1').act(file.id, 'serve-decision', { method: 'pigeon', receiver: '甲' });
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid', errors: [expect.objectContaining({ pointer: '/form/method' })] } });
  expect(await file.refusal('handler1', 'announce-decision', { ground: 'whereabouts-unknown', channel: '报纸', course: '经过' })).toEqual(['other-service-failed']);
  expect(await file.refusal('handler1', 'serve-decision', { method: 'transferred', receiver: '甲' })).toEqual(['service-proof-complete']);
  await file.act('handler1', 'serve-decision', { method: 'transferred', receiver: '甲', deliveredBy: '示例监狱' });
  expect((await file.view()).case.facts.service).toMatchObject({ method: 'transferred' });
});

it('G076: where the region keeps decisions from electronic service, they are served another way', async () => {
  const law = await openLaw();
  for (const version of ['2021-07-15', '2025-06-01']) {
    const { actions } = law.pinned('penalty-ordinary', version);
    for (const action of ['serve-decision', 'serve-document']) expect(actions[action].needs).toContain('electronic-service-allowed');
  }
  const rule = law.rules().find(({ id }) => id === 'electronic-service-allowed')!;
  const asked = (banned: boolean, method: string) => rule.check({ step: { form: { method } }, parameters: { 'service.electronic': !banned } } as never);
  expect(asked(true, 'electronic')?.message).toContain('不适用电子送达');
  expect([asked(true, 'post'), asked(false, 'electronic')]).toEqual([null, null]);
});

it('G077, G078: served electronically with a signed confirmation that names who and where, until it is withdrawn', async () => {
  const file = await decided();
  const byMail = { method: 'electronic', recording: '到达截图1' };
  expect(await file.refusal('handler1', 'serve-decision', byMail)).toEqual(['service-proof-complete']);
  const whole = { recipient: '示例签收人', address: '示范区示例路1号', electronic: true, electronicAddress: '示例邮箱', signedScan: '扫描1' };
  for (const lacking of ['recipient', 'address', 'signedScan', 'electronicAddress']) {
    const part = Object.fromEntries(Object.entries(whole).filter(([field]) => field !== lacking));
    expect(await file.refusal('handler1', 'register-service-confirmation', part)).toEqual(['confirmation-complete']);
  }
  await file.act('handler1', 'register-service-confirmation', whole);
  await file.act('handler1', 'withdraw-service-confirmation', { paper: '书面声明' });
  expect(await file.refusal('handler1', 'serve-decision', { ...byMail, confirmation: '旧确认书' })).toEqual(['service-proof-complete']);
  expect(await file.refusal('handler1', 'withdraw-service-confirmation', { paper: '再次' })).toEqual(['confirmation-stands']);
  await file.act('handler1', 'register-service-confirmation', whole);
  await file.act('handler1', 'serve-decision', byMail);
  expect((await file.view()).case.facts.service).toMatchObject({ method: 'electronic', servedOn: '2023-03-09' });
});

it('G079, T32, U38: a paper of another case, or of no kind of this one, is not served here; each is served once', async () => {
  const file = await decided();
  const other = await decided();
  const serve = async (kind: string, of: Dossier, proof: object = DIRECT) => ({ document: kind, number: await numberOf(of, 'penalty-decision'), proof }) as never;
  expect(await file.refusal('handler1', 'serve-document', await serve('penalty-decision', other))).toEqual(['document-of-this-case']);
  expect(await file.refusal('handler1', 'serve-document', await serve('unheard-of-paper', file))).toEqual(['document-of-this-case']);
  expect(await file.refusal('handler1', 'serve-document', await serve('penalty-decision', file, { method: 'electronic', recording: '截图' }))).toEqual(['service-proof-complete']);
  await file.act('handler1', 'serve-document', await serve('penalty-decision', file));
  expect(await file.refusal('handler1', 'serve-document', await serve('penalty-decision', file))).toEqual(['document-not-yet-served']);
});

it('L28: within seven working days, and never on a day before the decision', async () => {
  await office.passTo('2023-03-10T09:00:00+08:00');
  const file = await decided();
  expect((await file.view()).clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-SERVE-7', statutoryDue: '2023-03-21' }));
  await office.passTo('2023-03-13T09:00:00+08:00');
  const proof = { document: '送达回证1' };
  expect(await file.refusal('handler1', 'serve-decision', DIRECT, { actedAt: '2023-03-09T09:00:00+08:00', proof })).toEqual(['not-before-cause']);
  await file.act('handler1', 'serve-decision', DIRECT, { actedAt: '2023-03-10T10:00:00+08:00', proof });
  expect((await file.view()).case.facts.service).toMatchObject({ servedOn: '2023-03-10' });
});

it('G081: a record with the government is made where the region asks for one, with its number, once', async () => {
  const file = await decided();
  expect(await file.refusal('handler1', 'record-with-government', { number: '示备1号' })).toEqual(['government-record-asked']);
  const rule = (await openLaw()).rules().find(({ id }) => id === 'government-record-asked')!;
  const asked = (form: object, facts: object = {}) => rule.check({ step: { form }, case: { facts }, parameters: { 'government.record': true } } as never);
  expect(asked({})?.message).toContain('没有填写备案号');
  expect(asked({ number: '1' }, { governmentRecord: { number: '1' } })?.message).toContain('已经备案');
  expect(asked({ number: '1' })).toBeNull();
});

it('G082, T21: a decision on the spot is filed once, and the first date stands', async () => {
  const pair = ['handler1', 'handler2'].map((login) => office.seat(login));
  const file = await Dossier.register(office, clueForm(pair, CLINIC, '2023-03-13'), 'penalty-summary');
  expect(await file.refusal('handler1', 'file-with-organ')).toContain('not-in-state');
  const spot = { factsFound: '未公示许可证。', basis: '细则第三十七条', kinds: ['警告'], fineFen: 0, rightsTold: true, receiver: '甲' };
  await file.act('handler1', 'decide-on-the-spot', spot);
  await file.act('handler1', 'file-with-organ');
  await office.passTo('2023-03-14T09:00:00+08:00');
  expect(await file.refusal('handler1', 'file-with-organ')).toContain('not-in-state');
  expect((await file.view()).case.facts.filing).toEqual({ filedOn: '2023-03-13' });
  const ordinary = await decided();
  expect(await office.seat('handler1').act(ordinary.id, 'file-with-organ', {})).toMatchObject({ status: 404 });
});
