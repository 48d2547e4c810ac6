import type { INestApplicationContext } from '@nestjs/common';
import { isRefused, OpenCase, ReadCase, TakeAction, type CaseView } from '@sanzhi/casework';
import type { Timeline } from '../timeline';
import type { Act, Road } from './road';

/** One case to be driven: its name, the same at every start, and its road. */
export interface Journey {
  reference: string;
  road: Road;
}

/** A case on its road: the act that comes next, and what has been reached. */
interface Traveller extends Journey {
  next: Act;
  caseId: string | null;
}

/** What driving needs: the use cases of the api, and time. */
export interface Drive {
  api: INestApplicationContext;
  timeline: Timeline;
  procedure: string;
}

/** What was driven, and how long each act took with everything that followed from it, in milliseconds. */
export interface Driven {
  driven: number;
  latencies: number[];
}

/** Drives all cases side by side in the order of time, person by person, through the real use cases. */
export async function drive(journeys: readonly Journey[], by: Drive): Promise<Driven> {
  let waiting = journeys.map((journey): Traveller => ({ ...journey, next: journey.road.next().value as Act, caseId: null }));
  const latencies: number[] = [];
  while (waiting.length > 0) {
    const first = waiting.reduce((soonest, one) => (one.next.at < soonest.next.at ? one : soonest));
    const startedAt = performance.now();
    const view = await take(first, by);
    latencies.push(performance.now() - startedAt);
    const { value, done } = first.road.next(view);
    if (value) first.next = value;
    if (done) waiting = waiting.filter((one) => one !== first);
  }
  return { driven: journeys.length, latencies };
}

async function take(traveller: Traveller, { api, timeline, procedure }: Drive): Promise<CaseView | null> {
  const { reference, next, caseId } = traveller;
  await timeline.moveTo(next.at);
  const key = { key: `demo-${reference}-${next.action}-${next.at}-${next.by.account}`, requestSha256: next.at };
  const step = { action: next.action, form: next.form };
  const answer = caseId
    ? await api.get(TakeAction).run(next.by, { caseId, step, key, expectedVersion: null })
    : await api.get(OpenCase).run(next.by, { procedure, step: { form: next.form }, key });
  if (isRefused(answer)) {
    const why = answer.refusals.map((refusal) => `${refusal.rule}: ${refusal.message}`).join('\n  ');
    throw new Error(`case ${reference} was refused ${next.action} at ${next.at}\n  ${why}`);
  }
  traveller.caseId = answer.case.id;
  return next.look ? api.get(ReadCase).run(next.by, answer.case.id) : null;
}
