import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { AppError } from '@sanzhi/platform/ports';
import { MakeReport, ReportPage, type ReportAsked, type Scope } from '@sanzhi/statistics';
import { actingFor, periodOf } from '../acting';
import { EXIT, print, UsageError, type Command } from '../command';
import { withHouse } from '../house';

const USAGE = `用法：sanzhi report --organ 机关代码 --from 起始日 --to 终止日 --layout 样式 [--scope own|subtree]
  [--format json|html] [--out 文件] [--as 账号] [--json]`;

/** Formats that are planned; asking for one says so. */
const COMING = ['docx', 'xlsx', 'csv'];

type Format = 'json' | 'html';

interface Asked {
  report: ReportAsked;
  format: Format;
  out?: string;
  login?: string;
}

/** `sanzhi report`: a report as JSON or as one page of HTML, on stdout or in a file. */
export const report: Command = async (argv, io) => {
  const { asked, json } = argumentsOf(argv);
  const text = await withHouse('sanzhi_api', (house) => made(house, asked)).catch(asUsage);
  if (asked.out === undefined) {
    io.stdout(text);
    return EXIT.done;
  }
  write(asked.out, text);
  const { out: file, format } = asked;
  print(io, json, { file, format }, () => `报表已写入 ${file}\n`);
  return EXIT.done;
};

async function made(house: INestApplicationContext, { report: wanted, format, login }: Asked): Promise<string> {
  const caller = await actingFor(house, { organ: wanted.organ, login, policy: 'reports.read' });
  if (format === 'html') return house.get(ReportPage, { strict: false }).run(caller, wanted);
  return `${JSON.stringify(await house.get(MakeReport, { strict: false }).run(caller, wanted), null, 2)}\n`;
}

function argumentsOf(argv: string[]): { asked: Asked; json: boolean } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { organ: text, from: text, to: text, layout: text, scope: text, format: text, out: text, as: text, freeze: flag, json: flag };
  const { values } = parseArgs({ args: argv, options });
  const { organ, layout, scope = 'own', out, as: login } = values;
  if (organ === undefined || layout === undefined) throw new UsageError(USAGE);
  if (values.freeze) throw new UsageError('--freeze 尚未提供：锁定上报须由负责人确认。');
  const format = formatOf(values.format ?? 'json');
  const json = values.json ?? false;
  if (json && format === 'html' && out === undefined) throw new UsageError('--json 与 --format html 同用时须以 --out 指定文件。');
  return { asked: { report: { organ, layout, scope: scopeOf(scope), ...periodOf(values, USAGE) }, format, out, login }, json };
}

function formatOf(format: string): Format {
  if (format === 'json' || format === 'html') return format;
  if (COMING.includes(format)) throw new UsageError(`格式 ${format} 尚未提供，现可用 json、html。`);
  throw new UsageError(`--format 应为 json|html。\n${USAGE}`);
}

function scopeOf(scope: string): Scope {
  if (scope === 'own' || scope === 'subtree') return scope;
  throw new UsageError(`--scope 应为 own|subtree。\n${USAGE}`);
}

/** An unknown layout is a mistake in the arguments. */
function asUsage(cause: unknown): never {
  throw cause instanceof AppError && cause.status === 400 ? new UsageError(cause.message) : cause;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new UsageError(`写不进文件 ${file}：${(cause as Error).message}`);
  }
}
