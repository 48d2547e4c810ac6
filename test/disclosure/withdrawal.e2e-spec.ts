import { addressesWhenGone, addressOf, valuesOf } from '@sanzhi/disclosure';
import { House, parties } from './house';
import { Portal } from './portal-house';

const ORGAN = 'DEMO-DISTRICT';

let house: House;
let portal: Portal;
let day = 0;

/** A Monday without holidays in the three weeks after it. */
async function nextMonday(): Promise<(plus: number, hour: number) => string> {
  const start = Date.UTC(2022, 5, 6) + 21 * 86_400_000 * day++;
  const at = (plus: number, hour: number): string => new Date(start + plus * 86_400_000 + (hour - 8) * 3_600_000).toISOString();
  await house.timeline.moveTo(at(0, 10));
  return at;
}

const itemPage = (caseId: string): string => addressOf('item', valuesOf(ORGAN, `${caseId}/decision`));
const messages = (caseId: string): Promise<{ duty: string; kind: string; clock: string | null }[]> =>
  house.ask(`select distinct duty, kind, clock from messages.message where case_id = $1 and kind ~ '^(clock|withdrawal)-' order by kind, duty`, [caseId]);

beforeAll(async () => {
  house = await House.open([{ login: 'both', kind: 'person', name: '示范兼职员', posts: ['publisher', 'second-eye'] }]);
  portal = await Portal.open(house.database.url('sanzhi_portal'));
});
afterAll(async () => {
  await portal.close();
  await house.close();
});

describe('in time', () => {
  let id: string;
  let number: string;
  beforeAll(async () => {
    const at = await nextMonday();
    id = await house.shown();
    [{ number }] = await house.ask<{ number: string }>('select number from pub.item where id = $1', [`${id}/decision`]);
    await house.timeline.moveTo(at(14, 10));
    await house.fallen(id);
  });

  it('runs three working days from the day the paper arrived', async () => {
    const { clocks } = await house.view(id);
    expect(clocks.find(({ rule }) => rule === 'PUB-WITHDRAW-3')).toMatchObject({ state: 'running', subjectId: `${id}/decision`, anchorOn: '2022-06-20', statutoryDue: '2022-06-23' });
    expect(await house.act('archivist', id, 'archive-case', { volume: '1' })).toContain('not-in-state');
  });

  it('stays readable until it is withdrawn, and is not withdrawn without explanation, or by one person', async () => {
    expect((await portal.get(itemPage(id))).status).toBe(200);
    expect(await house.withdraw(id)).toEqual(['withdrawal-drafted']);
    expect(await house.act('publisher', id, 'draft-withdrawal', { reason: '致电13912345678。' })).toEqual(['public-reason-clean']);
    await house.must('both', id, 'draft-withdrawal', { reason: '该决定已被行政复议决定撤销。' });
    expect(await house.withdraw(id, 'both')).toEqual(['second-eye-not-drafter']);
    expect(await house.act('second-eye', id, 'withdraw-publication', { sha256: 'f'.repeat(64), confirmed: true })).toEqual(['withdrawal-as-seen']);
  });

  it('is gone from every address with the act itself, and leaves a notice', async () => {
    expect(await house.withdraw(id)).toEqual([]);
    for (const { address, status, mustNotHold } of addressesWhenGone({ organ: ORGAN, id: `${id}/decision`, number, kind: 'withdrawn' })) {
      const page = await portal.get(address);
      expect([address, page.status]).toEqual([address, status]);
      if (mustNotHold) expect(page.body).not.toContain(mustNotHold);
    }
    const gone = await portal.get(itemPage(id));
    expect(gone.body).toContain('公示信息已撤回');
    expect(gone.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const notice = await portal.get(addressOf('notice', valuesOf(ORGAN, `${id}/decision`)));
    expect(notice.body).toContain(`${number}行政处罚决定已被撤销`);
    expect(notice.body).toContain('该决定已被行政复议决定撤销。');
    expect((await portal.get(addressOf('notices', { organ: ORGAN }))).body).toContain(number);
  });

  it('the portal’s role no longer reads the bytes, and they stay inside', async () => {
    const pool = house.pool('sanzhi_portal');
    const { rows } = await pool.query<{ all: string }>(`select (select count(*) from pub.item)::text || (select string_agg(n::text, '') from pub.notice n) as all`);
    expect(rows[0].all).not.toContain('使用未取得处方权的人员');
    await expect(pool.query('select body from disclosure.version')).rejects.toMatchObject({ code: '42501' });
    await pool.end();
    const [{ same }] = await house.ask<{ same: boolean }>(
      `select encode(sha256(convert_to(v.body, 'UTF8')), 'hex') = v.sha256 and v.sha256 = i.body_sha256 as same
       from disclosure.version v join disclosure.item i on i.id = v.item_id where i.case_id = $1`, [id],
    );
    expect(same).toBe(true);
    const [{ body }] = await house.ask<{ body: string }>(
      `select p.body from record.payload p join record.entry e using (organ, case_id, seq) where case_id = $1 and e.action = 'withdraw-publication'`, [id],
    );
    expect(JSON.parse(body)).toMatchObject({ recorded: { disclosure: { withdrawn: { ground: 'annulled', lateSince: null, sha256: (await house.item(id)).sha256 } } } });
  });

  it('stops the clock, and nothing brings the item back', async () => {
    expect(await house.clock(id, 'PUB-WITHDRAW-3')).toBe('done');
    expect(await house.withdraw(id)).toEqual(['withdrawal-due', 'withdrawal-drafted']);
    expect(await house.act('publisher', id, 'scope-publication', { scope: 'open', ground: '公开。', secrecyChecked: true })).toEqual(['item-awaits-scope']);
    expect((await house.events(id)).map(({ kind }) => kind)).toEqual(['proposed', 'scoped', 'cleared', 'published', 'withdraw-due', 'withdrawal-drafted', 'withdrawn']);
  });
});

it('climbs the ladder when nobody withdraws, tells who has to act and the head, and is late to the minute', async () => {
  const at = await nextMonday();
  const id = await house.shown();
  await house.timeline.moveTo(at(14, 8));
  await house.fallen(id);
  await house.timeline.moveTo(at(16, 12));
  await house.drafted(id);
  await house.timeline.moveTo(at(17, 23));
  const rungs = (): Promise<unknown[]> => house.ask(`select kind, blocked_by, iso_instant(at) as at from disclosure.event
    where item_id = $1 and blocked_by is not null order by id`, [`${id}/decision`]);
  const climbed = [
    { kind: 'reminded', blocked_by: 'publisher', at: at(15, 9) },
    { kind: 'pressed', blocked_by: 'publisher', at: at(16, 9) },
    { kind: 'supervised', blocked_by: 'second-eye', at: at(17, 9) },
  ];
  expect(await rungs()).toEqual(climbed);
  await house.timeline.moveTo(at(18, 1));
  expect(await rungs()).toEqual([...climbed, { kind: 'late', blocked_by: 'second-eye', at: at(18, 0) }]);
  expect((await house.actions(id)).at(-1)).toBe('note-withdrawal-late');
  const told = await messages(id);
  const clock = 'PUB-WITHDRAW-3';
  expect(told.filter((one) => one.clock === clock)).toEqual([
    { duty: 'publisher', kind: 'clock-press', clock },
    { duty: 'publisher', kind: 'clock-remind', clock },
    { duty: 'approver', kind: 'clock-supervise', clock },
    { duty: 'second-eye', kind: 'clock-supervise', clock },
  ]);
  expect(told.filter(({ kind }) => kind === 'withdrawal-late').map(({ duty }) => duty)).toEqual(['approver', 'publisher', 'second-eye']);
  expect(await house.withdraw(id)).toEqual([]);
  expect((await portal.get(itemPage(id))).status).toBe(410);
  expect((await house.events(id)).at(-1)).toMatchObject({ kind: 'withdrawn', ground: 'annulled; 逾期撤回，期限届满日 2022-07-14' });
});

it('never shows what fell before it was shown', async () => {
  const at = await nextMonday();
  const id = await house.decided();
  await house.serve(id);
  await house.scope(id);
  await house.clear(id);
  await house.fallen(id, 'held-void');
  expect((await house.item(id)).state).toBe('dropped');
  expect(await house.clock(id)).toBe('done');
  await house.timeline.moveTo(at(14, 12));
  expect(await house.published(id)).toEqual([]);
  expect((await portal.get(itemPage(id))).status).toBe(404);
});

it('takes no paper of the future, and none twice', async () => {
  await nextMonday();
  const id = await house.shown();
  const form = { ground: 'annulled', paper: '示例', arrivedOn: '2030-01-01' };
  expect(await house.act('publisher', id, 'register-withdrawal-ground', form)).toEqual(['paper-arrived']);
  await house.fallen(id);
  expect(await house.act('publisher', id, 'register-withdrawal-ground', { ...form, arrivedOn: (await house.now()).slice(0, 10) })).toEqual(['decision-disclosed']);
});

it('knows the party: a reason that names a person is not clean', async () => {
  await nextMonday();
  const id = await house.shown({ party: parties.person });
  await house.fallen(id);
  expect(await house.act('publisher', id, 'draft-withdrawal', { reason: '章海洋申请复议，决定被撤销。' })).toEqual(['public-reason-clean']);
  await house.drafted(id);
  expect(await house.withdraw(id)).toEqual([]);
  const { body } = await portal.get(addressOf('notice', valuesOf(ORGAN, `${id}/decision`)));
  expect(body).not.toMatch(/章/);
});
