import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { BenchOrgan } from './bench-office';
import type { Load } from './pairs';

/** One connection with the organ it writes for. */
interface Lane {
  client: pg.Client;
  organ: BenchOrgan;
}

const HEADER = JSON.stringify({ v: 1, filler: 'x'.repeat(560) });
const BODY = JSON.stringify({ action: 'bare', form: { filler: '示'.repeat(110) } });
const FACTS = JSON.stringify({ party: { name: '示'.repeat(12) }, clue: { offence: '示'.repeat(20) } });
const MESSAGE = JSON.stringify({ kind: 'task-arrived', filler: 'x'.repeat(160) });
const ANSWER = JSON.stringify({ case: { filler: 'x'.repeat(180) } });

/** Opens a connection per organ. */
export function openOpeningLanes(url: string, organs: readonly BenchOrgan[]): Promise<Lane[]> {
  return Promise.all(
    organs.map(async (organ) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query("select set_config('sanzhi.organ', $1, false), set_config('sanzhi.organs', $2, false)", [organ.organ, `{${organ.organ}}`]);
      return { client, organ };
    }),
  );
}

/** The rows of a new case by one call of one PL/pgSQL function: what opening one over HTTP is measured against. */
export function openingLoop(lanes: readonly Lane[]): Load {
  return {
    name: 'one PL/pgSQL call',
    async once(index) {
      const { client, organ } = lanes[index];
      const id = randomUUID();
      const head = `${id}-${'0'.repeat(27)}`;
      const persons = [organ.handler.actor.person, organ.second.actor.person];
      const values = [organ.organ, id, head, HEADER, BODY, FACTS, ANSWER, MESSAGE, ...persons];
      await client.query({ name: 'open', text: 'select bench.open_rows($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', values });
    },
  };
}

/** Makes that function; run as the owner. */
export const OPEN_ROWS = `
create schema bench;
grant usage on schema bench to sanzhi_api;
create function bench.open_rows(o text, c uuid, head text, header text, body text, f jsonb, answer jsonb, message jsonb, one text, other text)
returns void language plpgsql as $f$
begin
  insert into casework.case (organ, id, procedure, procedure_version, state, version, facts, opened_on, last_acted_at, head_sha256, head_sm3)
    values (o, c, 'bare', '2021-07-15', 'clue', 1, f, '2026-01-05', clock_timestamp(), head, head);
  insert into record.entry (organ, case_id, seq, prev_sha256, sha256, sm3, header, action, actor, acted_at, recorded_at)
    values (o, c, 1, repeat('0', 64), head, head, header, 'bare', 'bare', clock_timestamp(), clock_timestamp());
  insert into record.payload (organ, case_id, seq, salt, body) values (o, c, 1, head, body);
  insert into record.pending_leaf (organ, case_id, seq, year, sha256, sm3) values (o, c, 1, 2026, head, head);
  insert into identity.duty (organ, case_id, person, duty) values (o, c, one, 'handler'), (o, c, other, 'handler');
  insert into casework.task (organ, case_id, opened_seq, place, duty, action, opened_at) values (o, c, 1, 1, 'handler', 'bare', clock_timestamp());
  insert into parties.party (organ, id, kind, name, address, since) values (o, c, 'individual-business', '示例口腔诊所' || c, '示例路' || c, '2026-01-05');
  insert into parties.case_party (organ, case_id, party_id, role) values (o, c, c, 'party');
  insert into platform.outbox (organ, topic, key, payload) values (o, 'bare', c::text, message);
  insert into platform.idempotency (organ, account, key, request_sha256, status, answer) values (o, 'bare', c::text, head, 201, answer);
end $f$;
grant execute on function bench.open_rows to sanzhi_api;`;
