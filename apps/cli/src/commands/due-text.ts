import { parseDay, weekdayOf, type ExplainedDay } from '@sanzhi/kernel';
import type { DueAnswer } from './due-term';

const WEEKDAYS = '一二三四五六日';

const ERRORS: Record<string, string> = {
  'no-statutory-value': '未载入法定值',
  'not-in-force': '该规定在起算日未施行或者已失效',
  'outside-calendar': '日期超出日历范围（1970年至2199年）',
};

/** An answer of `sanzhi due` for people, in Chinese. */
export function answerText(answer: DueAnswer): string {
  return [...ruleLines(answer), ...dateLines(answer), ...answer.days.map(dayLine), ''].join('\n');
}

function ruleLines({ rule, title, basis, statusNote, warning, seenValues }: DueAnswer): string[] {
  if (rule === undefined) return [];
  return [
    `${rule}　${title}`,
    `依据：${basis}`,
    ...(statusNote ? [`核对：${statusNote}`] : []),
    ...(warning ? [`注意：${warning}`] : []),
    ...(seenValues ?? []).map(({ value, where }) => `见过的数值（非本地法定值）：${value}（${where}）`),
  ];
}

function dateLines({ statutoryDue, safeDue, provisional, error, sentence }: DueAnswer): string[] {
  if (statutoryDue === null || safeDue === null) return [`未能计算：${ERRORS[error ?? ''] ?? error}`];
  return [
    `法定截止：${withWeekday(statutoryDue)}`,
    `稳妥截止：${withWeekday(safeDue)}`,
    ...(sentence ? [`说明：${sentence}`] : []),
    ...(provisional ? ['暂定：所涉年份的放假通知尚未载入，载入后须重算'] : []),
  ];
}

function dayLine({ date, counted, reason }: ExplainedDay): string {
  return `  ${withWeekday(date)}　${counted ? '计入' : '不计'}　${reasonText(reason)}`;
}

function reasonText(reason: ExplainedDay['reason']): string {
  if (reason.startsWith('stopped:')) return `期限停止（${reason.slice('stopped:'.length)}）`;
  if (reason.startsWith('holiday:')) return `放假（${reason.slice('holiday:'.length)}）`;
  const names: Record<string, string> = { work: '工作日', makeup: '调休上班', weekend: '周末', trigger: '起算日' };
  return names[reason];
}

function withWeekday(date: string): string {
  const day = parseDay(date);
  return day === null ? date : `${date}（周${WEEKDAYS[weekdayOf(day) - 1]}）`;
}
