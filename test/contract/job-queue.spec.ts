import type { JobName, JobPayload, JobQueue } from '@sanzhi/platform/jobs';
import { MODES, openMode, pause, type QueueMode, until } from './queue-modes';

describe.each(MODES)('JobQueue, mode %s', (name) => {
  let mode: QueueMode;
  let open: JobQueue[];
  beforeAll(async () => {
    mode = await openMode(name);
  });
  afterAll(() => mode.close());
  beforeEach(() => {
    open = [];
  });
  afterEach(() => Promise.all(open.map((queue) => queue.close())));

  const started = async (): Promise<JobQueue> => {
    const queue = mode.make();
    open.push(queue);
    await queue.open();
    return queue;
  };

  it('calls the handler once with name and payload', async () => {
    const queue = await started();
    const calls: [JobName, JobPayload][] = [];
    await queue.serve(async (...call) => void calls.push(call), 1);
    expect(await queue.ring('relay', { case: '0198c0de-0000-7000-8000-000000000001' })).toBe(true);
    await until(() => calls.length > 0);
    await pause(100);
    expect(calls).toEqual([['relay', { case: '0198c0de-0000-7000-8000-000000000001' }]]);
    expect(queue.state()).toEqual({ mode: name, up: true, lostRings: 0 });
  });

  it('rings not before its delay', async () => {
    const queue = await started();
    let rungAt = 0;
    await queue.serve(async () => void (rungAt = Date.now()), 1);
    const askedAt = Date.now();
    await queue.ring('relay', {}, { delayMs: 400 });
    await until(() => rungAt > 0);
    expect(rungAt - askedAt).toBeGreaterThanOrEqual(395);
    expect(rungAt - askedAt).toBeLessThan(3000);
  });

  it('swallows fifty rings with the key of one that waits', async () => {
    const queue = await started();
    let calls = 0;
    await queue.serve(async () => void (calls += 1), 4);
    await Promise.all(Array.from({ length: 50 }, () => queue.ring('relay', {}, { key: 'fifty', delayMs: 300 })));
    await until(() => calls > 0);
    await pause(300);
    expect(calls).toBe(1);
    await queue.ring('relay', {}, { key: 'fifty' });
    await until(() => calls === 2);
  });

  it('runs once more for rings that came while it ran, and never twice at once', async () => {
    const queue = await started();
    let calls = 0;
    let now = 0;
    let most = 0;
    await queue.serve(async () => {
      calls += 1;
      most = Math.max(most, (now += 1));
      await pause(300);
      now -= 1;
    }, 4);
    await queue.ring('relay', {}, { key: 'busy' });
    await until(() => now === 1);
    await Promise.all(Array.from({ length: 20 }, () => queue.ring('relay', {}, { key: 'busy' })));
    await until(() => calls === 2 && now === 0);
    await pause(400);
    expect([calls, most]).toEqual([2, 1]);
  });

  it('calls a handler that throws again, three times in all', async () => {
    const queue = await started();
    let calls = 0;
    await queue.serve(async () => {
      calls += 1;
      throw new Error('not now');
    }, 1);
    await queue.ring('relay');
    await until(() => calls === 3, 15_000);
    await pause(200);
    expect(calls).toBe(3);
  });

  it('runs as many at once as it was told', async () => {
    const queue = await started();
    let now = 0;
    let most = 0;
    let calls = 0;
    await queue.serve(async () => {
      most = Math.max(most, (now += 1));
      await pause(200);
      now -= 1;
      calls += 1;
    }, 3);
    await Promise.all([1, 2, 3].map((n) => queue.ring('relay', { n: String(n) })));
    await until(() => calls === 3);
    expect(most).toBe(3);
  });

  it('waits at closing for the handler that runs, and takes nothing afterwards', async () => {
    const queue = await started();
    let ended = false;
    let begun = false;
    await queue.serve(async () => {
      begun = true;
      await pause(500);
      ended = true;
    }, 1);
    await queue.ring('relay');
    await until(() => begun);
    await queue.close();
    expect(ended).toBe(true);
    expect(await queue.ring('relay')).toBe(false);
    expect(queue.state().lostRings).toBe(1);
  });

  it('throws at once on what is not ids, on an unknown job and on more than a day', async () => {
    const queue = await started();
    expect(() => queue.ring('relay', { party: '张三' })).toThrow(TypeError);
    expect(() => queue.ring('relay', { text: 'Zhang San of No. 7' })).toThrow(TypeError);
    expect(() => queue.ring('relay', { nested: {} } as unknown as JobPayload)).toThrow(TypeError);
    expect(() => queue.ring('relay', Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`id${n}`, 'x'])))).toThrow(TypeError);
    expect(() => queue.ring('unheard-of' as JobName)).toThrow(TypeError);
    expect(() => queue.ring('relay', {}, { delayMs: 86_400_001 })).toThrow(RangeError);
    expect(() => queue.ring('relay', {}, { key: 'two words' })).toThrow(TypeError);
  });
});

describe.each(MODES.filter((mode) => mode !== 'none'))('JobQueue between processes, mode %s', (name) => {
  it('carries each ring from one that only rings to exactly one of two that serve', async () => {
    const mode = await openMode(name);
    const [ringer, ...servers] = [mode.make(), mode.make(), mode.make()];
    await Promise.all([ringer, ...servers].map((queue) => queue.open()));
    const seen: string[] = [];
    for (const server of servers) await server.serve(async (_name, { n }) => void seen.push(n), 2);
    await Promise.all(Array.from({ length: 60 }, (_, n) => ringer.ring('relay', { n: String(n) })));
    await until(() => seen.length >= 60);
    await pause(200);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
    await Promise.all([ringer, ...servers].map((queue) => queue.close()));
    await mode.close();
  });
});
