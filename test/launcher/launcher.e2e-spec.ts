import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Started, endAll, eventually, processesOf, projectRoot, standIn, start } from './process';

interface RunFile {
  pid: number;
  pgUrl: string;
  ports: { postgres: number; api: number };
}

interface Given {
  pid: number;
  own: string;
  queue?: string;
  owner?: string;
}

describe('the launcher', () => {
  let parent: string;
  let home: string;

  // One data folder for all tests: what one leaves, killed or not, the next has to start on.
  // As root the server runs in a user namespace; a folder closed to everybody else must not stop it.
  beforeAll(async () => {
    expect(await start(path.join(projectRoot, 'scripts', 'ensure.mjs'), [], {}).ended).toBe(0);
    parent = mkdtempSync(path.join(tmpdir(), 'sanzhi launcher-'));
    chmodSync(parent, 0o700);
    home = path.join(parent, 'data folder');
  });

  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  afterEach(async () => {
    await endAll();
    for (const { pid } of processesOf(home)) process.kill(pid, 'SIGKILL');
    expect(await eventually(() => processesOf(home).length === 0)).toBe(true);
  });

  const launch = (more: Record<string, string> = {}): Started => start(standIn('launcher'), [], { SANZHI_DATA: home, SANZHI_PORT: '0', ...more });
  const runFile = (): RunFile => JSON.parse(readFileSync(path.join(home, 'run.json'), 'utf8')) as RunFile;
  const up = async (launcher: Started): Promise<string> => (await launcher.line('READY')).replace('READY ', '');
  const given = async (url: string): Promise<Given> => (await fetch(`${url}/readyz`)).json() as Promise<Given>;

  async function starts(url: string): Promise<number> {
    const client = new pg.Client({ connectionString: (await given(url)).own });
    await client.connect();
    const { rows } = await client.query<{ count: string }>('select count(*) from start');
    await client.end();
    return Number(rows[0].count);
  }

  async function stop(launcher: Started, signal: NodeJS.Signals): Promise<number | string | null> {
    launcher.child.kill(signal);
    return launcher.ended;
  }

  it('gives each process the URL of its own role and never the owner’s', async () => {
    const launcher = launch();
    const { own, queue, owner } = await given(await up(launcher));
    expect([new URL(own).username, new URL(own).pathname]).toEqual(['sanzhi_api', '/sanzhi']);
    expect([new URL(queue ?? '').username, new URL(queue ?? '').pathname]).toEqual(['sanzhi_queue', '/sanzhi_queue']);
    expect(owner).toBeUndefined();
    expect(await stop(launcher, 'SIGTERM')).toBe(0);
  });

  it('lets a process load beside the database and run when it is there, the first time and after its death', async () => {
    const launcher = launch({ STAND_IN_WARM: '1' });
    await up(launcher);
    const log = (): string => readFileSync(path.join(home, 'logs', 'warm.log'), 'utf8');
    const runs = () => [...log().matchAll(/^RUN (.*)$/gm)].map(([, told]) => JSON.parse(told!) as { loadedBefore: boolean; own: string; owner?: string });
    expect(await eventually(() => runs().length === 1)).toBe(true);
    expect(log()).toMatch(/^LOADED undefined\nRUN /);
    expect(new URL(runs()[0]!.own).username).toBe('sanzhi_worker');
    process.kill(processesOf(home).find(({ command }) => command.includes('warm-app'))!.pid, 'SIGKILL');
    expect(await eventually(() => runs().length === 2)).toBe(true);
    expect(runs().map(({ loadedBefore, owner }) => [loadedBefore, owner])).toEqual([[true, undefined], [false, undefined]]);
    expect(await stop(launcher, 'SIGTERM')).toBe(0);
  });

  it.each([['SANZHI_QUEUE', 'none'], ['REDIS_URL', 'redis://127.0.0.1:1']])('opens no queue database with %s=%s', async (name, value) => {
    const launcher = launch({ [name]: value });
    expect((await given(await up(launcher))).queue).toBeUndefined();
    await stop(launcher, 'SIGTERM');
  });

  it('tells others in run.json, closed to other users, and takes it away again', async () => {
    const launcher = launch();
    const url = await up(launcher);
    expect(runFile()).toMatchObject({ pid: launcher.child.pid, ports: { api: Number(new URL(url).port) } });
    for (const file of ['run.json', 'pg-owner']) expect(statSync(path.join(home, file)).mode & 0o777).toBe(0o600);
    await stop(launcher, 'SIGINT');
    expect(existsSync(path.join(home, 'run.json'))).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves no process after %s, and the next start finds the data', async (signal) => {
    const first = launch();
    const before = await starts(await up(first));
    expect(await stop(first, signal)).toBe(0);
    expect(processesOf(home)).toEqual([]);
    const second = launch();
    expect(await starts(await up(second))).toBe(before + 1);
    await stop(second, signal);
  });

  it('leaves no process after a stop in the middle of a start', async () => {
    const launcher = launch();
    expect(await eventually(() => existsSync(path.join(home, 'pg', 'postmaster.pid')))).toBe(true);
    expect(await stop(launcher, 'SIGINT')).toBe(0);
    expect(launcher.stdout()).not.toContain('READY');
    expect(processesOf(home)).toEqual([]);
  });

  it('leaves no process when it is killed, and the next start finds the data', async () => {
    const first = launch();
    const before = await starts(await up(first));
    await stop(first, 'SIGKILL');
    expect(await eventually(() => processesOf(home).length === 0)).toBe(true);
    const second = launch();
    expect(await starts(await up(second))).toBe(before + 1);
    expect(await stop(second, 'SIGINT')).toBe(0);
  });

  it('leaves no process when it is killed while they are starting', async () => {
    const launcher = launch({ STAND_IN_BOOT_MILLIS: '1500' });
    expect(await eventually(() => processesOf(home).filter(({ command }) => command.includes('app.mjs')).length === 2)).toBe(true);
    await stop(launcher, 'SIGKILL');
    expect(processesOf(home).filter(({ command }) => command.includes('app.mjs'))).toHaveLength(2);
    expect(await eventually(() => processesOf(home).length === 0)).toBe(true);
  });

  it('starts again at once after it is killed, and after everything is', async () => {
    const first = launch();
    const before = await starts(await up(first));
    await stop(first, 'SIGKILL');
    const second = launch();
    await up(second);
    for (const { pid } of processesOf(home)) process.kill(pid, 'SIGKILL');
    await second.ended;
    const third = launch();
    expect(await starts(await up(third))).toBe(before + 2);
    await stop(third, 'SIGINT');
  });

  it('starts although the number in a stale pid file belongs to somebody else now', async () => {
    const first = launch();
    const before = await starts(await up(first));
    await stop(first, 'SIGINT');
    writeFileSync(path.join(home, 'pg', 'postmaster.pid'), `${process.pid}\n${home}/pg\n`);
    writeFileSync(path.join(home, 'run.json'), JSON.stringify({ pid: process.pid, birth: 'another life', kind: 'launcher' }));
    const second = launch();
    expect(await starts(await up(second))).toBe(before + 1);
    await stop(second, 'SIGINT');
  });

  it('refuses a second launcher on the same data and says where the first one is', async () => {
    const first = launch();
    const url = await up(first);
    const before = await starts(url);
    const second = launch();
    expect(await second.ended).toBe(3);
    expect(second.stderr()).toContain(`三制已在运行（进程 ${first.child.pid}，地址 ${url}）`);
    expect(await starts(url)).toBe(before);
    await stop(first, 'SIGINT');
  });

  it('refuses a port that another program has', async () => {
    const first = launch();
    const taken = new URL(await up(first)).port;
    const second = launch({ SANZHI_DATA: path.join(home, 'other'), SANZHI_PORT: taken });
    expect(await second.ended).toBe(3);
    expect(second.stderr()).toContain(`端口 ${taken} 已被其他程序占用`);
    await stop(first, 'SIGINT');
  });

  it('refuses a setting that does not exist before it makes anything', async () => {
    const other = path.join(parent, 'never made');
    const launcher = launch({ SANZHI_DATA: other, SANZHI_CLOK: 'simulated' });
    expect(await launcher.ended).toBe(3);
    expect(launcher.stderr()).toContain('SANZHI_CLOK: 没有这个配置项');
    expect(existsSync(other)).toBe(false);
  });

  it('starts a process again that died', async () => {
    const launcher = launch();
    const url = await up(launcher);
    const { pid } = await given(url);
    process.kill(pid, 'SIGKILL');
    const isAnother = (next: Given): boolean => next.pid !== pid;
    expect(await eventually(() => given(url).then(isAnother, () => false))).toBe(true);
    expect(launcher.stdout()).toContain('api 意外退出（SIGKILL）');
    await stop(launcher, 'SIGINT');
  });

  it.each([['78', 1], ['1', 5]])('gives a process up that ends with %s after %i starts, and ends everything', async (code, deaths) => {
    const launcher = launch({ STAND_IN_EXIT: String(code) });
    expect(await launcher.ended).toBe(1);
    const seen = (name: string): number => launcher.stdout().split(`${name} 意外退出（${code}）`).length - 1;
    expect(Math.max(seen('api'), seen('worker'))).toBe(deaths);
    expect(launcher.stderr()).toContain('无法运行');
    expect(processesOf(home)).toEqual([]);
  });

  it('ends when its database is gone', async () => {
    const launcher = launch();
    await up(launcher);
    process.kill(Number(readFileSync(path.join(home, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    expect(await launcher.ended).toBe(1);
    expect(launcher.stderr()).toContain('数据库意外退出');
    expect(await eventually(() => processesOf(home).length === 0)).toBe(true);
  });

  describe('and commands', () => {
    const command = (): Started => start(standIn('command'), [], { SANZHI_DATA: home });

    async function end(one: Started): Promise<void> {
      one.child.stdin?.end();
      expect(await one.ended).toBe(0);
    }

    it('share the running server', async () => {
      const launcher = launch();
      await up(launcher);
      const one = command();
      await one.line('OPEN');
      await end(one);
      expect(processesOf(home).some(({ pid }) => pid === launcher.child.pid)).toBe(true);
      await stop(launcher, 'SIGINT');
    });

    it('start one for as long as any of them needs it', async () => {
      const first = command();
      await first.line('OPEN');
      const second = command();
      await second.line('OPEN');
      first.child.stdin?.end();
      await expect(Promise.race([first.ended, second.line('CLOSED'), new Promise((resolve) => { setTimeout(resolve, 500, 'waits'); })])).resolves.toBe('waits');
      await end(second);
      expect(await first.ended).toBe(0);
      expect(processesOf(home)).toEqual([]);
    });

    it('are waited for by a launcher', async () => {
      const one = command();
      await one.line('OPEN');
      const launcher = launch();
      await launcher.line('正在等待');
      await end(one);
      await up(launcher);
      await stop(launcher, 'SIGINT');
    });
  });

  it('lets exactly one of many take a dead owner’s place', async () => {
    const files = Array.from({ length: 200 }, (_, file) => file);
    for (const file of files) writeFileSync(path.join(parent, `${file}.json`), JSON.stringify({ pid: process.pid, birth: 'another life' }));
    const args = [parent, String(files.length), String(Date.now() + 1500)];
    const claimants = Array.from({ length: 4 }, () => start(standIn('claimant'), args, {}));
    const owned = await Promise.all(claimants.map(async (one) => JSON.parse((await one.line('OWNED ')).slice(6)) as number[]));
    expect(owned.flat().sort((one, other) => one - other)).toEqual(files);
    for (const one of claimants) one.child.stdin?.end();
    await Promise.all(claimants.map((one) => one.ended));
  });
});
