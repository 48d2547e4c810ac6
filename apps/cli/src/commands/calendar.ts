import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Calendars, type CalendarProposal } from '@sanzhi/casework';
import { dayNumber, readNotice, weekdayOf, type ListedDay } from '@sanzhi/kernel';
import { configDir, loadCalendarBook } from '@sanzhi/platform/config';
import { actingFor } from '../acting';
import { EXIT, print, UsageError, type Command, type CommandIo } from '../command';
import { withHouse } from '../house';

const USAGE = `用法：
  sanzhi calendar show [--json]
  sanzhi calendar import 通知.txt|通知.json --organ 机关代码 --notice 文号或者网址 [--as 账号] [--json]
  sanzhi calendar import 通知.txt --dry-run [--json]
通知.json：{"text": 通知全文, "notice": 文号或者网址}`;

const WEEKDAYS = '一二三四五六日';

interface Given {
  organ?: string;
  notice?: string;
  as?: string;
  'dry-run'?: boolean;
  json?: boolean;
}

/**
 * `sanzhi calendar`: shows what is loaded, or takes the text of a State Council notice. Import checks the text against
 * itself, previews every day and makes a proposal, which a second person confirms in api or web. Exit 1 for a notice
 * that contradicts itself.
 */
export const calendar: Command = async (argv, io) => {
  const options = { organ: { type: 'string' }, notice: { type: 'string' }, as: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [verb, file, ...more] = positionals;
  if (verb === 'show' && file === undefined) return show(io, values);
  if (verb !== 'import' || file === undefined || more.length > 0) throw new UsageError(USAGE);
  return importNotice(io, file, values);
};

function show(io: CommandIo, { json = false }: Given): number {
  const items = loadCalendarBook(configDir()).covered();
  const names = { confirmed: '已载入', provisional: '部分已知', none: '未载入' };
  print(io, json, { items }, () => items.map(({ year, coverage, notices }) => `${year}  ${names[coverage]}  ${notices.join(' ')}\n`).join(''));
  return EXIT.done;
}

async function importNotice(io: CommandIo, file: string, given: Given): Promise<number> {
  const { json = false } = given;
  const { text, notice = given.notice } = readGiven(file);
  const { year, days, problems } = readNotice(text);
  if (year === null || problems.length > 0) {
    const told = problems.map((problem) => `  ${problem.message}：${problem.text}\n`).join('');
    print(io, json, { ok: false, year, days, problems }, () => `放假通知的文本有疑问，未载入任何日期：\n${told}`);
    return EXIT.refused;
  }
  if (given['dry-run']) {
    print(io, json, { ok: true, year, days, problems, proposal: null }, () => previewText(year, days));
    return EXIT.done;
  }
  if (!given.organ || !notice) throw new UsageError(USAGE);
  const proposal = await propose({ text, notice }, { organ: given.organ, login: given.as });
  print(io, json, { ok: true, year, days, problems, proposal: proposal.id }, () => `${previewText(year, days)}已提议（${proposal.id}），待第二人在界面核对确认。\n`);
  return EXIT.done;
}

function propose(given: { text: string; notice: string }, who: { organ: string; login?: string }): Promise<CalendarProposal> {
  return withHouse('sanzhi_api', async (house) => {
    const caller = await actingFor(house, { ...who, policy: 'calendars.propose' });
    return house.get(Calendars, { strict: false }).propose(caller, given);
  });
}

function readGiven(file: string): { text: string; notice?: string } {
  try {
    const content = readFileSync(file, 'utf8');
    return file.endsWith('.json') ? (JSON.parse(content) as { text: string; notice?: string }) : { text: content };
  } catch (cause) {
    throw new UsageError(`读不到文件 ${file}：${(cause as Error).message}`);
  }
}

function previewText(year: number, days: readonly ListedDay[]): string {
  const lines = days.map(({ date, name, kind }) => {
    const weekday = WEEKDAYS[weekdayOf(dayNumber(date)) - 1];
    return `  ${date}（周${weekday}）　${kind === 'off' ? '放假' : '上班'}　${name}\n`;
  });
  return `${year} 年，共 ${days.length} 日：\n${lines.join('')}`;
}
