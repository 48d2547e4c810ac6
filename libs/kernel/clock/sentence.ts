import type { ExplainedDay } from './explain';
import type { LedgerEntry } from './ledger';

/** What a sentence about a clock is made from. Dates are null where there are none. */
export interface ClockTold {
  title: string;
  basis: string;
  anchorOn: string;
  length: number | null;
  unit: string | null;
  direction?: 'after' | 'before';
  ledger?: readonly LedgerEntry[];
  days: readonly ExplainedDay[];
  statutoryDue: string | null;
  safeDue: string | null;
  unstoppedDue?: string | null;
  provisional: boolean;
}

const UNITS: Record<string, string> = {
  'working-day': '个工作日',
  'calendar-day': '日（自然日）',
  month: '个月',
  year: '年',
  hour: '小时',
};

/**
 * How a date was computed, in one Chinese sentence that can stand in a file: start, article, length, every stop and
 * extension, the end, its roll over days off, and whether it is provisional.
 */
export function clockSentence(told: ClockTold): string {
  if (told.length === null && told.unit !== 'fixed-date') return `“${told.title}”未载入法定值（${told.basis}），没有届满日。`;
  return `${[...startPart(told), ...(told.ledger ?? []).map(entryPart), endPart(told)].join('，')}${tail(told)}。`;
}

function startPart({ title, basis, anchorOn, length, unit, direction }: ClockTold): string[] {
  if (unit === 'fixed-date') return [`“${title}”依${basis}为固定日期`];
  const term = `${length}${UNITS[unit ?? ''] ?? unit}`;
  if (direction === 'before') return [`“${title}”自${anchorOn}起向前推算`, `依${basis}其间应有${term}`];
  return [`“${title}”自${anchorOn}起算（当日不计入）`, `依${basis}为${term}`];
}

function entryPart(entry: LedgerEntry): string {
  if (entry.verb === 'extend') return `${entry.on}经批准延长${entry.length}${UNITS[entry.unit]}`;
  if (entry.verb === 'interrupt') return `${entry.on}因${entry.ground}重新起算`;
  const until = entry.to === undefined ? '至今' : `至${entry.to}恢复`;
  return `${entry.from}起因${entry.ground}${entry.verb === 'suspend' ? '中止' : '扣除'}${until}`;
}

function endPart({ statutoryDue, direction, days }: ClockTold): string {
  if (statutoryDue === null) return '现未计算，没有届满日';
  if (direction === 'before') return `最迟于${statutoryDue}办理`;
  const last = [...days].reverse().find((day) => day.counted);
  const rolled = last !== undefined && last.date !== statutoryDue;
  return rolled ? `期末${last.date}逢休假日，顺延至${statutoryDue}届满` : `于${statutoryDue}届满`;
}

function tail({ safeDue, statutoryDue, unstoppedDue, provisional }: ClockTold): string {
  const safe = safeDue !== null && safeDue !== statutoryDue ? `；稳妥办理日为${safeDue}` : '';
  const strict = unstoppedDue && unstoppedDue !== statutoryDue ? `；不计中止、扣除则于${unstoppedDue}届满，催办从严按此日` : '';
  return `${safe}${strict}${provisional ? '；所涉年份的放假通知尚未载入，日期为暂定' : ''}`;
}
