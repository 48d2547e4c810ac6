import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { isRefused, OpenCase, TakeAction, type Caller, type StepRefused, type StepTaken } from '@sanzhi/casework';
import { createOrgan, ScryptPasswordHasher, type EnrolmentDraft } from '@sanzhi/identity';
import type { JsonObject } from '@sanzhi/kernel';
import { openDataSource, PgUnitOfWork, poolOf } from '@sanzhi/platform/database';

/** An organ with the people and the cases one client of a bench works on. */
export interface BenchOrgan {
  organ: string;
  handler: Caller;
  second: Caller;
  head: Caller;
  /** How the handler signs in. */
  handlerSignIn: { login: string; password: string };
}

const CERTIFICATE = { certificateFrom: '2019-01-01', certificateUntil: '2035-12-31' };

/** Makes so many organs; the demo pack applies to none of them, so nothing but the statute binds. */
export async function openOrgans(ownerUrl: string, count: number): Promise<BenchOrgan[]> {
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-bench' });
  try {
    const means = { units: new PgUnitOfWork(poolOf(owner)), passwords: new ScryptPasswordHasher(4) };
    const organs: BenchOrgan[] = [];
    for (let index = 0; index < count; index++) organs.push(await openOrgan(means, `BENCH-${index}`));
    return organs;
  } finally {
    await owner.destroy();
  }
}

async function openOrgan(means: Parameters<typeof createOrgan>[0], organ: string): Promise<BenchOrgan> {
  const people: EnrolmentDraft[] = ['handler', 'handler', 'approver'].map((post, index) => ({
    login: `${organ.toLowerCase()}-${index}`,
    name: `示范人员${index}`,
    kind: 'person',
    posts: [post],
    password: randomBytes(12).toString('hex'),
    ...(post === 'handler' ? { ...CERTIFICATE, certificateNumber: `${organ}-${index}` } : {}),
  }));
  const draft = { code: organ, name: `示范机关 ${organ}`, region: '990000', level: 'district' as const, validFrom: '2019-01-01' };
  const enrolled = await createOrgan(means, draft, people);
  const [handler, second, head] = enrolled.map(({ account, officer }, index): Caller => ({
    account,
    organ,
    readable: [organ],
    actor: { person: officer!, organ, name: people[index].name, posts: [...people[index].posts] },
  }));
  return { organ, handler, second, head, handlerSignIn: { login: people[0].login, password: people[0].password! } };
}

const DRAFT = {
  factsFound: '经查，当事人使用未取得处方权的人员开具处方，以上事实有现场笔录、询问笔录证实。',
  evidence: [{ title: '现场笔录' }, { title: '询问笔录' }],
  basis: '处方管理办法第五十四条',
  discretion: '初次违法，及时改正。',
  kinds: ['罚款'],
  fineFen: 300_000,
  confiscatedFen: 0,
};

/** The two actions that a bench takes in turn; together they write every kind of row, and lead back to each other. */
export const TURNS: readonly { action: string; form: JsonObject }[] = [
  { action: 'notify-party', form: { receiver: '示例签收人', method: 'direct' } },
  { action: 'report-findings', form: { draft: DRAFT } },
];

/** The form of a new case. */
export const openingForm = ({ handler, second }: BenchOrgan): JsonObject => ({
  party: { kind: 'organization', name: '示例口腔门诊部（001号）', code: '91120104MA0000001P' },
  clue: { source: 'routine', discipline: '医疗卫生', offence: '使用未取得处方权的人员开具处方', discoveredOn: '2026-03-02', conductEndedOn: '2026-03-01' },
  handlers: [handler.actor.person, second.actor.person],
});

/** The same about somebody who was never met before: who is met again with the same offence is asked about. */
export const openingFormOf = (organ: BenchOrgan, party: string): JsonObject => ({
  ...openingForm(organ),
  party: { kind: 'individual-business', name: `示例口腔诊所（${party}号）`, address: `示例路${party}号` },
});

/** Opens a case and takes it to its report, through the real use cases. Returns its id. */
export async function openReported(house: INestApplicationContext, organ: BenchOrgan, form = openingForm(organ)): Promise<string> {
  const { handler, head } = organ;
  const opened = taken(await house.get(OpenCase).run(handler, { procedure: 'penalty-ordinary', step: { form }, key: null }));
  const caseId = opened.case.id;
  const act = async (by: Caller, action: string, given: JsonObject): Promise<void> =>
    void taken(await house.get(TakeAction).run(by, { caseId, step: { action, form: given }, key: null, expectedVersion: null }));
  await act(handler, 'file-case', { reason: '有初步证据。' });
  await act(head, 'approve-filing', { opinion: '同意。' });
  await act(handler, 'report-findings', { draft: DRAFT });
  return caseId;
}

/** The answer of a step that must not be refused. */
export function taken(answer: StepTaken | StepRefused): StepTaken {
  if (!isRefused(answer)) return answer;
  throw new Error(answer.refusals.map((refusal) => `${refusal.rule}: ${refusal.message}`).join('\n'));
}
