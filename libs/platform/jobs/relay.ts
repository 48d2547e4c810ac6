import { Injectable, Logger } from '@nestjs/common';
import { failpoint } from '../failpoints';
import { type Consumer, type Pending, type Sql, type Unit, type UnitContext, UnitOfWork } from '../ports';
import { ConsumerRegistry } from './consumer-registry';
import { dropRows, lagByTopic, rowsLeft, setBackRows, type TakenRow, takeRows, type WaitingGroup, waitingGroups } from './relay-sql';
import { pause } from './timers';

/** How far a drain goes. */
export interface DrainOptions {
  /** Ends it after the transactions in hand. */
  stop?: AbortSignal;
  /** Groups worked on at once; 1 keeps the order of work the same from run to run. */
  lanes?: number;
  /** Also waits so long for rows that pause after a failure or that another relay holds. */
  patienceMs?: number;
}

/** What waits in the outbox, for health: by topic, and the topics that nobody here consumes. */
export interface RelayLag {
  topics: { topic: string; waiting: number; failing: number; oldestSeconds: number }[];
  unknown: string[];
}

/** The relay reads rows of all organs by its role's own policy; it writes as no organ until it has chosen one. */
const NO_ORGAN: UnitContext = { organ: '', readable: [], actor: 'system' };
/** Rows a group may have before the next group has its turn. */
const TURN_ROWS = 64;
const LOOK_AGAIN_MS = 25;

/**
 * Hands what was committed to the outbox on to its consumers. A row is deleted, noted in the inbox and consumed in one
 * transaction: after a crash it is there again, and with the commit it is gone. Any number of relays may run at once.
 */
@Injectable()
export class Relay {
  private readonly logger = new Logger('relay');
  private readonly strangers = new Set<string>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consumers: ConsumerRegistry,
  ) {}

  /**
   * Works until no row may be taken any more, and returns how many were consumed. Groups take turns, so that neither a
   * topic nor an organ waits for another to end. Throws only what hinders every row, as a database that is away.
   */
  async drain({ stop, lanes = 1, patienceMs = 0 }: DrainOptions = {}): Promise<number> {
    const patientUntil = Date.now() + patienceMs;
    let consumed = 0;
    while (!stop?.aborted) {
      const { moved, done } = await this.round(lanes, stop);
      consumed += done;
      if (moved > 0) continue;
      if (Date.now() >= patientUntil || (await this.rowsLeft()) === 0) break;
      await pause(LOOK_AGAIN_MS, stop);
    }
    return consumed;
  }

  async lag(): Promise<RelayLag> {
    const topics = (await this.read(lagByTopic())) as unknown as RelayLag['topics'];
    return { topics, unknown: topics.map((row) => row.topic).filter((topic) => !this.consumers.of(topic)) };
  }

  /** One turn for every group that waits; the first group differs, so that relays side by side spread out. */
  private async round(lanes: number, stop?: AbortSignal): Promise<{ moved: number; done: number }> {
    const waiting = turned((await this.read(waitingGroups())) as unknown as WaitingGroup[]);
    const groups = waiting.flatMap((group) => Array.from({ length: this.isSideBySide(group) ? lanes : 1 }, () => group));
    const sum = { moved: 0, done: 0 };
    const lane = async (): Promise<void> => {
      for (let group = groups.pop(); group && !stop?.aborted; group = groups.pop()) {
        const turn = await this.turn(group, stop);
        sum.moved += turn.moved;
        sum.done += turn.done;
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return sum;
  }

  private isSideBySide({ topic, retry }: WaitingGroup): boolean {
    return !retry && this.consumers.of(topic)?.sideBySide === true;
  }

  private async turn(group: WaitingGroup, stop?: AbortSignal): Promise<{ moved: number; done: number }> {
    const consumer = this.consumers.of(group.topic);
    const sum = { moved: 0, done: 0 };
    if (!consumer) {
      this.noteStranger(group.topic);
      return sum;
    }
    const most = group.retry ? 1 : consumer.batch;
    for (let rows = most; rows === most && sum.moved < TURN_ROWS && !stop?.aborted; ) {
      const batch = await this.batch(group, consumer, most);
      rows = batch.rows;
      sum.moved += rows;
      if (batch.failed) break;
      sum.done += rows;
    }
    return sum;
  }

  private async batch(group: WaitingGroup, consumer: Consumer, most: number): Promise<{ rows: number; failed: boolean }> {
    let taken: TakenRow[] = [];
    try {
      await this.unitOfWork.run({ organ: group.organ, actor: 'system' }, async (unit) => {
        const [rows] = await unit.load(takeRows(group, { most, alone: consumer.batch > 1 && !consumer.sideBySide }));
        taken = rows as unknown as TakenRow[];
        const fresh = onePerKey(taken);
        if (fresh.length) await consumer.consume(fresh.map(pendingOf), new ConsumerUnit(unit, taken));
        if (fresh.length) await failpoint('after-handler-effect');
      });
      return { rows: taken.length, failed: false };
    } catch (cause) {
      if (taken.length === 0) throw cause;
      await this.setBack(group, taken, cause);
      return { rows: taken.length, failed: true };
    }
  }

  private async setBack(group: WaitingGroup, taken: TakenRow[], cause: unknown): Promise<void> {
    const error = faultName(cause);
    this.logger.warn(`${group.topic} of ${group.organ}: ${taken.length} row(s) from ${taken[0].id} on set back, ${error}`);
    await this.unitOfWork.run({ organ: group.organ, actor: 'system' }, async (unit) => unit.write(setBackRows(taken, error)));
  }

  /** A row for nobody is kept: perhaps its consumer comes with the next version. Said once, shown in the lag. */
  private noteStranger(topic: string): void {
    if (this.strangers.has(topic)) return;
    this.strangers.add(topic);
    this.logger.error(`the outbox holds rows of the topic ${topic}, which has no consumer here; they are left`);
  }

  private async rowsLeft(): Promise<number> {
    const [row] = await this.read(rowsLeft(this.consumers.topics()));
    return Number(row.rows);
  }

  private read(statement: Sql): Promise<Record<string, unknown>[]> {
    return this.unitOfWork.run(NO_ORGAN, async (unit) => (await unit.load(statement))[0]);
  }
}

/**
 * The unit as a consumer sees it. A refusal undoes everything, the taking of the rows too: here it takes them away
 * again with its audit row. It would undo the others of a batch, so there it is a failure, and they come one by one.
 */
class ConsumerUnit implements Unit {
  constructor(
    private readonly unit: Unit,
    private readonly taken: readonly TakenRow[],
  ) {}

  load(...statements: Sql[]): ReturnType<Unit['load']> {
    return this.unit.load(...statements);
  }

  write(...statements: Sql[]): void {
    this.unit.write(...statements);
  }

  refuse(...statements: Sql[]): void {
    if (this.taken.length > 1) throw new RefusalInBatch('a refusal in a batch: its rows are taken one by one');
    this.unit.refuse(...statements, dropRows(this.taken));
  }
}

class RefusalInBatch extends Error {
  override readonly name = 'RefusalInBatch';
}

function turned<T>(items: T[]): T[] {
  const first = Math.floor(Math.random() * items.length);
  return [...items.slice(first), ...items.slice(0, first)];
}

/** Same key twice is the same thing, within a batch too. */
function onePerKey(rows: readonly TakenRow[]): TakenRow[] {
  const fresh = rows.filter((row) => row.fresh);
  return fresh.filter((row, index) => fresh.findIndex((other) => other.key === row.key) === index);
}

const pendingOf = ({ id, organ, topic, key, payload }: TakenRow): Pending => ({ id, organ, topic, key, payload });

/** Class and code of an error; never its message, which may quote what a person wrote. */
function faultName(cause: unknown): string {
  const { name, code } = cause instanceof Error ? (cause as Error & { code?: unknown }) : { name: typeof cause, code: '' };
  const kind = cause instanceof Error && name === 'error' ? cause.constructor.name : name;
  return `${kind} ${typeof code === 'string' ? code : ''}`.replace(/[^\w -]/g, '').trim().slice(0, 80);
}
