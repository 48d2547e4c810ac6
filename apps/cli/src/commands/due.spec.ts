import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { due, type LocalParameters } from './due';

interface Ran {
  code: number;
  out: string;
  err: string;
}

async function run(line: string, parameters?: LocalParameters): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', err: '' };
  const io = { stdout: (text: string) => void (ran.out += text), stderr: (text: string) => void (ran.err += text) };
  ran.code = await due(line.split(' '), io, parameters);
  return ran;
}

const json = async (line: string, parameters?: LocalParameters): Promise<[number, Record<string, unknown>]> => {
  const { code, out } = await run(`${line} --json`, parameters);
  return [code, JSON.parse(out) as Record<string, unknown>];
};

describe('sanzhi due --start', () => {
  it.each([
    ['--start 2026-09-28 --length 7 --unit working-day', '2026-10-13', '2026-10-13', false],
    ['--start 2026-09-01 --length 30 --unit calendar-day', '2026-10-08', '2026-09-30', false],
    ['--start 2026-03-31 --length 6 --unit month', '2026-09-30', '2026-09-30', false],
    ['--start 2026-11-30 --length 3 --unit month', '2027-03-01', '2027-02-26', true],
    ['--start 2026-10-15 --length 7 --unit working-day --before', '2026-09-29', '2026-09-29', false],
    ['--start 2026-10-15 --length 7 --unit working-day --before --lenient', '2026-09-30', '2026-09-30', false],
  ])('%s', async (line, ...[statutoryDue, safeDue, provisional]) => {
    const [code, answer] = await json(line);
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual(['statutoryDue', 'safeDue', 'provisional', 'days']);
    expect(answer).toMatchObject({ statutoryDue, safeDue, provisional });
    expect((answer.days as { date: string }[]).at(-1)?.date).toBe(statutoryDue);
  });

  it('gives hours as one instant', async () => {
    const [code, answer] = await json('--start 2026-10-01T22:00:00+08:00 --length 24 --unit hour');
    expect(code).toBe(0);
    expect(answer).toMatchObject({ statutoryDue: '2026-10-02T14:00:00.000Z', safeDue: '2026-10-02T14:00:00.000Z' });
  });

  it('tells people in Chinese', async () => {
    const { code, out } = await run('--start 2026-12-30 --length 3 --unit working-day');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '法定截止：2027-01-04（周一）',
        '稳妥截止：2027-01-02（周六）',
        '暂定：所涉年份的放假通知尚未载入，载入后须重算',
        '  2026-12-30（周三）　不计　起算日',
        '  2026-12-31（周四）　计入　工作日',
        '  2027-01-01（周五）　计入　工作日',
        '  2027-01-02（周六）　不计　周末',
        '  2027-01-03（周日）　不计　周末',
        '  2027-01-04（周一）　计入　工作日',
        '',
      ].join('\n'),
    );
  });

  it('has no date outside the calendar', async () => {
    expect(await json('--start 2026-01-01 --length 200 --unit year')).toEqual([
      1,
      { statutoryDue: null, safeDue: null, provisional: false, days: [], error: 'outside-calendar' },
    ]);
  });

  it.each([
    '--start 2026-02-30 --length 7 --unit working-day',
    '--start 2026-02-20 --length 0 --unit working-day',
    '--start 2026-02-20 --length 1.5 --unit working-day',
    '--start 2026-02-20 --length 7 --unit days',
    '--start 2026-02-20 --length 7 --unit hour',
    '--start 2026-02-20 --length 7',
    '--start 2026-02-20 --length 7 --unit month --lenient',
    '--start 2026-02-20 --length 7 --unit month --rule PUB-CF-7',
    '--start 2026-02-20 --length 7 --unit month --colour',
    '--length 7',
    '--rule NO-SUCH-RULE --on 2026-02-20',
    '--rule PUB-CF-7',
    '--rule CASE-FORCE-24H --on 2026-02-20',
    '--batch no-such-file.tsv',
  ])('does not understand %s', async (line) => {
    const { code, out, err } = await run(line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('用法');
    expect(await json(line)).toEqual([2, expect.objectContaining({ error: 'usage' })]);
  });
});

describe('sanzhi due --rule', () => {
  it('counts by the rule and names its basis', async () => {
    const [code, answer] = await json('--rule PUB-CF-7 --on 2026-09-28');
    expect(code).toBe(0);
    expect(answer).toMatchObject({ rule: 'PUB-CF-7', statutoryDue: '2026-10-13', status: 'PARTLY' });
    const { out } = await run('--rule PUB-CF-7 --on 2026-09-28');
    expect(out).toMatch(/^PUB-CF-7　行政处罚决定公示\n依据：发改办财金〔2018〕424号/);
  });

  it('gives no date where no statute gives a number', async () => {
    const [code, answer] = await json('--rule CASE-NOTICE --on 2026-09-28');
    expect(code).toBe(1);
    expect(answer).toMatchObject({ statutoryDue: null, safeDue: null, error: 'no-statutory-value' });
    expect((await run('--rule CASE-NOTICE --on 2026-09-28')).out).toContain('未能计算：未载入法定值');
  });

  it('takes the number of the local pack of an organ', async () => {
    const pack: LocalParameters = (organ) => (organ === 'A' ? { 'clock.CASE-NOTICE.length': 3 } : {});
    expect(await json('--rule CASE-NOTICE --on 2026-09-28 --organ A', pack)).toEqual([
      0,
      expect.objectContaining({ statutoryDue: '2026-10-08' }),
    ]);
    expect((await run('--rule CASE-NOTICE --on 2026-09-28 --organ B', pack)).code).toBe(1);
  });

  it('gives no date before the rule was law', async () => {
    expect(await json('--rule CASE-HEAR-REQ --on 2021-07-14')).toEqual([1, expect.objectContaining({ error: 'not-in-force' })]);
  });
});

describe('sanzhi due --batch', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'sanzhi-due-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (text: string): string => {
    const path = join(folder, 'terms.tsv');
    writeFileSync(path, text);
    return path;
  };
  const HEADER = 'start\tlength\tunit\tdirection';

  it('answers good lines and names what is wrong in bad ones', async () => {
    const lines = [
      '2026-09-28\t7\tworking-day\t',
      '2026-10-15\t7\tworking-day\t--before',
      '2026-09-28\t7\tworking-day',
      '2026-02-30\t7\tworking-day\t',
      '2026-09-28\tseven\tworking-day\t',
      '2026-09-28\t7\tdays\t',
      '2026-09-28\t7\tmonth\t--after',
      '2026-09-28\t7\tmonth\t\tmore',
      '',
      '2026-09-28\t900\tyear\t',
      '2026-12-30\t5\tworking-day\t',
      '2026-10-01T22:00:00+08:00\t24\thour\t',
    ];
    const { code, out } = await run(`--batch ${file(`\uFEFF${HEADER}\r\n${lines.join('\r\n')}\r\n`)}`);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      `${HEADER}\tstatutoryDue\tsafeDue\tprovisional\terror`,
      '2026-09-28\t7\tworking-day\t\t2026-10-13\t2026-10-13\tfalse\t',
      '2026-10-15\t7\tworking-day\t--before\t2026-09-29\t2026-09-29\tfalse\t',
      '2026-09-28\t7\tworking-day\t\t2026-10-13\t2026-10-13\tfalse\t',
      '2026-02-30\t7\tworking-day\t\t\t\t\tstart',
      '2026-09-28\tseven\tworking-day\t\t\t\t\tlength',
      '2026-09-28\t7\tdays\t\t\t\t\tunit',
      '2026-09-28\t7\tmonth\t--after\t\t\t\tdirection',
      '2026-09-28\t7\tmonth\t\tmore\t\t\t\tcolumns',
      '\t\t\t\t\t\t\tcolumns',
      '2026-09-28\t900\tyear\t\t\t\t\toutside-calendar',
      '2026-12-30\t5\tworking-day\t\t2027-01-06\t2027-01-04\ttrue\t',
      '2026-10-01T22:00:00+08:00\t24\thour\t\t2026-10-02T14:00:00.000Z\t2026-10-02T14:00:00.000Z\tfalse\t',
      '',
    ]);
  });

  it('is one JSON document with --json', async () => {
    const [code, answer] = await json(`--batch ${file(`${HEADER}\n2026-09-28\t7\tworking-day\t\nbad\t7\tmonth\t`)}`);
    expect(code).toBe(1);
    expect(answer).toMatchObject({
      rows: [{ statutoryDue: '2026-10-13', error: null }, { start: 'bad', statutoryDue: null, error: 'start' }],
      accepted: 1,
      rejected: 1,
    });
    expect(await json(`--batch ${file(`${HEADER}\n`)}`)).toEqual([0, { rows: [], accepted: 0, rejected: 0 }]);
  });

  it('wants its header', async () => {
    expect((await run(`--batch ${file('2026-09-28\t7\tworking-day\t\n')}`)).code).toBe(2);
    expect((await run(`--batch ${file('')}`)).code).toBe(2);
  });

  it('loses no line where one read of the file ends and the next begins', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `2026-0${(index % 9) + 1}-15\t${(index % 50) + 1}\tworking-day\t`);
    const { code, out } = await run(`--batch ${file(`${HEADER}\n${lines.join('\n')}`)}`);
    expect(code).toBe(0);
    const rows = out.trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.split('\t').slice(0, 4).join('\t'))).toEqual(lines);
  });
});
