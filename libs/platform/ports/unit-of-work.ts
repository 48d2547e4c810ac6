import type { Sql } from './sql';

/** Whose rows the transaction may see and write. Row-level security reads exactly this. */
export interface UnitContext {
  /** The organ whose rows are written. */
  organ: string;
  /** Organs whose rows may be read; `[organ]` when left out. */
  readable?: readonly string[];
  /** Account or officer id for the database's own trail; `system` for clocks and consumers. */
  actor: string;
  /** The unit takes an act: it also loads what the actor may no longer read, so that the law can say why not. */
  act?: true;
}

/** Rows of one statement; columns by name. */
export type Rows = Record<string, unknown>[];

/** One open transaction. */
export interface Unit {
  /**
   * Sends statements in one message, in order; the first call opens the transaction in the same message.
   * Returns the rows of each statement.
   */
  load(...statements: Sql[]): Promise<Rows[]>;
  /** Adds statements that are sent in one message with the commit. */
  write(...statements: Sql[]): void;
  /** Undoes everything and commits only these statements instead (the audit row of a refusal); with none, it only undoes. */
  refuse(...statements: Sql[]): void;
}

/**
 * The one way to a transaction: opens, sets role context, and writes all or nothing.
 * Two round trips when the work loads once. Nothing outside the database is called inside `work`.
 */
export abstract class UnitOfWork {
  abstract run<T>(context: UnitContext, work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Statements with nothing to think about in between: opened, run and committed in one message. The rows of each. */
  abstract ask(context: UnitContext, ...statements: Sql[]): Promise<Rows[]>;
}

/**
 * The same over two connections of its own: for the sweep, the heartbeat and the look at the clock, which have to work
 * while everything else waits for a connection. Nothing that may come in crowds goes here.
 */
export abstract class ReservedUnitOfWork extends UnitOfWork {}

/** The one source of legal time, for reads outside a unit; inside a unit it comes with the load. */
export abstract class LegalClock {
  /** `sanzhi_now()` as an ISO instant in UTC, and whether the clock is simulated. */
  abstract now(): Promise<{ at: string; simulated: boolean }>;
}

/** Wakes consumers after a commit. Best effort: losing it only costs time, the rows wait in PostgreSQL. */
export abstract class Bell {
  abstract ring(topic: string): void;
}
