import { clockFinding } from './clock-watch';

it.each([
  [0, 0, 'ok', '与数据库时钟一致'],
  [1000, -1000, 'ok', '与数据库时钟一致'],
  [1001, 0, 'degraded', '本机时钟比数据库快 1.0 秒，请校时；期限以数据库时间为准，不受影响'],
  [-7_200_000, 0, 'degraded', '本机时钟比数据库慢 7200.0 秒，请校时；期限以数据库时间为准，不受影响'],
  [0, -600_000, 'warn', '本机时钟刚被拨慢 600.0 秒'],
  [0, 2500, 'warn', '本机时钟刚被拨快 2.5 秒'],
])('a clock %i ms ahead that was set by %i ms is %s', (aheadMillis, steppedMillis, state, detail) => {
  expect(clockFinding({ aheadMillis, steppedMillis })).toEqual({ state, detail });
});
