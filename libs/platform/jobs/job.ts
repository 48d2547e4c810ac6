import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { JobName } from './job-names';
import { MOST_SECONDS } from './timers';

/** What a ring carries: ids by name, nothing that tells about a person. */
export type JobPayload = Readonly<Record<string, string>>;

/** How a job runs. */
export interface JobPlan {
  name: JobName;
  /** Each worker also runs it by its own timer, without payload, so that no bell is ever needed; 1 to 86,400. */
  everySeconds?: number;
  /** Most runs of it at once in one worker, timer and bells together; 1 when left out. */
  concurrency?: number;
}

/**
 * Something a worker does when a bell rings or a timer is due. It reads the truth from PostgreSQL, re-checks state, has
 * one effect however often it runs, and throws what goes wrong: the runner logs it and the bell is rung again.
 */
export interface Job {
  /** `stop` is aborted when the worker shuts down: a job that loops ends after the transaction in hand. */
  run(payload: JobPayload, stop: AbortSignal): Promise<void>;
}

/** Under which the plan stands on the class. */
export const JOB_PLAN = 'sanzhi:job';

/** Makes an injectable class the one handler of a job; it is found at boot wherever a module provides it. */
export function OnJob(plan: JobPlan): ClassDecorator {
  const { everySeconds = 1, concurrency = 1 } = plan;
  if (!(everySeconds >= 1 && everySeconds <= MOST_SECONDS)) throw new RangeError(`job ${plan.name}: everySeconds is 1 to ${MOST_SECONDS}`);
  if (!Number.isInteger(concurrency) || concurrency < 1) throw new RangeError(`job ${plan.name}: concurrency is a whole number from 1`);
  return applyDecorators(Injectable(), SetMetadata(JOB_PLAN, plan));
}
