import pg from 'pg';
import { PgUnitOfWork, type LoginRole } from '@sanzhi/platform/database';
import { createOrgan, ScryptPasswordHasher, type Enrolled, type EnrolmentDraft } from '@sanzhi/identity';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';

/** Cheap enough for many accounts. */
export const cheapHasher = new ScryptPasswordHasher(4);
export const PASSWORD = 'Right-2026-right';

export const handler = (login: string, serial: string): EnrolmentDraft => ({
  login,
  kind: 'person',
  name: `人员${login}`,
  posts: ['handler'],
  certificateNumber: serial,
  certificateFrom: '2020-01-01',
  certificateUntil: '2035-12-31',
  password: PASSWORD,
});

/** Two organs with a handler each, in a database of their own, and a pool for each role that asks. */
export class House {
  private readonly pools: pg.Pool[] = [];
  readonly owner: pg.Pool;
  readonly units: PgUnitOfWork;
  east!: Enrolled[];
  west!: Enrolled[];

  private constructor(private readonly database: FreshDatabase) {
    this.owner = this.poolOf(database.ownerUrl);
    this.units = new PgUnitOfWork(this.owner);
  }

  static async open(): Promise<House> {
    const house = new House(await freshDatabase());
    house.east = await house.organ('EAST', [handler('east1', 'E-1'), handler('east2', 'E-2')]);
    house.west = await house.organ('WEST', [handler('west1', 'W-1')]);
    return house;
  }

  organ(code: string, people: EnrolmentDraft[]): Promise<Enrolled[]> {
    const organ = { code, name: `机关${code}`, region: '120104', level: 'district' as const, validFrom: '2019-01-01' };
    return createOrgan({ units: this.units, passwords: cheapHasher }, organ, people);
  }

  url(role: LoginRole): string {
    return this.database.url(role);
  }

  pool(role: LoginRole): pg.Pool {
    return this.poolOf(this.database.url(role));
  }

  async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.end()));
    await this.database.drop();
  }

  private poolOf(connectionString: string): pg.Pool {
    const pool = new pg.Pool({ pipeline: true, connectionString, max: 8 });
    this.pools.push(pool);
    return pool;
  }
}

/** What a query is refused with: SQLSTATE and message. */
export async function refusal(query: Promise<unknown>): Promise<{ code: string; message: string }> {
  const thrown: unknown = await query.then(() => null, (cause: unknown) => cause);
  if (!(thrown instanceof pg.DatabaseError)) throw new Error(`not refused by the database: ${String(thrown)}`);
  return { code: thrown.code ?? '', message: thrown.message };
}
