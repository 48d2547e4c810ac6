import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { failpoint, isArmed } from '../failpoints';
import { AppError, sql, UnitOfWork, type Rows, type Sql, type Unit, type UnitContext } from '../ports';
import { joinedCalls } from './joined-calls';
import { PgMessage } from './pg-message';
import { prepared } from './prepared';

/**
 * Opens the transaction and sets the context that row-level security reads, until its end. An act loads what its actor may
 * no longer read.
 */
function opening({ organ, readable = [organ], actor, act }: UnitContext): Sql[] {
  const context = sql`select set_config('sanzhi.organ', ${organ}, true), set_config('sanzhi.organs', ${readable}::text, true),
    set_config('sanzhi.actor', ${actor}, true), set_config('sanzhi.act', ${act ? 'on' : ''}, true)`;
  return [sql`begin`, context];
}

class PgUnit implements Unit {
  private begun = false;
  private readonly writes: Sql[] = [];
  private refusal: Sql[] | null = null;

  constructor(
    private readonly client: PoolClient,
    private readonly context: UnitContext,
  ) {}

  async load(...statements: Sql[]): Promise<Rows[]> {
    const first = this.opening();
    const rows = await this.send([...first, ...statements]);
    return rows.slice(first.length);
  }

  write(...statements: Sql[]): void {
    this.writes.push(...statements);
  }

  refuse(...statements: Sql[]): void {
    this.refusal = statements;
  }

  async end(): Promise<void> {
    if (this.refusal) return this.endRefused(this.refusal);
    const writes = [...this.opening(), ...joinedCalls(this.writes)];
    if (isArmed('before-commit') && this.writes.length > 0) await this.sendApart(writes.splice(0));
    await this.send([...writes, sql`commit`]);
    if (this.writes.length > 0) await failpoint('after-commit');
  }

  /** Only where a test stands before the commit: what is written and its commit then travel in two messages. */
  private async sendApart(writes: Sql[]): Promise<void> {
    await this.send(writes);
    await failpoint('before-commit');
  }

  async ask(statements: readonly Sql[]): Promise<Rows[]> {
    const first = this.opening();
    const rows = await this.send([...first, ...statements, sql`commit`]);
    return rows.slice(first.length, -1);
  }

  async undo(): Promise<void> {
    if (this.begun) await this.client.query('rollback');
  }

  private async endRefused(audit: Sql[]): Promise<void> {
    if (audit.length === 0) return this.undo();
    const undo = this.begun ? [sql`rollback`] : [];
    this.begun = true;
    try {
      await this.send([...undo, ...opening(this.context), ...audit, sql`commit`]);
    } catch (cause) {
      throw Object.assign(new AppError(503, 'audit-unavailable', '拒绝记录无法保存，请稍后重试。'), { cause });
    }
  }

  /** What opens the transaction, when nothing has been sent yet. */
  private opening(): Sql[] {
    if (this.begun) return [];
    this.begun = true;
    return opening(this.context);
  }

  private async send(statements: readonly Sql[]): Promise<Rows[]> {
    try {
      return await new Promise<Rows[]>((resolve, reject) => {
        this.client.query(new PgMessage(statements.map(prepared), (error, rows) => (error ? reject(error) : resolve(rows))));
      });
    } catch (cause) {
      // From the socket to here the stack says nothing.
      if (cause instanceof Error) Error.captureStackTrace(cause);
      throw cause;
    }
  }
}

/** Who would wait behind so many for each connection is told to come again: a crowd that waits only grows. */
const MOST_WAITING = 50;

/** The unit of work on PostgreSQL: one message opens and loads, one writes and commits. */
@Injectable()
export class PgUnitOfWork extends UnitOfWork {
  constructor(private readonly pool: Pool) {
    super();
    if (!pool.listeners('acquire').includes(tolerate)) pool.on('acquire', tolerate);
  }

  run<T>(context: UnitContext, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.withUnit(context, async (unit) => {
      const answer = await work(unit);
      await unit.end();
      return answer;
    });
  }

  ask(context: UnitContext, ...statements: Sql[]): Promise<Rows[]> {
    return this.withUnit(context, (unit) => unit.ask(statements));
  }

  private async withUnit<T>(context: UnitContext, work: (unit: PgUnit) => Promise<T>): Promise<T> {
    if (this.pool.waitingCount >= this.pool.options.max * MOST_WAITING) throw new AppError(503, 'busy', '系统繁忙，请稍后重试。');
    const client = await this.pool.connect();
    const unit = new PgUnit(client, context);
    let broken: Error | undefined;
    try {
      return await work(unit);
    } catch (cause) {
      broken = isUnheard(cause) ? cause : await undone(unit);
      throw cause;
    } finally {
      client.release(broken);
    }
  }
}

/** The server does not answer: nothing more is asked over this connection, which is closed and so undone. */
function isUnheard(cause: unknown): cause is Error {
  return cause instanceof Error && cause.message === 'Query read timeout';
}

const tolerated = new WeakSet<PoolClient>();

/**
 * A connection that the server ends between two statements tells the process, and unheard that would end it; the next
 * statement fails by itself. Heard from the moment it is handed out: its end may come in the same piece as its beginning.
 */
function tolerate(client: PoolClient): void {
  if (tolerated.has(client)) return;
  tolerated.add(client);
  client.on('error', () => undefined);
}

/** Rolls back; a connection that cannot even do that is thrown away, so no context leaks to the next user. */
async function undone(unit: PgUnit): Promise<Error | undefined> {
  try {
    await unit.undo();
    return undefined;
  } catch (cause) {
    return cause as Error;
  }
}
