import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import { failpoint, isArmed } from '../failpoints';
import { AppError, sql, Sql, UnitOfWork, type Rows, type Unit, type UnitContext } from '../ports';
import { prepared } from './prepared';

/** Lets an act load what its actor may no longer read. */
const ACT = ", set_config('sanzhi.act', 'on', true)";

/** Opens the transaction and sets the context that row-level security reads, until its end; one message. */
function opening({ organ, readable = [organ], actor, act }: UnitContext): Sql {
  const organs = `{${readable.map((code) => JSON.stringify(code)).join(',')}}`;
  const [one, all, who] = [organ, organs, actor].map((text) => pg.escapeLiteral(text));
  return new Sql(
    [`begin; select set_config('sanzhi.organ', ${one}, true), set_config('sanzhi.organs', ${all}, true), set_config('sanzhi.actor', ${who}, true)${act ? ACT : ''}`],
    [],
  );
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
    const first = this.begun ? [] : [opening(this.context)];
    this.begun = true;
    const results = await this.send([...first, ...statements]);
    return results.slice(first.length).map((result) => result.rows as Rows);
  }

  write(...statements: Sql[]): void {
    this.writes.push(...statements);
  }

  refuse(...statements: Sql[]): void {
    this.refusal = statements;
  }

  async end(): Promise<void> {
    if (this.refusal) return this.endRefused(this.refusal);
    const first = this.begun ? [] : [opening(this.context)];
    this.begun = true;
    const writes = [...first, ...this.writes];
    if (isArmed('before-commit') && this.writes.length > 0) await this.sendApart(writes.splice(0));
    await this.send([...writes, sql`commit`]);
    if (this.writes.length > 0) await failpoint('after-commit');
  }

  /** Only where a test stands before the commit: what is written and its commit then travel in two messages. */
  private async sendApart(writes: Sql[]): Promise<void> {
    await this.send(writes);
    await failpoint('before-commit');
  }

  async undo(): Promise<void> {
    if (this.begun) await this.client.query('rollback');
  }

  private async endRefused(audit: Sql[]): Promise<void> {
    if (audit.length === 0) return this.undo();
    const undo = this.begun ? [sql`rollback`] : [];
    this.begun = true;
    try {
      await this.send([...undo, opening(this.context), ...audit, sql`commit`]);
    } catch (cause) {
      throw Object.assign(new AppError(503, 'audit-unavailable', '拒绝记录无法保存，请稍后重试。'), { cause });
    }
  }

  /**
   * Sends the statements one behind the other without waiting in between (pipeline): one round trip, and the server keeps
   * their plans. After a failure the rest of the transaction fails too, and its commit rolls back.
   */
  private async send(statements: Sql[]): Promise<QueryResult[]> {
    const { stream } = (this.client as unknown as { connection: { stream: Writable } }).connection;
    stream.cork();
    const answers = statements.map((statement) => this.client.query(prepared(statement)));
    stream.uncork();
    const ends = await Promise.allSettled(answers);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    return ends.map((end) => (end as PromiseFulfilledResult<QueryResult>).value);
  }
}

/** Who would wait behind so many for each connection is told to come again: a crowd that waits only grows. */
const MOST_WAITING = 50;

/** The unit of work on PostgreSQL: one message opens and loads, one writes and commits. */
@Injectable()
export class PgUnitOfWork extends UnitOfWork {
  constructor(private readonly pool: Pool) {
    super();
  }

  async run<T>(context: UnitContext, work: (unit: Unit) => Promise<T>): Promise<T> {
    if (this.pool.waitingCount >= this.pool.options.max * MOST_WAITING) throw new AppError(503, 'busy', '系统繁忙，请稍后重试。');
    const client = await this.pool.connect();
    client.on('error', tolerate);
    const unit = new PgUnit(client, context);
    let broken: Error | undefined;
    try {
      const answer = await work(unit);
      await unit.end();
      return answer;
    } catch (cause) {
      broken = await undone(unit);
      throw cause;
    } finally {
      client.off('error', tolerate);
      client.release(broken);
    }
  }
}

/**
 * A connection that the server ends between two statements tells the process, and unheard that would end it.
 * The next statement fails by itself.
 */
function tolerate(): void {}

/** Rolls back; a connection that cannot even do that is thrown away, so no context leaks to the next user. */
async function undone(unit: PgUnit): Promise<Error | undefined> {
  try {
    await unit.undo();
    return undefined;
  } catch (cause) {
    return cause as Error;
  }
}
