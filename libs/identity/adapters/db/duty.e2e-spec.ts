import pg from 'pg';
import { fixedForbiddenPairs } from '@sanzhi/kernel';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';

it('starts', async () => {
  const database = await freshDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query('select one, other, basis from identity.forbidden_pair');
  expect(rows).toEqual(expect.arrayContaining([...fixedForbiddenPairs]));
  await client.end();
  await database.drop();
});
