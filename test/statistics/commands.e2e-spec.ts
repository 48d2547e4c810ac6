import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import { type Command, type CommandIo, UsageError } from '../../apps/cli/src/command';
import { importRows } from '../../apps/cli/src/commands/import';
import { recount } from '../../apps/cli/src/commands/recount';
import { report } from '../../apps/cli/src/commands/report';

jest.setTimeout(180_000);

describe('sanzhi import, report, recount', () => {
  let database: FreshDatabase;
  const folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-commands-'));
  const before = { ...process.env };

  beforeAll(async () => {
    database = await freshDatabase({ clock: 'simulated' });
    for (const name of Object.keys(before).filter((one) => one.startsWith('SANZHI_'))) delete process.env[name];
    Object.assign(process.env, { DATABASE_URL: database.ownerUrl, SANZHI_CLOCK: 'simulated' });
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    delete process.env.SANZHI_CLOCK;
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const file = (name: string, ...lines: string[]): string => {
    const at = path.join(folder, name);
    writeFileSync(at, `${lines.join('\n')}\n`);
    return at;
  };

  async function run(command: Command, ...argv: string[]): Promise<{ code: number; said: string }> {
    let said = '';
    const io: CommandIo = { stdin: async () => '', stdout: (text) => void (said += text), stderr: () => undefined };
    return { code: await command(argv, io), said };
  }

  const year = ['--organ', 'NEW-1', '--from', '2023-01-01', '--to', '2023-12-31'];

  it('imports organs without --organ, then cases of an organ that has no account', async () => {
    const organs = file('organs.csv', 'code,name,parent_code,region,level', 'NEW-1,新区卫生健康委,,120104,district');
    expect(await run(importRows, '--kind', 'organs', organs, '--json')).toEqual({ code: 0, said: expect.stringContaining('"accepted": 1') });
    const cases = file(
      'cases.csv',
      'number,procedure,filed_on,outcome,decided_on,penalty_kinds,fine_yuan',
      'N-1,普通程序,2023-02-01,punished,2023-03-01,罚款,1000.50',
      'N-2,简易程序,2023-02-01,punished,2023-03-01,警告,',
      'N-3,简易程序,2023-02-01,punished,,警告,',
    );
    const dry = await run(importRows, '--kind', 'cases', '--organ', 'NEW-1', cases, '--dry-run', '--json');
    expect(JSON.parse(dry.said)).toMatchObject({ accepted: 2, rejected: [{ line: 4, field: 'decided_on', code: 'REQUIRED' }] });
    const { code, said } = await run(importRows, '--kind', 'cases', '--organ', 'NEW-1', cases);
    expect(code).toBe(1);
    expect(said).toContain('接收 2 行，相同略过 0 行，退回 1 行');
  });

  it('reports at once, as JSON and as a page', async () => {
    const { code, said } = await run(report, ...year, '--layout', 'seed-001', '--format', 'json');
    expect(code).toBe(0);
    const { figures, simulatedClock } = JSON.parse(said) as { figures: { id: string; value: number; cases: string[] }[]; simulatedClock: boolean };
    expect(simulatedClock).toBe(true);
    expect(figures.find(({ id }) => id === '001-04')).toMatchObject({ value: 2, cases: ['N-1', 'N-2'] });
    expect(figures.find(({ id }) => id === '001-07')).toMatchObject({ value: 1000.5 });
    const out = path.join(folder, 'report.html');
    const written = await run(report, ...year, '--layout', 'seed-001', '--format', 'html', '--out', out, '--json');
    expect(JSON.parse(written.said)).toEqual({ file: out, format: 'html' });
    expect(readFileSync(out, 'utf8')).toContain('新区卫生健康委');
  });

  it('recounts', async () => {
    expect(await run(recount, ...year, '--json')).toEqual({ code: 0, said: expect.stringContaining('"equal": true') });
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(`update statistics.rollup_day set count = 7 where kind = 'case.filed'`);
    await owner.end();
    const { code, said } = await run(recount, ...year);
    expect(code).toBe(1);
    expect(said).toContain('日 2023-02-01 case.filed');
  });

  it.each([
    ['an unknown column', importRows, () => ['--kind', 'cases', '--organ', 'NEW-1', file('odd.csv', 'number,colour', 'X-1,red')]],
    ['an empty file', importRows, () => ['--kind', 'cases', '--organ', 'NEW-1', file('empty.csv')]],
    ['a file that is not there', importRows, () => ['--kind', 'cases', '--organ', 'NEW-1', path.join(folder, 'none.csv')]],
    ['no organ', importRows, () => ['--kind', 'cases', file('a.csv', 'number')]],
    ['an unknown kind', importRows, () => ['--kind', 'visits', '--organ', 'NEW-1', file('a.csv', 'number')]],
    ['an empty ground', importRows, () => ['--kind', 'cases', '--organ', 'NEW-1', file('a.csv', 'number'), '--correct', ' ']],
    ['an unknown login', importRows, () => ['--kind', 'cases', '--organ', 'NEW-1', file('a.csv', 'number'), '--as', 'nobody']],
    ['a format to come', report, () => [...year, '--layout', 'seed-001', '--format', 'docx']],
    ['an unknown layout', report, () => [...year, '--layout', 'no-such']],
    ['freezing', report, () => [...year, '--layout', 'seed-001', '--freeze']],
    ['a day that is none', recount, () => ['--organ', 'NEW-1', '--from', '2023-02-30', '--to', '2023-12-31']],
    ['a period the wrong way round', recount, () => ['--organ', 'NEW-1', '--from', '2023-12-31', '--to', '2023-01-01']],
  ])('takes %s for a mistake of the caller', async (_, command, argv) => {
    await expect(run(command, ...argv())).rejects.toThrow(UsageError);
  });

  it('knows nothing of an organ that is not there', async () => {
    await expect(run(report, '--organ', 'NOBODY', '--from', '2023-01-01', '--to', '2023-12-31', '--layout', 'seed-001')).rejects.toMatchObject({ status: 404 });
  });
});
