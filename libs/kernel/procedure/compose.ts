import type { ActionSpec, Json, JsonObject, Procedure } from './types';

/** An action as written: `from` may be one state or a `$group`, `form` a `$name` of `forms`. */
export type WrittenAction = Omit<ActionSpec, 'from' | 'form'> & { from: string | string[]; form: string | JsonObject };

/** A piece of procedure that several versions share (`procedures/parts/<part>@<day>.yaml`). */
export interface WrittenPart {
  part: string;
  validFrom: string;
  /** Forms, or fields of forms, by the name under which `$name` stands for them. */
  forms?: Record<string, JsonObject>;
  actions?: Record<string, WrittenAction>;
}

/** A procedure as written: what is its own, and the parts it is put together from. */
export interface WrittenProcedure extends Omit<Procedure, 'version' | 'actions'>, Omit<WrittenPart, 'part'> {
  validFrom: string;
  /** `<part>@<day>`, in the order in which their actions follow its own. */
  parts?: string[];
  /** States by the name under which the `from` of a part calls them (`$afterDecision`). */
  groups?: Record<string, string[]>;
  /** Values that the parts leave open (`$word.procedure`). */
  words?: Record<string, Json>;
}

/** A fault of composing, where it stands: in a part, or in the procedure (`part: null`). */
export interface ComposeProblem {
  part: string | null;
  path: (string | number)[];
  message: string;
}

/** A procedure put together. `origin` tells the part of every action that is not the procedure's own. */
export interface Composed {
  procedure: Procedure;
  origin: ReadonlyMap<string, string>;
  problems: ComposeProblem[];
}

/** Words of a file that are used up in composing. */
const COMPOSING = ['parts', 'groups', 'words', 'forms', 'actions'];

/** What stands under which name, and what is wrong with it. */
interface Joining {
  written: WrittenProcedure;
  forms: Map<string, JsonObject>;
  actions: Map<string, { action: WrittenAction; part: string | null }>;
  problems: ComposeProblem[];
}

/**
 * Puts a procedure together: its own actions first, then those of its parts in their order, with groups, words and
 * forms filled in. Pure. An unknown part, group, word or form and a name given twice are problems; the rest is kept.
 */
export function composeProcedure(written: WrittenProcedure, parts: ReadonlyMap<string, WrittenPart>): Composed {
  const joining: Joining = { written, forms: new Map(), actions: new Map(), problems: [] };
  join(joining, null, written);
  (written.parts ?? []).forEach((name, index) => {
    const part = parts.get(name);
    if (part) join(joining, name, part);
    else joining.problems.push({ part: null, path: ['parts', index], message: `no part ${name}` });
  });
  const filled = [...joining.actions].map(([name, { action, part }]): [string, ActionSpec] => [
    name,
    fill(action, { joining, part, path: ['actions', name] }),
  ]);
  const own = Object.fromEntries(Object.entries(written).filter(([key]) => !COMPOSING.includes(key))) as Omit<Procedure, 'version' | 'actions'>;
  const origin = [...joining.actions].flatMap(([name, { part }]): [string, string][] => (part ? [[name, part]] : []));
  const procedure = { ...own, version: written.validFrom, actions: Object.fromEntries(filled) };
  return { procedure, origin: new Map(origin), problems: joining.problems };
}

function join(joining: Joining, part: string | null, { forms = {}, actions = {} }: Pick<WrittenPart, 'forms' | 'actions'>): void {
  const twice = (kind: string, name: string) => joining.problems.push({ part, path: [kind, name], message: `${kind.slice(0, -1)} ${name} is given twice` });
  for (const [name, form] of Object.entries(forms)) {
    if (joining.forms.has(name)) twice('forms', name);
    else joining.forms.set(name, form);
  }
  for (const [name, action] of Object.entries(actions)) {
    if (joining.actions.has(name)) twice('actions', name);
    else joining.actions.set(name, { action, part });
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
  return {
    ...(withWords(rest as unknown as Json, place) as unknown as Omit<ActionSpec, 'from' | 'form'>),
    from: [from].flat().flatMap((state) => statesOf(state, below(place, 'from'))),
    form: withForms(form, below(place, 'form')) as JsonObject,
  };
}

function statesOf(state: string, place: Place): string[] {
  if (!state.startsWith('$')) return [state];
  const group = place.joining.written.groups?.[state.slice(1)];
  if (!group) missing(place, `no group ${state.slice(1)}`);
  return group ?? [];
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
    const form = place.joining.forms.get(value.slice(1));
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
