import type { Sql, Unit } from '@sanzhi/platform/ports';

/** Rows in turns, no two of one key in the same turn, each in the order it came. */
export function roundsOf<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const met = new Map<string, number>();
  const rounds: T[][] = [];
  for (const row of rows) {
    const turn = met.get(keyOf(row)) ?? 0;
    met.set(keyOf(row), turn + 1);
    (rounds[turn] ??= []).push(row);
  }
  return rounds;
}

/**
 * A unit whose writes can be sent before the commit: the second act on a case of one batch has to see the first.
 * Everything still stands or falls with the one transaction.
 */
export class FlushedUnit implements Unit {
  private waiting: Sql[] = [];

  constructor(private readonly unit: Unit) {}

  load(...statements: Sql[]): ReturnType<Unit['load']> {
    return this.unit.load(...statements);
  }

  write(...statements: Sql[]): void {
    this.waiting.push(...statements);
  }

  refuse(...statements: Sql[]): void {
    this.unit.refuse(...statements);
  }

  /** Sends what was written so far. */
  async flush(): Promise<void> {
    const sent = this.waiting;
    this.waiting = [];
    if (sent.length > 0) await this.unit.load(...sent);
  }

  /** Leaves what was written so far to the commit. */
  hand(): void {
    this.unit.write(...this.waiting);
    this.waiting = [];
  }
}
