import { Logger } from '@nestjs/common';
import { JobLane } from './job-lane';
import { pause } from './timers';

beforeAll(() => Logger.overrideLogger(false));

function laneOf(concurrency: number, everySeconds?: number): { lane: JobLane; stop: AbortController; seen: { now: number; most: number; runs: number } } {
  const stop = new AbortController();
  const seen = { now: 0, most: 0, runs: 0 };
  const run = async (): Promise<void> => {
    seen.most = Math.max(seen.most, (seen.now += 1));
    await pause(20);
    seen.now -= 1;
    seen.runs += 1;
    if (seen.runs === 1) throw new Error('the first run fails');
  };
  const lane = new JobLane({ plan: { name: 'relay', concurrency, everySeconds }, job: { run } }, stop.signal);
  return { lane, stop, seen };
}

it.each([1, 3])('never runs more at once than its plan says (%i)', async (concurrency) => {
  const { lane, seen } = laneOf(concurrency);
  const ends = await Promise.allSettled(Array.from({ length: 12 }, () => lane.call({})));
  expect(seen).toEqual({ now: 0, most: concurrency, runs: 12 });
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});

it('keeps time through failures until it is stopped, then begins nothing', async () => {
  const { lane, stop, seen } = laneOf(1, 0.05);
  const keeping = lane.keepTime();
  while (seen.runs < 3) await pause(5);
  stop.abort();
  await Promise.all([keeping, lane.idle()]);
  const { runs } = seen;
  await pause(150);
  expect(seen.runs).toBe(runs);
  await expect(lane.call({})).rejects.toThrow('shutting down');
});
