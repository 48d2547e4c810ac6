import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { brokenPair, fixedForbiddenPairs, RECUSED } from '@sanzhi/kernel';
import { configDir } from '@sanzhi/platform/config';
import { PgUnitOfWork } from '@sanzhi/platform/database';
import { sql, type Unit } from '@sanzhi/platform/ports';
import { identitySlice, takeDuties, YamlPolicyBook, type DutyTaken } from '@sanzhi/identity';
import { House, refusal } from './house';

const FORBIDDEN = '23514';
const NOT_ALLOWED = '42501';
const context = { organ: 'EAST', actor: 'test' };

let house: House;
let api: pg.Pool;
let units: PgUnitOfWork;

beforeAll(async () => {
  house = await House.open();
  api = house.pool('sanzhi_api');
  units = new PgUnitOfWork(api);
});

afterAll(() => house.close());

const take = (caseId: string, ...duties: DutyTaken[]): Promise<void> =>
  units.run(context, async (unit) => unit.write(takeDuties('EAST', caseId, duties)));

describe('the matrix of forbidden pairs', () => {
  it('is the same in the database as in the kernel', async () => {
    const { rows } = await house.owner.query('select one, other, basis from identity.forbidden_pair order by one, other');
    const kernel = [...fixedForbiddenPairs].sort((a, b) => (`${a.one}/${a.other}` < `${b.one}/${b.other}` ? -1 : 1));
    expect(rows).toEqual(kernel);
  });

  const duties = new YamlPolicyBook(configDir()).posts.duties.map((post) => post.id);
  const pairs = duties.flatMap((first) => duties.filter((second) => second !== first).map((second) => ({ first, second })));

  it('refuses in the database exactly what it refuses in code, in either order', async () => {
    const refused: string[] = [];
    for (const { first, second } of pairs) {
      const caseId = randomUUID();
      await take(caseId, { person: 'p', duty: first });
      const answer = await take(caseId, { person: 'p', duty: second }).then(() => null, (cause: pg.DatabaseError) => cause);
      const pair = brokenPair('p', second, [{ person: 'p', duty: first }]);
      expect([first, second, answer?.code]).toEqual([first, second, pair ? FORBIDDEN : undefined]);
      if (pair) expect(answer?.message).toContain(`${pair.one}/${pair.other}`);
      if (pair) refused.push(`${first}/${second}`);
    }
    expect(refused).toHaveLength(2 * fixedForbiddenPairs.length);
  });

  it('refuses both halves in one statement', async () => {
    const both = take(randomUUID(), { person: 'p', duty: 'handler' }, { person: 'p', duty: 'reviewer' });
    expect(await refusal(both)).toEqual({ code: FORBIDDEN, message: expect.stringContaining('handler/reviewer') });
  });

  it('gives two persons, and two cases, the two halves', async () => {
    const caseId = randomUUID();
    await take(caseId, { person: 'p', duty: 'handler' }, { person: 'q', duty: 'reviewer' });
    await expect(take(randomUUID(), { person: 'p', duty: 'reviewer' })).resolves.toBeUndefined();
  });

  it('gives a recused person nothing more, and recuses who holds a duty', async () => {
    const caseId = randomUUID();
    await take(caseId, { person: 'p', duty: 'handler' });
    await take(caseId, { person: 'p', duty: RECUSED });
    const again = take(caseId, { person: 'p', duty: 'recorder' });
    expect(await refusal(again)).toEqual({ code: FORBIDDEN, message: expect.stringContaining('recused/recorder') });
  });

  it('holds where the writer may not even read his own rows', async () => {
    const caseId = randomUUID();
    await take(caseId, { person: 'p', duty: 'handler' });
    const insertion = sql`insert into identity.duty (organ, case_id, person, duty) values ('EAST', ${caseId}, 'p', 'reviewer')`;
    const blind = units.run({ ...context, readable: ['WEST'] }, async (unit) => unit.write(insertion));
    expect(await refusal(blind)).toEqual({ code: FORBIDDEN, message: expect.stringContaining('handler/reviewer') });
  });

  it('lets one of two transactions win that each add one half before either has ended', async () => {
    const caseId = randomUUID();
    const [one, other] = await Promise.all([api.connect(), api.connect()]);
    const begin = `begin; select set_config('sanzhi.organ', 'EAST', true), set_config('sanzhi.organs', '{EAST}', true)`;
    const add = (client: pg.PoolClient, duty: string): Promise<unknown> =>
      client.query(`select identity.take_duties('EAST', $1, $2)`, [caseId, JSON.stringify([{ person: 'p', duty }])]);
    await Promise.all([one.query(begin), other.query(begin)]);
    await add(one, 'handler');
    const second = refusal(add(other, 'reviewer'));
    const waiting = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 200, 'waiting'))]);
    expect(waiting).toBe('waiting');
    await one.query('commit');
    expect(await second).toEqual({ code: FORBIDDEN, message: expect.stringContaining('handler/reviewer') });
    await other.query('rollback');
    one.release();
    other.release();
  });

  it('lets exactly one of the two halves stand in each of 50 races', async () => {
    const races = Array.from({ length: 50 }, async () => {
      const caseId = randomUUID();
      const halves = ['handler', 'voter'].map((duty) => take(caseId, { person: 'p', duty }));
      const settled = await Promise.allSettled(halves);
      return settled.filter((half) => half.status === 'fulfilled').length;
    });
    expect(await Promise.all(races)).toEqual(Array.from({ length: 50 }, () => 1));
  });
});

describe('the duties of a case', () => {
  it('are added once, and never changed or taken back', async () => {
    const caseId = randomUUID();
    await take(caseId, { person: 'p', duty: 'handler', seq: 1 });
    await take(caseId, { person: 'p', duty: 'handler', seq: 5 }, { person: 'q', duty: 'handler', seq: 5 });
    const { rows } = await house.owner.query('select person, seq from identity.duty where case_id = $1 order by person', [caseId]);
    expect(rows).toEqual([{ person: 'p', seq: 1 }, { person: 'q', seq: 5 }]);
  });

  it.each(['sanzhi_api', 'sanzhi_worker'] as const)('cannot be changed by %s', async (role) => {
    const pool = house.pool(role);
    const update = pool.query(`update identity.duty set duty = 'reviewer'`);
    expect((await refusal(update)).code).toBe(NOT_ALLOWED);
    expect((await refusal(pool.query('delete from identity.duty'))).code).toBe(NOT_ALLOWED);
    expect((await refusal(pool.query('truncate identity.duty'))).code).toBe(NOT_ALLOWED);
  });

  it('cannot even be changed by the owner', async () => {
    await take(randomUUID(), { person: 'p', duty: 'handler' });
    const update = house.owner.query(`update identity.duty set duty = 'reviewer'`);
    expect((await refusal(update)).message).toContain('never changed');
  });

  it('come with the officers who hold one or are named', async () => {
    const caseId = randomUUID();
    const [first, second] = house.east.map((enrolled) => enrolled.officer as string);
    await take(caseId, { person: first, duty: 'handler' });
    const read = (unit: Unit): Promise<Record<string, unknown>[][]> =>
      unit.load(identitySlice('EAST', caseId), identitySlice('EAST', caseId, [second, 'system']));
    const [[held], [named]] = await units.run(context, read);
    const officer = (id: string, serial: string): object => ({
      id,
      name: `人员east${serial}`,
      certificateNumber: `E-${serial}`,
      certificateFrom: '2020-01-01',
      certificateUntil: '2035-12-31',
      legalQualification: false,
      reviewsSince: null,
      body: null,
      inService: true,
      posts: ['handler'],
    });
    expect(held.identity).toEqual({ duties: [{ person: first, duty: 'handler' }], officers: [officer(first, '1')], entrustments: [] });
    expect((named.identity as { officers: object[] }).officers).toEqual(expect.arrayContaining([officer(first, '1'), officer(second, '2')]));
  });
});
