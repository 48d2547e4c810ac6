import type { ActionSpec, Json, JsonObject, Procedure, StateSpec } from './types';

/** An action as written: `from` may be one state or a `$group`, `form` a `$name` of `forms`. */
export type WrittenAction = Omit<ActionSpec, 'from' | 'form'> & { from: string | string[]; form: string | JsonObject };

/** A piece of procedure that several versions share (`procedures/parts/<part>@<day>.yaml`). */
export interface WrittenPart {
  part: string;
  validFrom: string;
  /** Forms, or fields of forms, by the name under which `$name` stands for them. */
  forms?: Record<string, JsonObject>;
  states?: Record<string, StateSpec>;
  /** States by the name under which the `from` of a part calls them (`$afterDecision`). */
  groups?: Record<string, string[]>;
  actions?: Record<string, WrittenAction>;
}

/** A procedure as written: what is its own, and the parts it is put together from. */
export interface WrittenProcedure extends Omit<Procedure, 'version' | 'actions' | 'states'>, Omit<WrittenPart, 'part'> {
  validFrom: string;
  /** `<part>@<day>`, in the order in which their actions follow its own. */
  parts?: string[];
  /** Articles of this version, where the parts cite those of another: by action. */
  bases?: Record<string, string>;
  /** Values that the parts leave open (`$word.procedure`). */
  words?: Record<string, Json>;
}

/** A fault of composing, where it stands: in a part, or in the procedure (`part: null`). */
export interface ComposeProblem {
  part: string | null;
  path: (string | number)[];
  message: string;
}

/** A procedure put together. `origin` tells the part of every `actions/…` and `states/…` that is not its own. */
export interface Composed {
  procedure: Procedure;
  origin: ReadonlyMap<string, string>;
  problems: ComposeProblem[];
}

/** Words of a file that are used up in composing. */
const COMPOSING = ['parts', 'groups', 'words', 'forms', 'bases', 'states', 'actions'];

/** What may be contributed by several files, each name by one of them. */
const SHARED = ['forms', 'states', 'groups', 'actions'] as const;
type Shared = (typeof SHARED)[number];

/** A named thing and the part it comes from; null is the procedure itself. */
interface Piece<T> {
  value: T;
  part: string | null;
}

type Pieces = { [K in Shared]: Map<string, Piece<NonNullable<WrittenPart[K]>[string]>> };

/** What stands under which name, and what is wrong with it. */
interface Joining {
  written: WrittenProcedure;
  pieces: Pieces;
  problems: ComposeProblem[];
}

/**
 * Puts a procedure together: its own states and actions first, then those of its parts in their order, with groups,
 * words, forms and articles filled in. Pure. An unknown part, group, word, form or action and a name given twice are
 * problems; the rest is kept.
 */
export function composeProcedure(written: WrittenProcedure, parts: ReadonlyMap<string, WrittenPart>): Composed {
  const pieces: Pieces = { forms: new Map(), states: new Map(), groups: new Map(), actions: new Map() };
  const joining: Joining = { written, pieces, problems: [] };
  join(joining, null, written);
  (written.parts ?? []).forEach((name, index) => {
    const part = parts.get(name);
    if (part) join(joining, name, part);
    else joining.problems.push({ part: null, path: ['parts', index], message: `no part ${name}` });
  });
  unknownBases(joining);
  const actions = [...pieces.actions].map(([name, { value, part }]): [string, ActionSpec] => [
    name,
    fill(value, { joining, part, path: ['actions', name] }),
  ]);
  const states = [...pieces.states].map(([name, { value }]): [string, StateSpec] => [name, value]);
  const own = Object.fromEntries(Object.entries(written).filter(([key]) => !COMPOSING.includes(key)));
  const procedure = { ...own, version: written.validFrom, states: Object.fromEntries(states), actions: Object.fromEntries(actions) };
  return { procedure: procedure as unknown as Procedure, origin: originsOf(pieces), problems: joining.problems };
}

function originsOf(pieces: Pieces): Map<string, string> {
  const of = (kind: 'actions' | 'states') =>
    [...pieces[kind]].flatMap(([name, { part }]): [string, string][] => (part ? [[`${kind}/${name}`, part]] : []));
  return new Map([...of('actions'), ...of('states')]);
}

function unknownBases({ written: { bases = {} }, pieces, problems }: Joining): void {
  const unknown = Object.keys(bases).filter((action) => !pieces.actions.has(action));
  problems.push(...unknown.map((action) => ({ part: null, path: ['bases', action], message: `no action ${action}` })));
}

function join(joining: Joining, part: string | null, from: Pick<WrittenPart, Shared>): void {
  for (const kind of SHARED) {
    const known = joining.pieces[kind] as Map<string, Piece<unknown>>;
    for (const [name, value] of Object.entries(from[kind] ?? {})) {
      if (known.has(name)) joining.problems.push({ part, path: [kind, name], message: `${kind.slice(0, -1)} ${name} is given twice` });
      else known.set(name, { value, part });
    }
  }
}

/** Where a value stands that is being filled in. */
interface Place {
  joining: Joining;
  part: string | null;
  path: (string | number)[];
}

const below = (place: Place, step: string | number): Place => ({ ...place, path: [...place.path, step] });

function missing({ joining, part, path }: Place, message: string): void {
  joining.problems.push({ part, path, message });
}

function fill(action: WrittenAction, place: Place): ActionSpec {
  const { form, from, ...rest } = action;
  const basis = place.joining.written.bases?.[String(place.path[1])] ?? action.basis;
  return {
    ...(withWords(rest as unknown as Json, place) as unknown as Omit<ActionSpec, 'from' | 'form'>),
    ...(basis === undefined ? {} : { basis }),
    from: [...[from].flat().flatMap((state) => statesOf(state, below(place, 'from'))), ...reopened(place)],
    form: withForms(form, below(place, 'form')) as JsonObject,
  };
}

/** The final states that the action at this place leads out of. */
function reopened({ joining, path }: Place): string[] {
  const states = [...joining.pieces.states].filter(([, { value }]) => value.reopenedBy?.includes(String(path.at(-1))));
  return states.map(([state]) => state);
}

function statesOf(state: string, place: Place): string[] {
  if (!state.startsWith('$')) return [state];
  const group = place.joining.pieces.groups.get(state.slice(1));
  if (!group) missing(place, `no group ${state.slice(1)}`);
  return group?.value ?? [];
}

/** Every `$word.<name>` of a template becomes the procedure's value. */
function withWords(value: Json, place: Place): Json {
  if (typeof value === 'string' && value.startsWith('$word.')) {
    const word = place.joining.written.words?.[value.slice('$word.'.length)];
    if (word === undefined) missing(place, `no word ${value.slice('$word.'.length)}`);
    return word ?? null;
  }
  return through(value, place, withWords);
}

/** Every `$name` of a form becomes the form, or field, of that name. */
function withForms(value: Json, place: Place): Json {
  if (typeof value === 'string' && value.startsWith('$')) {
    const form = place.joining.pieces.forms.get(value.slice(1))?.value;
    if (!form) missing(place, `no form ${value.slice(1)}`);
    return form ? withForms(form, place) : { type: 'object', properties: {}, examples: [{}] };
  }
  return through(value, place, withForms);
}

function through(value: Json, place: Place, each: (value: Json, place: Place) => Json): Json {
  if (Array.isArray(value)) return value.map((item, index) => each(item, below(place, index)));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, each(item, below(place, name))]));
}
