import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { AppError } from '@sanzhi/platform/ports';
import { DatabaseModule } from '@sanzhi/platform/database';
import {
  AddOfficer, Bearers, demoOrgan, demoOrgans, IdentityModule, OfficerRegister, PasswordHasher, principalOf,
  ScryptPasswordHasher, seedDemoOrgan, type DemoAccount, type OfficerDraft,
} from '@sanzhi/identity';
import { SignIn } from '../../libs/identity/app/sign-in';
import { cheapHasher, House, PASSWORD } from './house';

let house: House;
let app: TestingModule;

beforeAll(async () => {
  house = await House.open();
  const database = DatabaseModule.forRoot({ url: house.url('sanzhi_api'), poolSize: 4, applicationName: 'people' });
  app = await Test.createTestingModule({ imports: [database, IdentityModule] })
    .overrideProvider(PasswordHasher)
    .useValue(cheapHasher)
    .compile();
});

afterAll(async () => {
  await app.close();
  await house.close();
});

describe('the register of officers', () => {
  const context = { organ: 'EAST', readable: ['EAST'], actor: 'security' };
  const draft: OfficerDraft = {
    name: '新人',
    certificateNumber: 'E-9',
    certificateFrom: '2024-01-01',
    certificateUntil: '2028-12-31',
    legalQualification: true,
    posts: ['handler', 'voter'],
    validFrom: '2024-01-01',
    login: 'New1',
    password: PASSWORD,
  };
  const pointersOf = async (attempt: Promise<string>): Promise<string[]> => {
    const thrown: unknown = await attempt.then(() => null, (cause: unknown) => cause);
    if (!(thrown instanceof AppError)) throw new Error(`no AppError: ${String(thrown)}`);
    return thrown.errors.map((fault) => fault.pointer);
  };

  it('takes an officer with an account that can sign in at once', async () => {
    const id = await app.get(AddOfficer).run(context, draft);
    const register = await app.get(OfficerRegister).list(context, { limit: 10 });
    const entered = { ...draft, id, validTo: null, reviewsSince: null, body: null, login: undefined, password: undefined };
    expect(register.find((officer) => officer.id === id)).toEqual(entered);
    expect(await app.get(SignIn).run({ login: 'new1', password: PASSWORD, address: 'here' })).toMatch(/^[\w-]{43}$/);
  });

  it('says what is taken already, and then leaves nothing behind', async () => {
    const add = app.get(AddOfficer);
    expect(await pointersOf(add.run(context, { ...draft, certificateNumber: 'E-10', login: 'west1' }))).toEqual(['/login']);
    expect(await pointersOf(add.run(context, { ...draft, login: 'new2' }))).toEqual(['/certificateNumber']);
    expect(await app.get(OfficerRegister).list(context, { limit: 10 })).toHaveLength(3);
  });

  it('says all that is wrong at once', async () => {
    const wrong = { ...draft, password: 'new1', posts: ['handler', 'importer', 'king'], certificateUntil: null };
    expect(await pointersOf(app.get(AddOfficer).run(context, wrong))).toEqual([
      '/password', '/password', '/password', '/posts', '/posts', '/certificateNumber',
    ]);
    const reversed = { ...draft, certificateUntil: '2023-12-31' };
    expect(await pointersOf(app.get(AddOfficer).run(context, reversed))).toEqual(['/certificateUntil']);
  });
});

describe('the demo organ', () => {
  let folder: string;
  const everybody = demoOrgans.flatMap(({ people }) => people);
  const seed = (): Promise<string> => seedDemoOrgan({ units: house.units, passwords: cheapHasher }, folder);
  const read = (file: string): DemoAccount[] => JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
  const signIn = (line: DemoAccount): Promise<string> => app.get(SignIn).run({ login: line.login, password: line.password, address: 'here' });

  beforeAll(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'sanzhi-demo-')), 'not-there-yet');
  });

  afterAll(() => rmSync(path.dirname(folder), { recursive: true }));

  it('has an account for every duty, whose passwords stand in a file for the owner alone', async () => {
    const file = await seed();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const lines = read(file);
    expect(lines).toHaveLength(everybody.length);
    expect(lines[0]).toEqual({ login: 'handler1', password: expect.stringMatching(/^[\w-]{16}$/), totpSecret: null, duty: 'handler', organ: demoOrgan.code });
    expect(new Set(lines.map((line) => line.password)).size).toBe(lines.length);
    await Promise.all(lines.map(signIn));
  });

  it('stays as it is when it is seeded again, and gets new passwords when the file is lost', async () => {
    const before = read(await seed());
    expect(read(await seed())).toEqual(before);
    rmSync(path.join(folder, 'demo-accounts.json'));
    const after = read(await seed());
    expect(after[0].password).not.toBe(before[0].password);
    await signIn(after[0]);
    await expect(signIn(before[0])).rejects.toThrow('不正确');
    const { rows } = await house.owner.query('select count(*)::int as officers from identity.officer where organ = $1', [demoOrgan.code]);
    expect(rows).toEqual([{ officers: 40 }]);
    const bodies = await house.owner.query("select distinct o.body, e.instrument from identity.officer o join identity.entrustment e on e.organ = o.organ and e.body = o.body");
    expect(bodies.rows).toEqual([{ body: 'DEMO-TEAM', instrument: '示范委托〔2019〕1号' }]);
  });

  it('has a command line that is nobody in any case', async () => {
    const bearers = app.get(Bearers);
    const bearer = await bearers.commandLineOf(demoOrgan.code);
    if (!bearer) throw new Error('no command line');
    expect(bearer).toEqual(await bearers.named('cli'));
    const principal = principalOf(bearer);
    expect(principal).toMatchObject({ organ: demoOrgan.code, readable: [demoOrgan.code, 'DEMO-TEAM'], roles: ['importer', 'reporter'] });
    expect(principal.actor).toEqual({ person: bearer.account, organ: demoOrgan.code, name: 'cli', posts: ['importer', 'reporter'] });
    expect(await bearers.named('nobody')).toBeNull();
    expect(await bearers.commandLineOf('EAST')).toBeNull();
  });
});

describe('who reads what', () => {
  it('an organ reads the rows of the bodies it entrusted, not those of the organs below it', async () => {
    const below = { region: '120104', level: 'district', parentCode: 'EAST' };
    for (const organ of [{ ...below, code: 'TEAM', kind: 'entrusted' }, { ...below, code: 'COUNTY', kind: 'authority' }, { ...below, code: 'PAST', kind: 'entrusted', validTo: '2020-12-31' }]) {
      await house.owner.query('select identity.put_organ($1)', [{ ...organ, name: organ.code }]);
    }
    expect((await app.get(Bearers).named('east1'))?.readable).toEqual(['EAST', 'TEAM']);
  });
});

describe('an unknown login', () => {
  const ROUNDS = 25;
  const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

  it('takes as long as a wrong password, and as the right one of a locked account', async () => {
    await house.owner.query("update identity.account set locked_until = clock_timestamp() + interval '1 hour' where login = 'east2'");
    const signIn = app.get(SignIn);
    const millisOf = async (login: string, password = 'wrong'): Promise<number> => {
      const began = performance.now();
      await expect(signIn.run({ login, password, address: 'here' })).rejects.toMatchObject({ code: 'sign-in-failed' });
      return performance.now() - began;
    };
    const [known, unknown, locked]: number[][] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      known.push(await millisOf('west1'));
      unknown.push(await millisOf('nobody'));
      locked.push(await millisOf('east2', PASSWORD));
    }
    // The hash is nearly free here, so what is compared is everything around it.
    const bound = 2 + median(known) / 2;
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(bound);
    expect(Math.abs(median(known) - median(locked))).toBeLessThan(bound);
  });

  it('is hashed against for as long as a known one', async () => {
    const hasher = new ScryptPasswordHasher(14);
    const stored = await hasher.hash(PASSWORD);
    await hasher.verify('wrong', null);
    const millisOf = async (against: string | null): Promise<number> => {
      const began = performance.now();
      await hasher.verify('wrong', against);
      return performance.now() - began;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      known.push(await millisOf(stored));
      unknown.push(await millisOf(null));
    }
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });
});
