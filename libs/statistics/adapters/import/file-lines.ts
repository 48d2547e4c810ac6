import { createReadStream } from 'node:fs';

/** One physical line: its number (first = 1) and its bytes without the line end. */
export interface FileLine {
  line: number;
  bytes: Buffer;
}

/** Longest physical line that is taken into memory. */
const MOST_BYTES = 1_048_576;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A line that is longer than any record can be; the file is no table. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';

  constructor(readonly line: number) {
    super(`line ${line} is longer than ${MOST_BYTES} bytes`);
  }
}

/**
 * Physical lines of a file, one chunk in memory at a time. LF ends a line in UTF-8 and GB18030 alike (no character of
 * either has the byte 0x0A in it), so lines can be cut before the encoding is known. Throws LineTooLong.
 */
export async function* fileLines(path: string): AsyncGenerator<FileLine> {
  let line = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      line += 1;
      yield { line, bytes: trimmed(bytes.subarray(from, end), line) };
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > MOST_BYTES) throw new LineTooLong(line + 1);
  }
  if (rest.length > 0) yield { line: line + 1, bytes: trimmed(rest, line + 1) };
}

function trimmed(bytes: Buffer, line: number): Buffer {
  const start = line === 1 && bytes.subarray(0, UTF8_MARK.length).equals(UTF8_MARK) ? UTF8_MARK.length : 0;
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  return bytes.subarray(start, Math.max(start, end));
}
