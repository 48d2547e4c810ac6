import type { JsonObject } from '@sanzhi/kernel';
import { coerced, MEDICINES, onTheSpot, REGISTERS } from '../office/clinic';
import { Clinic, CLINIC_OWNER, clinicClue, TP_ORGAN } from '../office/clinic-case';
import { CLINIC_DRAFT } from '../office/clinic-penalty';
import { Dossier } from '../office/dossier';
import type { Office } from '../office/office';

jest.setTimeout(300_000);

// The acceptance case "无证诊所" under TP1: one run in the order of its days, each step by its own account, no administrator
// among them.
const REASON = { reason: '现场检查发现未取得许可证执业，有初步证据，属于本机关管辖。' };
const AGREE = { opinion: '同意。' };
const TEAM = 'TP-TEAM';
const PAIR = ['tp-a', 'tp-b'];
const TEST = { ground: '检验', measure: 'm3', laboratory: '示例检验中心', qualification: '示例资质0001', qualifiedUntil: '2026-12-31', items: '药品真伪', expectedOn: '2026-06-30' };
const INTERVIEW = {
  kind: '当事人的陈述', title: '询问笔录', certificateShown: true, rightsTold: true, place: '示范区示例路2号', content: '问：何时开始执业？答：今年三月。',
  partySign: { how: 'signed', name: '示例签收人' },
};

interface Shown {
  id: string;
  kind: string;
  statutoryDue: string | null;
  safeDue: string | null;
  lapsedOn: string | null;
}

let office: Office;
let clinic: Clinic;
/** The journey's clock goes on to nine o'clock of this day, and everything happens that falls due on the way. */
const goTo = (day: string): Promise<void> => office.passTo(`${day}T09:00:00+08:00`);

const of = (id: string, more: JsonObject): JsonObject => ({ measure: id, ...more });
const measure = async (id: string): Promise<Shown> =>
  ((await clinic.file.view('tp-a')).slices.evidence as { measures: Shown[] }).measures.find((one) => one.id === id)!;

beforeAll(async () => {
  office = await Clinic.office();
  const parent = { parentCode: TP_ORGAN, region: '120104', level: 'district', validFrom: '2019-01-01' };
  await office.rows('select identity.put_organ($1)', [{ ...parent, code: TEAM, name: '测试监督所', kind: 'entrusted' }]);
});
afterAll(() => office.close());

it('J01: a tip under a name becomes a clue with its term; the handler sees a number of the register, and no name', async () => {
  clinic = await Clinic.register(office);
  const { case: seen } = await clinic.file.view();
  expect(seen).toMatchObject({ state: 'clue', number: null, facts: { clue: { informant: clinicClue.informant } } });
  expect((await clinic.clock('CASE-FILE'))?.statutoryDue).toBe('2026-06-11');
  // What the form does not take cannot be shown to anybody.
  const named = Clinic.clue(office, { informant: { named: true, name: '某某' } as never }, { kind: 'person', name: '示例', idNumber: '示例1' });
  expect((await office.seat('tp-a').open('penalty-ordinary', named)).body.errors?.map((error) => error.pointer)).toEqual(['/form/clue/informant/name']);
});

it('J02: a second tip on the same clinic is linked, and opens nothing', async () => {
  const second = await office.seat('tp-c').open('penalty-ordinary', Clinic.clue(office));
  expect([second.status, second.body.refusals?.map((one) => one.rule)]).toEqual([422, ['clue-not-doubled']]);
  await clinic.file.act('tp-b', 'link-tip', { source: 'complaint', receivedOn: '2026-06-02', summary: '邻居反映同一诊所。', informant: { named: false } });
  expect((await clinic.file.view()).case.facts.tips).toHaveLength(1);
  expect(await office.rows('select count(*)::int as n from casework.case where organ = $1', [TP_ORGAN])).toEqual([{ n: 1 }]);
});

it('J03: A alone plans no check of the premises; A and B do, show their certificates and sign what they found', async () => {
  await goTo('2026-06-09');
  const plan = { source: 'complaint', discipline: '医疗卫生', reason: '核查举报反映的情况。', plannedOn: '2026-06-09' };
  const form = (...logins: string[]) => ({ party: CLINIC_OWNER, plan, handlers: logins.map((login) => office.person(login)) });
  const alone = await office.seat('tp-a').open('inspection-routine', form('tp-a'));
  expect([alone.status, alone.body.refusals?.map((one) => one.rule)]).toEqual([422, ['two-qualified-officers']]);
  const visit = await Dossier.register(office, form('tp-a', 'tp-b'), 'inspection-routine', ['tp-a', 'tp-b']);
  await visit.act('tp-s', 'approve-inspection', { opinion: '同意检查。' });
  const officers = [office.person('tp-a'), office.person('tp-b')];
  await visit.act('tp-a', 'enter-premises', { officers, officersPresent: 2, certificateShown: true, place: '示范区示例路2号' });
  expect(await visit.refusal('tp-a', 'record-scene', { officers: [officers[0]], factsFound: '某某', partySign: '某某' })).toEqual(['note-by-two-officers']);
  await visit.act('tp-a', 'record-scene', { officers, factsFound: '诊室一间，药品若干，无医疗机构执业许可证。', partySign: '当事人签名。' });
  await clinic.file.act('tp-a', 'verify-clue', { result: 'founded', findings: `现场检查查实（${(await visit.view()).case.number}）。` });
});

it('J05: an entrusted body files on no paper that has run out, and on a renewed one it does', async () => {
  await office.rows('update identity.officer set body = $1 where id = any($2)', [TEAM, [office.person('tp-a'), office.person('tp-b')]]);
  const paper = { body: TEAM, scope: '医疗卫生', disciplines: ['医疗卫生'], procedures: ['penalty-ordinary', 'inspection-routine'] };
  const entrust = (more: object) => office.rows('select identity.entrust($1, $2)', [TP_ORGAN, { ...paper, ...more }]);
  await entrust({ instrument: '委托〔2025〕1号', validFrom: '2025-06-01', validUntil: '2026-05-31', publishedOn: '2025-06-01' });
  const before = (await clinic.file.view()).case;
  expect(await clinic.file.refusal('tp-a', 'file-case', REASON)).toEqual(['entrustment-in-force']);
  expect((await clinic.file.view()).case).toEqual(before);
  await entrust({ instrument: '委托〔2026〕1号', validFrom: '2026-06-01', validUntil: '2028-05-31', publishedOn: '2026-06-01' });
});

it('J06: one officer under two names is no pair', async () => {
  const [before] = await office.rows<{ number: string }>('select certificate_number as number from identity.officer where id = $1', [office.person('tp-b')]);
  await office.rows('update identity.officer set certificate_number = null, certificate_from = null, certificate_until = null where id = $1', [office.person('tp-b')]);
  expect(await clinic.file.refusal('tp-a', 'file-case', REASON)).toEqual(['two-qualified-officers']);
  await office.rows(
    'update identity.officer set certificate_number = $2, certificate_from = \'2019-01-01\', certificate_until = \'2035-12-31\' where id = $1',
    [office.person('tp-b'), before.number],
  );
  const doubled = await office.seat('tp-a').open('penalty-ordinary', { ...Clinic.clue(office), handlers: [office.person('tp-a'), office.person('tp-a')] });
  expect([doubled.status, doubled.body.errors?.map((error) => error.pointer)]).toEqual([400, ['/form/handlers']]);
});

it('J07: A does not approve what he asked for; P1 does, the term runs, and the law of the day is pinned', async () => {
  const { file } = clinic;
  await file.act('tp-a', 'file-case', REASON);
  expect(await file.refusal('tp-p1', 'approve-filing', AGREE)).toEqual(['filing-endorsed-where-required']);
  await file.act('tp-s', 'endorse-filing', AGREE);
  expect(await file.refusal('tp-a', 'approve-filing', AGREE)).toEqual(['incompatible-duty']);
  await file.act('tp-p1', 'approve-filing', AGREE);
  const { case: seen, clocks } = await file.view();
  expect([seen.state, seen.number, seen.procedureVersion]).toEqual(['investigating', '测卫医立〔2026〕1号', '2025-06-01']);
  expect(clocks.filter((clock) => clock.state === 'running').map(({ rule, statutoryDue }) => [rule, statutoryDue])).toEqual([['CASE-DECIDE-90', '2026-09-07']]);
});

it('J08: conduct that ended three years ago is filed where harm is shown, and not on a tick', async () => {
  const sister = (over: object): Promise<Clinic> =>
    Clinic.register(office, { conductEndedOn: '2023-06-30', discoveredOn: '2026-06-09', ...over } as never, { ...CLINIC_OWNER, idNumber: `示例${JSON.stringify(over).length}` });
  const [plain, ticked] = [await sister({}), await sister({ harmful: true })];
  expect(await plain.file.refusal('tp-a', 'file-case', REASON)).toEqual(['within-limitation']);
  expect(await ticked.file.refusal('tp-a', 'file-case', REASON)).toEqual(['within-limitation']);
  await ticked.file.act('tp-a', 'verify-clue', { result: 'founded', findings: '就诊人因注射感染，有病历。', harmEvidence: ['某医院病历', '感染鉴定意见'] });
  await ticked.filed();
});

it('J09: no register is taken before the head approves; then it has seven working days, past the Dragon Boat days', async () => {
  await goTo('2026-06-10');
  const { file } = clinic;
  expect(await file.refusal('tp-a', 'carry-out-registration', of('m1', onTheSpot(office, PAIR)))).toEqual(['measure-approved', 'act-has-object']);
  for (const [id, name] of [['m1', '诊疗登记簿'], ['m2', '收费登记簿']]) {
    await file.act('tp-a', 'request-registration', { ...REGISTERS, items: [{ name, quantity: 2, unit: '本' }] });
    await file.act('tp-p1', 'approve-measure', of(id, AGREE));
    await file.act('tp-a', 'carry-out-registration', of(id, onTheSpot(office, PAIR)));
    expect(await measure(id)).toMatchObject({ kind: 'registration', statutoryDue: '2026-06-22' });
  }
});

it('J10, J11: medicines are seized in urgency by officers of the organ itself, with decision and list, and approved within 24 hours', async () => {
  const { file } = clinic;
  const urgent = { ...MEDICINES, urgency: '当事人正在转移药品。', ...coerced(office, PAIR) };
  expect(await file.refusal('tp-a', 'take-urgent-coercion', urgent)).toEqual(['not-by-entrusted-body']);
  await office.rows('update identity.officer set body = null where id = any($1)', [PAIR.map((login) => office.person(login))]);
  expect(await file.refusal('tp-a', 'take-urgent-coercion', { ...urgent, listHanded: false })).toEqual(['papers-handed-over']);
  const absent = { how: 'absent', reason: '当事人不到场。' };
  expect(await file.refusal('tp-a', 'take-urgent-coercion', { ...urgent, partySign: absent })).toEqual(['party-signed-or-noted']);
  await file.act('tp-a', 'take-urgent-coercion', { ...urgent, partySign: { ...absent, recording: '记录仪03-0610-02' } });
  expect(await measure('m3')).toMatchObject({ kind: 'seizure', statutoryDue: '2026-07-10' });
  expect((await clinic.clock('CASE-FORCE-24H'))?.statutoryDue).toBe('2026-06-11');
  await office.passTo('2026-06-11T08:59:00+08:00');
  await file.act('tp-p1', 'approve-measure', of('m3', AGREE));
  expect(await clinic.clock('CASE-FORCE-24H')).toBeUndefined();
});

it('J12: it is told to stop at once, and looked at again on the working day after the holiday', async () => {
  await goTo('2026-06-12');
  const order = { content: '立即停止诊疗活动。', dueOn: '2026-06-22', receiver: '示例签收人' };
  expect(await clinic.file.refusal('tp-a', 'order-rectification', { ...order, dueOn: '2026-06-11' })).toEqual(['rectify-day-ahead']);
  await clinic.file.act('tp-a', 'order-rectification', order);
  expect((await clinic.clock('CASE-RECTIFY'))?.statutoryDue).toBe('2026-06-22');
});

it('J13: what is seized is sent to be tested, told in writing, and the term of the seizure stands still', async () => {
  await goTo('2026-06-15');
  expect(await clinic.file.refusal('tp-a', 'commission-test', TEST)).toEqual(['test-told-in-writing']);
  await clinic.file.act('tp-a', 'commission-test', { ...TEST, toldInWriting: true });
  expect(await measure('m3')).toMatchObject({ statutoryDue: null, lapsedOn: null });
});

it('J15: registers are copied and given back on the last day; what is still held on the day after has lapsed', async () => {
  await goTo('2026-06-22');
  const { file } = clinic;
  await file.act('tp-p1', 'dispose-items', of('m1', { items: ['m1-1'], disposal: 'copied', reason: '已复制存卷，退还原件。', receiver: '示例签收人' }));
  await file.act('tp-a', 'recheck-rectification', { result: 'done', found: '诊疗活动已停止，现场拍照两张。' });
  await goTo('2026-06-23');
  expect([(await measure('m1')).lapsedOn, (await measure('m2')).lapsedOn]).toEqual([null, '2026-06-22']);
  const { body } = await office.seat('tp-p1').get<{ items: { kind: string }[] }>('/messages');
  expect(body.items.map(({ kind }) => kind)).toContain('measure-lapsed');
  const { defects } = await file.act('tp-p1', 'dispose-items', of('m2', { disposal: 'returned', reason: '期限届满，退还。', receiver: '示例签收人' }));
  expect(defects?.map(({ rule }) => rule)).toEqual(['measure-dealt-with-in-time']);
});

it('J16: the party asks that B leave; work goes on until P1 decides; then B sees nothing, C goes on, and B does not come back', async () => {
  await goTo('2026-06-25');
  const { file } = clinic;
  await file.act('tp-a', 'ask-recusal', { person: office.person('tp-b'), askedBy: 'party', ground: '与当事人系近亲属。' });
  await file.act('tp-b', 'ask-extension', { length: 30, reason: '送检物品较多。' });
  expect(await file.refusal('tp-p1', 'grant-recusal', AGREE)).toEqual(['two-handlers-remain']);
  await file.act('tp-p1', 'assign-handlers', { handlers: [office.person('tp-c')], ground: '乙拟回避。' });
  await file.act('tp-p1', 'grant-recusal', AGREE);
  expect([(await office.seat('tp-b').get(`/cases/${file.id}`)).status, (await office.seat('tp-c').get(`/cases/${file.id}`)).status]).toEqual([404, 200]);
  expect(await file.refusal('tp-p1', 'assign-handlers', { handlers: [office.person('tp-b')], ground: '人手不足。' })).toEqual(['recused']);
});

it('J17: an interview that A signs alone is none', async () => {
  await goTo('2026-06-26');
  expect(await clinic.file.refusal('tp-a', 'record-note', { ...INTERVIEW, officers: [office.person('tp-a')] })).toEqual(['note-by-two-officers']);
  await clinic.file.act('tp-a', 'record-note', { ...INTERVIEW, officers: [office.person('tp-a'), office.person('tp-c')] });
});

it('J14: days that are excluded twice are days that do not count, once', async () => {
  const exclude = (from: string, to: string): JsonObject => ({ from, to, ground: '检验', reason: '送检至收到检验报告期间。' });
  expect(await clinic.file.refusal('tp-p1', 'exclude-time', exclude('2026-06-20', '2026-06-30'))).toEqual(['clock-change-lawful']);
  await clinic.file.act('tp-p1', 'exclude-time', exclude('2026-06-20', '2026-06-25'));
  await goTo('2026-06-30');
  await clinic.file.act('tp-a', 'record-test-result', { test: 't1', measure: 'm3', report: '检验报告（示检0001）', conclusion: '其中4盒为假药。', resultTold: true, retestTold: true });
  await clinic.file.act('tp-p1', 'exclude-time', exclude('2026-06-15', '2026-06-30'));
  expect((await clinic.clock('CASE-DECIDE-90'))?.statutoryDue).toBe('2026-09-22');
  expect(await measure('m3')).toMatchObject({ statutoryDue: '2026-07-27', safeDue: '2026-07-24' });
});

it('J18: C is not taken out where A alone would be left', async () => {
  await goTo('2026-07-01');
  const before = (await clinic.file.view()).case;
  expect(await clinic.file.refusal('tp-p1', 'order-recusal', { person: office.person('tp-c'), ground: '近亲属。' })).toEqual(['two-handlers-remain']);
  expect((await clinic.file.view()).case).toEqual(before);
});

it('J19, J20: nobody is told before the report; the report has its six parts, with factors, tier and reasons', async () => {
  await goTo('2026-07-06');
  const { file } = clinic;
  expect(await file.refusal('tp-a', 'notify-party', { receiver: '欧阳示例', method: 'direct' })).toEqual(['not-in-state']);
  expect(await file.refusal('tp-a', 'report-findings', { draft: { ...CLINIC_DRAFT, discretion: ' ' } })).toEqual(['discretion-reasoned']);
  await file.act('tp-a', 'report-findings', { draft: CLINIC_DRAFT });
  expect((await file.view('tp-a')).case.state).toBe('reported');
  await file.act('tp-a', 'send-to-early-review');
  expect((await clinic.clock('CASE-REVIEW'))?.statutoryDue).toBe('2026-07-20');
});

it('J27: the seizure is extended by thirty days before it ends, and once', async () => {
  await goTo('2026-07-20');
  await clinic.file.act('tp-p1', 'extend-coercion', of('m3', { length: 30, reason: '药品来源尚须核对。' }));
  expect(await measure('m3')).toMatchObject({ statutoryDue: '2026-08-24' });
  expect(await clinic.file.refusal('tp-p1', 'extend-coercion', of('m3', { length: 10, reason: '情况复杂。' }))).toEqual(['clock-change-lawful']);
});

it('leaves a record that verifies, in which every act bears the name of who did it', async () => {
  expect(await office.verify(clinic.file.id, TP_ORGAN)).toMatchObject({ ok: true });
  const people = new Set((await clinic.file.record()).map((entry) => entry.actor));
  for (const login of ['tp-a', 'tp-b', 'tp-s', 'tp-p1']) expect([login, people.has(office.person(login))]).toEqual([login, true]);
  expect(clinic.file).toBeInstanceOf(Dossier);
});
