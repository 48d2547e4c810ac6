import { fixedForbiddenPairs, type ActionSpec, type JsonObject, type Procedure } from '@sanzhi/kernel';
import type { Answer } from '@sanzhi/testing';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';

jest.setTimeout(180_000);

/** Somebody of every post, and the command line and an administrator, who have none in cases. */
const WORKING = ['handler1', 'handler3', 'handler4', 'reviewer1', 'head1', 'clerk', 'publisher', 'second-eye', 'archivist'];
const APART = ['cli', 'security'];

let office: Office;
const postsOf: Record<string, string[]> = {};
beforeAll(async () => {
  office = await Office.open({ worker: 'none' });
  for (const login of WORKING) {
    const { body } = await office.seat(login).get<{ posts: { id: string }[] }>('/session');
    postsOf[login] = body.posts.map((post) => post.id);
  }
});
afterAll(() => office.close());

/** The version of today of every procedure, as the api tells it. */
async function procedures(): Promise<Procedure[]> {
  const { body } = await office.seat('handler1').get<{ items: { id: string }[] }>('/procedures');
  const ids = [...new Set(body.items.map(({ id }) => id))].filter((id) => id.startsWith('penalty'));
  const all = await Promise.all(ids.map(async (id) => (await office.seat('handler1').get<{ items: Procedure[] }>(`/procedures/${id}`)).body.items));
  return all.map((versions) => versions.find(({ validFrom, validTo }) => validFrom <= '2023-03-01' && (!validTo || validTo >= '2023-03-01'))!);
}

const exampleOf = ({ form }: ActionSpec): JsonObject => ((form as { examples?: JsonObject[] }).examples ?? [{}])[0];

/** Whether somebody who is in the case as `handler1`, or not at all, may take an action by his duty; who opens one is in none yet. */
function isHis(login: string, action: string, by: string): boolean {
  const named = by === 'handler' && action !== 'register-clue';
  return named ? login === 'handler1' : by !== 'system' && postsOf[login].includes(by);
}

/** What one is told whose duty it is not: for a handler of the case it is the pair that forbids, where one does. */
function told(login: string, by: string): string {
  const clash = login === 'handler1' && fixedForbiddenPairs.some(({ one, other }) => [one, other].includes('handler') && [one, other].includes(by));
  return clash ? 'incompatible-duty' : 'not-your-duty';
}

const DUTY_RULES = ['not-your-duty', 'incompatible-duty', 'recused', 'no-delegation'];
const dutyRules = ({ body }: Answer): string[] => (body.refusals ?? []).map(({ rule }) => rule).filter((rule) => DUTY_RULES.includes(rule));

it('T01: each action refuses each role whose duty it is not, by that very rule, and nothing has changed', async () => {
  let cells = 0;
  for (const { id, actions } of await procedures()) {
    const file = await Dossier.register(office, undefined, id);
    const { version } = (await file.view()).case;
    const before = await office.imprint();
    for (const [action, spec] of Object.entries(actions)) {
      for (const login of WORKING.filter((one) => !isHis(one, action, spec.by))) {
        const answer = await office.seat(login).act(file.id, action, exampleOf(spec), { version });
        expect({ id, action, login, status: answer.status, rules: dutyRules(answer) }).toEqual({ id, action, login, status: 422, rules: [told(login, spec.by)] });
        cells++;
      }
    }
    expect(await office.imprint()).toEqual(before);
  }
  expect(cells).toBeGreaterThan(900);
});

it('T01: and lets each role through to the other conditions whose duty it is', async () => {
  let cells = 0;
  for (const { id, actions } of await procedures()) {
    for (const [action, spec] of Object.entries(actions)) {
      for (const login of WORKING.filter((one) => isHis(one, action, spec.by))) {
        const file = await Dossier.register(office, undefined, id);
        const answer = await office.seat(login).act(file.id, action, exampleOf(spec));
        expect({ id, action, login, rules: dutyRules(answer) }).toEqual({ id, action, login, rules: [] });
        expect([action, [200, 422].includes(answer.status)]).toEqual([action, true]);
        cells++;
      }
    }
  }
  expect(cells).toBeGreaterThan(90);
});

it('T01: who has no post in cases is told so before any rule is asked', async () => {
  for (const { id, actions } of await procedures()) {
    const file = await Dossier.register(office, undefined, id);
    for (const [action, spec] of Object.entries(actions)) {
      for (const login of APART) {
        const { status, body } = await office.seat(login).act(file.id, action, exampleOf(spec), { version: 1 });
        expect([login, action, status, body.code]).toEqual([login, action, 403, 'forbidden']);
      }
    }
  }
});
