import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from '../command';

/**
 * One line of a history: what a client asked and what it was told. `info`: it was told nothing, and nobody knows.
 * An opening is the act of seq 1; `case` is there once it is known.
 */
export interface HistoryLine {
  type: 'invoke' | 'ok' | 'fail' | 'info';
  /** The client's own id of the operation; the same in all its lines. */
  op: string;
  organ: string;
  action: string;
  case?: string;
  /** Of `ok`: what the answer said. */
  seq?: number;
  digest?: string;
}

/** What became of one operation, by its last line; one that was only invoked is unknown. */
export interface Operation extends Omit<HistoryLine, 'type'> {
  became: 'ok' | 'fail' | 'info';
}

/**
 * Reads a history and keeps one operation for each id: memory goes by the operations, not by the database.
 * Throws UsageError with the number of a line that is none.
 */
export async function readHistory(file: string): Promise<Operation[]> {
  const operations = new Map<string, Operation>();
  let at = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    at += 1;
    if (text.trim() === '') continue;
    const { type, ...told } = lineOf(text, at);
    const before = operations.get(told.op);
    // An unknown that was repeated under the same key may become known; what was known stays.
    const became = type === 'invoke' ? (before?.became ?? 'info') : type;
    if (before?.became !== 'ok') operations.set(told.op, { ...before, ...told, became });
  }
  return [...operations.values()];
}

const TYPES = ['invoke', 'ok', 'fail', 'info'];

function lineOf(text: string, at: number): HistoryLine {
  try {
    const line = JSON.parse(text) as HistoryLine;
    const named = [line.op, line.organ, line.action].every((word) => typeof word === 'string');
    const told = line.type !== 'ok' || (typeof line.case === 'string' && Number.isInteger(line.seq) && typeof line.digest === 'string');
    if (TYPES.includes(line.type) && named && told) return line;
  } catch {
    // Said below, with its place.
  }
  throw new UsageError(`历史文件第 ${at} 行不是一条操作记录 (line ${at} is no line of a history)`);
}
