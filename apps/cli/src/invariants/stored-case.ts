import type { OrganSeen } from '@sanzhi/casework';
import type { ClockSeen, DutyHeld, JsonObject } from '@sanzhi/kernel';
import { sql, type UnitOfWork } from '@sanzhi/platform/ports';

/** One case as it stands in its rows. Instants are ISO in UTC with milliseconds. */
export interface StoredCase {
  row: {
    id: string;
    number: string | null;
    procedure: string;
    procedureVersion: string;
    state: string;
    version: number;
    facts: JsonObject;
    openedOn: string;
    lastActedAt: string;
  };
  entries: StoredStep[];
  documents: { id: string; kind: string; number: string | null; html: string; sha256: string; sm3: string }[];
  duties: DutyHeld[];
  /** As they stand now: what fired them keeps its due date. */
  clocks: ClockSeen[];
  tasks: { duty: string; action: string }[];
  tallies: { source: string; kind: string; day: string; dims: JsonObject; measures: JsonObject }[];
}

/** One entry; `payload` is null when it was lawfully erased. */
export interface StoredStep {
  seq: number;
  sha256: string;
  header: string;
  action: string;
  recordedAt: string;
  actedAt: string;
  payload: string | null;
}

/** What an entry says; features put theirs under `recorded`. */
export interface SaidPayload {
  action: string;
  form: JsonObject;
  state: string;
  procedure: string;
  recorded: Record<string, JsonObject | undefined>;
}

/** Cases in memory at once; a full one holds some megabytes of papers. */
const PAGE = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Every case of an organ, page by page. */
export async function* casesOf(units: UnitOfWork, organ: string): AsyncIterable<StoredCase> {
  let after = FIRST;
  for (;;) {
    const page = await pageOf(units, organ, after);
    yield* page;
    if (page.length < PAGE) return;
    after = page[page.length - 1].row.id;
  }
}

/** The organ as packs see it. */
export async function organSeen(units: UnitOfWork, organ: string): Promise<OrganSeen> {
  const [rows] = await units.run({ organ, actor: 'check-invariants' }, (unit) => unit.load(sql`select casework.legal_now(${organ}) as now`));
  return (rows[0].now as { organ: OrganSeen }).organ;
}

function pageOf(units: UnitOfWork, organ: string, after: string): Promise<StoredCase[]> {
  return units.run({ organ, actor: 'check-invariants' }, async (unit) => {
    const [rows] = await unit.load(sql`
      select jsonb_build_object(
        'row', jsonb_build_object('id', c.id, 'number', c.number, 'procedure', c.procedure, 'procedureVersion', c.procedure_version,
          'state', c.state, 'version', c.version, 'facts', c.facts, 'openedOn', c.opened_on, 'lastActedAt', iso_instant(c.last_acted_at)),
        'entries', coalesce((select jsonb_agg(jsonb_build_object('seq', e.seq, 'sha256', e.sha256, 'header', e.header, 'action', e.action,
            'recordedAt', iso_instant(e.recorded_at), 'actedAt', iso_instant(e.acted_at), 'payload', p.body) order by e.seq)
          from record.entry e left join record.payload p using (organ, case_id, seq) where e.organ = c.organ and e.case_id = c.id), '[]'),
        'documents', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'kind', d.kind, 'number', d.number, 'html', d.html,
            'sha256', d.sha256, 'sm3', d.sm3) order by d.id) from documents.document d where d.organ = c.organ and d.case_id = c.id), '[]'),
        'duties', coalesce((select jsonb_agg(jsonb_build_object('person', y.person, 'duty', y.duty))
          from identity.duty y where y.organ = c.organ and y.case_id = c.id), '[]'),
        'clocks', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'rule', k.rule, 'subjectKind', k.subject_kind,
            'subjectId', k.subject_id, 'state', k.state, 'anchorOn', k.anchor_on, 'statutoryDue', k.statutory_due, 'safeDue', k.safe_due,
            'provisional', k.provisional)) from casework.clock k where k.organ = c.organ and k.case_id = c.id), '[]'),
        'tasks', coalesce((select jsonb_agg(jsonb_build_object('duty', t.duty, 'action', t.action) order by t.place)
          from casework.task t where t.organ = c.organ and t.case_id = c.id and t.closed_at is null), '[]'),
        'tallies', coalesce((select jsonb_agg(jsonb_build_object('source', s.source_id, 'kind', s.kind, 'day', s.day, 'dims', s.dims,
            'measures', s.measures)) from statistics.tally s where s.organ = c.organ and s.source_id like 'case:' || c.id || '/%'), '[]')) as stored
      from casework.case c where c.organ = ${organ} and c.id > ${after} order by c.id limit ${PAGE}`);
    return rows.map((row) => row.stored as StoredCase);
  });
}
