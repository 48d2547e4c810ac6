import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type Job, JOB_PLAN, type JobPlan } from './job';
import type { JobName } from './job-names';

/** A job with the one object that runs it. */
export interface BoundJob {
  plan: JobPlan;
  job: Job;
}

/** The jobs do not match their names: the worker does not start. `problems` holds one line for each fault. */
export class JobsMismatch extends Error {
  override readonly name = 'JobsMismatch';

  constructor(readonly problems: readonly string[]) {
    super(`jobs do not match their names:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  }
}

/** Token of the names that must have a handler in this process. */
export const EXPECTED_JOBS = 'sanzhi:expected-jobs';

/** Finds the handlers among all providers of the process. */
@Injectable()
export class JobRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(EXPECTED_JOBS) private readonly names: readonly JobName[],
  ) {}

  /** Throws JobsMismatch with all faults at once. */
  bind(): ReadonlyMap<JobName, BoundJob> {
    const found = this.discovery.getProviders().flatMap(({ instance, metatype }) => {
      const plan = metatype ? (Reflect.getMetadata(JOB_PLAN, metatype) as JobPlan | undefined) : undefined;
      return plan && instance ? [{ plan, job: instance as Job }] : [];
    });
    return bindJobs(this.names, found);
  }
}

/** One handler for each name and one name for each handler; throws JobsMismatch otherwise. */
export function bindJobs(names: readonly JobName[], found: readonly BoundJob[]): ReadonlyMap<JobName, BoundJob> {
  const handlers = (name: string): Set<Job> => new Set(found.filter(({ plan }) => plan.name === name).map(({ job }) => job));
  const problems = [
    ...names.filter((name) => handlers(name).size === 0).map((name) => `${name}: no handler`),
    ...names.filter((name) => handlers(name).size > 1).map((name) => `${name}: ${handlers(name).size} handlers`),
    ...found.filter(({ plan }) => !names.includes(plan.name)).map(({ plan }) => `${plan.name}: not in job-names.ts`),
  ];
  if (problems.length) throw new JobsMismatch(problems);
  return new Map(found.map((bound) => [bound.plan.name, bound]));
}
