/** Fires every rung that is due, over all organs. Postgres decides what is due; this only asks. */
export abstract class ClockSweep {
  /** Runs batches until nothing is due; returns the rungs fired. Safe to run anywhere, any number at once. */
  abstract sweep(): Promise<number>;
  /** Minutes within the next day of real time in which something will be due; none when the clock is simulated. */
  abstract soon(): Promise<{ key: string; delayMs: number }[]>;
  /** The next instant at which anything is due, or null. */
  abstract nextDueAt(): Promise<string | null>;
}
