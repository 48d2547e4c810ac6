import type { INestApplicationContext } from '@nestjs/common';

const GRACE_MILLIS = 15_000;

/**
 * Ends the process on SIGTERM or SIGINT when what is in hand is finished, at the latest after 15 seconds. An app that is
 * still starting may already be at work: it is let start, and then closed. Returns the same end for other reasons to stop.
 */
export function stopGently(starting: INestApplicationContext | Promise<INestApplicationContext>): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const close = async (): Promise<void> => (await starting).close();
  const stop = (): Promise<void> => (stopped ??= close());
  const end = (): void => {
    setTimeout(() => process.exit(1), GRACE_MILLIS).unref();
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  return stop;
}
