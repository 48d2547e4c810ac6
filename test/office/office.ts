import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createOrgan, demoOrgan, demoPeople, ScryptPasswordHasher, type EnrolmentDraft } from '@sanzhi/identity';
import { PgUnitOfWork } from '@sanzhi/platform/database';
import { VerifyRecord, type Verified } from '@sanzhi/record';
import { freshDatabase, type FreshDatabase, type Imprint, imprintOf, Seat } from '@sanzhi/testing';
import { openTimeline, type Timeline } from '../../apps/cli/src/timeline';
import { openApi, openWorker, QUEUE_MODE } from './processes';

/** What everybody in the office signs in with. */
export const PASSWORD = 'Right-2026-right';

/** What an office is opened with. */
export interface OfficeWishes {
  clock?: 'simulated' | 'real';
  /** Where the simulated clock begins. */
  at?: string;
  /** People beside those of the demo organ. */
  people?: readonly EnrolmentDraft[];
  /** Connections of the api; default 5. */
  poolSize?: number;
  /** `none`: a test starts workers of its own, and time stands where it is set. */
  worker?: 'running' | 'none';
  /** Leads the api to its database by another way. */
  road?(url: string): string;
}

/** A whole office: database, api and worker as they run, people with their own accounts. */
export class Office {
  private readonly seats = new Map<string, Seat>();

  private constructor(
    readonly database: FreshDatabase,
    /** The owner's connections: what no process has. */
    readonly owner: pg.Pool,
    readonly api: NestFastifyApplication,
    readonly address: string,
    private readonly time: { worker: INestApplicationContext | null; line: Timeline | null },
  ) {}

  static async open(wishes: OfficeWishes = {}): Promise<Office> {
    const { clock = 'simulated', at = '2023-03-01T09:00:00+08:00', people = [] } = wishes;
    const database = await freshDatabase({ clock, queue: QUEUE_MODE === 'postgres' });
    const owner = new pg.Pool({ pipeline: true, connectionString: database.ownerUrl, max: 4 });
    owner.on('error', () => undefined);
    const [api, worker] = await Promise.all([apiOf(database, wishes), wishes.worker === 'none' ? null : openWorker(database)]);
    const line = worker && clock === 'simulated' ? await openTimeline(database.ownerUrl, worker) : null;
    const office = new Office(database, owner, api, await api.getUrl(), { worker, line });
    try {
      if (clock === 'simulated') await office.standAt(at);
      await office.addOrgan(demoOrgan.code, [...demoPeople, ...people]);
      return office;
    } catch (cause) {
      await office.close();
      throw cause;
    }
  }

  /** An organ with people who can sign in at once; parameters are those of the demo pack for the demo organ only. */
  async addOrgan(code: string, people: readonly EnrolmentDraft[]): Promise<void> {
    const means = { units: new PgUnitOfWork(this.owner), passwords: new ScryptPasswordHasher(4) };
    const organ = code === demoOrgan.code ? demoOrgan : { ...demoOrgan, code, name: `示例机关${code}` };
    await createOrgan(means, organ, people.map((one) => ({ ...one, password: PASSWORD })));
    const taken = await Promise.all(people.map(({ login }) => Seat.take(this.address, login, PASSWORD)));
    for (const seat of taken) this.seats.set(seat.login, seat);
  }

  seat(login: string): Seat {
    const seat = this.seats.get(login);
    if (!seat) throw new Error(`nobody here signs in as ${login}`);
    return seat;
  }

  person(login: string): string {
    return this.seat(login).person;
  }

  get worker(): INestApplicationContext {
    if (!this.time.worker) throw new Error('this office has no worker of its own');
    return this.time.worker;
  }

  /** Sets the simulated clock and does nothing else: workers find by themselves what is due. */
  async standAt(instant: string): Promise<void> {
    await this.owner.query('update platform.simulated_clock set instant = $1', [instant]);
  }

  /** Time passes until this instant (`+08:00` or UTC), and everything happens that falls due on the way. */
  async passTo(instant: string): Promise<void> {
    await this.line.moveTo(new Date(instant).toISOString());
  }

  /** Everything that waits happens now. */
  async settle(): Promise<void> {
    await this.line.settle();
  }

  private get line(): Timeline {
    if (!this.time.line) throw new Error('time does not pass by itself in this office');
    return this.time.line;
  }

  /** Rows as the owner sees them. */
  async rows<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.owner.query<T>(text, values)).rows;
  }

  /** What is saved, once nothing waits any more. */
  async imprint(): Promise<Imprint> {
    await this.time.line?.settle();
    return imprintOf(this.owner);
  }

  /** The verifier's word on one case, or on all of an organ. */
  verify(caseId?: string, organ = demoOrgan.code): Promise<Verified> {
    return this.api.get(VerifyRecord, { strict: false }).run({ organ, case: caseId });
  }

  async close(): Promise<void> {
    await this.time.line?.close();
    await Promise.all([this.time.worker?.close(), this.api.close()]);
    await this.owner.end();
    await this.database.drop();
  }
}

function apiOf(database: FreshDatabase, { poolSize, road = (url) => url }: OfficeWishes): Promise<NestFastifyApplication> {
  return openApi({ ...database, url: (role) => road(database.url(role)) }, poolSize);
}
