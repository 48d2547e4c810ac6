import type { JsonObject } from '@sanzhi/kernel';
import { Clinic } from '../office/clinic-case';
import type { Office } from '../office/office';

jest.setTimeout(180_000);

let office: Office;
beforeAll(async () => {
  office = await Clinic.office('2026-06-09T09:00:00+08:00');
});
afterAll(() => office.close());

let next = 1;
const party = () => ({ kind: 'person', name: `示例人员${next}`, idNumber: `时限证件${next++}` });
const filed = async (): Promise<Clinic> => (await Clinic.register(office, {}, party())).filed();
const refused = (clinic: Clinic, login: string, action: string, form: JsonObject) => clinic.file.refusal(login, action, form);
const due = async (clinic: Clinic) => (await clinic.clock('CASE-DECIDE-90'))?.statutoryDue ?? null;
const at = (day: string) => office.standAt(`${day}T09:00:00+08:00`);

const tested = (over: object = {}) => ({ from: '2026-06-15', to: '2026-06-30', ground: '检验', reason: '送检没收物品。', ...over });
const stop = (ground = '听证') => ({ ground, reason: '等待听证。' });

describe('stops', () => {
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await filed();
    await at('2026-07-01');
  });

  it('G036: on a ground of the pack, approved by a head who does not handle the case', async () => {
    expect(await due(clinic)).toBe('2026-09-07');
    const before = (await clinic.file.view()).case;
    expect(await refused(clinic, 'tp-p1', 'exclude-time', tested({ ground: '专家评审' }))).toEqual(['clock-change-lawful']);
    expect(await refused(clinic, 'tp-a', 'exclude-time', tested())).toEqual(['incompatible-duty']);
    expect((await clinic.file.view()).case).toEqual(before);
    await clinic.file.act('tp-p1', 'exclude-time', tested());
    expect(await due(clinic)).toBe('2026-09-22');
  });

  it.each([
    ['no start', { from: undefined }],
    ['a start before filing', { from: '2026-06-08' }],
    ['a start in the future', { from: '2026-07-02', to: '2026-07-03' }],
    ['an end in the future', { to: '2026-07-02' }],
    ['an end before its start', { to: '2026-06-14' }],
    ['four hundred days', { from: '2025-05-27', to: '2026-07-01' }],
  ])('G037, T19: no time is left out with %s', async (_, over) => {
    const before = await due(clinic);
    const { status, body } = await office.seat('tp-p1').act(clinic.file.id, 'exclude-time', JSON.parse(JSON.stringify(tested(over))));
    if (status === 400) expect(body.errors?.map((error) => error.pointer)).toEqual(['/form/from']);
    else expect([status, body.refusals?.map((one) => one.rule)]).toEqual([422, ['clock-change-lawful']]);
    expect(await due(clinic)).toBe(before);
  });

  it('G037, U16: stops and suspensions of the same days are one set of days', async () => {
    await clinic.file.act('tp-p1', 'exclude-time', tested({ from: '2026-06-20', to: '2026-06-25', ground: '听证' }));
    expect(await due(clinic)).toBe('2026-09-22');
    await clinic.file.act('tp-p1', 'suspend-decision', stop());
    await at('2026-07-06');
    // The five days of the suspension, two of them left out once more: five days in all.
    await clinic.file.act('tp-p1', 'resume-decision', { reason: '听证已举行。' });
    await clinic.file.act('tp-p1', 'exclude-time', tested({ from: '2026-07-02', to: '2026-07-04' }));
    // 27 September is a Sunday.
    expect(await due(clinic)).toBe('2026-09-28');
  });

  it('G038, G039: is suspended before the decision with a ground, and goes on only where it stood still', async () => {
    expect(await refused(clinic, 'tp-p1', 'resume-decision', { reason: '恢复。' })).toEqual(['clock-change-lawful']);
    const { status, body } = await office.seat('tp-p1').act(clinic.file.id, 'suspend-decision', { ground: '听证', reason: '' });
    expect([status, body.errors?.map((error) => error.pointer)]).toEqual([400, ['/form/reason']]);
    await clinic.file.act('tp-p1', 'suspend-decision', stop());
    expect(await due(clinic)).toBeNull();
    expect(await refused(clinic, 'tp-p1', 'suspend-decision', stop())).toEqual(['clock-change-lawful']);
    await clinic.file.act('tp-p1', 'resume-decision', { reason: '听证已举行。' });
    const unfiled = await Clinic.register(office, {}, party());
    expect(await refused(unfiled, 'tp-p1', 'suspend-decision', stop())).toEqual(expect.arrayContaining(['not-in-state', 'clock-change-lawful']));
  });
});

describe('the end', () => {
  const ending = { outcome: 'terminated', ground: 'party-dead', factsFound: '当事人死亡。', evidence: [{ title: '死亡证明' }], basis: '行政处罚法第五十七条', reason: '无可处罚的当事人。' };

  it('G040: is terminated for a reason while it is not decided, by the head', async () => {
    const clinic = await filed();
    const { file } = clinic;
    const without = await office.seat('tp-a').act(file.id, 'report-ending', { ...ending, reason: '' });
    expect([without.status, without.body.errors?.map((error) => error.pointer)]).toEqual([400, ['/form/reason']]);
    await file.act('tp-a', 'report-ending', ending);
    expect(await file.refusal('tp-a', 'approve-ending', { outcome: 'terminated', opinion: '同意。' })).toContain('incompatible-duty');
    await file.act('tp-p1', 'approve-ending', { outcome: 'terminated', opinion: '同意终止。' });
    expect(await due(clinic)).toBeNull();
    expect(await file.refusal('tp-a', 'report-ending', ending)).toEqual(['not-in-state']);
  });

  it('L39: a case that the police send back goes on with a term of its own', async () => {
    const clinic = await filed();
    const { file } = clinic;
    await file.act('tp-a', 'report-ending', { ...ending, outcome: 'crime', ground: 'suspected-crime', receiver: '示范区公安分局', receiverKind: 'police', team: [office.person('tp-a'), office.person('tp-b')] });
    await file.act('tp-p1', 'approve-crime-transfer', { outcome: 'crime', opinion: '同意移送。' });
    await file.act('tp-a', 'send-crime', { papers: ['移送书', '调查报告'], receipt: '收件人签收。' });
    // The case is with the police: no term runs here.
    expect(await due(clinic)).toBeNull();
    await office.passTo('2026-11-02T09:00:00+08:00');
    await file.act('tp-a', 'record-crime-answer', { answer: 'returned', paper: '示公不立字〔2026〕1号' });
    expect([await file.state(), await due(clinic)]).toEqual(['investigating', '2027-02-01']);
    // The investigation goes on: here to another end.
    await file.act('tp-a', 'report-ending', ending);
  });
});

describe('extension', () => {
  const longer = (length: number) => ({ length, reason: '案情复杂，需跨区域取证。' });
  let clinic: Clinic;
  beforeAll(async () => {
    clinic = await filed();
  });
  const vote = (login: string) => clinic.file.act(login, 'vote-extension', { vote: 'agree', view: '同意延长。' });

  it('G041: goes by the steps of the pack, with a reason, by a head', async () => {
    const day = await due(clinic);
    for (const [length, status] of [[0, 400], [31, 422], [400, 400]] as const) {
      expect([length, (await office.seat('tp-p1').act(clinic.file.id, 'extend-decision', longer(length))).status]).toEqual([length, status]);
    }
    expect((await office.seat('tp-p1').act(clinic.file.id, 'extend-decision', { length: 30, reason: ' ' })).status).toBe(400);
    expect(await refused(clinic, 'tp-a', 'extend-decision', longer(30))).toEqual(['incompatible-duty']);
    expect(await due(clinic)).toBe(day);
    await clinic.file.act('tp-p1', 'extend-decision', longer(30));
    expect(await due(clinic)).not.toBe(day);
  });

  it('U15, G041: the second wants the heads to have met about it, and about its length', async () => {
    const day = await due(clinic);
    expect(await refused(clinic, 'tp-p1', 'extend-decision', longer(60))).toEqual(['clock-change-lawful']);
    expect(await refused(clinic, 'tp-p2', 'vote-extension', { vote: 'agree', view: '同意。' })).toEqual(['extension-vote-open']);
    await clinic.file.act('tp-a', 'ask-extension', longer(60));
    expect(await refused(clinic, 'tp-a', 'vote-extension', { vote: 'agree', view: '同意。' })).toContain('incompatible-duty');
    await vote('tp-p2');
    expect(await refused(clinic, 'tp-p2', 'vote-extension', { vote: 'agree', view: '再投。' })).toEqual(['extension-vote-open']);
    expect(await refused(clinic, 'tp-p1', 'extend-decision', longer(60))).toEqual(['clock-change-lawful']);
    await vote('tp-p3');
    expect(await refused(clinic, 'tp-p1', 'extend-decision', longer(59))).toEqual(['clock-change-lawful']);
    await clinic.file.act('tp-p1', 'extend-decision', longer(60));
    expect(await due(clinic)).not.toBe(day);
    // Used up with the extension it was about, and there is no third.
    expect((await clinic.file.view()).case.facts).toMatchObject({ extensionAsked: null, extensionVotes: null });
    await clinic.file.act('tp-a', 'ask-extension', longer(60));
    await vote('tp-p2');
    await vote('tp-p3');
    expect(await refused(clinic, 'tp-p1', 'extend-decision', longer(60))).toEqual(['clock-change-lawful']);
  });
});

it('L11: a late filing is noted by itself, told to the heads, and bears its defect for ever', async () => {
  const [now] = await office.rows<{ day: string }>("select to_char(sanzhi_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day");
  const clinic = await Clinic.register(office, { discoveredOn: now.day, conductEndedOn: now.day }, party());
  const { file } = clinic;
  const { statutoryDue } = (await clinic.clock('CASE-FILE'))!;
  await file.act('tp-a', 'file-case', { reason: '有初步证据。' });
  await file.act('tp-s', 'endorse-filing', { opinion: '同意。' });
  await office.passTo(`${statutoryDue}T23:59:00+08:00`);
  expect(await file.actions()).not.toContain('note-overdue');
  await office.passTo(new Date(Date.parse(`${statutoryDue}T09:00:00+08:00`) + 86_400_000).toISOString());
  expect((await file.record()).filter((entry) => entry.action === 'note-overdue').map((entry) => entry.payload?.form.rule)).toEqual(['CASE-FILE']);
  const { defects } = await file.act('tp-p1', 'approve-filing', { opinion: '同意立案。' });
  expect(defects?.map(({ rule, message }) => [rule, message])).toEqual([['filed-in-time', expect.stringContaining(statutoryDue!)]]);
  expect((await file.record()).at(-1)?.payload?.defects?.map((one) => one.rule)).toEqual(['filed-in-time']);
});
