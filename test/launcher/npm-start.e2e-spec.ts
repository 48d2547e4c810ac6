import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Started, endAll, eventually, processesOf, projectRoot, start } from './process';

const LIMIT_MILLIS = 120_000;

/** What `npm start` runs, with the real processes; the other tests of the launcher use stand-ins for them. */
describe('the real start', () => {
  let home: string;

  beforeAll(async () => {
    expect(await start(path.join(projectRoot, 'scripts', 'ensure.mjs'), [], {}).ended).toBe(0);
    home = path.join(mkdtempSync(path.join(tmpdir(), 'sanzhi start-')), 'data');
  }, LIMIT_MILLIS);

  afterEach(async () => {
    await endAll();
    for (const { pid } of processesOf(home)) process.kill(pid, 'SIGKILL');
  });

  afterAll(() => rmSync(path.dirname(home), { recursive: true, force: true }));

  async function up(): Promise<{ launcher: Started; url: string }> {
    const launcher = start(path.join(projectRoot, 'scripts', 'start.mjs'), [], { SANZHI_DATA: home, SANZHI_PORT: '0' });
    await launcher.line('按 Ctrl-C 停止');
    const url = (JSON.parse(readFileSync(path.join(home, 'run.json'), 'utf8')) as { url: string }).url;
    return { launcher, url };
  }

  const isGone = (): boolean => processesOf(home).length === 0;

  it('brings api, worker and portal up and says where the accounts are', async () => {
    const { launcher, url } = await up();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(launcher.stdout()).toContain(path.join(home, 'demo-accounts.json'));
    const portal = /公示网站 {2}(\S+)/.exec(launcher.stdout())?.[1] ?? '';
    expect((await fetch(`${portal}/`)).headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(statSync(path.join(home, 'demo-accounts.json')).mode & 0o777).toBe(0o600);
    expect(processesOf(home).filter(({ command }) => /bundle.(?:api|worker|portal)\.js/.test(command))).toHaveLength(3);
    launcher.child.kill('SIGINT');
    expect(await launcher.ended).toBe(0);
    expect(processesOf(home)).toEqual([]);
    expect(existsSync(path.join(home, 'run.json'))).toBe(false);
  }, LIMIT_MILLIS);

  it('leaves no process when it is killed, and keeps accounts and data for the next start', async () => {
    const accounts = readFileSync(path.join(home, 'demo-accounts.json'), 'utf8');
    const { launcher } = await up();
    launcher.child.kill('SIGKILL');
    expect(await eventually(isGone)).toBe(true);
    const next = await up();
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
    expect(readFileSync(path.join(home, 'demo-accounts.json'), 'utf8')).toBe(accounts);
    next.launcher.child.kill('SIGTERM');
    expect(await next.launcher.ended).toBe(0);
    expect(processesOf(home)).toEqual([]);
  }, LIMIT_MILLIS);
});
