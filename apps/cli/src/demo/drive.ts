import type { INestApplicationContext } from '@nestjs/common';
import { isRefused, OpenCase, ReadCase, TakeAction, type CaseView } from '@sanzhi/casework';
import type { Timeline } from '../timeline';
import type { Act, Road } from './road';

/** A case on its road: the act that comes next, and what has been reached. */
interface Traveller {
  index: number;
  road: Road;
  next: Act;
  caseId: string | null;
}

/** What driving needs: the use cases of the api, and time. */
export interface Drive {
  api: INestApplicationContext;
  timeline: Timeline;
  procedure: string;
}

/** Drives all roads side by side in the order of time, person by person, through the real use cases. Returns the acts. */
export async function drive(roads: readonly Road[], by: Drive): Promise<{ acts: number; caseIds: string[] }> {
  const travellers = roads.map((road, index): Traveller => ({ index, road, next: road.next().value as Act, caseId: null }));
  const caseIds: string[] = [];
  let acts = 0;
  for (let waiting = travellers; waiting.length > 0; ) {
    const first = waiting.reduce((soonest, one) => (one.next.at < soonest.next.at ? one : soonest));
    const view = await take(first, by);
    acts += 1;
    const { value, done } = first.road.next(view);
    if (value) first.next = value;
    if (!done) continue;
    caseIds.push(first.caseId!);
    waiting = waiting.filter((one) => one !== first);
  }
  return { acts, caseIds };
}

async function take(traveller: Traveller, { api, timeline, procedure }: Drive): Promise<CaseView> {
  const { next, caseId } = traveller;
  await timeline.moveTo(next.at);
  const key = { key: `demo-${traveller.index}-${next.action}-${next.at}-${next.by.account}`, requestSha256: next.at };
  const step = { action: next.action, form: next.form };
  const answer = caseId
    ? await api.get(TakeAction).run(next.by, { caseId, step, key, expectedVersion: null })
    : await api.get(OpenCase).run(next.by, { procedure, step: { form: next.form }, key });
  if (isRefused(answer)) {
    const why = answer.refusals.map((refusal) => `${refusal.rule}: ${refusal.message}`).join('\n  ');
    throw new Error(`case ${traveller.index} was refused ${next.action} at ${next.at}\n  ${why}`);
  }
  traveller.caseId = answer.case.id;
  return api.get(ReadCase).run(next.by, answer.case.id);
}
