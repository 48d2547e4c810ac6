import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor, type JsonObject } from '@sanzhi/kernel';
import {
  answerOf,
  AppError,
  Bell,
  json,
  keepAnswer,
  sql,
  UnitOfWork,
  type IdempotencyKey,
  type KeyScope,
  type Sql,
  type Unit,
} from '@sanzhi/platform/ports';
import { LoadCase } from './load-case';
import { isRefused, type Loaded, type StepAsked, type StepRefused, type StepTaken } from './step';
import { TakeLinkedSteps } from './take-linked-steps';

/** Who asks, from the session. */
export interface Caller {
  account: string;
  organ: string;
  readable: readonly string[];
  actor: Actor;
}

/** An action on a case as the API asks for it. */
export interface ActionAsked {
  caseId: string;
  step: Omit<StepAsked, 'actor'>;
  /** Version from If-Match. */
  expectedVersion: number | null;
  key: IdempotencyKey | null;
}

/** An action by a clock: no person, no key. */
export interface SystemAsked {
  organ: string;
  caseId: string;
  action: string;
  form?: JsonObject;
}

/** Takes one action on a case: authorize, load, ask the law, save, in one transaction. */
@Injectable()
export class TakeAction {
  constructor(
    private readonly units: UnitOfWork,
    private readonly loading: LoadCase,
    private readonly steps: TakeLinkedSteps,
    private readonly bell: Bell,
  ) {}

  /** 404 unknown, 412 stale, 400 bad form; a refusal is returned and leaves an audit row. */
  async run(caller: Caller, asked: ActionAsked): Promise<StepTaken | StepRefused> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account, act: true } as const;
    const answer = await this.units.run(context, async (unit) => {
      const step = { ...asked.step, actor: caller.actor };
      const key = asked.key && scoped(caller, asked.key);
      const load = { organ: caller.organ, caseId: asked.caseId, step, lock: true, key };
      const { key: opened, loaded } = await this.loading.existing(unit, load);
      const replayed = key && replayOf(opened, key);
      if (replayed) return undone(unit, replayed);
      assertFresh(loaded, asked.expectedVersion);
      const taken = await this.steps.run(unit, loaded);
      if (isRefused(taken)) unit.refuse(auditOf(loaded, taken));
      else if (key) unit.write(keepAnswer(key, { status: 200, answer: taken }));
      return taken;
    });
    this.bell.ring('platform.relay');
    return answer;
  }

  /** The same inside a consumer's transaction; the caller decides what a refusal means. */
  async bySystem(unit: Unit, asked: SystemAsked): Promise<StepTaken | StepRefused> {
    const actor: Actor = { person: SYSTEM, organ: asked.organ, name: '系统', posts: [] };
    const step = { action: asked.action, form: asked.form ?? {}, actor };
    const { loaded } = await this.loading.existing(unit, { organ: asked.organ, caseId: asked.caseId, step, lock: true });
    return this.steps.run(unit, loaded);
  }
}

/** A caller's key with whose it is. */
export const scoped = (caller: Caller, key: IdempotencyKey): KeyScope => ({
  ...key,
  organ: caller.organ,
  account: caller.account,
});

/** The stored answer of a repeated request, or null; throws when the key belongs to another one. */
export function replayOf(opened: unknown, key: IdempotencyKey): StepTaken | null {
  const stored = answerOf(opened, key.requestSha256);
  return stored ? (stored.answer as StepTaken) : null;
}

/** A repeat does nothing again: the numbers that the load took go back. */
export function undone<T>(unit: Unit, replayed: T): T {
  unit.refuse();
  return replayed;
}

/** The audit row of a refusal: who, what, and every condition that was not met. */
export function auditOf({ file }: Loaded, { refusals }: StepRefused): Sql {
  const { organ, id, version } = file.case;
  return sql`insert into platform.refusal (organ, actor, case_id, action, refusals)
    values (${organ}, ${file.step.actor.person}, ${version === 0 ? null : id}, ${file.step.action}, ${json(refusals)})`;
}

function assertFresh({ file }: Loaded, expected: number | null): void {
  if (expected === null || expected === file.case.version) return;
  throw new AppError(412, 'stale', `案件已被他人更新（当前版本 ${file.case.version}，您的版本 ${expected}），请刷新后重试。`);
}
