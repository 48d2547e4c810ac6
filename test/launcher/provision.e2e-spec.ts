import pg from 'pg';
import { KEEPER_ROLE, LOGIN_ROLES, provision, roleUrl, withDatabase } from '@sanzhi/platform/database';
import { type Started, endAll, standIn, start } from './process';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

// On a server of its own: roles belong to the whole server, and other test files work on the shared one.
describe('provisioning by an owner that is', () => {
  let server: Started;
  let superuser: string;

  beforeEach(async () => {
    server = start(standIn('server'), [], {});
    superuser = (await server.line('URL')).slice('URL '.length);
  });

  afterEach(async () => {
    server.child.stdin?.end();
    expect(await server.ended).toBe(0);
    await endAll();
  });

  async function limitedOwner(): Promise<string> {
    await ask(superuser, `create role office login createrole createdb password 'p:a/s%s'`);
    const url = new URL(withDatabase(superuser, 'office'));
    url.username = 'office';
    url.password = encodeURIComponent('p:a/s%s');
    return url.href;
  }

  it.each([['a superuser', () => withDatabase(superuser, 'office')], ['no superuser', limitedOwner]])('%s makes roles and both databases', async (_kind, ownerOf) => {
    const owner = await ownerOf();
    await provision(owner);
    for (const role of LOGIN_ROLES) {
      const [row] = await ask(roleUrl(owner, role), 'select current_user::text as me, current_database()::text as place');
      expect(row).toEqual({ me: role, place: role === 'sanzhi_queue' ? 'office_queue' : 'office' });
    }
    await ask(owner, `create schema act; grant create, usage on schema act to ${KEEPER_ROLE};
      create function act.one() returns int language sql security definer as 'select 1'; alter function act.one() owner to ${KEEPER_ROLE}`);
    expect(await ask(roleUrl(owner, 'sanzhi_queue'), 'create schema bullmq')).toEqual([]);
  });

  it('of two databases on one server makes both at once', async () => {
    const office = await limitedOwner();
    await Promise.all([provision(office), provision(withDatabase(office, 'annex'))]);
    await expect(ask(roleUrl(withDatabase(office, 'annex'), 'sanzhi_api'), 'select 1')).resolves.toHaveLength(1);
    await expect(ask(roleUrl(office, 'sanzhi_worker'), 'select 1')).resolves.toHaveLength(1);
  });

  it('not the creator of the roles is told so', async () => {
    await provision(withDatabase(superuser, 'first'));
    await expect(provision(await limitedOwner())).rejects.toThrow('CREATEROLE');
  });

  it('careless, and gave a role a privilege, is refused', async () => {
    const owner = withDatabase(superuser, 'office');
    await provision(owner);
    await ask(superuser, 'alter role sanzhi_portal bypassrls');
    await expect(provision(owner)).rejects.toThrow('数据库角色 sanzhi_portal 带有特权');
  });

  it('without a password is refused before anything is done', async () => {
    const owner = new URL(withDatabase(superuser, 'office'));
    owner.password = '';
    expect(() => roleUrl(owner.href, 'sanzhi_api')).toThrow('DATABASE_URL 必须写明用户和密码');
  });
});
