import { outboxFinding, queueFinding, workerFinding } from './jobs-health';

it('a queue that is away degrades and never takes the process down', () => {
  expect(queueFinding({ mode: 'redis', up: true, lostRings: 0 }).state).toBe('ok');
  expect(queueFinding({ mode: 'none', up: true, lostRings: 7 }).state).toBe('ok');
  expect(queueFinding({ mode: 'postgres', up: false, lostRings: 1 })).toEqual({
    state: 'degraded',
    detail: 'PostgreSQL 队列暂不可用，由定时扫描代为处理，只会稍慢',
  });
});

it('the hand-over warns of what fails or waits over a minute, and degrades on a topic without consumer', () => {
  const topic = { topic: 'tally', waiting: 3, failing: 0, oldestSeconds: 2 };
  expect(outboxFinding({ topics: [topic], unknown: [] })).toEqual({ state: 'ok', detail: '待移交 3 项' });
  expect(outboxFinding({ topics: [{ ...topic, oldestSeconds: 61 }], unknown: [] }).state).toBe('warn');
  expect(outboxFinding({ topics: [{ ...topic, failing: 1 }], unknown: [] }).detail).toBe('tally：待移交 3 项，其中失败 1 项，最早已等 2 秒');
  expect(outboxFinding({ topics: [topic], unknown: ['tally'] }).state).toBe('degraded');
});

it('workers that do not report degrade, and none yet warns', () => {
  expect(workerFinding(null).state).toBe('warn');
  expect(workerFinding(31.4)).toEqual({ state: 'ok', detail: '最近报到在 31 秒前' });
  expect(workerFinding(121).state).toBe('degraded');
});
