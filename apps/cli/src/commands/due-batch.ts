import { createReadStream } from 'node:fs';
import { dueDates, OutsideCalendar, type Calendar, type DueDates } from '@sanzhi/kernel';
import { readTerm } from './due-term';

/** A batch file to compute, and where its answers go. */
export interface Batch {
  file: string;
  json: boolean;
  calendar: Calendar;
  write(text: string): void;
}

/** Lines computed and lines that could not be. */
export interface BatchCount {
  accepted: number;
  rejected: number;
}

const HEADER = ['start', 'length', 'unit', 'direction'];
const ADDED = ['statutoryDue', 'safeDue', 'provisional', 'error'];
const WRITE_AT_CHARACTERS = 65_536;

/**
 * Computes every line of a file of terms while it streams: the same lines with four columns more, or with `json` one
 * document `{rows, accepted, rejected}`. `error` names the field that is wrong, `columns`, or `outside-calendar`.
 * Null when the first line is not the header.
 */
export async function dueBatch(batch: Batch): Promise<BatchCount | null> {
  const count: BatchCount = { accepted: 0, rejected: 0 };
  const out = buffered(batch.write);
  let headed = false;
  for await (const lines of linesOf(batch.file)) {
    if (!headed) {
      if (lines.shift()?.replace(/^\uFEFF/, '') !== HEADER.join('\t')) return null;
      out.add(batch.json ? '{"rows":[' : `${[...HEADER, ...ADDED].join('\t')}\n`);
      headed = true;
    }
    for (const line of lines) out.add(computed(line, batch, count));
  }
  if (!headed) return null;
  if (batch.json) out.add(`],"accepted":${count.accepted},"rejected":${count.rejected}}\n`);
  out.flush();
  return count;
}

function computed(line: string, batch: Batch, count: BatchCount): string {
  const fields = line.split('\t');
  const answer = answerOf(fields, batch.calendar);
  const first = count.accepted + count.rejected === 0;
  if (typeof answer === 'string') count.rejected++;
  else count.accepted++;
  return batch.json ? jsonRow(fields, answer, first) : textRow(line, fields.length, answer);
}

function answerOf(fields: string[], calendar: Calendar): DueDates | string {
  const [start = '', length = '', unit = '', direction = ''] = fields;
  if (fields.length < HEADER.length - 1 || fields.length > HEADER.length) return 'columns';
  const term = readTerm({ start, length, unit, direction });
  if (typeof term === 'string') return term;
  try {
    return dueDates(term, calendar);
  } catch (fault) {
    if (fault instanceof OutsideCalendar) return 'outside-calendar';
    throw fault;
  }
}

function textRow(line: string, columns: number, answer: DueDates | string): string {
  const head = columns < HEADER.length ? line + '\t'.repeat(HEADER.length - columns) : line;
  if (typeof answer === 'string') return `${head}\t\t\t\t${answer}\n`;
  return `${head}\t${answer.statutoryDue}\t${answer.safeDue}\t${answer.provisional}\t\n`;
}

function jsonRow(fields: string[], answer: DueDates | string, first: boolean): string {
  const [start = '', length = '', unit = '', direction = ''] = fields;
  const dates = typeof answer === 'string' ? { statutoryDue: null, safeDue: null, provisional: null } : answer;
  const error = typeof answer === 'string' ? answer : null;
  return `${first ? '' : ','}\n${JSON.stringify({ start, length, unit, direction, ...dates, error })}`;
}

/** Lines of a file without their end, as many at a time as were read; a last empty one is no line. */
async function* linesOf(file: string): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  if (rest !== '') yield [withoutReturn(rest)];
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function buffered(write: (text: string) => void): { add(text: string): void; flush(): void } {
  let held = '';
  const flush = (): void => {
    if (held !== '') write(held);
    held = '';
  };
  const add = (text: string): void => {
    held += text;
    if (held.length >= WRITE_AT_CHARACTERS) flush();
  };
  return { add, flush };
}
