import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Procedure, Rule } from '@sanzhi/kernel';
import { conditionCompiler, validateAgainst, type ConditionTypes, type ConfigProblem, type SourceLines } from '@sanzhi/platform/config';
import { LINES, lineNames, PACK, type Clause, type Condition } from '../../rules/condition';
import { nameable, nested } from '../../rules/pack-words';
import { factTypes } from './condition-types';

/** A condition as written in `config/conditions`, with where it stands. */
export interface WrittenCondition extends Omit<Condition, 'any'> {
  any: WrittenClause[];
}

/** A clause with its expression, or the rule that it asks. */
type WrittenClause = Omit<Clause, 'holds'> & { when?: string; rule?: string };

interface Placed {
  written: WrittenCondition;
  file: string;
  lines: SourceLines;
  index: number;
}

/** Conditions as read, before the procedures are known that give their types. */
export interface ReadConditions {
  placed: Placed[];
  problems: ConfigProblem[];
}

/** Reads `conditions/*.yaml` by their schema: an unknown word or an id given twice is a problem with file and line. */
export function readConditions(configDir: string): ReadConditions {
  const folder = path.join(configDir, 'conditions');
  const read: ReadConditions = { placed: [], problems: [] };
  if (!existsSync(folder)) return read;
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml')).sort()) {
    const file = path.join(folder, name);
    const { value, problems, lines } = validateAgainst<{ conditions: WrittenCondition[] }>(path.join(folder, 'condition.schema.json'), file);
    read.problems.push(...problems);
    (value?.conditions ?? []).forEach((written, index) => {
      const line = lines.lineOf(['conditions', index, 'id']);
      if (read.placed.some((other) => other.written.id === written.id)) read.problems.push({ file, line, message: `条件编号重复：${written.id}` });
      read.placed.push({ written, file, lines, index });
    });
  }
  return read;
}

/** What the types of expressions come from. */
export interface ConditionWords {
  procedures: readonly Procedure[];
  /** All parameters with their units. */
  parameters: readonly { id: string; unit: string }[];
  /** Coded rules that a clause may ask. */
  rules: ReadonlyMap<string, Rule>;
}

/** Units whose values have a type of their own in expressions. */
const UNIT_TYPES: Record<string, string> = { boolean: 'bool', choice: 'string', text: 'string', words: 'list<string>', steps: 'list<dyn>' };

/** Types of the values of the pack, nested as their ids are; amounts, terms and shares are numbers. */
function packTypes(parameters: ConditionWords['parameters']): ConditionTypes {
  const ids = nameable(parameters.map(({ id }) => id));
  return nested(parameters.filter(({ id }) => ids.includes(id)).map(({ id, unit }) => [id, UNIT_TYPES[unit] ?? 'double'] as const)) as ConditionTypes;
}

type Told = (message: string, ...to: (string | number)[]) => void;

/**
 * Compiles the expressions (CEL) over the facts of a case, typed by the forms that write them, the money lines and the
 * values of the packs. An unknown fact, field, line or rule and a wrong type are problems with file and line.
 */
export function compileConditions({ placed }: ReadConditions, { procedures, parameters, rules }: ConditionWords): { conditions: Condition[]; problems: ConfigProblem[] } {
  const facts = factTypes(procedures);
  const names = lineNames(parameters.map(({ id }) => id));
  const lines = Object.fromEntries(names.map((name) => [name, 'double']));
  const compile = conditionCompiler({ ...facts, [LINES]: lines, [PACK]: packTypes(parameters) });
  const problems: ConfigProblem[] = [];
  const conditions = placed.map(({ written, file, lines: at, index }): Condition => {
    const tell: Told = (message, ...to) => void problems.push({ file, line: at.lineOf(['conditions', index, ...to]), message });
    written.of.filter((path) => !knows(facts, path.split('.'))).forEach((path) => tell(`没有程序记录“${path}”`, 'of'));
    if (written.asOf && !knows(facts, written.asOf.split('.'))) tell(`没有程序记录“${written.asOf}”`, 'asOf');
    if (written.line && !names.includes(written.line)) tell(`没有名为“${written.line}”的数额标准`, 'line');
    const any = written.any.flatMap((clause, place): Clause[] => {
      if (clause.title.includes('{line}') && !written.line) tell('“{line}”所指的数额标准没有写明', 'any', place, 'title');
      const holds = holdsOf(clause, { compile, rules, tell: (message, ...to) => tell(message, 'any', place, ...to) });
      return holds ? [{ ...clause, holds, reads: rules.get(clause.rule ?? '')?.reads }] : [];
    });
    return { ...written, any };
  });
  return { conditions, problems };
}

/** What a clause asks: its expression, or the coded rule that it names. */
function holdsOf({ when, rule }: WrittenClause, by: { compile: ReturnType<typeof conditionCompiler>; rules: ConditionWords['rules']; tell: Told }): Clause['holds'] | null {
  if (rule !== undefined) {
    const asked = by.rules.get(rule);
    if (!asked) by.tell(`没有名为“${rule}”的法定条件`, 'rule');
    return asked ? (_, file) => asked.check(file) === null : null;
  }
  const { predicate, fault } = by.compile(when ?? '');
  if (fault !== undefined) by.tell(`条件表达式有误：${fault}`, 'when');
  return predicate ?? null;
}

/** Whether some procedure writes what a path leads to; what is open (`dyn`) may hold anything. */
function knows(types: ConditionTypes, [name, ...rest]: string[]): boolean {
  const type = types[name];
  if (type === undefined || rest.length === 0) return type !== undefined;
  return typeof type === 'string' ? type === 'dyn' : knows(type, rest);
}
