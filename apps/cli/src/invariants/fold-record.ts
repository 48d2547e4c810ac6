import { factsFollowing, type LawBook, type OrganSeen } from '@sanzhi/casework';
import {
  isOpenIn, resolve, resolveObject, shanghaiDay, SYSTEM,
  type ActionSpec, type CaseFile, type Effect, type JsonObject, type Law, type Procedure, type TaskOpened,
} from '@sanzhi/kernel';
import type { SaidPayload, StoredCase, StoredStep } from './stored-case';

/** Stands in a fact for what the record does not carry: a person's name, an id that a digest proves. */
export const NOT_RECORDED = '\u0000not-recorded';

/** A case as its record alone tells it. */
export interface Folded {
  state: string;
  facts: JsonObject;
  number: string | null;
  tasks: TaskOpened[];
  openedOn: string | null;
  lastActedAt: string | null;
  /** False when an entry was lawfully erased: what it said about facts is gone with it. */
  whole: boolean;
}

/** A step that the procedure does not know, or not from there, not to there, not by this kind of actor. */
export interface IllegalStep {
  seq: number;
  kind: 'unknown-action' | 'not-in-state' | 'wrong-target' | 'wrong-actor';
  detail: string;
}

/** Who acted, as the header of an entry says. */
interface HeaderActor {
  person: string;
  organ: string;
  onBehalfOf?: string;
}

/** Plays the record of a case through the procedure it is pinned to, step by step, and notes every illegal one. */
export function foldRecord(stored: StoredCase, organ: OrganSeen, law: LawBook): { folded: Folded; illegal: IllegalStep[] } {
  const procedure = law.pinned(stored.row.procedure, stored.row.procedureVersion);
  const illegal: IllegalStep[] = [];
  let folded: Folded = { state: '', facts: {}, number: null, tasks: [], openedOn: null, lastActedAt: null, whole: true };
  for (const entry of stored.entries) {
    const said = entry.payload === null ? null : (JSON.parse(entry.payload) as SaidPayload);
    const action = Object.hasOwn(procedure.actions, entry.action) ? procedure.actions[entry.action] : null;
    if (!action) illegal.push({ seq: entry.seq, kind: 'unknown-action', detail: entry.action });
    else if (!said) folded = { ...folded, state: stateAfterErased(action, folded.state), whole: false };
    else {
      const file = fileBefore({ stored, organ, law }, folded, { entry, said });
      illegal.push(...faultsOf(procedure, action, file, said).map((fault) => ({ seq: entry.seq, ...fault })));
      folded = after(folded, law.law(procedure), action, { file, said });
    }
    folded = { ...folded, openedOn: folded.openedOn ?? shanghaiDay(entry.actedAt), lastActedAt: later(folded.lastActedAt, entry.actedAt) };
  }
  return { folded, illegal };
}

const later = (one: string | null, other: string): string => (one !== null && one > other ? one : other);

function stateAfterErased({ to }: ActionSpec, state: string): string {
  return typeof to === 'string' && to !== '=' ? to : state;
}

interface Surroundings {
  stored: StoredCase;
  organ: OrganSeen;
  law: LawBook;
}

function fileBefore({ stored, organ, law }: Surroundings, folded: Folded, { entry, said }: { entry: StoredStep; said: SaidPayload }): CaseFile {
  const { id, procedure, procedureVersion } = stored.row;
  const { actor } = JSON.parse(entry.header) as { actor: HeaderActor };
  const { action, actedAt, recordedAt, seq } = entry;
  const days = { actedOn: shanghaiDay(actedAt), recordedOn: shanghaiDay(recordedAt) };
  const { number, state, facts, openedOn, lastActedAt } = folded;
  return {
    case: {
      id, organ: organ.code, number, procedure, procedureVersion, state, version: seq - 1, facts,
      openedOn: openedOn ?? days.actedOn, lastActedAt,
    },
    duties: stored.duties,
    clocks: stored.clocks,
    slices: {},
    get parameters() {
      return law.parameters(organ, days.actedOn);
    },
    step: { action, form: said.form, actor: { name: NOT_RECORDED, posts: [], ...actor }, actedAt, recordedAt, ...days },
  };
}

function faultsOf(procedure: Procedure, action: ActionSpec, { case: { state }, step }: CaseFile, said: SaidPayload): Omit<IllegalStep, 'seq'>[] {
  const faults: Omit<IllegalStep, 'seq'>[] = [];
  const opens = procedure.opening === step.action;
  if (opens ? state !== '' : !isOpenIn(procedure, action, state)) faults.push({ kind: 'not-in-state', detail: `${step.action} in ${state}` });
  if ((action.by === SYSTEM) !== (step.actor.person === SYSTEM)) faults.push({ kind: 'wrong-actor', detail: step.action });
  if (said.state !== targetOf(action, step.form, state)) faults.push({ kind: 'wrong-target', detail: `${step.action} to ${said.state}` });
  return faults;
}

function targetOf({ to }: ActionSpec, form: JsonObject, state: string): string | undefined {
  const target = typeof to === 'string' ? to : to.map[String(form[to.on])];
  return target === '=' ? state : target;
}

/** What casework itself does with facts. A condition of such an effect looks at the form and the facts, which are here. */
function caseworkEffects(action: ActionSpec, file: CaseFile, law: Law): Effect[] {
  const own = (action.effects ?? []).filter(({ feature }) => feature === 'casework');
  const wanted = own.filter(({ when }) => when === undefined || law.rules.get(when)?.check(file) === null);
  return wanted.map(({ feature, kind, payload }) => ({ id: '', feature, kind, payload: resolve(payload, file) as JsonObject }));
}

function after(folded: Folded, law: Law, action: ActionSpec, { file, said }: { file: CaseFile; said: SaidPayload }): Folded {
  const facts = {
    ...folded.facts,
    ...resolveObject(action.facts ?? {}, file),
    ...factsFollowing(caseworkEffects(action, file, law), folded.facts),
    ...documentsIn(folded, said),
    ...linkedIn(folded, said),
  };
  const tasks = said.state === folded.state ? folded.tasks : (law.procedure.states[said.state]?.tasks ?? []);
  const number = folded.number ?? ((said.recorded.case?.number as string | undefined) ?? null);
  return { ...folded, state: said.state, facts, tasks, number };
}

/** What an entry says of a paper: issued with it, or handed over with it. */
interface SaidDocument {
  number: string | null;
  sha256: string;
  method?: string;
  servedOn?: string;
}

/** The latest paper of each kind and how it was handed over, as the documents feature keeps it among the facts. */
function documentsIn({ facts }: Folded, said: SaidPayload): JsonObject {
  const spoken = Object.entries((said.recorded.documents ?? {}) as unknown as Record<string, SaidDocument>);
  if (spoken.length === 0) return {};
  const before = (facts.documents ?? {}) as Record<string, JsonObject>;
  const latest = spoken.map(([kind, { number, sha256, method, servedOn }]): [string, JsonObject] =>
    servedOn && method
      ? [kind, { ...before[kind], served: { on: servedOn, method } }]
      : [kind, { id: NOT_RECORDED, number, sha256 }],
  );
  return { documents: { ...before, ...Object.fromEntries(latest) } };
}

/** Where a case comes from, and the cases of other procedures that it has opened. */
function linkedIn({ facts }: Folded, { recorded: { origin, opened } }: SaidPayload): JsonObject {
  const before = Array.isArray(facts.linked) ? facts.linked : [];
  return { ...(origin && { origin }), ...(opened && { linked: [...before, opened] }) };
}
