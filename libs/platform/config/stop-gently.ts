import type { INestApplicationContext } from '@nestjs/common';

const GRACE_MILLIS = 15_000;

/**
 * Ends the process on SIGTERM or SIGINT when what is in hand is finished, at the latest after 15 seconds.
 * Returns the same end for other reasons to stop.
 */
export function stopGently(app: INestApplicationContext): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= app.close());
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
