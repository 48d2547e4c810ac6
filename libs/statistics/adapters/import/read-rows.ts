import path from 'node:path';
import { AppError } from '@sanzhi/platform/ports';
import { IMPORT_KINDS, unknownColumns, type ImportKindName } from '../../rules/import/kinds';
import type { LineProblem, RawLine } from '../../rules/import/columns';
import { csvRecords, type CsvRecord } from './csv-records';
import { fileLines, LineTooLong, type FileLine } from './file-lines';
import { readJsonLine } from './json-line';
import { EncodingVote, REPLACEMENT, type FileEncoding } from './text-encoding';

/** The file cannot be an import of this kind at all: exit 2 of the command, nothing is taken from it. */
export class ImportUsageError extends AppError {
  constructor(message: string) {
    super(400, 'usage', message);
    this.name = 'ImportUsageError';
  }
}

const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/**
 * Lines of a CSV (RFC 4180, with header) or JSONL file as records of texts, one after another: a file of any length
 * passes in constant memory. UTF-8 with or without mark, or GB18030. What is wrong with single lines (encoding, quotes,
 * number of fields) comes as their `problems`. Throws ImportUsageError for an unknown ending, an empty file, UTF-16,
 * or a column the kind does not have; it does so before the first line is given out.
 */
export async function* readRows(kind: ImportKindName, file: string): AsyncGenerator<RawLine> {
  const format = path.extname(file).toLowerCase();
  if (format !== '.csv' && format !== '.jsonl') {
    throw new ImportUsageError(`只能导入 .csv 或 .jsonl 文件：${path.basename(file)}。`);
  }
  try {
    yield* format === '.csv' ? readCsv(kind, file) : readJsonl(kind, file);
  } catch (error) {
    if (error instanceof LineTooLong) throw new ImportUsageError(`第 ${error.line} 行过长，文件不是逐行的数据表。`);
    throw error;
  }
}

/** First reading of the file: its encoding by all lines; refuses what cannot be a text table. */
async function encodingOf(file: string): Promise<FileEncoding> {
  const vote = new EncodingVote();
  let isEmpty = true;
  for await (const { line, bytes } of fileLines(file)) {
    if (line === 1 && UTF16_MARKS.some((mark) => bytes.subarray(0, mark.length).equals(mark))) {
      throw new ImportUsageError('文件编码是 UTF-16；请另存为「CSV UTF-8（逗号分隔）」后再导入。');
    }
    isEmpty &&= bytes.length === 0;
    vote.cast(bytes);
  }
  if (isEmpty) throw new ImportUsageError('文件是空的：首行应为列名。');
  return vote.result();
}

async function* readCsv(kind: ImportKindName, file: string): AsyncGenerator<RawLine> {
  const encoding = await encodingOf(file);
  let header: string[] | null = null;
  for await (const record of csvRecords(fileLines(file), encoding)) {
    if (header) yield rawLine(header, record);
    else header = headerOf(kind, record);
  }
}

function headerOf(kind: ImportKindName, record: CsvRecord): string[] {
  const header = (record.fields ?? []).map((name) => name.trim());
  refuseUnknown(kind, header, record.line);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) throw new ImportUsageError(`列名重复：${twice}。`);
  if (header.length === 0) throw new ImportUsageError('首行不是可读的列名：引号不成对。');
  return header;
}

function refuseUnknown(kind: ImportKindName, names: readonly string[], line: number): void {
  const unknown = unknownColumns(IMPORT_KINDS[kind], names);
  if (unknown.length === 0) return;
  const known = IMPORT_KINDS[kind].columns.map((column) => column.name).join('、');
  const named = unknown.map((name) => `「${name}」`).join('');
  throw new ImportUsageError(`第 ${line} 行：${IMPORT_KINDS[kind].title}没有列${named}；可用的列：${known}。`);
}

function rawLine(header: readonly string[], { line, fields, sound }: CsvRecord): RawLine {
  if (!fields) return { line, record: {}, problems: [structureProblem(line, '双引号不成对')] };
  const record: Record<string, string> = {};
  header.forEach((name, index) => (record[name] = fields[index] ?? ''));
  const problems = sound ? [] : encodingProblems(line, record);
  if (fields.length !== header.length) {
    problems.push(structureProblem(line, `有 ${fields.length} 列，而列名有 ${header.length} 列`));
  }
  return { line, record, problems };
}

const structureProblem = (line: number, what: string): LineProblem => ({
  line,
  field: '',
  code: 'BAD_VALUE',
  message: `本行${what}；请按 CSV 规则（RFC 4180）更正：含逗号、引号、换行的内容用双引号括起，其中的双引号写两个。`,
});

/** The cells in which bytes were lost; the line as a whole where they fell outside every known column. */
function encodingProblems(line: number, record: Record<string, string>): LineProblem[] {
  const damaged = Object.keys(record).filter((name) => record[name].includes(REPLACEMENT));
  const message = '本行有无法识别的字节，文字已损坏；请把文件存为 UTF-8 或 GB18030 编码，并核对本行后重新导入。';
  return (damaged.length > 0 ? damaged : ['']).map((field) => ({ line, field, code: 'ENCODING', message }));
}

async function* readJsonl(kind: ImportKindName, file: string): AsyncGenerator<RawLine> {
  const encoding = await encodingOf(file);
  for await (const { line, names } of jsonLines(file, encoding)) refuseUnknown(kind, names, line);
  for await (const { line, record, fault, sound } of jsonLines(file, encoding)) {
    const problems = sound ? [] : encodingProblems(line, record);
    if (fault) problems.push({ line, field: fault.field, code: 'BAD_VALUE', message: fault.message });
    yield { line, record, problems };
  }
}

async function* jsonLines(file: string, encoding: FileEncoding) {
  for await (const { line, bytes } of fileLines(file) as AsyncIterable<FileLine>) {
    if (bytes.length > 0) yield { line, ...readJsonLine(bytes, encoding) };
  }
}
