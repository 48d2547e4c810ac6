import { SYSTEM } from './decide';
import { CLOCK_VERBS, type ActionSpec, type ClockStop, type Procedure } from './types';

/** Every word a procedure may use, from the rest of the law and the features. */
export interface KnownWords {
  rules: ReadonlySet<string>;
  clocks: ReadonlySet<string>;
  documents: ReadonlySet<string>;
  tallies: ReadonlySet<string>;
  duties: ReadonlySet<string>;
  /** `<feature>/<kind>` of every effect a feature answers for. */
  effects: ReadonlySet<string>;
  /** Kinds of message; not asked where they are not known. */
  messages?: ReadonlySet<string>;
}

/** One fault of a procedure file; `path` leads to the node in the YAML. */
export interface ProcedureProblem {
  path: (string | number)[];
  message: string;
}

/** Finds targets that do not exist, states nobody reaches or leaves, and unknown words. Empty when sound. */
export function checkProcedure(procedure: Procedure, known: KnownWords): ProcedureProblem[] {
  return [
    ...checkOpening(procedure),
    ...Object.entries(procedure.actions).flatMap(([name, action]) => [
      ...checkStates(procedure, name, action),
      ...checkWords(name, action, known),
      ...checkMessages(name, action, known),
    ]),
    ...checkTasks(procedure, known),
    ...checkReach(procedure),
  ];
}

function checkOpening(procedure: Procedure): ProcedureProblem[] {
  const opening = procedure.actions[procedure.opening];
  if (!opening) return [{ path: ['opening'], message: `no action ${procedure.opening}` }];
  if (opening.from.length === 0) return [];
  return [{ path: ['actions', procedure.opening, 'from'], message: 'the opening action starts from no state' }];
}

/** All states an action can lead to (`=` stays). */
export function targetsOf(action: ActionSpec): string[] {
  return typeof action.to === 'string' ? [action.to] : Object.values(action.to.map);
}

function checkStates(procedure: Procedure, name: string, action: ActionSpec): ProcedureProblem[] {
  const at = (word: string, state: string) => ({
    path: ['actions', name, word],
    message: `no state ${state}`,
  });
  const from = action.from.filter((state) => state !== '*' && !procedure.states[state]).map((s) => at('from', s));
  const to = targetsOf(action).filter((state) => state !== '=' && !procedure.states[state]).map((s) => at('to', s));
  const loose =
    action.from.length === 0 && procedure.opening !== name
      ? [{ path: ['actions', name, 'from'], message: 'only the opening action may start from no state' }]
      : [];
  return [...from, ...to, ...loose];
}

function checkWords(name: string, action: ActionSpec, known: KnownWords): ProcedureProblem[] {
  const unknown: Unknown = (kind, word, ...path) => ({
    path: ['actions', name, ...path],
    message: `unknown ${kind} ${word}`,
  });
  const starts = action.clocks?.start ?? [];
  const stops = action.clocks?.stop ?? [];
  const asked = [...action.needs.map((rule, index): RuleNamed => ({ rule, path: ['needs', index] })), ...conditionsNamed(action)];
  return [
    ...asked.filter(({ rule }) => !known.rules.has(rule)).map(({ rule, path }) => unknown('rule', rule, ...path)),
    ...clocksHeard(action).filter((id) => !known.clocks.has(id)).map((id) => unknown('clock', id, 'on')),
    ...starts.filter((start) => !known.clocks.has(start.rule)).map((s) => unknown('clock', s.rule, 'clocks', 'start')),
    ...stops.map(ruleStopped).filter((id) => !known.clocks.has(id)).map((id) => unknown('clock', id, 'clocks', 'stop')),
    ...(action.documents ?? []).filter((id) => !known.documents.has(id)).map((id) => unknown('document', id, 'documents')),
    ...(action.tallies ?? []).filter((t) => !known.tallies.has(t.kind)).map((t) => unknown('tally', t.kind, 'tallies')),
    ...(action.effects ?? [])
      .filter((effect) => !known.effects.has(`${effect.feature}/${effect.kind}`))
      .map((effect) => unknown('effect', `${effect.feature}/${effect.kind}`, 'effects')),
    ...checkVerbs(action, known, unknown),
    ...(action.by === SYSTEM || known.duties.has(action.by) ? [] : [unknown('duty', action.by, 'by')]),
  ];
}

/** The rule without which no action may change a running clock. */
export const CLOCK_CHANGE_LAWFUL = 'clock-change-lawful';

/** Clocks that an action changes exist, and the action asks whether the law allows it. */
function checkVerbs({ clocks = {}, needs }: ActionSpec, known: KnownWords, unknown: Unknown): ProcedureProblem[] {
  const changes = CLOCK_VERBS.flatMap((verb) => (clocks[verb] ?? []).map((change, index) => ({ ...change, path: ['clocks', verb, index] })));
  const strange = changes.filter(({ rule }) => !known.clocks.has(rule)).map(({ rule, path }) => unknown('clock', rule, ...path));
  if (changes.length === 0 || needs.includes(CLOCK_CHANGE_LAWFUL)) return strange;
  const { path } = unknown('rule', CLOCK_CHANGE_LAWFUL, 'clocks');
  return [...strange, { path, message: `an action that changes a clock needs ${CLOCK_CHANGE_LAWFUL}` }];
}

type Unknown = (kind: string, word: string, ...path: (string | number)[]) => ProcedureProblem;

function checkMessages(name: string, { messages = [] }: ActionSpec, known: KnownWords): ProcedureProblem[] {
  const path = ['actions', name, 'messages'];
  const kinds = messages.map((one) => one.kind).filter((kind) => known.messages && !known.messages.has(kind));
  const duties = messages.flatMap((one) => one.duty ?? []).filter((duty) => !known.duties.has(duty));
  return [
    ...kinds.map((kind) => ({ path, message: `unknown message ${kind}` })),
    ...duties.map((duty) => ({ path, message: `unknown duty ${duty}` })),
  ];
}

/** A rule where an action names it; `path` leads there from the action. */
interface RuleNamed {
  rule: string;
  path: (string | number)[];
}

function conditionsNamed({ clocks, effects = [], messages = [], tallies = [] }: ActionSpec): RuleNamed[] {
  const named = (list: readonly (string | { when?: string })[], ...path: string[]): RuleNamed[] =>
    list.flatMap((one, index) => (typeof one === 'string' || !one.when ? [] : [{ rule: one.when, path: [...path, index, 'when'] }]));
  const verbs = CLOCK_VERBS.flatMap((verb) => named(clocks?.[verb] ?? [], 'clocks', verb));
  const told = [...named(effects, 'effects'), ...named(messages, 'messages'), ...named(tallies, 'tallies')];
  return [...named(clocks?.start ?? [], 'clocks', 'start'), ...named(clocks?.stop ?? [], 'clocks', 'stop'), ...verbs, ...told];
}

/** The rules an action asks only to know whether a clock starts or stops, an effect follows, or a thing is counted. */
export function conditionsOf(action: ActionSpec): string[] {
  return conditionsNamed(action).map(({ rule }) => rule);
}

/** The clocks whose rungs an action is taken by. */
const clocksHeard = ({ on }: ActionSpec): string[] => [on?.clock ?? []].flat().filter((id) => id !== '*');

const ruleStopped = (stop: ClockStop): string => (typeof stop === 'string' ? stop : stop.rule);

function checkTasks(procedure: Procedure, known: KnownWords): ProcedureProblem[] {
  const reopened = Object.entries(procedure.states).flatMap(([state, { reopenedBy = [] }]) =>
    reopenedBy
      .filter((action) => !procedure.actions[action])
      .map((action) => ({ path: ['states', state, 'reopenedBy'], message: `no action ${action}` })),
  );
  const opened = Object.entries(procedure.states).flatMap(([state, spec]) =>
    (spec.tasks ?? []).flatMap((task, index) => {
      const path = ['states', state, 'tasks', index];
      const action = procedure.actions[task.action] ? [] : [{ path, message: `no action ${task.action}` }];
      return known.duties.has(task.duty) ? action : [...action, { path, message: `unknown duty ${task.duty}` }];
    }),
  );
  return [...reopened, ...opened];
}

function checkReach(procedure: Procedure): ProcedureProblem[] {
  const names = Object.keys(procedure.states);
  const edges = Object.values(procedure.actions).flatMap((action) => edgesOf(procedure, action));
  const opening = procedure.actions[procedure.opening];
  const reached = new Set(opening ? targetsOf(opening) : []);
  for (let grown = true; grown; ) {
    const next = edges.filter(([from, to]) => reached.has(from) && !reached.has(to));
    next.forEach(([, to]) => reached.add(to));
    grown = next.length > 0;
  }
  const unreached = names.filter((name) => !reached.has(name));
  const stuck = names.filter(
    (name) => !procedure.states[name].final && !edges.some(([from, to]) => from === name && to !== name),
  );
  return [
    ...unreached.map((name) => ({ path: ['states', name], message: `state ${name} is never reached` })),
    ...stuck.map((name) => ({ path: ['states', name], message: `state ${name} has no exit` })),
  ];
}

function edgesOf(procedure: Procedure, action: ActionSpec): [string, string][] {
  const open = Object.keys(procedure.states).filter((name) => !procedure.states[name].final);
  const from = action.from.includes('*') ? open : action.from;
  return from.flatMap((state) => targetsOf(action).map((to): [string, string] => [state, to === '=' ? state : to]));
}
