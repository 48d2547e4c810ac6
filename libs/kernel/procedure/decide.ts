import { brokenPair, pairsUnder, RECUSED, type ForbiddenPair } from './duty-matrix';
import type { Actor, CaseFile, DutyHeld } from './file';
import type { CaseOpened, ClockStarted, Decision, Effect, MessageSent, Outcome } from './outcome';
import { resolve, resolveObject } from './resolve';
import { refusalOf, type Refusal, type Rule } from './rule';
import { CLOCK_VERBS, type ActionSpec, type ClockChangeSpec, type Json, type JsonObject, type Procedure, type Target } from './types';

/** What `decide` asks: the procedure, all rules by id, and those that stand for every action. */
export interface Law {
  procedure: Procedure;
  rules: ReadonlyMap<string, Rule>;
  standing: readonly Rule[];
  forbiddenPairs?: readonly ForbiddenPair[];
}

/** Acts of clocks are done by the system: no person, no duty. */
export const SYSTEM = 'system';

/**
 * Asks the law whether the step in `file.step` may be taken: all unmet conditions at once, or what it does.
 * Pure. Throws only when the action is not in the procedure (caller's fault, checked before) .
 */
export function decide(law: Law, file: CaseFile): Decision {
  const action = law.procedure.actions[file.step.action];
  if (!action) throw new RangeError(`no action ${file.step.action} in ${law.procedure.id}`);
  const unmet = unmetConditions(law, file, action);
  if (unmet.refusals.length > 0) return { refusals: unmet.refusals };
  return { outcome: outcomeOf(law, file, action, unmet.defects) };
}

/** Every condition of an action that does not hold, blocking ones and defects apart. */
export function unmetConditions(
  law: Law,
  file: CaseFile,
  action: ActionSpec,
  only: (rule: Rule) => boolean = () => true,
): { refusals: Refusal[]; defects: Refusal[] } {
  const refusals: Refusal[] = [...outOfState(law.procedure, file, action), ...dutyRefusals(law, file, action)];
  const defects: Refusal[] = [];
  // What stands for every act may be named by one as well; it is asked once.
  const rules = new Set([...law.standing, ...action.needs.map((id) => ruleOf(law, id))]);
  for (const rule of [...rules].filter(only)) {
    const refusal = refusalOf(rule, file);
    if (refusal) (rule.effect === 'defect' ? defects : refusals).push(refusal);
  }
  return { refusals, defects };
}

function ruleOf(law: Law, id: string): Rule {
  const rule = law.rules.get(id);
  if (!rule) throw new RangeError(`no rule ${id}`);
  return rule;
}

/** Whether an action is open in a state of the table. */
export function isOpenIn(procedure: Procedure, action: ActionSpec, state: string): boolean {
  if (action.from.includes(state)) return true;
  return action.from.includes('*') && !!procedure.states[state] && !procedure.states[state].final;
}

function outOfState(procedure: Procedure, file: CaseFile, action: ActionSpec): Refusal[] {
  const { state } = file.case;
  const opening = procedure.opening === file.step.action;
  if (opening ? state === '' : isOpenIn(procedure, action, state)) return [];
  const titles = action.from.map((name) => procedure.states[name]?.title ?? name).join('、');
  const message = `当前环节为“${procedure.states[state]?.title ?? state}”，不能办理“${action.title}”。`;
  const cure = titles ? `请在“${titles}”环节办理。` : '本环节只在登记时办理。';
  return [{ rule: 'not-in-state', title: '办理环节不符', basis: procedure.basis, message, cure }];
}

function dutyRefusals(law: Law, file: CaseFile, action: ActionSpec): Refusal[] {
  const { actor } = file.step;
  if (action.by === SYSTEM || actor.person === SYSTEM) return systemRefusals(file, action);
  const persons = countedFor(actor);
  const held = file.duties.filter((row) => persons.includes(row.person)).map((row) => row.duty);
  if (held.includes(RECUSED)) return [recusedRefusal(actor)];
  const basis = '行政处罚法第四十二条、第四十三条';
  if (actor.onBehalfOf && !isLent(actor, action.by)) {
    const message = `${actor.name}没有在当日有效的“${action.by}”职责委托，不得代行“${action.title}”。`;
    return [{ rule: 'no-delegation', title: '没有职责委托', basis, message, cure: '请由本人办理，或者先由本人、负责人办理职责委托。' }];
  }
  const gone = dutiesNamed(file, action).filter((row) => row.duty !== RECUSED && isRecused(file, row.person));
  if (gone.length > 0) {
    const message = '所指定的人员已回避本案，不得再承担本案职责。';
    return [{ rule: 'recused', title: '已回避', basis: '行政处罚法第四十三条', message, cure: '请指定其他人员。' }];
  }
  const clash = dutiesTaken(file, action).flatMap((row) => incompatible(law, file, row));
  if (clash.length > 0) return clash;
  if (holdsDuty(law, file, action, held)) return [];
  const message = `“${action.title}”应由“${action.by}”办理，${actor.name}不任此职责。`;
  return [{ rule: 'not-your-duty', title: '非本人职责', basis, message, cure: '请由承担该职责的人员办理。' }];
}

/** Whose duties an act counts: who acts, and whom he acts for. */
function countedFor({ person, onBehalfOf }: Actor): string[] {
  return onBehalfOf ? [person, onBehalfOf] : [person];
}

const isRecused = (file: CaseFile, person: string): boolean => file.duties.some((row) => row.person === person && row.duty === RECUSED);

const isLent = (actor: Actor, duty: string): boolean => (actor.lent ?? []).some((one) => one.duty === duty);

/** The refusal of everything that somebody asks for who has been recused, or for whom such a one acts. */
export function recusedRefusal(actor: Actor): Refusal {
  const who = actor.onBehalfOf ? `${actor.name}或者其所代行的人员` : actor.name;
  const message = `${who}已回避本案，不得再办理任何环节。`;
  return { rule: 'recused', title: '已回避', basis: '行政处罚法第四十三条', message, cure: '由其他执法人员办理。' };
}

/** The refusal that taking up a duty would meet in the matrix of forbidden pairs. */
function incompatible(law: Law, file: CaseFile, row: DutyHeld): Refusal[] {
  const pair = brokenPair(row.person, row.duty, file.duties, law.forbiddenPairs ?? pairsUnder(file.parameters));
  if (!pair) return [];
  const who = row.person === file.step.actor.person ? file.step.actor.name : '所指定的人员';
  const message = `${who}在本案已任“${pair.one}”或“${pair.other}”之一，两者不得由同一人担任。`;
  return [{ rule: 'incompatible-duty', title: '职责不相容', basis: pair.basis, message, cure: '请由其他人员办理。' }];
}

function systemRefusals(file: CaseFile, action: ActionSpec): Refusal[] {
  if (action.by === SYSTEM && file.step.actor.person === SYSTEM) return [];
  const message = `“${action.title}”与办理人不符：系统环节只能由时限触发，其他环节只能由人办理。`;
  return [{ rule: 'not-your-duty', title: '非本人职责', basis: '系统约定', message, cure: '无需人工办理。' }];
}

/** A handler must be named in the case; any other duty is taken up by the first holder of the post who acts. */
function holdsDuty(law: Law, file: CaseFile, action: ActionSpec, held: string[]): boolean {
  const { actor } = file.step;
  const hasPost = actor.onBehalfOf ? isLent(actor, action.by) : actor.posts.includes(action.by);
  if (action.by !== 'handler' || law.procedure.opening === file.step.action) return hasPost;
  return hasPost && held.includes('handler');
}

function targetOf(target: Target, form: JsonObject): string {
  if (typeof target === 'string') return target;
  const chosen = target.map[String(form[target.on])];
  if (!chosen) throw new RangeError(`form field ${target.on} selects no state`);
  return chosen;
}

function holds(law: Law, file: CaseFile, when: string | undefined): boolean {
  return when === undefined || ruleOf(law, when).check(file) === null;
}

function outcomeOf(law: Law, file: CaseFile, action: ActionSpec, defects: Refusal[]): Outcome {
  const opened = targetOf(action.to, file.step.form);
  const state = opened === '=' ? file.case.state : opened;
  const leavesState = state !== file.case.state;
  return {
    state,
    leavesState,
    facts: resolveObject(action.facts ?? {}, file),
    clocks: { start: clocksStarted(law, file, action), stop: clocksStopped(law, file, action) },
    tasks: leavesState ? (law.procedure.states[state].tasks ?? []) : [],
    messages: messagesOf(law, file, action),
    effects: effectsOf(law, file, action),
    defects,
    duties: dutiesTaken(file, action),
    opens: opensOf(file, action),
  };
}

/** The form of the other case; what the template leaves null is not in it, as in a form that nobody filled in there. */
function opensOf(file: CaseFile, { opens }: ActionSpec): CaseOpened | null {
  if (!opens) return null;
  return { procedure: opens.procedure, form: withoutNulls(resolve(opens.form, file)) as JsonObject, ref: opens.ref === undefined ? null : resolve(opens.ref, file) };
}

function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null).map(([name, item]) => [name, withoutNulls(item)]));
}

/** Everybody's duties in the act: of who acts, and those that it hands out. */
function dutiesNamed(file: CaseFile, action: ActionSpec): DutyHeld[] {
  const own = action.by === SYSTEM ? [] : countedFor(file.step.actor).map((person) => ({ person, duty: action.by }));
  const given = Object.entries(action.duties ?? {}).flatMap(([duty, template]) => {
    const persons = resolve(template, file);
    return (Array.isArray(persons) ? persons : [persons]).map((person) => ({ person: String(person), duty }));
  });
  return [...own, ...given];
}

/** Of these, what nobody held before. */
function dutiesTaken(file: CaseFile, action: ActionSpec): DutyHeld[] {
  const all = dutiesNamed(file, action);
  const known = (row: DutyHeld, list: readonly DutyHeld[]): boolean =>
    list.some((other) => other.person === row.person && other.duty === row.duty);
  return all.filter((row, index) => !known(row, file.duties) && !known(row, all.slice(0, index)));
}

function messagesOf(law: Law, file: CaseFile, action: ActionSpec): MessageSent[] {
  const wanted = (action.messages ?? []).filter((message) => holds(law, file, message.when));
  return wanted.map(({ kind, duty, person }) => ({
    kind,
    duty: duty ?? null,
    person: person === undefined ? null : String(resolve(person, file)),
    item: file.step.action,
  }));
}

function clocksStarted(law: Law, file: CaseFile, action: ActionSpec): ClockStarted[] {
  const started = (action.clocks?.start ?? []).filter((start) => holds(law, file, start.when));
  return started.map((start) => ({
    rule: start.rule,
    anchorOn: String(resolve(start.on, file)),
    subjectKind: start.subject?.kind ?? 'case',
    subjectId: start.subject ? `${file.case.id}/${start.subject.id}` : file.case.id,
  }));
}

/** A change of a running clock with its days filled in. */
export interface ClockChange extends JsonObject {
  verb: string;
  rule: string;
}

/** The changes of running clocks that an action makes, in the order of the verbs; `asked` says whether a `when` holds. */
export function clockChanges(action: ActionSpec, file: CaseFile, asked: (when: string | undefined) => boolean): ClockChange[] {
  return CLOCK_VERBS.flatMap((verb) =>
    (action.clocks?.[verb] ?? [])
      .filter(({ when }) => asked(when))
      .map(({ rule, when: _, ...days }: ClockChangeSpec) => ({ ...resolveObject(days as JsonObject, file), verb, rule })),
  );
}

function clocksStopped(law: Law, file: CaseFile, action: ActionSpec): string[] {
  const stops = (action.clocks?.stop ?? []).map((stop) => (typeof stop === 'string' ? { rule: stop } : stop));
  return stops.filter((stop: { rule: string; when?: string }) => holds(law, file, stop.when)).map(({ rule }) => rule);
}

function effectsOf(law: Law, file: CaseFile, action: ActionSpec): Effect[] {
  const wanted = (action.effects ?? []).filter((effect) => holds(law, file, effect.when));
  const own = wanted.map(({ feature, kind, payload }) => ({ feature, kind, payload: resolve(payload, file) as JsonObject }));
  const tallies = (action.tallies ?? []).filter((tally) => holds(law, file, tally.when)).map((tally) => ({
    feature: 'statistics',
    kind: 'tally',
    payload: {
      kind: tally.kind,
      day: resolve(tally.day, file),
      dims: resolveObject(tally.dims ?? {}, file),
      measures: resolveObject(tally.measures ?? {}, file),
    },
  }));
  const documents = (action.documents ?? []).map((document) => ({
    feature: 'documents',
    kind: 'issue',
    payload: { document },
  }));
  const changes = clockChanges(action, file, (when) => holds(law, file, when)).map(({ verb, ...payload }) => ({ feature: 'ledger', kind: verb, payload }));
  const seq = file.case.version + 1;
  return [...own, ...changes, ...documents, ...tallies].map((effect, index) => ({ id: `${file.case.id}/${seq}/${index}`, ...effect }));
}
