import { Clinic, clinicClue, CLINIC_OWNER, TP_ORGAN } from '../office/clinic-case';
import { CLINIC as BODY } from '../office/forms';
import type { Office } from '../office/office';

jest.setTimeout(120_000);

const OTHER = (n: number) => ({ kind: 'person', name: `示例人员${n}`, idNumber: `示例证件${n}` });
const REASON = { reason: '有初步证据，属于本机关管辖。' };
const AGREE = { opinion: '同意。' };

let office: Office;
beforeAll(async () => {
  office = await Clinic.office();
});
afterAll(() => office.close());

describe('registering a clue', () => {
  it('G001: a clue that says nothing, or comes from nowhere, is answered field by field and loses nothing', async () => {
    const wrong = Clinic.clue(office, { offence: '  ', source: 'dreamt' }, OTHER(1));
    const { status, body } = await office.seat('tp-a').open('penalty-ordinary', wrong);
    expect([status, body.code]).toEqual([400, 'invalid']);
    expect(body.errors?.map((error) => error.pointer).sort()).toEqual(['/form/clue/offence', '/form/clue/source']);
    expect((await office.seat('tp-a').open('penalty-ordinary', Clinic.clue(office, { source: 'monitoring' }, OTHER(1)))).status).toBe(201);
  });

  it('G014: an offence that the library does not have is refused, and none at all told in words is not', async () => {
    const asked = (over: object) => office.seat('tp-a').open('penalty-ordinary', Clinic.clue(office, over as never, OTHER(2)));
    const { body } = await asked({ offenceId: 'not-in-the-library' });
    expect(body.refusals?.map(({ rule, cure }) => [rule, cure])).toEqual([['offence-known', expect.stringContaining('从案由库中选择')]]);
    expect((await asked({})).status).toBe(201);
  });

  it('G015: an offence of physicians is not laid to a body', async () => {
    const physician = { offenceId: 'unlicensed-physician', offence: '未取得医师执业证书从事医师执业活动' };
    const asked = (party: object) => office.seat('tp-a').open('penalty-ordinary', Clinic.clue(office, physician, party as never));
    expect((await asked(BODY)).body.refusals?.map((one) => one.rule)).toEqual(['party-fits-offence']);
    expect((await asked(OTHER(3))).status).toBe(201);
  });

  it('G016: the end of the conduct is dated, or it is said why not', async () => {
    const undated = Object.fromEntries(Object.entries(clinicClue).filter(([name]) => name !== 'conductEndedOn'));
    const form = Clinic.clue(office, {}, OTHER(4));
    const asked = (clue: object) => office.seat('tp-a').open('penalty-ordinary', { ...form, clue: clue as never });
    const { status, body } = await asked(undated);
    expect([status, body.refusals?.map((one) => one.rule)]).toEqual([422, ['conduct-dated']]);
    expect((await asked({ ...undated, conductEndUnknown: '当事人拒不说明开业和停业时间。' })).status).toBe(201);
  });

  it('L46: neither the tip nor the conduct lies in the future', async () => {
    const asked = (over: object) => office.seat('tp-a').open('penalty-ordinary', Clinic.clue(office, over as never, OTHER(5)));
    expect((await asked({ conductEndedOn: '2026-06-03' })).body.refusals?.map((one) => one.rule)).toEqual(['clue-not-from-the-future']);
    expect((await asked({})).status).toBe(201);
  });
});

describe('one clue of one matter', () => {
  it('a second tip opens no second clue, and is linked to the first', async () => {
    const { file } = await Clinic.register(office);
    const again = await office.seat('tp-c').open('penalty-ordinary', Clinic.clue(office));
    expect([again.status, again.body.refusals?.map((one) => one.rule)]).toEqual([422, ['clue-not-doubled']]);
    expect(again.body.refusals?.[0].message).toContain(file.id);
    const tip = { source: 'complaint', receivedOn: '2026-06-02', summary: '又有群众反映。', informant: { named: false } };
    await file.act('tp-a', 'link-tip', tip);
    expect((await file.view('tp-a')).case.facts.tips).toEqual([{ ...tip, on: '2026-06-02' }]);
    const other = { offence: '未按规定处置医疗废物', offenceId: undefined };
    expect((await office.seat('tp-a').open('penalty-ordinary', JSON.parse(JSON.stringify(Clinic.clue(office, other as never))))).status).toBe(201);
  });

  it('two tips of one moment open one clue', async () => {
    const form = Clinic.clue(office, {}, OTHER(6));
    const answers = await Promise.all(['tp-a', 'tp-b', 'tp-c'].map((login) => office.seat(login).open('penalty-ordinary', form)));
    expect(answers.map((one) => one.status).sort()).toEqual([201, 422, 422]);
    expect(answers.flatMap((one) => one.body.refusals ?? []).map((one) => one.rule)).toEqual(['clue-not-doubled', 'clue-not-doubled']);
  });

  it('T41, G008: of two filings at once one wins, and the other is told that the case has moved on', async () => {
    const { file } = await Clinic.register(office, {}, OTHER(7));
    const { version } = (await file.view('tp-a')).case;
    const answers = await Promise.all(['tp-a', 'tp-b'].map((login) => office.seat(login).act(file.id, 'file-case', REASON, { version })));
    expect(answers.map((one) => one.status).sort()).toEqual([200, 412]);
    expect((await file.actions()).filter((action) => action === 'file-case')).toHaveLength(1);
    expect(await file.refusal('tp-b', 'file-case', REASON)).toContain('not-in-state');
  });

  it('G006: of a clue that is not there nothing is told', async () => {
    const { status, body } = await office.seat('tp-a').act('00000000-0000-4000-8000-000000000000', 'file-case', REASON, { version: 1 });
    expect([status, body.code]).toEqual([404, 'not-found']);
  });
});

describe('the term of verification', () => {
  it('G003, G004: is extended once, with a reason, by the head, while it runs', async () => {
    const clinic = await Clinic.register(office, {}, OTHER(8));
    const { file } = clinic;
    expect((await clinic.clock('CASE-FILE'))?.statutoryDue).toBe('2026-06-11');
    const { status, body } = await office.seat('tp-p1').act(file.id, 'extend-verification', { length: 7, reason: ' ' });
    expect([status, body.errors?.map((error) => error.pointer)]).toEqual([400, ['/form/reason']]);
    const longer = { length: 7, reason: '涉及两个场所，须分别核实。' };
    expect(await file.refusal('tp-a', 'extend-verification', longer)).toEqual(['incompatible-duty']);
    await file.act('tp-p1', 'extend-verification', longer);
    // Seven working days on; the nineteenth is a holiday.
    expect((await clinic.clock('CASE-FILE'))?.statutoryDue).toBe('2026-06-23');
    const before = await file.view('tp-a');
    expect(await file.refusal('tp-p1', 'extend-verification', longer)).toEqual(['clock-change-lawful']);
    expect((await file.view('tp-a')).case).toEqual(before.case);
  });

  it('G007: leaves out a test by its days and its ground, and never the same days twice', async () => {
    const clinic = await Clinic.register(office, {}, OTHER(9));
    const { file } = clinic;
    await office.standAt('2026-06-09T09:00:00+08:00');
    const out = (over: object = {}) => ({ from: '2026-06-03', to: '2026-06-05', ground: '检验', reason: '送检。', ...over });
    for (const wrong of [{ to: '2026-06-02' }, { ground: '承办人出差' }, { to: '2026-06-10' }, { from: '2026-06-01' }]) {
      expect([wrong, await file.refusal('tp-p1', 'exclude-verification-time', out(wrong))]).toEqual([wrong, ['clock-change-lawful']]);
    }
    await file.act('tp-p1', 'exclude-verification-time', out());
    const { statutoryDue } = (await clinic.clock('CASE-FILE'))!;
    expect(statutoryDue).toBe('2026-06-15');
    await file.act('tp-p1', 'exclude-verification-time', out());
    expect((await clinic.clock('CASE-FILE'))?.statutoryDue).toBe(statutoryDue);
  });

  it('where no pack gives a number no term runs, and none is guessed', async () => {
    const own = [office.seat('handler1'), office.seat('handler2')];
    const form = { ...Clinic.clue(office, {}, OTHER(10)), handlers: own.map((seat) => seat.person) };
    const { body } = await own[0].open('penalty-ordinary', form);
    expect((await own[0].view(body.case!.id)).clocks).toEqual([]);
    const refused = await office.seat('head1').act(body.case!.id, 'extend-verification', { length: 7, reason: '复杂。' });
    expect(refused.body.refusals?.map((one) => one.rule)).toEqual(['clock-change-lawful']);
  });
});

describe('not filed', () => {
  it('G002, G005: is decided on a result, by the head, with an answer to the named informant, and closes the clue', async () => {
    const { file } = await Clinic.register(office, {}, OTHER(11));
    expect(await file.refusal('tp-p1', 'decline-filing', AGREE)).toEqual(['clue-result-recorded', 'named-informant-answered']);
    expect(await file.refusal('tp-a', 'decline-filing', AGREE)).toEqual(expect.arrayContaining(['incompatible-duty']));
    await file.act('tp-a', 'verify-clue', { result: 'unfounded', findings: '现场查看，房屋空置。' });
    await file.act('tp-p1', 'decline-filing', { opinion: '线索不成立。', informantReply: '按举报登记2026-0602书面答复。' });
    const { case: seen, clocks } = await file.view('tp-a');
    expect([seen.state, seen.facts.notFiled]).toEqual(['not-filed', {
      on: '2026-06-09', by: '测试负责人一', reason: '线索不成立。', result: null, informantReply: '按举报登记2026-0602书面答复。',
    }]);
    expect(clocks.filter((clock) => clock.state === 'running')).toEqual([]);
    for (const [login, action, form] of [
      ['tp-a', 'verify-clue', { result: 'founded', findings: '再查。' }],
      ['tp-a', 'file-case', REASON],
      ['tp-a', 'link-tip', { source: 'complaint', receivedOn: '2026-06-09', summary: '又一条。' }],
      ['tp-p1', 'extend-verification', { length: 1, reason: '再查。' }],
    ] as const) expect([action, await file.refusal(login, action, form)]).toEqual([action, expect.arrayContaining(['not-in-state'])]);
    await office.settle();
    const told = await office.rows("select 1 from messages.message where kind = 'filing-declined'");
    expect(told.length).toBe(2);
  });

  it('the informant stands in the file by the number of the register alone', async () => {
    const named = Clinic.clue(office, { informant: { named: true, registerNumber: '1', name: '某某' } as never }, OTHER(12));
    const { status, body } = await office.seat('tp-a').open('penalty-ordinary', named);
    expect([status, body.errors?.map((error) => error.pointer)]).toEqual([400, ['/form/clue/informant/name']]);
  });
});

it('U21: a clue, its list and its search are hidden from the people of another organ and from who was recused', async () => {
  const { file } = await Clinic.register(office, {}, OTHER(13));
  const seen = async (login: string) => {
    const list = await office.seat(login).get<{ items: { id: string }[] }>('/cases?limit=200');
    const found = await office.seat(login).get<{ items: { id: string }[] }>(`/search?q=${encodeURIComponent('示例人员13')}`);
    const one = await office.seat(login).get(`/cases/${file.id}`);
    return [list.body.items.some(({ id }) => id === file.id), (found.body.items ?? []).some(({ id }) => id === file.id), one.status];
  };
  expect(await seen('tp-a')).toEqual([true, true, 200]);
  expect(await seen('handler1')).toEqual([false, false, 404]);
  await file.act('tp-p1', 'assign-handlers', { handlers: [office.person('tp-c')], ground: '乙拟回避。' });
  await file.act('tp-p1', 'order-recusal', { person: office.person('tp-b'), ground: '近亲属。' });
  expect(await seen('tp-b')).toEqual([false, false, 404]);
});

it('keeps everything in its own organ', async () => {
  expect(await office.rows('select distinct organ from casework.case where facts->\'party\'->>\'name\' = $1', [CLINIC_OWNER.name])).toEqual([{ organ: TP_ORGAN }]);
});
