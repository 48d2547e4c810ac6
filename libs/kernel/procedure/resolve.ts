import type { CaseFile } from './file';
import type { Json, JsonObject, Template } from './types';

/** What `$…` paths of a procedure file may name. */
function roots(file: CaseFile): Record<string, unknown> {
  const { step } = file;
  return {
    form: step.form,
    case: file.case,
    actor: step.actor,
    acted: { day: step.actedOn, at: step.actedAt },
    recorded: { day: step.recordedOn, at: step.recordedAt },
    parameters: file.parameters,
    slices: file.slices,
    // The clock whose rung has fired, where a clock acts.
    fired: file.clocks.find((clock) => clock.id === step.form.clock),
  };
}

function walk(root: unknown, path: string[]): Json {
  let here: unknown = root;
  for (const name of path) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, name)) return null;
    here = (here as Record<string, unknown>)[name];
  }
  return (here ?? null) as Json;
}

/** Fills a template from the file. A path that leads nowhere gives null, never an exception. */
export function resolve(template: Template, file: CaseFile): Json {
  if (typeof template === 'string') {
    if (!template.startsWith('$')) return template;
    const [root, ...path] = template.slice(1).split('.');
    return walk(roots(file)[root], path);
  }
  if (Array.isArray(template)) return template.map((item) => resolve(item, file));
  if (template && typeof template === 'object') return '$of' in template ? chosen(template, file) : resolveObject(template, file);
  return template;
}

/** `{$of: $form.result, void: held-void}`: the case that the value of `$of` names, null where none does. */
function chosen({ $of, ...cases }: Record<string, Template>, file: CaseFile): Json {
  const name = String(resolve($of, file));
  return Object.hasOwn(cases, name) ? resolve(cases[name], file) : null;
}

/** Same for an object of templates. */
export function resolveObject(template: Record<string, Template>, file: CaseFile): JsonObject {
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, resolve(value, file)]));
}
