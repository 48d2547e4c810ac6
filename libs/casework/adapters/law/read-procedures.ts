import { readdirSync } from 'node:fs';
import path from 'node:path';
import { checkProcedure, type ActionSpec, type JsonObject, type KnownWords, type Procedure } from '@sanzhi/kernel';
import { compileForm, validateAgainst, type ConfigProblem } from '@sanzhi/platform/config';

/** A procedure as written: `from` may be one state. */
type WrittenAction = Omit<ActionSpec, 'from'> & { from: string | string[] };
type WrittenProcedure = Omit<Procedure, 'version' | 'actions'> & { actions: Record<string, WrittenAction> };

/** Procedures that can be used, and every problem of those that cannot. */
export interface ReadProcedures {
  procedures: Procedure[];
  problems: ConfigProblem[];
}

/**
 * Reads `procedures/<id>@<date>.yaml`: schema, states, words, forms with their examples, no two versions of one day,
 * validity without overlap. Problems carry file and line.
 */
export function readProcedures(configDir: string, known: KnownWords): ReadProcedures {
  const folder = path.join(configDir, 'procedures');
  const read: ReadProcedures = { procedures: [], problems: [] };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort()) {
    readOne({ folder, name }, known, read);
  }
  read.procedures.forEach((procedure) => endBeforeNext(procedure, read.procedures));
  return read;
}

function readOne(at: { folder: string; name: string }, known: KnownWords, read: ReadProcedures): void {
  const file = path.join(at.folder, at.name);
  const found = validateAgainst<WrittenProcedure>(path.join(at.folder, 'procedure.schema.json'), file);
  read.problems.push(...found.problems);
  if (!found.value) return;
  const procedure = normal(found.value);
  const named = `${procedure.id}@${procedure.validFrom}.yaml` === at.name;
  const faults = [
    ...(named ? [] : [{ path: ['id'], message: `the file must be named ${procedure.id}@${procedure.validFrom}.yaml` }]),
    ...checkProcedure(procedure, known),
    ...checkForms(procedure),
  ];
  read.problems.push(...faults.map(({ path: to, message }) => ({ file, line: found.lines.lineOf(to), message })));
  if (faults.length === 0) read.procedures.push(procedure);
}

function normal(written: WrittenProcedure): Procedure {
  const actions = Object.entries(written.actions).map(([name, action]): [string, ActionSpec] => {
    const from = Array.isArray(action.from) ? action.from : [action.from];
    return [name, { ...action, from }];
  });
  return { ...written, version: written.validFrom, actions: Object.fromEntries(actions) };
}

function checkForms(procedure: Procedure): { path: (string | number)[]; message: string }[] {
  return Object.entries(procedure.actions).flatMap(([name, action]) => {
    const at = ['actions', name, 'form'];
    try {
      const faults = compileForm(action.form)((action.form as JsonObject & { examples: unknown[] }).examples[0]);
      return faults.map((fault) => ({ path: [...at, 'examples'], message: `example ${fault.pointer}: ${fault.message}` }));
    } catch (cause) {
      return [{ path: at, message: (cause as Error).message }];
    }
  });
}

/** A version ends the day before the next one begins, unless it says so itself. */
function endBeforeNext(procedure: Procedure, all: readonly Procedure[]): void {
  const later = all.filter((one) => one.id === procedure.id && one.validFrom > procedure.validFrom);
  const next = later.map((one) => one.validFrom).sort()[0];
  if (next && (!procedure.validTo || procedure.validTo >= next)) procedure.validTo = dayBefore(next);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
