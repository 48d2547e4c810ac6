import { randomUUID } from 'node:crypto';
import { FAILPOINTS, type FailpointName } from '@sanzhi/platform/failpoints';
import type { Answer, Seat } from '@sanzhi/testing';
import type { Operation } from '../../apps/cli/src/invariants/history';
import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { expectInvariants } from './invariants';
import { sampled, SEED } from './rounds';
import { startApi } from './worker-process';

jest.setTimeout(240_000);

const AGREE = { opinion: '同意。' };
const IN_THE_API: FailpointName[] = ['before-commit', 'after-commit', 'before-queue-add', 'after-queue-add'];
/** A bell that no queue carries is not heard by another process; it is rung all the same. */
const COMMANDS = ['open', 'act'] as const;
const VARIANTS = IN_THE_API.flatMap((point) => COMMANDS.map((command) => [point, command] as const));

let office: Office;
const operations: Operation[] = [];
beforeAll(async () => {
  expect(IN_THE_API.filter((point) => !(point in FAILPOINTS))).toEqual([]);
  office = await Office.open();
});
afterAll(() => office.close());

interface Doing {
  action: string;
  caseId?: string;
  ask(seat: (login: string) => Seat): Promise<Answer>;
}

/** The same request each time it is made: same key, same body, same version. */
async function doing(command: (typeof COMMANDS)[number]): Promise<Doing> {
  const key = randomUUID();
  const form = clueForm([office.seat('handler1'), office.seat('handler2')]);
  if (command === 'open') return { action: 'register-clue', ask: (seat) => seat('handler1').open('penalty-ordinary', form, { key }) };
  const file = await Dossier.register(office);
  await file.act('handler1', 'file-case', { reason: '有初步证据，属于本机关管辖。' });
  const { version } = (await file.view()).case;
  return { action: 'approve-filing', caseId: file.id, ask: (seat) => seat('head1').act(file.id, 'approve-filing', AGREE, { version, key }) };
}

/** Keeps what the client was told, for I1. */
async function note({ action, caseId }: Doing, answer: Answer | null): Promise<void> {
  const told = { op: randomUUID(), organ: 'DEMO-DISTRICT', case: caseId };
  const { case: seen, record } = answer?.body ?? {};
  if (!seen || !record) return void operations.push({ ...told, action, became: 'info' });
  const [row] = await office.rows<{ action: string }>('select action from record.entry where case_id = $1 and seq = $2', [seen.id, record.seq]);
  operations.push({ ...told, ...record, case: seen.id, action: row.action, became: 'ok' });
}

/** While the server has not noticed the death, the first attempt still counts as running (409): the client asks again. */
async function answered(ask: () => Promise<Answer>): Promise<Answer> {
  for (let turn = 0; turn < 50; turn++) {
    const answer = await ask();
    if (answer.status !== 409) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return ask();
}

describe(`F-01 (seed ${SEED})`, () => {
  it.each(sampled(VARIANTS, 3))('the api is killed %s of %s: the client who asks again is answered as the first time, once', async (point, command) => {
    const asked = await doing(command);
    const before = await count();
    const victim = await startApi(office.database, { env: { FAILPOINT: `${point}:kill9` } });
    const answer = await asked.ask((login) => office.seat(login).elsewhere(victim.address)).catch(() => null);
    await note(asked, answer);
    expect(await victim.ended).toBe('SIGKILL');
    if (point === 'before-commit') expect([answer, await settled(before, 0)]).toEqual([null, before]);

    const first = await answered(() => asked.ask((login) => office.seat(login)));
    const again = await asked.ask((login) => office.seat(login));
    expect([first.status, again.status]).toEqual(command === 'open' ? [201, 201] : [200, 200]);
    expect(again.body).toEqual(first.body);
    if (answer?.status === first.status) expect(first.body).toEqual(answer.body);
    if (!answer || answer.status !== first.status) await note(asked, first);
    expect(await count()).toBe(before + 1);
  });

  it('and all invariants hold, with what every client was told', async () => {
    // Whatever commands the seed drew, something was counted that I9 can count again.
    const filed = await doing('act');
    await note(filed, await filed.ask((login) => office.seat(login)));
    await office.settle();
    await expectInvariants(office.api, { operations, looked: ['I1', 'I2', 'I7', 'I8', 'I9', 'I10'] });
  });
});

const count = async (): Promise<number> => (await office.rows<{ n: number }>('select count(*)::int as n from record.entry'))[0].n;

/** The server notices by itself that its client is gone, and rolls back. */
async function settled(before: number, more: number): Promise<number> {
  for (let tries = 0; tries < 200 && (await count()) !== before + more; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return count();
}
