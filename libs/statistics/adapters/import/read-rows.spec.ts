import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { encode } from 'iconv-lite';
import { parseLine, type LineContext } from '../../rules/import/parse-line';
import type { RawLine } from '../../rules/import/columns';
import { ImportUsageError, readRows } from './read-rows';

const folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (content: string | Buffer, name = 'cases.csv'): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

async function read(content: string | Buffer, name?: string): Promise<RawLine[]> {
  const lines: RawLine[] = [];
  for await (const line of readRows('cases', fileOf(content, name))) lines.push(line);
  return lines;
}
const offences = async (content: string | Buffer, name?: string): Promise<string[]> =>
  (await read(content, name)).map(({ line, record }) => `${line}:${record.offence}`);

const TABLE = 'number,offence\r\nA1,未取得卫生许可证擅自营业\r\nA2,"含逗号,和""引号"""\r\nA3,两\r\n';
const LINES = ['2:未取得卫生许可证擅自营业', '3:含逗号,和"引号"', '4:两'];

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TABLE}`)],
    ['GB18030', encode(TABLE, 'gb18030')],
    ['LF line ends, no last line end', Buffer.from(TABLE.replaceAll('\r\n', '\n').trimEnd())],
  ])('%s', async (_, bytes) => {
    expect(await offences(bytes)).toEqual(LINES);
  });

  it('reads four-byte characters of GB18030', async () => {
    expect(await offences(encode('number,offence\nA1,𠮷野㐂\nA2,医疗\n', 'gb18030'))).toEqual(['2:𠮷野㐂', '3:医疗']);
  });

  it('rejects one damaged line of a UTF-8 file by column, and keeps the others', async () => {
    const lines = Buffer.from(TABLE);
    const at = lines.indexOf('两');
    const [first, second, third] = await read(Buffer.concat([lines.subarray(0, at + 1), lines.subarray(at + 2)]));
    expect([first.problems, second.problems]).toEqual([[], []]);
    expect(third).toMatchObject({ line: 4, problems: [{ line: 4, field: 'offence', code: 'ENCODING' }] });
  });

  it('rejects one damaged line of a GB18030 file', async () => {
    const lines = await read(Buffer.concat([encode(TABLE, 'gb18030'), Buffer.from('A4,'), Buffer.from([0x81, 0x30, 0x0a])]));
    expect(lines.map(({ problems }) => problems?.map(({ code }) => code))).toEqual([[], [], [], ['ENCODING']]);
  });

  it('refuses UTF-16 with the cure', async () => {
    await expect(read(encode(TABLE, 'utf-16le', { addBOM: true }))).rejects.toThrow('UTF-16');
  });
});

describe('CSV', () => {
  it('tells the line a record starts on, across line breaks inside quotes, and skips blank lines', async () => {
    expect(await offences('number,offence\n"A1","一\n二"\n\nA2,"三\r\n\r\n四"\nA3,五\n')).toEqual(['2:一\n二', '5:三\n\n四', '8:五']);
  });

  it('costs only its own line when quotes do not match', async () => {
    const lines = await read('number,offence\nA1,"open\nA2,ok\nA3,"shut" x\nA4,"q""q"\nA5,ba"d\n');
    expect(lines.map(({ line, record, problems }) => [line, record.number, problems?.[0]?.code])).toEqual([
      [2, undefined, 'BAD_VALUE'],
      [3, 'A2', undefined],
      [4, undefined, 'BAD_VALUE'],
      [5, 'A4', undefined],
      [6, undefined, 'BAD_VALUE'],
    ]);
  });

  it('reads whatever csv-parse reads as the same fields', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '医') });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const plain = (text: string): string => (/["\n\r,]/.test(text) ? quoted(text) : text);
    const row = fc.tuple(cell, cell, fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const lines = rows.map(([one, two, always]) => [one, two].map(always ? quoted : plain).join(','));
        const csv = `number,offence\n${lines.join('\n')}\n`;
        const expected = (parse(csv, { from: 2 }) as string[][]).map((cells) => cells.map((text) => text.replaceAll('\r\n', '\n')));
        expect((await read(csv)).map(({ record }) => [record.number, record.offence])).toEqual(expected);
      }),
    );
  });

  it('gives up an open quote after 200 lines', async () => {
    const rest = Array.from({ length: 500 }, (_, index) => `B${index},x`).join('\n');
    const lines = await read(`number,offence\nA1,"open\n${rest}\n`);
    expect(lines).toHaveLength(501);
    expect(lines.filter(({ problems }) => problems?.length)).toHaveLength(1);
  });

  it('reports lines with too many or too few fields', async () => {
    const lines = await read('number,offence\nA1\nA2,x,y\nA3,z\n');
    expect(lines.map(({ problems }) => problems?.map(({ field, code }) => [field, code]))).toEqual([
      [['', 'BAD_VALUE']],
      [['', 'BAD_VALUE']],
      [],
    ]);
  });
});

describe('JSONL', () => {
  it('reads texts, numbers, truth values, lists and null', async () => {
    const lines = await read('{"number":"A1","fine_yuan":12.5,"hearing":true,"measures":["查封","扣押"],"offence":null}\n\n', 'x.jsonl');
    expect(lines).toEqual([
      { line: 1, record: { number: 'A1', fine_yuan: '12.5', hearing: 'yes', measures: '查封|扣押', offence: '' }, problems: [] },
    ]);
  });

  it('rejects single lines that are no object, or hold one inside', async () => {
    const lines = await read('{"number":\n[1]\n{"number":"A3","offence":{}}\n{"number":"A4","measures":["a|b"]}\n', 'x.jsonl');
    expect(lines.map(({ line, problems }) => [line, problems?.[0].field, problems?.[0].code])).toEqual([
      [1, '', 'BAD_VALUE'],
      [2, '', 'BAD_VALUE'],
      [3, 'offence', 'BAD_VALUE'],
      [4, 'measures', 'BAD_VALUE'],
    ]);
  });

  it('reads GB18030', async () => {
    expect(await offences(encode('{"number":"A1","offence":"未取得卫生许可证"}\n', 'gb18030'), 'x.jsonl')).toEqual(['1:未取得卫生许可证']);
  });
});

describe('a file that is no import of this kind', () => {
  it.each([
    ['an unknown column', 'number,罚款\nA1,1\n', 'x.csv', '没有列「罚款」'],
    ['a column twice', 'number,number\nA1,1\n', 'x.csv', '列名重复：number'],
    ['an unreadable header', '"number\n', 'x.csv', '引号不成对'],
    ['nothing in it', '', 'x.csv', '空的'],
    ['another ending', 'number\n', 'x.xlsx', '.csv'],
    ['an unknown name on the second line', '{"number":"A1"}\n{"no":"A2"}\n', 'x.jsonl', '第 2 行'],
  ])('%s is refused before any line', async (_, content, name, message) => {
    const given: RawLine[] = [];
    const reading = (async () => {
      for await (const line of readRows('cases', fileOf(content, name))) given.push(line);
    })();
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(ImportUsageError);
    expect(given).toEqual([]);
  });
});

describe('a long file', () => {
  it('passes 100,000 lines without holding them', async () => {
    const file = fileOf('number,procedure,filed_on,outcome,offence,party_name\n', 'long.csv');
    for (let block = 0; block < 100; block++) {
      const lines = Array.from({ length: 1000 }, (_, index) => `A${block * 1000 + index},普通程序,2023-01-03,pending,"案由,${'长'.repeat(200)}",甲`);
      appendFileSync(file, `${lines.join('\n')}\n`);
    }
    const context: LineContext = { organ: 'D1', standingOf: () => 'unknown', individualBusinessAs: 'person' };
    const before = process.memoryUsage();
    let [accepted, peakBytes] = [0, 0];
    for await (const raw of readRows('cases', file)) {
      if (parseLine('cases', raw, context).ok) accepted += 1;
      if (accepted % 10_000 === 0) peakBytes = Math.max(peakBytes, process.memoryUsage().heapUsed);
    }
    expect(accepted).toBe(100_000);
    expect(peakBytes - before.heapUsed).toBeLessThan(64 * 1024 * 1024);
  });
});
