import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { SEEDS } from '@sanzhi/statistics';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import type { CommandIo } from '../../apps/cli/src/command';
import { demo } from '../../apps/cli/src/commands/demo';
import type { DemoAnswer } from '../../apps/cli/src/demo/figures';
import { withOwnDatabase } from '../../apps/cli/src/demo/own-server';

jest.setTimeout(600_000);

describe('sanzhi demo', () => {
  let database: FreshDatabase;
  let owner: pg.Pool;
  const out = mkdtempSync(path.join(tmpdir(), 'sanzhi-demo-test-'));
  const before = { ...process.env };

  beforeAll(async () => {
    database = await freshDatabase({ clock: 'simulated' });
    owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    for (const name of Object.keys(before).filter((one) => one.startsWith('SANZHI_') && one !== 'SANZHI_QUEUE')) delete process.env[name];
    process.env.DATABASE_URL = database.ownerUrl;
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    Object.assign(process.env, before);
    rmSync(out, { recursive: true, force: true });
    await owner.end();
    await database.drop();
  });

  async function run(...argv: string[]): Promise<{ code: number; answer: DemoAnswer }> {
    let said = '';
    const io: CommandIo = { stdin: async () => '', stdout: (text) => void (said += text), stderr: () => undefined };
    return { code: await demo(['--json', ...argv], io), answer: JSON.parse(said) as DemoAnswer };
  }
  const demoDatabases = async (): Promise<string[]> =>
    (await owner.query(`select datname from pg_database where datname like 'sanzhi_demo_%'`)).rows.map(({ datname }) => datname as string);

  it('takes a tenth of each year to figures that are those of its lines and plans, each with its cases', async () => {
    const { code, answer } = await run('--share', '0.1', '--out', out);
    expect(answer.seeds.flatMap(({ figures }) => figures.filter(({ equal }) => !equal))).toEqual([]);
    expect({ code, ok: answer.ok }).toEqual({ code: 0, ok: true });
    expect(answer.seeds.map(({ seed, figures }) => [seed, figures.map(({ id }) => id)])).toEqual(
      SEEDS.map(({ id, printed }) => [id, Object.keys(printed).sort()]),
    );
    expect(answer.driven).toBeGreaterThanOrEqual(9);
    expect(answer.imported).toBeGreaterThan(1_900);
    for (const { figures } of answer.seeds) {
      for (const { id, computed, cases } of figures) expect([id, cases.length > 0]).toEqual([id, computed !== 0]);
    }
  });

  it('leaves a page and a JSON of each report, with the input beside them, and no database', async () => {
    for (const { id } of SEEDS) {
      for (const layout of [`seed-${id}`, 'penalty-chongqing']) {
        expect(readFileSync(path.join(out, id, `${layout}.html`), 'utf8')).toContain('（演示）');
        expect(JSON.parse(readFileSync(path.join(out, id, `${layout}.json`), 'utf8'))).toMatchObject({ layout, simulatedClock: true });
      }
      expect(existsSync(path.join(out, id, 'cases.csv'))).toBe(true);
    }
    expect(await demoDatabases()).toEqual([]);
  });

  it('drops the database of a demo that was killed, and leaves that of one that still runs', async () => {
    await owner.query('create database sanzhi_demo_0123abcd');
    await withOwnDatabase('sanzhi_demo', async (url) => {
      const running = new URL(url).pathname.slice(1);
      await owner.query(`create database ${running}`);
      await withOwnDatabase('sanzhi_demo', async () => expect(await demoDatabases()).toEqual([running]));
    });
    expect(await demoDatabases()).toEqual([]);
  });
});
