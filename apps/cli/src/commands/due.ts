import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clockSentence, dueUnderRule, filledIn, OutsideCalendar, parseDay, parseInstant, type ClockRule } from '@sanzhi/kernel';
import { ConfigFileError, configDir, loadCalendar, loadClockRules } from '@sanzhi/platform/config';
import { EXIT, UsageError, type CommandIo } from '../command';
import { dueBatch } from './due-batch';
import { readTerm, termDue, type DueAnswer } from './due-term';
import { answerText } from './due-text';

/** The streams this command writes. */
type Io = Pick<CommandIo, 'stdout' | 'stderr'>;

/** Effective parameters of an organ on a legal day, from its pack; absent when no pack is known. */
export type LocalParameters = (organ: string, onDay: string) => Record<string, unknown>;

const options = {
  start: { type: 'string' },
  length: { type: 'string' },
  unit: { type: 'string' },
  before: { type: 'boolean' },
  lenient: { type: 'boolean' },
  rule: { type: 'string' },
  on: { type: 'string' },
  organ: { type: 'string' },
  batch: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Given = Partial<Record<'start' | 'length' | 'unit' | 'rule' | 'on' | 'organ' | 'batch', string>> &
  Partial<Record<'before' | 'lenient' | 'json', boolean>>;

const FORMS: (keyof Given)[][] = [
  ['start', 'length', 'unit', 'before', 'lenient'],
  ['rule', 'on', 'organ'],
  ['batch'],
];

const USAGE_TEXT = `用法：
  sanzhi due --start 日期 --length 数 --unit working-day|calendar-day|month|year|hour [--before [--lenient]] [--json]
  sanzhi due --rule 时限编号 --on 日期 [--organ 机关代码] [--json]
  sanzhi due --batch 文件.tsv [--json]
`;

/**
 * `sanzhi due`: computes due dates from files alone, no database. Answers the exit code: 0 done, 1 no date or a rejected
 * line, 2 usage, 3 the installation's law cannot be read. With `--json` one JSON document goes to stdout.
 */
export async function due(argv: string[], io: Io, parameters?: LocalParameters): Promise<number> {
  const json = argv.includes('--json');
  try {
    const given = readArguments(argv);
    if (given.batch !== undefined) return await runBatch(given.batch, json, io);
    const answer = given.rule === undefined ? termAnswer(given) : ruleAnswer(given, io, parameters);
    io.stdout(json ? `${JSON.stringify(answer)}\n` : answerText(answer));
    return answer.error ? EXIT.refused : EXIT.done;
  } catch (fault) {
    return failed(fault, json, io);
  }
}

function failed(fault: unknown, json: boolean, io: Io): number {
  const known = fault instanceof UsageError || fault instanceof ConfigFileError;
  if (!known) throw fault;
  const usage = fault instanceof UsageError;
  if (json) io.stdout(`${JSON.stringify({ error: usage ? 'usage' : 'environment', message: fault.message })}\n`);
  io.stderr(`${fault.message}\n${usage ? USAGE_TEXT : ''}`);
  return usage ? EXIT.usage : EXIT.environment;
}

function readArguments(argv: string[]): Given {
  const given = parsed(argv);
  const named = (Object.keys(given) as (keyof Given)[]).filter((name) => name !== 'json');
  const form = FORMS.find((names) => given[names[0]] !== undefined);
  if (!form) throw new UsageError('请给出 --start、--rule 或者 --batch');
  const foreign = named.find((name) => !form.includes(name));
  if (foreign) throw new UsageError(`--${foreign} 不能与 --${form[0]} 同用`);
  if (given.lenient && !given.before) throw new UsageError('--lenient 只能与 --before 同用');
  return given;
}

function parsed(argv: string[]): Given {
  try {
    return parseArgs({ args: argv, options, strict: true, allowPositionals: false }).values;
  } catch (fault) {
    const { code, message } = fault as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS')) throw new UsageError(`选项有误：${message}`);
    throw fault;
  }
}

function termAnswer({ start = '', length = '', unit = '', before, lenient }: Given): DueAnswer {
  const term = readTerm({ start, length, unit, direction: before ? '--before' : '' });
  if (typeof term === 'string') throw new UsageError(`${term} 有误：${{ start, length, unit, direction: '' }[term]}`);
  return termDue({ ...term, lenient }, loadCalendar(configDir()));
}

function ruleAnswer(given: Given, io: Io, parameters?: LocalParameters): DueAnswer {
  const { on = '' } = given;
  const found = loadClockRules(configDir()).get(given.rule!);
  if (!found) throw new UsageError(`没有编号为 ${given.rule} 的时限`);
  const inHours = found.unit === 'hour';
  if ((inHours ? parseInstant(on) : parseDay(on)) === null) {
    throw new UsageError(`--on 应为${inHours ? '带时区的时刻' : '日期 YYYY-MM-DD'}：${on}`);
  }
  const rule = given.organ === undefined ? found : localRule(found, { organ: given.organ, on, io }, parameters);
  const dates = ruleDates(rule, on);
  return { ...dates, ...aboutRule(rule), ...(dates.error ? {} : { sentence: clockSentence({ ...rule, anchorOn: on, ...dates }) }) };
}

function localRule(rule: ClockRule, asked: { organ: string; on: string; io: Io }, parameters?: LocalParameters): ClockRule {
  if (!parameters) {
    asked.io.stderr('未载入地方参数包，按全国规定计算\n');
    return rule;
  }
  return filledIn(rule, parameters(asked.organ, asked.on.slice(0, 10))[`clock.${rule.id}.length`]);
}

function ruleDates(rule: ClockRule, on: string): DueAnswer {
  try {
    const dates = dueUnderRule(rule, on, loadCalendar(configDir()));
    return typeof dates === 'string' ? { ...NO_DATES, error: dates } : dates;
  } catch (fault) {
    if (fault instanceof OutsideCalendar) return { ...NO_DATES, error: 'outside-calendar' };
    throw fault;
  }
}

const NO_DATES = { statutoryDue: null, safeDue: null, provisional: false, days: [] };

function aboutRule(rule: ClockRule): Partial<DueAnswer> {
  const { id, title, length, unit, basis, status, statusNote, warning, seenValues } = rule;
  return { rule: id, title, length, unit, basis, status, statusNote, warning, seenValues };
}

async function runBatch(file: string, json: boolean, io: Io): Promise<number> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`文件不存在：${file}`);
  const counted = await dueBatch({ file, json, calendar: loadCalendar(configDir()), write: io.stdout });
  if (!counted) throw new UsageError('首行应有以制表符分隔的 start length unit direction');
  io.stderr(`共 ${counted.accepted + counted.rejected} 行，其中 ${counted.rejected} 行未能计算\n`);
  return counted.rejected > 0 ? EXIT.refused : EXIT.done;
}
