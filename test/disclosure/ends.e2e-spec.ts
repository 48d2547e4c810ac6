import { addressOf, ProveGone, valuesOf, type Probed } from '@sanzhi/disclosure';
import type { ItemView } from '@sanzhi/disclosure';
import { UnitOfWork } from '@sanzhi/platform/ports';
import { House, parties } from './house';
import { Portal } from './portal-house';

const ORGAN = 'DEMO-DISTRICT';
const CLOCK_DAY = '2022-06-08T02:00:00.000Z';

let house: House;
let portal: Portal;
beforeAll(async () => {
  house = await House.open();
  portal = await Portal.open(house.database.url('sanzhi_portal'));
  await house.timeline.moveTo(CLOCK_DAY);
});
afterAll(async () => {
  await portal.close();
  await house.close();
});

const itemPage = (caseId: string): string => addressOf('item', valuesOf(ORGAN, `${caseId}/decision`));
const kinds = async (caseId: string): Promise<string[]> => (await house.events(caseId)).map(({ kind }) => kind);

describe('a race', () => {
  it.each(['withdraw first', 'publish first'])('of publishing and the paper that annuls ends with nothing shown: %s', async (order) => {
    const id = await house.decided();
    await house.serve(id);
    await house.scope(id);
    await house.clear(id);
    const due = await house.ask<{ at: string }>(`select iso_instant(next_rung_at) as at from casework.clock where case_id = $1 and rule = 'PUB-CF-7'`, [id]);
    await house.timeline.moveTo(due[0].at);
    await house.ask(`insert into platform.outbox (organ, topic, key, payload) select organ, 'rung.publication', id || '/race',
      jsonb_build_object('clock', id, 'rule', rule, 'rung', 'act', 'subjectKind', subject_kind, 'subjectId', subject_id, 'caseId', case_id)
      from casework.clock where case_id = $1 and rule = 'PUB-CF-7'`, [id]);
    const fall = async (): Promise<void> => house.fallen(id);
    const drain = async (): Promise<void> => void (await house.drain(2));
    await Promise.all(order === 'withdraw first' ? [fall(), drain()] : [drain(), fall()]);
    const { state } = await house.item(id);
    expect(['dropped', 'published']).toContain(state);
    if (state === 'published') {
      await house.drafted(id);
      expect(await house.withdraw(id)).toEqual([]);
    }
    await house.timeline.settle();
    expect(await house.published(id)).toEqual([]);
    expect([404, 410]).toContain((await portal.get(itemPage(id))).status);
  });

  it('of withdrawal and of reading: after the act is acknowledged no old byte is served', async () => {
    const id = await house.shown();
    await house.fallen(id);
    await house.drafted(id);
    let acknowledged = false;
    const late: number[] = [];
    const reader = async (): Promise<void> => {
      for (let turn = 0; turn < 40; turn++) {
        const after = acknowledged;
        const { status } = await portal.get(itemPage(id));
        if (after) late.push(status);
      }
    };
    const act = async (): Promise<void> => {
      expect(await house.withdraw(id)).toEqual([]);
      acknowledged = true;
    };
    await Promise.all([reader(), reader(), act()]);
    late.push((await portal.get(itemPage(id))).status);
    expect(new Set(late)).toEqual(new Set([410]));
  });

  it('of two who withdraw: one act, one notice', async () => {
    const id = await house.shown();
    await house.fallen(id);
    await house.drafted(id);
    const answers = await Promise.all([house.withdraw(id), house.withdraw(id)]);
    expect(answers.filter((rules) => rules.length === 0)).toHaveLength(1);
    expect((await kinds(id)).filter((kind) => kind === 'withdrawn')).toHaveLength(1);
  });

  it('of withdrawal and correction ends with nothing shown', async () => {
    const id = await house.shown();
    await house.must('publisher', id, 'ask-publication-correction', { item: 'decision', reason: '处罚事由录入有误。' });
    await house.fallen(id);
    await house.drafted(id);
    const correction = house.act('second-eye', id, 'correct-publication', { sha256: 'a'.repeat(64), confirmed: true });
    const [, refused] = await Promise.all([house.withdraw(id), correction]);
    expect(refused).toContain('correction-asked');
    expect(await house.published(id)).toEqual([]);
  });
});

describe('a correction', () => {
  it('puts other bytes at the same address, by two persons, and keeps the wrong ones inside', async () => {
    const id = await house.shown();
    const [before] = await house.published(id);
    await house.must('publisher', id, 'ask-publication-correction', { item: 'decision', reason: '处罚事由录入有误，予以更正。' });
    const confirm = async (login: string): Promise<string[]> =>
      house.act(login, id, 'correct-publication', { sha256: (await house.item(id)).preview!.sha256, confirmed: true });
    expect(await confirm('second-eye')).toEqual(['correction-as-seen']);
    await house.must('handler1', id, 'request-correction', { seq: 1, fact: 'clue.offence', value: '未按规定管理处方', reason: '录入笔误' });
    await house.must('head1', id, 'approve-correction', { opinion: '同意。' });
    expect(await confirm('second-eye')).toEqual([]);
    const [after] = await house.published(id);
    expect([after.at, after.sha256 === before.sha256]).toEqual([before.at, false]);
    const page = await portal.get(itemPage(id));
    expect(page.body).toContain(after.html);
    expect(page.body).not.toContain(before.html);
    expect(page.body).toContain('更正说明：处罚事由录入有误，予以更正。');
    const versions = await house.ask<{ sha256: string }>('select sha256 from disclosure.version where item_id = $1 order by id', [`${id}/decision`]);
    expect(versions.map(({ sha256 }) => sha256)).toEqual([before.sha256, after.sha256]);
  });

  it('is not asked twice, nor for what is not shown, nor with personal data', async () => {
    const id = await house.shown();
    const ask = (reason: string): Promise<string[]> => house.act('publisher', id, 'ask-publication-correction', { item: 'decision', reason });
    expect(await ask('请致电13912345678。')).toEqual(['public-reason-clean']);
    expect(await ask('录入有误。')).toEqual([]);
    expect(await ask('录入有误。')).toEqual(['item-shown']);
  });
});

describe('proof that something is gone', () => {
  const proving = (ask: (address: string) => Promise<Probed | null>): ProveGone =>
    new ProveGone(house.worker.get(UnitOfWork, { strict: false }), { ask });
  const again = (id: string) => house.ask(`update disclosure.after_check set due_at = now() where item_id = $1`, [`${id}/decision`]);

  it('asks every address of the portal again until it is proved', async () => {
    await proving((address) => portal.get(address)).run();
    const id = await house.shown();
    await house.fallen(id);
    await house.drafted(id);
    const old = await portal.get(itemPage(id));
    expect(await house.withdraw(id)).toEqual([]);
    expect(await proving(() => Promise.resolve(null)).run()).toBe(1);
    expect(await proving(() => Promise.resolve(old)).run()).toBe(0);
    await again(id);
    // A cache that still serves the old page.
    await proving((address) => (address === itemPage(id) ? Promise.resolve(old) : portal.get(address))).run();
    await again(id);
    await proving((address) => portal.get(address)).run();
    await again(id);
    expect(await proving((address) => portal.get(address)).run()).toBe(0);
    expect((await kinds(id)).slice(-4)).toEqual(['withdrawn', 'not-reached', 'still-shown', 'gone-proved']);
    const [check] = await house.ask<{ state: string; attempts: number; findings: { addresses: { gone: boolean }[] } }>(
      'select state, attempts, findings from disclosure.after_check where item_id = $1', [`${id}/decision`],
    );
    expect(check).toMatchObject({ state: 'proved', attempts: 3 });
    expect(check.findings.addresses.length).toBeGreaterThanOrEqual(7);
    expect(check.findings.addresses.every(({ gone }) => gone)).toBe(true);
  });
});

describe('the end of display', () => {
  it('comes by its clock, for persons sooner where the pack says so, and leaves no name', async () => {
    const clinic = await house.shown();
    const person = await house.shown({ party: parties.person });
    const { clocks } = await house.view(person);
    expect(clocks.map(({ rule }) => rule)).toContain('PUB-LOCAL-KEEP-PERSON');
    const now = await house.now();
    await house.timeline.moveTo(`${Number(now.slice(0, 4)) + 2}${now.slice(4)}`);
    await house.timeline.moveTo(new Date(Date.parse(await house.now()) + 5 * 86_400_000).toISOString());
    expect((await house.item(person)).state).toBe('expired');
    expect((await house.item(clinic)).state).toBe('published');
    const gone = await portal.get(itemPage(person));
    expect([gone.status, gone.body.includes('公示期限已满'), /章|〔20\d\d〕/.test(gone.body)]).toEqual([410, true, false]);
    expect((await portal.get(addressOf('notice', valuesOf(ORGAN, `${person}/decision`)))).status).toBe(404);
    expect(await house.published(person)).toEqual([]);
    expect((await kinds(person)).at(-1)).toBe('expired');
  });

  it('comes for nothing whose period is not over, whoever asks the database', async () => {
    const id = await house.shown();
    const pool = house.pool('sanzhi_worker');
    const client = await pool.connect();
    await client.query(`begin; select set_config('sanzhi.organ', '${ORGAN}', true)`);
    await expect(client.query('select disclosure.expire($1)', [`${id}/decision`])).rejects.toThrow('its period of display is not over');
    await client.query('rollback');
    client.release();
    await pool.end();
  });
});

describe('the credit channel', () => {
  let credit: House;
  beforeAll(async () => {
    credit = await House.open([], 'DEMO-CREDIT');
    await credit.timeline.moveTo('2026-06-03T02:00:00.000Z');
  });
  afterAll(() => credit.close());

  const items = async (id: string): Promise<ItemView[]> => ((await credit.view(id)).slices.disclosure as { items: ItemView[] }).items;
  const scope = (id: string, form: Record<string, string>): Promise<string[]> =>
    credit.act('publisher', id, 'scope-publication', { scope: 'open', ground: '依法公开。', secrecyChecked: true, ...form });
  const clear = async (id: string, item: string): Promise<string[]> => {
    const { preview } = (await items(id)).find((one) => one.item === item)!;
    return credit.act('second-eye', id, 'clear-publication', { sha256: preview!.sha256, confirmed: true, item });
  };

  it('has a scope, a clock and an end of its own; the portal never sees it', async () => {
    const id = await credit.decided();
    await credit.serve(id);
    expect((await items(id)).map(({ item, channel }) => [item, channel])).toEqual([['decision', 'site'], ['decision-credit', 'credit']]);
    const terms = (await credit.view(id)).clocks.filter(({ rule }) => rule === 'PUB-CF-7').map(({ subjectId }) => subjectId);
    expect(terms.sort()).toEqual([`${id}/decision`, `${id}/decision-credit`]);
    expect(await scope(id, { item: 'decision' })).toEqual([]);
    expect(await scope(id, { item: 'decision-credit' })).toEqual(['credit-grade-given']);
    expect(await scope(id, { item: 'decision-credit', grade: 'minor' })).toEqual(['credit-minor-not-shown']);
    expect(await scope(id, { item: 'decision-credit', grade: 'general' })).toEqual([]);
    expect(await clear(id, 'decision')).toEqual([]);
    expect(await clear(id, 'decision-credit')).toEqual([]);
    await credit.timeline.moveTo('2026-06-12T08:00:00.000Z');
    expect((await items(id)).map(({ state }) => state)).toEqual(['published', 'published']);
    expect(await credit.ask('select id from pub.item')).toEqual([{ id: `${id}/decision` }]);
    expect(await credit.ask('select act, grade from disclosure.delivery order by id')).toEqual([{ act: 'show', grade: 'general' }]);
    const running = (await credit.view(id)).clocks.filter(({ state, subjectId }) => state === 'running' && subjectId === `${id}/decision-credit`);
    expect(running.map(({ rule, anchorOn }) => [rule, anchorOn]).sort()).toEqual([['PUB-CREDIT-GEN-MAX', '2026-06-03'], ['PUB-CREDIT-GEN-MIN', '2026-06-03']]);
  });

  it('ends by repair after performance and the shortest period, and the site shows on', async () => {
    const [{ id }] = await credit.ask<{ id: string }>('select case_id as id from disclosure.item limit 1');
    const form = { item: 'decision-credit', paper: '示例信用修复决定〔2026〕1号' };
    expect(await credit.act('publisher', id, 'repair-credit', form)).toEqual(['credit-repairable']);
    await credit.must('handler1', id, 'record-payment', { paidFen: 300000, receipt: '示例0001' });
    expect(await credit.act('publisher', id, 'repair-credit', form)).toEqual(['credit-repairable']);
    await credit.timeline.moveTo('2026-09-08T02:00:00.000Z');
    expect(await credit.act('publisher', id, 'repair-credit', form)).toEqual([]);
    expect((await items(id)).map(({ state }) => state)).toEqual(['published', 'repaired']);
    expect(await credit.ask('select act from disclosure.delivery order by id')).toEqual([{ act: 'show' }, { act: 'stop' }]);
  });

  it('is withdrawn with the site: each by its own act', async () => {
    const id = await credit.decided();
    await credit.serve(id);
    await scope(id, { item: 'decision' });
    await scope(id, { item: 'decision-credit', grade: 'general' });
    await clear(id, 'decision');
    await clear(id, 'decision-credit');
    await credit.timeline.moveTo('2026-09-18T08:00:00.000Z');
    await credit.fallen(id);
    const open = (await credit.view(id)).clocks.filter(({ rule, state }) => rule === 'PUB-WITHDRAW-3' && state === 'running');
    expect(open).toHaveLength(2);
    for (const item of ['decision', 'decision-credit']) {
      await credit.must('publisher', id, 'draft-withdrawal', { item, reason: '决定已被撤销。' });
      const { withdrawal } = (await items(id)).find((one) => one.item === item)!;
      await credit.must('second-eye', id, 'withdraw-publication', { item, sha256: withdrawal!.sha256!, confirmed: true });
    }
    expect((await items(id)).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(await credit.ask('select act from disclosure.delivery where item_id = $1 order by id', [`${id}/decision-credit`])).toEqual([{ act: 'show' }, { act: 'withdraw' }]);
  });
});
