import { readFileSync } from 'node:fs';
import {
  type KnownValues, leaks, parseKnown, readProfile, type RedactionProfile, redactWithReport, unverifiedStatements,
} from '@sanzhi/disclosure';
import { type CommandIo, EXIT, UsageError } from '../command';

const usage = '用法：sanzhi redact --profile penalty-public [--known FILE.json] [FILE|-]\n';

interface Arguments {
  readonly profile: string;
  readonly known: string | undefined;
  readonly file: string;
}

/**
 * `sanzhi redact`: prints {text, spans} as one JSON document. Exit 0 done, 1 where the redacted text still holds
 * something that had to go, 2 usage. Throws ConfigFileError where the profile itself is broken.
 */
export async function redact(argv: string[], io: CommandIo): Promise<number> {
  try {
    return await run(readArguments(argv), io);
  } catch (fault) {
    if (!(fault instanceof UsageError)) throw fault;
    io.stderr(`${fault.message}\n${usage}`);
    return EXIT.usage;
  }
}

async function run({ profile: id, known: knownFile, file }: Arguments, io: CommandIo): Promise<number> {
  const profile = readProfile(id);
  if (!profile) throw new UsageError(`没有名为 ${id} 的脱敏方案`);
  const known = knownFile === undefined ? {} : readKnown(knownFile);
  const input = file === '-' ? await io.stdin() : readText(file);
  warn(profile, io);
  const { text, spans, report } = redactWithReport(input, profile, known);
  io.stdout(`${JSON.stringify({ text, spans })}\n`);
  const left = leaks(text, report, profile);
  if (left.length === 0) return EXIT.done;
  io.stderr(`脱敏后仍有 ${left.length} 处未隐去，不得公开\n`);
  return EXIT.refused;
}

function warn(profile: RedactionProfile, io: CommandIo): void {
  for (const statement of unverifiedStatements(profile)) io.stderr(`依据待核（须经本地法制人员确认）：${statement}\n`);
}

function readArguments(argv: readonly string[]): Arguments {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const [name, inline] = splitOption(argv[i]);
    if (argv[i] === '--json') continue;
    if (!name) files.push(argv[i]);
    else {
      // A value glued to its option takes no further argument.
      if (inline === undefined) i += 1;
      options.set(name, valueOf(name, inline ?? argv[i]));
    }
  }
  const profile = options.get('--profile');
  if (profile === undefined) throw new UsageError('缺少 --profile');
  if (files.length > 1) throw new UsageError('只能给出一个文件');
  return { profile, known: options.get('--known'), file: files[0] ?? '-' };
}

function splitOption(argument: string): [name: string | undefined, inline: string | undefined] {
  if (!argument.startsWith('--')) return [undefined, undefined];
  const cut = argument.indexOf('=');
  return cut < 0 ? [argument, undefined] : [argument.slice(0, cut), argument.slice(cut + 1)];
}

function valueOf(name: string, value: string | undefined): string {
  if (name !== '--profile' && name !== '--known') throw new UsageError(`不认识的选项 ${name}`);
  if (value === undefined) throw new UsageError(`${name} 缺少值`);
  return value;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`读不到文件 ${file}`);
  }
}

function readKnown(file: string): KnownValues {
  const text = readText(file);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new UsageError(`${file} 不是 JSON`);
  }
  const { known, faults } = parseKnown(input);
  if (faults.length > 0) throw new UsageError(faults.map((fault) => `${file}：${fault}`).join('\n'));
  return known;
}
