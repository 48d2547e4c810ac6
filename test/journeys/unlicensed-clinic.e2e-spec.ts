import { Clinic, CLINIC_OWNER, clinicClue, TP_ORGAN } from '../office/clinic-case';
import { Dossier } from '../office/dossier';
import type { Office } from '../office/office';

jest.setTimeout(300_000);

// The acceptance case "无证诊所" under TP1: one run in the order of its days, each step by its own account, no administrator
// among them. Later steps follow as further `it`s of the same run, on `clinic.file`.
const REASON = { reason: '现场检查发现未取得许可证执业，有初步证据，属于本机关管辖。' };
const AGREE = { opinion: '同意。' };
const TEAM = 'TP-TEAM';

let office: Office;
let clinic: Clinic;
/** The journey's clock goes on to nine o'clock of this day, and everything happens that falls due on the way. */
const goTo = (day: string): Promise<void> => office.passTo(`${day}T09:00:00+08:00`);

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

it('J18: C is not taken out where A alone would be left', async () => {
  await goTo('2026-07-01');
  const before = (await clinic.file.view()).case;
  expect(await clinic.file.refusal('tp-p1', 'order-recusal', { person: office.person('tp-c'), ground: '近亲属。' })).toEqual(['two-handlers-remain']);
  expect((await clinic.file.view()).case).toEqual(before);
});

it('leaves a record that verifies, in which every act bears the name of who did it', async () => {
  expect(await office.verify(clinic.file.id, TP_ORGAN)).toMatchObject({ ok: true });
  const people = new Set((await clinic.file.record()).map((entry) => entry.actor));
  for (const login of ['tp-a', 'tp-b', 'tp-s', 'tp-p1']) expect([login, people.has(office.person(login))]).toEqual([login, true]);
  expect(clinic.file).toBeInstanceOf(Dossier);
});
