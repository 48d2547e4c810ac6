import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClockRule } from '@sanzhi/kernel';
import { ConfigFileError, validateAgainst, type ConfigProblem } from '../compile/validate';

interface ClockFile {
  chapter: string;
  clocks: ClockRule[];
}

/**
 * Reads every `clocks/*.yaml` into one map by rule id. Throws ConfigFileError with file and line for unknown words,
 * wrong types and ids given twice.
 */
export function loadClockRules(configDir: string): Map<string, ClockRule> {
  const folder = join(configDir, 'clocks');
  const schemaFile = join(folder, 'clock.schema.json');
  const rules = new Map<string, ClockRule>();
  const problems: ConfigProblem[] = [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  for (const name of names.sort()) {
    const file = join(folder, name);
    const read = validateAgainst<ClockFile>(schemaFile, file);
    problems.push(...read.problems);
    read.value?.clocks.forEach((rule, index) => {
      const line = read.lines.lineOf(['clocks', index, 'id']);
      if (rules.has(rule.id)) problems.push({ file, line, message: `时限编号重复：${rule.id}` });
      rules.set(rule.id, rule);
    });
  }
  if (problems.length > 0) throw new ConfigFileError(problems);
  return rules;
}
