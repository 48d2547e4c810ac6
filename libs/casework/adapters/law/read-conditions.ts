import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Procedure } from '@sanzhi/kernel';
import { conditionCompiler, validateAgainst, type ConfigProblem, type SourceLines } from '@sanzhi/platform/config';
import { LINES, lineNames, type Clause, type Condition } from '../../rules/condition';
import { factTypes } from './condition-types';

/** A condition as written in `config/conditions`, with where it stands. */
export interface WrittenCondition extends Omit<Condition, 'any'> {
  any: (Omit<Clause, 'holds'> & { when: string })[];
}

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
  /** Ids of all parameters. */
  parameters: readonly string[];
}

/**
 * Compiles the expressions (CEL) over the facts of a case, typed by the forms that write them, and the money lines of the
 * packs. An unknown fact, field or line and a wrong type are problems with file and line.
 */
export function compileConditions({ placed }: ReadConditions, { procedures, parameters }: ConditionWords): { conditions: Condition[]; problems: ConfigProblem[] } {
  const facts = factTypes(procedures);
  const names = lineNames(parameters);
  const compile = conditionCompiler({ ...facts, [LINES]: Object.fromEntries(names.map((name) => [name, 'double'])) });
  const problems: ConfigProblem[] = [];
  const conditions = placed.map(({ written, file, lines, index }): Condition => {
    const at = (message: string, ...to: (string | number)[]): void =>
      void problems.push({ file, line: lines.lineOf(['conditions', index, ...to]), message });
    written.of.filter((fact) => !(fact in facts)).forEach((fact) => at(`没有程序记录“${fact}”`, 'of'));
    if (written.line && !names.includes(written.line)) at(`没有名为“${written.line}”的数额标准`, 'line');
    const any = written.any.flatMap(({ when, ...clause }, place): Clause[] => {
      const { predicate, fault } = compile(when);
      if (fault !== undefined) at(`条件表达式有误：${fault}`, 'any', place, 'when');
      return predicate ? [{ ...clause, holds: predicate }] : [];
    });
    return { ...written, any };
  });
  return { conditions, problems };
}
