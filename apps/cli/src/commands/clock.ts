import { parseArgs } from 'node:util';
import { parseInstant } from '@sanzhi/kernel';
import { EXIT, print, UsageError, type Command } from '../command';
import { openHouse, prepare, withOwner } from '../house';
import { openTimeline } from '../timeline';

const USAGE = '用法：sanzhi clock set 时刻（带时区，如 2023-03-01T09:00:00+08:00） [--json]';

/** `sanzhi clock set`: moves a simulated clock from due instant to due instant, never back. Prints the rungs fired. */
export const clock: Command = async (argv, io) => {
  const { values, positionals } = parseArgs({ args: argv, options: { json: { type: 'boolean' } }, allowPositionals: true });
  const [verb, instant] = positionals;
  if (verb !== 'set' || !instant || parseInstant(instant) === null) throw new UsageError(USAGE);
  const fired = await withOwner(async (ownerUrl, config) => {
    await prepare(ownerUrl, { clock: config.clock });
    const worker = await openHouse(ownerUrl, 'sanzhi_worker');
    const timeline = await openTimeline(ownerUrl, worker);
    try {
      return await timeline.moveTo(new Date(instant).toISOString());
    } finally {
      await timeline.close();
      await worker.close();
    }
  });
  print(io, values.json ?? false, { fired }, () => `时钟已拨到 ${instant}，触发时限 ${fired} 次。\n`);
  return EXIT.done;
};
