import { dayNumber, formatDay, parseDay, weekdayOf, type DayNumber } from './day';
import type { ListedDay } from './calendar-year';

/** Something in the text of a notice that cannot be right or cannot be read; `text` is the sentence. */
export interface NoticeProblem {
  text: string;
  message: string;
}

/** What the text of a yearly notice says. With problems the days are only what could be read. */
export interface NoticeRead {
  year: number | null;
  days: ListedDay[];
  problems: NoticeProblem[];
}

/** The holidays every yearly notice has to name (全国年节及纪念日放假办法). */
const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

const YEAR = /关于(\d{4})年(?:部分)?节假日安排的通知|现将(\d{4})年/;
const CLAUSE = /(?:^|\n)\s*[一二三四五六七八九十]+、([^：:。\n]+)[：:]([^\n]*)/g;
/** One date: year and month may be left out after the first; what stands in brackets may say the weekday. */
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?/g;
const RANGE = /((?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[（(][^）)]*[）)])?)至((?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[（(][^）)]*[）)])?)/;
const COUNT = /(?:共|放假)(\d{1,2})天/;
const WEEKDAY = /(?:周|星期)([一二三四五六日天])/;
const WEEKDAYS = '一二三四五六日';
const SATURDAY = 6;
const JANUARY = 1;

/**
 * Reads the text of a State Council notice (关于…年部分节假日安排的通知): every day off and every weekend day made up.
 * Checks what the text says about itself: printed weekdays, `共N天`, no day twice, make-up days on weekends, all
 * holidays named, no date left unread in a sentence that lays down a day off or a working day. Pure; derives nothing
 * from a lunar calendar.
 */
export function readNotice(text: string): NoticeRead {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r/g, '').replace(/[ \t\u3000\u00a0]+/g, '');
  const named = YEAR.exec(plain);
  if (!named) return { year: null, days: [], problems: [{ text: plain.slice(0, 40), message: '未见年份，应为“关于某年部分节假日安排的通知”' }] };
  const year = Number(named[1] ?? named[2]);
  const clauses = [...plain.matchAll(CLAUSE)].map(([, name, body]) => ({ name, body }));
  const read = clauses.map((clause) => readClause(clause.name, clause.body, year));
  const days = read.flatMap((one) => one.days).sort((one, other) => (one.date < other.date ? -1 : 1));
  return { year, days, problems: [...read.flatMap((one) => one.problems), ...doubled(days), ...missing(clauses.map((one) => one.name))] };
}

interface Said {
  days: ListedDay[];
  problems: NoticeProblem[];
}

function readClause(name: string, body: string, year: number): Said {
  const sentences = body.split(/[。；;]/).filter((one) => one !== '');
  const said = sentences.map((one) => readSentence(one, name, year));
  const off = said.some((one) => one.days.some((day) => day.kind === 'off'));
  const problems = said.flatMap((one) => one.problems);
  if (!off) problems.push({ text: `${name}：${body}`, message: '没有读到放假的日期' });
  return { days: said.flatMap((one) => one.days), problems };
}

/** A sentence lays down days off (放假) or working days (上班); anything else only encourages and is left alone. */
function readSentence(sentence: string, name: string, year: number): Said {
  const parts = sentence.includes('放假') && sentence.includes('上班') ? sentence.split(/(?<=天)[，,]/) : [sentence];
  if (parts.length > 1) return merged(parts.map((part) => readSentence(part, name, year)));
  if (sentence.includes('上班')) return workDays(sentence, name, year);
  return sentence.includes('放假') ? offDays(sentence, name, year) : { days: [], problems: [] };
}

function merged(parts: readonly Said[]): Said {
  return { days: parts.flatMap((one) => one.days), problems: parts.flatMap((one) => one.problems) };
}

function offDays(sentence: string, name: string, year: number): Said {
  const { days: dates, problems } = datesOf(sentence, year);
  const isRange = RANGE.test(sentence);
  if (dates.length === 0 || dates.length > 2 || (dates.length === 2) !== isRange) {
    return { days: [], problems: [...problems, { text: sentence, message: '放假日期应为一天，或者“某日至某日”' }] };
  }
  const [from, to = from] = dates;
  if (to < from) return { days: [], problems: [...problems, { text: sentence, message: '终止日早于起始日' }] };
  const stated = COUNT.exec(sentence);
  const length = to - from + 1;
  if (stated && Number(stated[1]) !== length) problems.push({ text: sentence, message: `原文写 ${stated[1]} 天，实为 ${length} 天` });
  if (isRange && !stated) problems.push({ text: sentence, message: '没有写明共几天，无法自校' });
  const listed = Array.from({ length }, (_, index): ListedDay => ({ date: formatDay(from + index), name, kind: 'off' }));
  return { days: listed, problems };
}

function workDays(sentence: string, name: string, year: number): Said {
  const { days: dates, problems } = datesOf(sentence, year);
  if (dates.length === 0) problems.push({ text: sentence, message: '没有读到上班的日期' });
  const weekdays = dates.filter((day) => weekdayOf(day) < SATURDAY);
  problems.push(...weekdays.map((day) => ({ text: sentence, message: `调休上班日 ${formatDay(day)} 不是周末` })));
  return { days: dates.map((day) => ({ date: formatDay(day), name, kind: 'work' })), problems };
}

function datesOf(sentence: string, noticeYear: number): { days: DayNumber[]; problems: NoticeProblem[] } {
  const days: DayNumber[] = [];
  const problems: NoticeProblem[] = [];
  let [year, month] = [noticeYear, 0];
  for (const [written, ownYear, ownMonth, ownDay, aside = ''] of sentence.matchAll(DATE)) {
    // From a December of the year before the text runs on into January.
    if (ownYear) year = Number(ownYear);
    else if (ownMonth && Number(ownMonth) === JANUARY && month > JANUARY) year = noticeYear;
    month = ownMonth ? Number(ownMonth) : month;
    const day = parseDay(`${year}-${two(month)}-${two(Number(ownDay))}`);
    if (day === null) problems.push({ text: sentence, message: `不是有效日期：${written}` });
    else days.push(day);
    if (day !== null) problems.push(...weekdayProblem(day, aside, sentence));
  }
  return { days, problems };
}

/** The printed 周X must be the weekday of the date: the best check a notice carries. */
function weekdayProblem(day: DayNumber, aside: string, text: string): NoticeProblem[] {
  const printed = WEEKDAY.exec(aside)?.[1]?.replace('天', '日');
  const real = WEEKDAYS[weekdayOf(day) - 1];
  return printed === undefined || printed === real ? [] : [{ text, message: `${formatDay(day)} 是周${real}，原文写周${printed}` }];
}

function doubled(days: readonly ListedDay[]): NoticeProblem[] {
  const twice = days.filter((day, index) => days.findIndex((other) => other.date === day.date) < index);
  return twice.map(({ date, name }) => ({ text: name, message: `${date} 写了两次` }));
}

function missing(names: readonly string[]): NoticeProblem[] {
  const said = names.join('、');
  return HOLIDAYS.filter((holiday) => !said.includes(holiday)).map((holiday) => ({ text: said, message: `没有写${holiday}` }));
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Listed days as the lines of a calendar file (`date,name,kind`), in order of time. */
export function listedDaysAsCsv(days: readonly ListedDay[]): string {
  const lines = [...days].sort((one, other) => dayNumber(one.date) - dayNumber(other.date));
  return ['date,name,kind', ...lines.map(({ date, name, kind }) => `${date},${name},${kind}`), ''].join('\n');
}
