import { accessSync, constants, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ImportRows, ImportUsageError, isImportKind, IMPORT_KINDS, readRows, type ImportAnswer, type ImportKindName } from '@sanzhi/statistics';
import { actingFor, settle } from '../acting';
import { EXIT, print, UsageError, type Command } from '../command';
import { withHouse } from '../house';

const KINDS = Object.keys(IMPORT_KINDS).join('|');
const USAGE = `用法：sanzhi import --kind ${KINDS} --organ 机关代码 文件.csv|文件.jsonl [--dry-run] [--correct 更正理由] [--as 账号] [--json]
导入执法主体（organs）不需要 --organ。`;

interface Asked {
  kind: ImportKindName;
  organ: string;
  file: string;
  correct?: string;
  dryRun: boolean;
  login?: string;
}

/** `sanzhi import`: takes the lines of a file and rolls them up. Exit 1 when any line is rejected; accepted ones stay. */
export const importRows: Command = async (argv, io) => {
  const { asked, json } = argumentsOf(argv);
  const answer = await withHouse('sanzhi_api', async (house, ownerUrl) => {
    const { kind, organ, file, correct, dryRun, login } = asked;
    const caller = await actingFor(house, { organ, login, policy: 'import.run' });
    const wanted = { kind, organ, rows: readRows(kind, file), correct, dryRun };
    const done = await house.get(ImportRows, { strict: false }).run(caller, wanted).catch(unreadable);
    if (done.accepted > 0 && !dryRun) await settle(ownerUrl);
    return done;
  });
  print(io, json, answer, () => textOf(answer, asked));
  return answer.rejected.length === 0 ? EXIT.done : EXIT.refused;
};

function argumentsOf(argv: string[]): { asked: Asked; json: boolean } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { kind: text, organ: text, correct: text, as: text, 'dry-run': flag, json: flag };
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const { organ = '', correct, as: login, 'dry-run': dryRun = false, json = false } = values;
  const [file] = positionals;
  if (positionals.length !== 1) throw new UsageError(USAGE);
  const kind = kindOf(values.kind);
  if (organ === '' && kind !== 'organs') throw new UsageError(`缺少 --organ。\n${USAGE}`);
  if (correct?.trim() === '') throw new UsageError('--correct 应写明更正理由。');
  assertReadable(file);
  return { asked: { kind, organ, file, correct, login, dryRun }, json };
}

function kindOf(kind = ''): ImportKindName {
  if (!isImportKind(kind)) throw new UsageError(`--kind 应为 ${KINDS}。\n${USAGE}`);
  return kind;
}

function assertReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new UsageError(`读不到文件 ${file}`);
  }
  if (!statSync(file).isFile()) throw new UsageError(`${file} 不是文件`);
}

/** A file that cannot be an import of this kind is the caller's mistake: nothing was taken from it. */
function unreadable(cause: unknown): never {
  throw cause instanceof ImportUsageError ? new UsageError(cause.message) : cause;
}

function textOf({ accepted, skipped, rejected }: ImportAnswer, { kind, dryRun }: Asked): string {
  const lines = rejected.map(({ line, field, code, message }) => `  第 ${line} 行 ${field} ${code}：${message}`);
  const count = new Set(rejected.map(({ line }) => line)).size;
  const head = `${IMPORT_KINDS[kind].title}：${dryRun ? '可以接收' : '接收'} ${accepted} 行，相同略过 ${skipped} 行，退回 ${count} 行。`;
  return [head, ...lines, ''].join('\n');
}
