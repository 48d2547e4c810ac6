import type { JsonObject } from '@sanzhi/kernel';
import { coerced, fileCase, MEDICINES, onTheSpot, openClinicOffice, REGISTERS } from '../office/clinic';
import type { Dossier } from '../office/dossier';
import type { Office } from '../office/office';

jest.setTimeout(150_000);

interface Shown {
  id: string;
  kind: string;
  statutoryDue: string | null;
  safeDue: string | null;
  lapsedOn: string | null;
  endedAt: string | null;
  items: { id: string; disposal: string | null }[];
}

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await openClinicOffice('2026-06-09T09:00:00+08:00');
  file = await fileCase(office, '2026-06-09');
});
afterAll(() => office.close());

const at = (day: string, time = '10:00'): Promise<void> => office.passTo(`${day}T${time}:00+08:00`);
const measure = async (id: string): Promise<Shown> =>
  ((await file.view('a')).slices.evidence as { measures: Shown[] }).measures.find((one) => one.id === id)!;
const of = (id: string, more: JsonObject = {}): JsonObject => ({ measure: id, ...more });

it('L08: on 10 June it registers nothing before the head approves, and then has seven working days', async () => {
  await at('2026-06-10');
  expect(await file.refusal('a', 'carry-out-registration', of('m1', onTheSpot(office)))).toEqual(['measure-approved', 'act-has-object']);
  await file.act('a', 'request-registration', REGISTERS);
  expect(await file.refusal('a', 'carry-out-registration', of('m1', onTheSpot(office)))).toEqual(['measure-approved', 'act-has-object']);
  expect(await file.refusal('a', 'approve-measure', of('m1', { opinion: '同意。' }))).toContain('incompatible-duty');
  await file.act('p1', 'approve-measure', of('m1', { opinion: '同意。' }));
  await file.act('a', 'carry-out-registration', of('m1', onTheSpot(office)));
  expect(await measure('m1')).toMatchObject({ kind: 'registration', statutoryDue: '2026-06-22', safeDue: '2026-06-22' });
});

it('L05, L06: seizes in urgency with decision and list, told and heard, and is approved to the minute', async () => {
  await at('2026-06-10', '14:30');
  const urgent = { ...MEDICINES, urgency: '当事人正在转移药品。', ...coerced(office) };
  const unpowered = { ...urgent, power: { level: 'rule', citation: '某办法第一条' }, sealedByOthers: true };
  expect(await file.refusal('a', 'take-urgent-coercion', unpowered)).toEqual(['coercion-power-cited', 'not-sealed-twice']);
  const [medicine] = MEDICINES.items as JsonObject[];
  for (const wrong of [{ ...medicine, necessity: true }, { ...medicine, related: false }]) {
    expect(await file.refusal('a', 'take-urgent-coercion', { ...urgent, items: [wrong] })).toEqual(['object-may-be-held']);
  }
  expect(await file.refusal('a', 'take-urgent-coercion', { ...urgent, listHanded: false })).toEqual(['papers-handed-over']);
  expect(await file.refusal('a', 'take-urgent-coercion', { ...urgent, told: false })).toEqual(['party-told-and-heard']);
  const absent = { ...urgent, partySign: { how: 'absent', reason: '当事人不到场。' } };
  expect(await file.refusal('a', 'take-urgent-coercion', absent)).toEqual(['party-signed-or-noted']);
  await file.act('a', 'take-urgent-coercion', { ...absent, partySign: { how: 'absent', reason: '当事人不到场。', recording: '记录仪03-0610-02' } });
  expect(await measure('m2')).toMatchObject({ statutoryDue: '2026-07-10', safeDue: '2026-07-10' });
  const { clocks } = await file.view('a');
  expect(clocks.filter(({ rule, state }) => rule === 'CASE-FORCE-24H' && state === 'running')).toHaveLength(1);
  await at('2026-06-11', '14:29');
  await file.act('p1', 'approve-measure', of('m2', { opinion: '同意，补办批准手续。' }));
  await at('2026-06-11', '14:31');
  expect((await file.view('a')).clocks.find(({ rule }) => rule === 'CASE-FORCE-24H')).toMatchObject({ state: 'done' });
  expect((await measure('m2')).lapsedOn).toBeNull();
});

it('L05: leaves sealing and seizing to the organ itself, never to an entrusted body', async () => {
  const team = { code: 'TP-TEAM', name: '测试区卫生监督所', parentCode: 'TP-CLINIC', region: '120104', level: 'district', kind: 'entrusted', validFrom: '2019-01-01' };
  const paper = {
    body: team.code, instrument: '测委〔2026〕1号', scope: '医疗卫生', procedures: ['penalty-ordinary'], validFrom: '2026-01-01', validUntil: '2026-12-31', publishedOn: '2026-01-05',
  };
  await office.rows('select identity.put_organ($1)', [team]);
  await office.rows('select identity.entrust($1, $2)', ['TP-CLINIC', paper]);
  await office.rows("update identity.officer set body = 'TP-TEAM' where id = $1", [office.person('b')]);
  const [medicine, device] = MEDICINES.items as JsonObject[];
  expect(await file.refusal('a', 'request-coercion', { ...MEDICINES, items: [medicine] })).toContain('not-sealed-twice');
  const refused = await file.refusal('a', 'request-coercion', { ...MEDICINES, items: [device] });
  await office.rows('update identity.officer set body = null where id = $1', [office.person('b')]);
  expect(refused).toEqual(['not-by-entrusted-body']);
});

it('must lift what was not approved within the 24 hours', async () => {
  const other = await fileCase(office, '2026-06-11');
  await other.act('a', 'take-urgent-coercion', { ...MEDICINES, urgency: '当事人正在转移药品。', ...coerced(office) });
  await at('2026-06-12', '14:32');
  expect(await other.refusal('p1', 'approve-measure', of('m1', { opinion: '同意。' }))).toEqual(['approval-within-24-hours']);
  expect(await other.refusal('p1', 'extend-coercion', of('m1', { length: 30, reason: '情况复杂。' }))).toEqual(['coercion-stands']);
  expect((await other.record('a')).at(-1)?.action).toBe('lapse-measure');
  await other.act('p1', 'lift-coercion', of('m1', { ground: 'not-approved', receiver: '示例签收人' }));
  expect(((await other.view('a')).slices.evidence as { measures: Shown[] }).measures[0].endedAt).not.toBeNull();
});

it('L09: sends what is seized to be tested, told in writing; the term of the seizure stands still', async () => {
  await at('2026-06-15');
  const test = { ground: '检验', measure: 'm2', laboratory: '示例检验中心', qualification: '示例资质0001', qualifiedUntil: '2026-12-31', items: '药品真伪', expectedOn: '2026-06-30' };
  expect(await file.refusal('a', 'commission-test', { ...test, qualifiedUntil: '2026-06-14' })).toEqual(['laboratory-qualified', 'test-told-in-writing']);
  expect(await file.refusal('a', 'commission-test', { ...test, measure: 'm9', toldInWriting: true })).toEqual(['samples-taken']);
  await file.act('a', 'commission-test', { ...test, toldInWriting: true });
  expect(await measure('m2')).toMatchObject({ statutoryDue: null, lapsedOn: null });
});

it('G030, G031: disposes of the registers on the last day, some of them; what is left lapses by the clock alone', async () => {
  await at('2026-06-22', '16:00');
  expect(await file.refusal('p1', 'dispose-items', of('m1', { disposal: 'destroyed', reason: '处理。' }))).toEqual(['disposal-lawful', 'disposal-grounded']);
  expect(await file.refusal('p1', 'dispose-items', of('m1', { items: ['m1-9'], disposal: 'copied', reason: '已复制。' }))).toEqual(['items-under-measure']);
  await file.act('p1', 'dispose-items', of('m1', { items: ['m1-1'], disposal: 'copied', reason: '已复制存卷，退还原件。', receiver: '示例签收人' }));
  expect(await measure('m1')).toMatchObject({ items: [{ disposal: 'copied' }], lapsedOn: null });
  expect((await measure('m1')).endedAt).not.toBeNull();
});

it('L04: takes no interview of one officer alone', async () => {
  await at('2026-06-26');
  const note = {
    kind: '当事人的陈述', title: '询问笔录', certificateShown: true, rightsTold: true, place: '示范区示例路2号', content: '问：何时开始执业？答：今年三月。',
    partySign: { how: 'signed', name: '示例签收人' },
  };
  expect(await file.refusal('a', 'record-note', { ...note, officers: [office.person('a')] })).toEqual(['note-by-two-officers']);
  await file.act('a', 'record-note', { ...note, officers: [office.person('a'), office.person('b')] });
});

it('counts the test out: the seizure ends on 25 July, rolled to the 27th and safe on the 24th; the case by 22 September', async () => {
  await at('2026-06-30');
  const result = { test: 't1', measure: 'm2', report: '检验报告（示检0001）', conclusion: '其中4盒为假药。', resultTold: true, retestTold: true };
  expect(await file.refusal('a', 'record-test-result', { ...result, retestTold: false })).toEqual(['result-told']);
  await file.act('a', 'record-test-result', result);
  expect(await measure('m2')).toMatchObject({ statutoryDue: '2026-07-27', safeDue: '2026-07-24' });
  await file.act('p1', 'exclude-time', { from: '2026-06-15', to: '2026-06-30', ground: '检验', reason: '送检药品至收到检验报告期间。' });
  expect((await file.view('a')).clocks.find(({ rule }) => rule === 'CASE-DECIDE-90')).toMatchObject({ statutoryDue: '2026-09-22' });
});

it('L08: alerts and marks what is still held on the day after as lapsed; it goes back', async () => {
  const late = await fileCase(office, '2026-06-30');
  await late.act('a', 'request-registration', REGISTERS);
  await late.act('p1', 'approve-measure', of('m1', { opinion: '同意。' }));
  await late.act('a', 'carry-out-registration', of('m1', onTheSpot(office)));
  const seen = async (): Promise<Shown> => ((await late.view('a')).slices.evidence as { measures: Shown[] }).measures[0];
  const lapses = async () => (await late.record('a')).filter(({ action }) => action === 'lapse-measure');
  expect((await seen()).statutoryDue).toBe('2026-07-09');
  await office.passTo('2026-07-09T23:59:00+08:00');
  expect(await lapses()).toEqual([]);
  await office.passTo('2026-07-10T00:00:00+08:00');
  expect(await lapses()).toHaveLength(1);
  expect((await seen()).lapsedOn).toBe('2026-07-09');
  const { body } = await office.seat('p1').get<{ items: { kind: string }[] }>('/messages');
  expect(body.items.map(({ kind }) => kind)).toContain('measure-lapsed');
  await office.passTo('2026-07-10T09:00:00+08:00');
  expect(await late.refusal('p1', 'dispose-items', of('m1', { disposal: 'tested', reason: '送检。' }))).toEqual(['released-when-lapsed']);
  const { defects } = await late.act('p1', 'dispose-items', of('m1', { disposal: 'returned', reason: '期限届满，退还。', receiver: '示例签收人' }));
  expect(defects?.map(({ rule }) => rule)).toEqual(['measure-dealt-with-in-time']);
});

it('G032: on 20 July the head extends the seizure by 30 days before it ends, once', async () => {
  await at('2026-07-20');
  expect(await file.refusal('p1', 'extend-coercion', of('m2', { length: 31, reason: '情况复杂。' }))).toEqual(['clock-change-lawful']);
  expect(await file.refusal('p1', 'extend-coercion', of('m1', { length: 30, reason: '情况复杂。' }))).toEqual(['coercion-named', 'clock-change-lawful']);
  await file.act('p1', 'extend-coercion', of('m2', { length: 30, reason: '药品来源尚须核对。' }));
  expect(await measure('m2')).toMatchObject({ statutoryDue: '2026-08-24', safeDue: '2026-08-24' });
  expect(await file.refusal('p1', 'extend-coercion', of('m2', { length: 10, reason: '情况复杂。' }))).toEqual(['clock-change-lawful']);
  const entry = (await file.record('a')).find(({ action }) => action === 'extend-coercion');
  expect(entry?.payload?.recorded.documents).toMatchObject({ 'coercion-extension': { number: expect.stringMatching(/强延〔2026〕1号/) } });
});

it('keeps all of it in a record that holds', async () => {
  expect(await office.verify(file.id, 'TP-CLINIC')).toMatchObject({ ok: true });
});
