import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
  checkProcedure,
  composeProcedure,
  type ComposeProblem,
  type JsonObject,
  type KnownWords,
  type Procedure,
  type ProcedureProblem,
  type WrittenPart,
  type WrittenProcedure,
} from '@sanzhi/kernel';
import { compileForm, validateAgainst, type ConfigProblem, type SourceLines } from '@sanzhi/platform/config';

/** Procedures that can be used, and every problem of those that cannot. */
export interface ReadProcedures {
  procedures: Procedure[];
  problems: ConfigProblem[];
}

/** A part with where it was read. */
interface ReadPart {
  file: string;
  lines: SourceLines;
  /** Null when it could not be read; its own fault is enough then. */
  written: WrittenPart | null;
}

interface Reading extends ReadProcedures {
  folder: string;
  known: KnownWords;
  parts: Map<string, ReadPart>;
  /** Parts that a procedure names. */
  used: Set<string>;
  /** A procedure could not be read: nobody knows what it is put together from. */
  unread: boolean;
}

/**
 * Reads `procedures/<id>@<date>.yaml` and the parts they are put together from: schema, states, words, forms with their
 * examples, no two versions of one day, validity without overlap. Problems carry file and line.
 */
export function readProcedures(configDir: string, known: KnownWords): ReadProcedures {
  const folder = path.join(configDir, 'procedures');
  const reading: Reading = { folder, known, parts: new Map(), used: new Set(), unread: false, procedures: [], problems: [] };
  yamlIn(path.join(folder, 'parts')).forEach((name) => readPart(name, reading));
  yamlIn(folder).forEach((name) => readOne(name, reading));
  if (!reading.unread) reportUnused(reading);
  reading.problems.push(...openedUnknown(reading));
  reading.procedures.forEach((procedure) => endBeforeNext(procedure, reading.procedures));
  return { procedures: reading.procedures, problems: reading.problems };
}

function readPart(name: string, { folder, parts, problems }: Reading): void {
  const file = path.join(folder, 'parts', name);
  const found = validateAgainst<WrittenPart>(`${schemaIn(folder)}#/$defs/part`, file);
  problems.push(...found.problems);
  const written = found.value;
  const key = path.basename(name, '.yaml');
  if (written && `${written.part}@${written.validFrom}` !== key) {
    problems.push({ file, line: found.lines.lineOf(['part']), message: `the file must be named ${written.part}@${written.validFrom}.yaml` });
  }
  parts.set(key, { file, lines: found.lines, written });
}

function reportUnused({ parts, used, problems }: Reading): void {
  for (const [name, { file }] of parts) {
    if (!used.has(name)) problems.push({ file, line: 1, message: `no procedure is put together with ${name}` });
  }
}

function readOne(name: string, reading: Reading): void {
  const file = path.join(reading.folder, name);
  const found = validateAgainst<WrittenProcedure>(schemaIn(reading.folder), file);
  reading.problems.push(...found.problems);
  if (!found.value) {
    reading.unread = true;
    return;
  }
  const named = found.value.parts ?? [];
  named.forEach((part) => reading.used.add(part));
  if (named.some((part) => reading.parts.get(part)?.written === null)) return;
  const whole = new Map([...reading.parts].map(([key, { written }]) => [key, written as WrittenPart]));
  const { procedure, origin, problems } = composeProcedure(found.value, whole);
  const at = (part: string | null | undefined) => (part ? reading.parts.get(part)! : { file, lines: found.lines });
  const rightName = `${procedure.id}@${procedure.validFrom}.yaml` === name;
  const faults: ComposeProblem[] = [
    ...(rightName ? [] : [{ part: null, path: ['id'], message: `the file must be named ${procedure.id}@${procedure.validFrom}.yaml` }]),
    ...problems,
    ...[...checkProcedure(procedure, reading.known), ...checkForms(procedure)].map((fault) => ({ ...fault, part: originOf(fault, origin) })),
  ];
  reading.problems.push(...faults.map(({ part, path: to, message }) => ({ file: at(part).file, line: at(part).lines.lineOf(to), message })));
  if (faults.length === 0) reading.procedures.push(procedure);
}

/** An action opens a case of a procedure that is there; of one that could not be read its own fault is enough. */
function openedUnknown({ procedures, folder }: Reading): ConfigProblem[] {
  const known = new Set(yamlIn(folder).map((name) => name.split('@')[0]));
  return procedures.flatMap(({ id, validFrom, actions }) =>
    Object.entries(actions)
      .filter(([, { opens }]) => opens && !known.has(opens.procedure))
      .map(([name, { opens }]) => ({ file: path.join(folder, `${id}@${validFrom}.yaml`), line: 1, message: `${name} opens an unknown procedure ${opens!.procedure}` })),
  );
}

const originOf = ({ path: [list, name] }: ProcedureProblem, origin: ReadonlyMap<string, string>): string | null =>
  origin.get(`${list}/${name}`) ?? null;

function checkForms(procedure: Procedure): ProcedureProblem[] {
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

const schemaIn = (folder: string): string => path.join(folder, 'procedure.schema.json');

function yamlIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort() : [];
}
