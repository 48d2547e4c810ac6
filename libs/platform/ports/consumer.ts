import type { Unit } from './unit-of-work';

/** One row of the outbox: something that was committed and waits to be taken further. */
export interface Pending {
  id: string;
  organ: string;
  topic: string;
  /** Same key twice = same thing; the inbox lets it through once per consumer. */
  key: string;
  payload: Record<string, unknown>;
}

/**
 * Takes rows of one topic. The relay deletes the rows and calls `consume` in ONE transaction (context: the organ of the
 * rows, one organ per batch; actor `system`), so the consumer's writes through `unit` and the hand-over are exactly once.
 * A consumer re-checks state and never calls anything outside the database. A throw undoes the batch; the relay
 * tries again later, one by one, with growing pauses.
 */
export interface Consumer {
  readonly topic: string;
  /** Most rows taken in one transaction: 1 for acts on a case, hundreds for roll-ups. */
  readonly batch: number;
  /** Batches of one organ may run at once: their rows meet in no sum, and lock cases in the order of ids. */
  readonly sideBySide?: boolean;
  consume(batch: readonly Pending[], unit: Unit): Promise<void>;
}

/** Where consumers register at boot; two for one topic stop the start. A topic without one waits, and health shows it. */
export abstract class Consumers {
  abstract register(consumer: Consumer): void;
}

/** A thing that clocks can run for (case, publication …). `onRung` is called as a consumer of the rung. */
export interface RungFired {
  organ: string;
  clock: string;
  rule: string;
  rung: string;
  subjectKind: string;
  subjectId: string;
  caseId: string;
}
