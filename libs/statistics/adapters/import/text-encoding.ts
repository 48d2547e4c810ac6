import { isAscii, isUtf8 } from 'node:buffer';
import { decode } from 'iconv-lite';

/** Encodings an import file may have; a byte order mark is not part of the first line. */
export type FileEncoding = 'utf-8' | 'gb18030';

/** What a line says, and whether its bytes were all of the encoding (else U+FFFD stands for what was not). */
export interface DecodedLine {
  text: string;
  sound: boolean;
}

/** What iconv-lite and Node write for bytes that mean nothing. */
export const REPLACEMENT = '\uFFFD';

/**
 * Chooses the encoding of a file by all of its lines: UTF-8 unless most lines that are not plain ASCII break its rules.
 * Chinese text in GB18030 breaks them almost always, while a single damaged line must not turn a UTF-8 file around.
 */
export class EncodingVote {
  #utf8 = 0;
  #other = 0;

  cast(line: Uint8Array): void {
    if (isAscii(line)) return;
    if (isUtf8(line)) this.#utf8 += 1;
    else this.#other += 1;
  }

  result(): FileEncoding {
    return this.#other > this.#utf8 ? 'gb18030' : 'utf-8';
  }
}

/** Decodes the bytes of one line strictly. */
export function decodeLine(bytes: Buffer, encoding: FileEncoding): DecodedLine {
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), sound: true };
  if (encoding === 'utf-8') return { text: bytes.toString('utf8'), sound: isUtf8(bytes) };
  const text = decode(bytes, 'gb18030');
  return { text, sound: !text.includes(REPLACEMENT) };
}
