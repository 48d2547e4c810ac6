import { ClockSweep } from '@sanzhi/casework';
import { House } from './house';

const CASES = 100;

let house: House;
beforeAll(async () => {
  house = await House.open();
  await house.timeline.moveTo('2022-07-06T02:00:00.000Z');
});
afterAll(() => house.close());

it(`publishes ${CASES} items that fall due in the same minute, each once`, async () => {
  const id = await house.decided();
  await house.serve(id);
  await house.scope(id);
  expect(await house.clear(id)).toEqual([]);
  await copies(id);
  await house.ask(`update platform.simulated_clock set instant = '2022-07-14T01:00:00.000Z'`);
  await house.worker.get(ClockSweep).sweep();
  await house.drain(8);
  const [counted] = await house.ask<{ items: number; acts: number; blocked: number }>(`
    select (select count(*)::int from pub.item) as items,
      (select count(*)::int from record.entry where action = 'publish-decision') as acts,
      (select count(*)::int from disclosure.event where kind = 'blocked') as blocked`);
  expect(counted).toEqual({ items: CASES, acts: CASES, blocked: 0 });
}, 60_000);

/** The cleared case under many ids: its rows as the engine has written them, copied by the owner. */
async function copies(id: string): Promise<void> {
  await house.ask(
    `with copied as (select gen_random_uuid() as id from generate_series(1, $2 - 1)),
    cases as (insert into casework.case (organ, id, number, procedure, procedure_version, state, version, facts, opened_on, last_acted_at, head_sha256, head_sm3)
      select c.organ, copied.id, copied.id::text, c.procedure, c.procedure_version, c.state, c.version, c.facts, c.opened_on, c.last_acted_at, c.head_sha256, c.head_sm3
      from casework.case c, copied where c.id = $1),
    duties as (insert into identity.duty select (jsonb_populate_record(d, jsonb_build_object('case_id', copied.id))).*
      from identity.duty d, copied where d.case_id = $1),
    items as (insert into disclosure.item
      select (jsonb_populate_record(i, jsonb_build_object('case_id', copied.id, 'id', copied.id || '/decision'))).*
      from disclosure.item i, copied where i.case_id = $1)
    insert into casework.clock select (jsonb_populate_record(k, jsonb_build_object('case_id', copied.id,
      'id', copied.id || '/decision/PUB-CF-7', 'subject_id', copied.id || '/decision'))).*
    from casework.clock k, copied where k.case_id = $1 and k.rule = 'PUB-CF-7'`,
    [id, CASES],
  );
}
