import { decodeLine, type FileEncoding } from './text-encoding';

/** One line of a JSONL file: its names, its values as the texts a CSV cell would hold, and what cannot be read. */
export interface JsonLine {
  names: string[];
  record: Record<string, string>;
  sound: boolean;
  fault?: { field: string; message: string };
}

/** Reads one JSON object; numbers and booleans become text, arrays several values parted by `|`, null an empty cell. */
export function readJsonLine(bytes: Buffer, encoding: FileEncoding): JsonLine {
  const { text, sound } = decodeLine(bytes, encoding);
  const value = parseObject(text);
  if (!value) {
    return { names: [], record: {}, sound, fault: { field: '', message: '本行不是一个 JSON 对象；请每行写一个完整的对象。' } };
  }
  const read: JsonLine = { names: Object.keys(value), record: {}, sound };
  for (const [name, cell] of Object.entries(value)) {
    const cellText = textOf(cell);
    if (cellText === null) read.fault = { field: name, message: `「${name}」的值应为文字、数字、是否或其列表。` };
    else read.record[name] = cellText;
  }
  return read;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function textOf(cell: unknown): string | null {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (!Array.isArray(cell)) return null;
  const parts = cell.map(textOf);
  return parts.every((part) => part !== null && !part.includes('|')) ? parts.join('|') : null;
}
