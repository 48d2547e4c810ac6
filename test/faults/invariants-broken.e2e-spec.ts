import { checkInvariants } from '../../apps/cli/src/invariants/check';
import type { Operation } from '../../apps/cli/src/invariants/history';
import { INVARIANTS, type InvariantId } from '../../apps/cli/src/invariants/invariant';
import { Dossier } from '../office/dossier';
import { clueForm, DOCTOR, LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps, toCleared } from '../office/ordinary-road';
import { expectInvariants } from './invariants';

jest.setTimeout(120_000);

let office: Office;
let file: Dossier;
let history: Operation[];

/** A penalty on a person, through review and discussion to its publication and a correction; and a case that is late. */
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
  file = await Dossier.register(office, clueForm([office.seat('handler1'), office.seat('handler2')], DOCTOR));
  await toCleared(file, LARGE);
  await steps.file(await Dossier.register(office));
  await office.passTo('2023-07-20T09:00:00+08:00');
  await file.act('handler1', 'request-correction', { seq: 1, fact: 'party.phone', value: '13812345679', reason: '登记有误' });
  await file.act('head1', 'approve-correction', { opinion: '同意。' });
  await steps.pay(file, LARGE);
  await steps.close(file);
  await office.settle();
  // An owner that is no superuser cannot switch a foreign key off.
  await office.rows('alter table record.payload drop constraint payload_organ_case_id_seq_fkey');
  const entries = await office.rows<{ seq: number; action: string; digest: string }>(
    `select seq, action, sha256 as digest from record.entry where case_id = $1 and actor <> 'system' order by seq`, [file.id]);
  history = entries.map((entry) => ({ ...entry, op: `op-${entry.seq}`, organ: 'DEMO-DISTRICT', case: file.id, became: 'ok' }));
});
afterAll(() => office.close());

it('hold in an office where everything went well, and each of them was asked of something', async () => {
  await expectInvariants(office.api, { operations: history, looked: Object.keys(INVARIANTS) as InvariantId[] });
});

/** What only the owner can do, with every guard of the table taken away; undone afterwards. */
async function found(table: string, statement: string): Promise<string[]> {
  await office.rows(`create table public.kept as table ${table}`);
  await office.rows(`alter table ${table} disable trigger user`);
  try {
    await office.rows(statement);
    const { ok, problems } = await checkInvariants(office.api, history);
    expect(ok).toBe(false);
    return [...new Set(problems.map(({ invariant, kind }) => `${invariant} ${kind}`))].sort();
  } finally {
    await office.rows(`delete from ${table}`);
    const columns = await writable(table);
    await office.rows(`insert into ${table} (${columns}) overriding system value select ${columns} from public.kept`);
    await office.rows(`alter table ${table} enable trigger user`);
    await office.rows('drop table public.kept');
    expect((await checkInvariants(office.api, history)).problems).toEqual([]);
  }
}

/** Columns that take a value: those that are worked out from others do not. */
async function writable(table: string): Promise<string> {
  const [{ columns }] = await office.rows<{ columns: string }>(`select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [table]);
  return columns;
}

const ours = 'organ, case_id';
const sha256Of = (column: string): string => `encode(sha256(convert_to(${column}, 'UTF8')), 'hex')`;

it.each<[string, string, string, string[]]>([
  ['an acknowledged entry is gone', 'record.entry', 'delete from record.entry where case_id = $case and seq = 1', ['I1 acknowledged-and-lost', 'I2 missing', 'I8 not-in-state']],
  ['an entry is there that nobody was told of', 'record.entry', `insert into record.entry select ${ours}, seq + 1, sha256, 'x', sm3, header, action, actor, acted_at, recorded_at
    from record.entry where case_id = $case and action = 'close-case'`, ['I1 nobody-was-told', 'I2 fork', 'I7 version']],
  ['an entry has another header', 'record.entry', `update record.entry set header = replace(header, '"seq":3', '"seq":4') where case_id = $case and seq = 3`, ['I2 altered']],
  ['an entry was recorded before the one before it', 'record.entry', `update record.entry set recorded_at = recorded_at - interval '1 year' where case_id = $case and seq = 3`, ['I10 recorded-before-the-last', 'I2 altered']],
  ['a payload is gone without an order', 'record.payload', 'delete from record.payload where case_id = $case and seq = 3', ['I2 missing']],
  ['a public item has other bytes', 'pub.item', `update pub.item set html = html || ' '`, ['I4 other-bytes']],
  ['a public item shows an identity number', 'pub.item', `update pub.item set html = html || '<!-- 11010519491231002X -->', sha256 = ${sha256Of(`html || '<!-- 11010519491231002X -->'`)}`, ['I4 no-passed-report', 'I4 personal-data']],
  ['a report is not clean', 'disclosure.item', `update disclosure.item set report = report || '{"clean": false}'`, ['I4 no-passed-report']],
  ['an item goes back and stays shown', 'disclosure.item', `update disclosure.item set state = 'cleared', published_at = null`, ['I3 shown-without-item']],
  ['an item says that it is shown', 'pub.item', 'delete from pub.item', ['I3 item-not-shown']],
  ['it was published twice', 'disclosure.event', `insert into disclosure.event (organ, item_id, kind, actor) select organ, item_id, kind, actor from disclosure.event where kind = 'published'`, ['I3 published-twice']],
  ['one person decided the scope and cleared it', 'disclosure.item', 'update disclosure.item set cleared_by = scoped_by', ['I8 one-person']],
  ['a handler also reviewed', 'identity.duty', `insert into identity.duty (${ours}, person, duty) select ${ours}, person, 'reviewer' from identity.duty where case_id = $case and duty = 'handler' limit 1`, ['I8 one-person']],
  ['a paper has other bytes', 'documents.document', `update documents.document set html = html || ' ' where kind = 'penalty-notice'`, ['I6 altered']],
  ['a paper is gone', 'documents.document', `delete from documents.document where kind = 'penalty-decision'`, ['I6 fact-without-row', 'I6 missing']],
  ['a paper is too many', 'documents.document', `insert into documents.document select organ, gen_random_uuid(), case_id, kind, null, html || ' ', ${sha256Of(`html || ' '`)}, sm3, issued_at
    from documents.document where kind = 'penalty-notice'`, ['I6 altered', 'I6 orphan']],
  ['a fact of a case differs', 'casework.case', `update casework.case set facts = jsonb_set(facts, '{decision,fineFen}', '1') where id = $case`, ['I7 facts']],
  ['a correction is not in the facts', 'casework.case', `update casework.case set facts = jsonb_set(facts, '{party,phone}', '"13812345678"') where id = $case`, ['I7 facts']],
  ['the state of a case differs', 'casework.case', `update casework.case set state = 'notified' where id = $case`, ['I7 state']],
  ['the number of a case differs', 'casework.case', `update casework.case set number = 'X' where id = $case`, ['I7 number']],
  ['a task is open that nobody opened', 'casework.task', `insert into casework.task (${ours}, opened_seq, place, duty, action, opened_at) select organ, id, 1, 99, 'handler', 'x', opened_on from casework.case where id = $case`, ['I7 tasks']],
  ['a tally is gone', 'statistics.tally', `delete from statistics.tally where case_id = $case and kind = 'penalty.decided'`, ['I9 sums', 'I9 tallies']],
  ['a sum differs', 'statistics.rollup_year', `update statistics.rollup_year set count = count + 1 where kind = 'penalty.decided'`, ['I9 sums']],
  ['a rung did not fire', 'casework.rung', `delete from casework.rung where rung = 'late'`, ['I5 rung-not-fired']],
])('name it when %s', async (_, table, statement, expected) => {
  expect(await found(table, statement.replaceAll('$case', `'${file.id}'`))).toEqual(expect.arrayContaining(expected));
});

it('name an operation that was refused and done all the same, and two that were told of one entry', async () => {
  const refused = history.map((one) => (one.seq === 5 ? { ...one, became: 'fail' as const } : one));
  expect((await checkInvariants(office.api, refused)).problems).toMatchObject([{ invariant: 'I1', kind: 'nobody-was-told', seq: 5 }]);
  const twice = [...history, { ...history[3], op: 'again' }];
  expect((await checkInvariants(office.api, twice)).problems).toMatchObject([{ invariant: 'I1', kind: 'one-entry-for-two', detail: `${history[3].op} again` }]);
  const unknown = history.map((one) => (one.seq === 5 ? { ...one, seq: undefined, digest: undefined, became: 'info' as const } : one));
  expect((await checkInvariants(office.api, unknown)).problems).toEqual([]);
});
