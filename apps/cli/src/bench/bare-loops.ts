import pg from 'pg';
import type { Load } from './pairs';

/**
 * The rows of the two actions of the bench, written by bare `pg` with nothing around: what the engine is measured
 * against. Pinned here; the same tables, indexes and role, hence the same row-level security.
 */
const STATEMENTS: Record<string, string> = {
  lock: 'select version from casework.case where organ = $1 and id = $2 for update',
  case: `update casework.case set state = $3, version = version + 1, facts = facts || $4::jsonb, last_acted_at = clock_timestamp(),
    head_sha256 = $5, head_sm3 = $5 where organ = $1 and id = $2`,
  entry: `insert into record.entry (organ, case_id, seq, prev_sha256, sha256, sm3, header, action, actor, acted_at, recorded_at)
    values ($1, $2, $3, $4, $5, $5, $6, 'bare', 'bare', clock_timestamp(), clock_timestamp())`,
  payload: 'insert into record.payload (organ, case_id, seq, salt, body) values ($1, $2, $3, $4, $5)',
  leaf: 'insert into record.pending_leaf (organ, case_id, seq, year, sha256, sm3) values ($1, $2, $3, 2026, $4, $4)',
  'task-close': 'update casework.task set closed_at = clock_timestamp() where organ = $1 and case_id = $2 and closed_at is null',
  'task-open': `insert into casework.task (organ, case_id, opened_seq, place, duty, action, opened_at)
    values ($1, $2, $3, 1, 'handler', 'bare', clock_timestamp())`,
  outbox: "insert into platform.outbox (organ, topic, key, payload) values ($1, 'bare', $2, $3)",
  idempotency: `insert into platform.idempotency (organ, account, key, request_sha256, status, answer) values ($1, 'bare', $2, $3, 200, $4)`,
  'clock-end': `update casework.clock set state = 'superseded', ended_at = clock_timestamp(), next_rung_at = null
    where organ = $1 and case_id = $2 and state = 'running' and rule = 'BARE'`,
  clock: `insert into casework.clock (organ, id, case_id, subject_kind, subject_id, rule, anchor_on, length, unit, statutory_due, safe_due,
    due_at, provisional, calendar_revision, state, rungs) values ($1, $3, $2::uuid, 'case', $2::text, 'BARE', '2026-11-22', 3, 'working-day',
    '2026-11-25', '2026-11-25', '2026-11-25T16:00:00Z', false, 'bare', 'running', '[]')`,
  number: `insert into casework.number_series as s (organ, series, year, last_number) values ($1, 'bare', 2026, 1)
    on conflict (organ, series, year) do update set last_number = s.last_number + 1`,
  document: `insert into documents.document (organ, id, case_id, kind, number, html, sha256, sm3, issued_at)
    values ($1, gen_random_uuid(), $2, 'bare', $3, $4, repeat('0', 64), repeat('0', 64), clock_timestamp())`,
};
const EVERY_TURN = ['case', 'entry', 'payload', 'leaf', 'task-close', 'task-open', 'outbox', 'idempotency'];
/** What the notice writes beside: its clock, its number, its paper. */
const NOTICE_ONLY = ['clock-end', 'clock', 'number', 'document'];

/** One connection with its own cases, in turn. */
interface Lane {
  client: pg.Client;
  organ: string;
  cases: { id: string; seq: number; head: string }[];
  turn: number;
  /** A paper as the engine issued it. */
  html: string;
}

const HEADER = JSON.stringify({ v: 1, filler: 'x'.repeat(560) });
const BODY = JSON.stringify({ action: 'bare', form: { filler: '示'.repeat(150) } });
const FACTS = JSON.stringify({ draft: { factsFound: '示'.repeat(60), kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0 } });
const MESSAGE = JSON.stringify({ kind: 'task-arrived', filler: 'x'.repeat(160) });
const ANSWER = JSON.stringify({ case: { filler: 'x'.repeat(180) } });

/** Opens a connection per organ over the cases made for it. */
export async function openLanes(url: string, organs: readonly { organ: string; cases: string[] }[], html: string): Promise<Lane[]> {
  return Promise.all(
    organs.map(async ({ organ, cases }) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query("select set_config('sanzhi.organ', $1, false), set_config('sanzhi.organs', $2, false)", [organ, `{${organ}}`]);
      const { rows } = await client.query('select id, version, head_sha256 from casework.case where id = any ($1)', [cases]);
      const own = rows.map((row) => ({ id: row.id as string, seq: row.version as number, head: row.head_sha256 as string }));
      return { client, organ, cases: own, turn: 0, html };
    }),
  );
}

/** The next row of a lane; as with the engine, every case in turn, and on each the notice and the report in turn. */
function nextRow(lane: Lane) {
  const turn = lane.turn++;
  const row = lane.cases[turn % lane.cases.length];
  const notice = Math.floor(turn / lane.cases.length) % 2 === 0;
  const seq = row.seq + 1;
  const head = `${row.id}-${String(seq).padStart(27, '0')}`;
  return { row, notice, seq, head, prev: row.head, key: `${row.id}/${seq}` };
}

/** Lock and writes as prepared statements, one after the other, between begin and commit. */
export function preparedLoop(lanes: readonly Lane[]): Load {
  return {
    name: 'prepared statements one by one',
    async once(client) {
      const lane = lanes[client];
      const { row, notice, seq, head, prev, key } = nextRow(lane);
      const at = [lane.organ, row.id];
      const values: Record<string, unknown[]> = {
        lock: at,
        case: [...at, notice ? 'notified' : 'reported', FACTS, head],
        entry: [...at, seq, prev, head, HEADER],
        payload: [...at, seq, head, BODY],
        leaf: [...at, seq, head],
        'task-close': at,
        'task-open': [...at, seq],
        outbox: [lane.organ, key, MESSAGE],
        idempotency: [lane.organ, key, head, ANSWER],
        'clock-end': at,
        clock: [...at, key],
        number: [lane.organ],
        document: [...at, key, lane.html],
      };
      await lane.client.query('begin');
      for (const name of ['lock', ...EVERY_TURN, ...(notice ? NOTICE_ONLY : [])]) {
        await lane.client.query({ name, text: STATEMENTS[name], values: values[name] });
      }
      await lane.client.query('commit');
      Object.assign(row, { seq, head });
    },
  };
}

/** The same rows by one call of one PL/pgSQL function. */
export function functionLoop(lanes: readonly Lane[]): Load {
  return {
    name: 'one PL/pgSQL call',
    async once(client) {
      const lane = lanes[client];
      const { row, notice, seq, head, prev, key } = nextRow(lane);
      const values = [lane.organ, row.id, seq, prev, head, key, HEADER, BODY, FACTS, ANSWER, MESSAGE, notice ? lane.html : null];
      await lane.client.query({ name: 'call', text: 'select bench.write_rows($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', values });
      Object.assign(row, { seq, head });
    },
  };
}

/** Makes that function; run as the owner. */
export const WRITE_ROWS = `
create schema bench;
grant usage on schema bench to sanzhi_api;
create function bench.write_rows(o text, c uuid, s int, prev text, head text, k text, header text, body text, f jsonb, answer jsonb, message jsonb, paper text)
returns void language plpgsql as $f$
begin
  perform version from casework.case where organ = o and id = c for update;
  update casework.case set state = case when paper is null then 'reported' else 'notified' end, version = version + 1, facts = facts || f, last_acted_at = clock_timestamp(),
    head_sha256 = head, head_sm3 = head where organ = o and id = c;
  insert into record.entry (organ, case_id, seq, prev_sha256, sha256, sm3, header, action, actor, acted_at, recorded_at)
    values (o, c, s, prev, head, head, header, 'bare', 'bare', clock_timestamp(), clock_timestamp());
  insert into record.payload (organ, case_id, seq, salt, body) values (o, c, s, head, body);
  insert into record.pending_leaf (organ, case_id, seq, year, sha256, sm3) values (o, c, s, 2026, head, head);
  update casework.task set closed_at = clock_timestamp() where organ = o and case_id = c and closed_at is null;
  insert into casework.task (organ, case_id, opened_seq, place, duty, action, opened_at) values (o, c, s, 1, 'handler', 'bare', clock_timestamp());
  if paper is not null then
    update casework.clock set state = 'superseded', ended_at = clock_timestamp(), next_rung_at = null
      where organ = o and case_id = c and state = 'running' and rule = 'BARE';
    insert into casework.clock (organ, id, case_id, subject_kind, subject_id, rule, anchor_on, length, unit, statutory_due, safe_due,
      due_at, provisional, calendar_revision, state, rungs) values (o, k, c, 'case', c::text, 'BARE', '2026-11-22', 3, 'working-day',
      '2026-11-25', '2026-11-25', '2026-11-25T16:00:00Z', false, 'bare', 'running', '[]');
    insert into casework.number_series as n (organ, series, year, last_number) values (o, 'bare', 2026, 1)
      on conflict (organ, series, year) do update set last_number = n.last_number + 1;
    insert into documents.document (organ, id, case_id, kind, number, html, sha256, sm3, issued_at)
      values (o, gen_random_uuid(), c, 'bare', k, paper, repeat('0', 64), repeat('0', 64), clock_timestamp());
  end if;
  insert into platform.outbox (organ, topic, key, payload) values (o, 'bare', k, message);
  insert into platform.idempotency (organ, account, key, request_sha256, status, answer) values (o, 'bare', k, head, 200, answer);
end $f$;
grant execute on function bench.write_rows to sanzhi_api;`;
