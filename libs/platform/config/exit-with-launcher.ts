/** Time to finish what is in hand, in milliseconds. */
const GRACE_MILLIS = 5_000;

/**
 * Ends this process when the launcher that started it is gone, even by SIGKILL: its end closes the IPC channel.
 * Does nothing in a process that was started without one. `stop` closes what is open, and has five seconds for it.
 */
export function exitWithLauncher(stop: () => Promise<unknown>): void {
  const exit = (): void => {
    setTimeout(() => process.exit(1), GRACE_MILLIS).unref();
    void stop().finally(() => process.exit(0));
  };
  // Strictly false: there was a channel, and it was closed while this process was still starting.
  if (process.connected === false) return exit();
  process.once('disconnect', exit);
  process.channel?.unref();
}
