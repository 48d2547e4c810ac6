/** Time to finish what is in hand, in milliseconds. */
const GRACE_MILLIS = 5_000;

/**
 * Ends this process when the launcher that started it is gone, even by SIGKILL: its end closes the IPC channel.
 * Does nothing in a process that was started without one. `stop` closes what is open, and has five seconds for it.
 */
export function exitWithLauncher(stop: () => Promise<unknown>): void {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), GRACE_MILLIS).unref();
    void stop().finally(() => process.exit(0));
  });
  process.channel?.unref();
}
