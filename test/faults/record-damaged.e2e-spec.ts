import pg from 'pg';
import { digest } from '@sanzhi/kernel';
import type { Problem } from '@sanzhi/record';
import { Dossier } from '../office/dossier';
import { SMALL } from '../office/forms';
import { Office } from '../office/office';
import { toNotified } from '../office/ordinary-road';

jest.setTimeout(90_000);

/** Entries of a case that was notified of its draft. */
const LENGTH = 6;

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

/** What only the owner can do, with the guards of the table taken away. */
async function behindTheGuards(table: string, statement: string, values: unknown[]): Promise<void> {
  const client = await office.owner.connect();
  try {
    await client.query('begin');
    await client.query(`alter table ${table} disable trigger user`);
    await client.query(statement, values);
    await client.query(`alter table ${table} enable trigger user`);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Makes a sound case, damages it by a statement whose `$1` is its id, and has it verified. */
async function damaged(
  table: string,
  statement: string,
  more: (file: Dossier) => Promise<unknown[]> = async () => [],
): Promise<{ file: Dossier; problems: Omit<Problem, 'case'>[] }> {
  const file = await Dossier.register(office);
  await toNotified(file, SMALL);
  expect(await office.verify(file.id)).toMatchObject({ ok: true, entries: LENGTH });
  await behindTheGuards(table, statement, [file.id, ...(await more(file))]);
  const { ok, problems } = await office.verify(file.id);
  expect(ok).toBe(false);
  for (const problem of problems) expect(problem.case).toBe(file.id);
  return { file, problems: problems.map(({ seq, kind }) => ({ seq, kind })) };
}

it.each([
  ['the payload of an entry, deleted', 'record.payload', 'delete from record.payload where case_id = $1 and seq = 3', [{ seq: 3, kind: 'missing' }]],
  ['the payload of an entry, altered by one character', 'record.payload', `update record.payload set body = replace(body, '有初步证据', '无初步证据') where case_id = $1`, [{ seq: 2, kind: 'altered' }]],
  ['the salt of an entry, altered', 'record.payload', `update record.payload set salt = repeat('0', 64) where case_id = $1 and seq = 4`, [{ seq: 4, kind: 'altered' }]],
  ['the header of an entry, altered', 'record.entry', `update record.entry set header = replace(header, '"action":"file-case"', '"action":"burn-case"') where case_id = $1`, [{ seq: 2, kind: 'altered' }]],
  ['who acted, as lists show it', 'record.entry', `update record.entry set actor = 'somebody' where case_id = $1 and seq = 5`, [{ seq: 5, kind: 'altered' }]],
  ['when it was done, as lists show it', 'record.entry', `update record.entry set acted_at = acted_at - interval '1 day' where case_id = $1 and seq = 6`, [{ seq: 6, kind: 'altered' }]],
  ['header and digest of an entry, altered together', 'record.entry', `update record.entry set header = header || ' ', sha256 = encode(sha256(convert_to(header || ' ', 'UTF8')), 'hex') where case_id = $1 and seq = 3`, [{ seq: 3, kind: 'altered' }, { seq: 4, kind: 'fork' }]],
])('names %s', async (_, table, statement, expected) => {
  expect((await damaged(table, statement)).problems).toEqual(expected);
});

it('U34: names the entry whose paper was edited in the database, with its digest or without', async () => {
  const edits = ["html = replace(html, '罚', '奖')", "html = html || ' ', sha256 = encode(sha256(convert_to(html || ' ', 'UTF8')), 'hex')"];
  for (const edit of edits) {
    const { problems } = await damaged('documents.document', `update documents.document set ${edit} where case_id = $1 and kind = 'penalty-notice'`);
    expect(problems).toEqual([{ seq: 5, kind: 'file' }]);
  }
  const { problems } = await damaged('documents.document', "delete from documents.document where case_id = $1 and kind = 'penalty-notice'");
  expect(problems).toEqual([{ seq: 5, kind: 'file' }]);
});

it('names two entries that changed places', async () => {
  const swap = `update record.entry o set header = t.header, sha256 = t.sha256, sm3 = t.sm3, prev_sha256 = 'swapped-' || t.prev_sha256, action = t.action
    from record.entry t where o.case_id = $1 and t.case_id = $1 and o.seq in (3, 4) and t.seq = 7 - o.seq`;
  const { problems } = await damaged('record.entry', swap);
  expect(problems).toEqual(expect.arrayContaining([{ seq: 3, kind: 'reordered' }, { seq: 4, kind: 'reordered' }]));
});

it('names an entry that is gone, and where', async () => {
  await office.rows('alter table record.payload drop constraint payload_organ_case_id_seq_fkey');
  const { problems } = await damaged('record.entry', 'delete from record.entry where case_id = $1 and seq = 3');
  expect(problems).toEqual([{ seq: 3, kind: 'missing' }]);
});

it('names a tail that was cut off, by the head that the case claims', async () => {
  const { problems } = await damaged('record.entry', `delete from record.entry where case_id = $1 and seq > ${LENGTH - 2}`);
  expect(problems).toEqual([{ seq: LENGTH, kind: 'truncated' }]);
});

it('names a fork of two sound ends, where the constraints against it were dropped', async () => {
  await office.rows('alter table record.entry drop constraint entry_organ_case_id_prev_sha256_key, drop constraint entry_pkey');
  const other = `insert into record.entry select organ, case_id, seq, prev_sha256, $2, $3, $4, action, actor, acted_at, recorded_at
    from record.entry where case_id = $1 and seq = ${LENGTH}`;
  const { file, problems } = await damaged('record.entry', other, async ({ id }) => {
    const [last] = await office.rows<{ header: string }>(`select header from record.entry where case_id = $1 and seq = ${LENGTH}`, [id]);
    const header = last.header.replace('"action":"record-statement"', '"action":"waive-hearing"');
    const { sha256, sm3 } = digest(header);
    return [sha256, sm3, header];
  });
  expect(problems).toContainEqual({ seq: LENGTH, kind: 'fork' });
  expect(await office.rows('select 1 from record.entry where case_id = $1', [file.id])).toHaveLength(LENGTH + 1);
});

it('lists every damage of the organ, and calls no sound case damaged', async () => {
  const sound = await Dossier.register(office);
  const { ok, problems, cases } = await office.verify();
  expect(ok).toBe(false);
  expect(problems.some((problem) => problem.case === sound.id)).toBe(false);
  expect(new Set(problems.map((problem) => problem.case)).size).toBe(cases - 1);
});

describe('a lawful erasure', () => {
  const erase = (file: Dossier, seq: number, under: number, confirmed: string): Promise<unknown> => {
    const statement = `select record.erase($1, $2, $3, 'asker', $4, '个人信息保护法第四十七条')`;
    return asApi(statement, [file.id, seq, under, confirmed]);
  };

  /** As the api does it: its own role, in its organ. */
  async function asApi(statement: string, values: unknown[]): Promise<unknown> {
    const client = new pg.Client({ connectionString: office.database.url('sanzhi_api') });
    await client.connect();
    try {
      await client.query(`select set_config('sanzhi.organ', 'DEMO-DISTRICT', false), set_config('sanzhi.organs', '{DEMO-DISTRICT}', false)`);
      return (await client.query(statement, values)).rows;
    } finally {
      await client.end();
    }
  }

  it('is listed, leaves the record sound, and takes text and salt away for good', async () => {
    const file = await Dossier.register(office);
    await toNotified(file, SMALL);
    await erase(file, 1, 4, 'confirmer');
    expect(await office.verify(file.id)).toEqual({ ok: true, entries: LENGTH, cases: 1, problems: [{ case: file.id, seq: 1, kind: 'erased' }] });
    expect((await file.record())[0].payload).toBeNull();
    expect(await office.rows('select 1 from record.payload where case_id = $1 and seq = 1', [file.id])).toEqual([]);
  });

  it('takes two persons, a later entry that orders it, and something to erase', async () => {
    const file = await Dossier.register(office);
    await toNotified(file, SMALL);
    await expect(erase(file, 1, 4, 'asker')).rejects.toMatchObject({ code: '23514' });
    await expect(erase(file, 4, 1, 'confirmer')).rejects.toMatchObject({ code: '23503' });
    await expect(erase(file, 4, 99, 'confirmer')).rejects.toMatchObject({ code: '23503' });
    await erase(file, 1, 4, 'confirmer');
    await expect(erase(file, 1, 5, 'confirmer')).rejects.toMatchObject({ code: '23505' });
    expect((await office.verify(file.id)).problems).toEqual([{ case: file.id, seq: 1, kind: 'erased' }]);
  });
});
