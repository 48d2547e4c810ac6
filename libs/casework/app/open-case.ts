import { Injectable } from '@nestjs/common';
import { AppError, Bell, Entropy, keepAnswer, notFound, UnitOfWork, type IdempotencyKey } from '@sanzhi/platform/ports';
import { LawBook } from './law-book';
import { LoadCase } from './load-case';
import { isRefused, type StepAsked, type StepRefused, type StepTaken } from './step';
import { auditOf, replayOf, scoped, undone, type Caller } from './take-action';
import { TakeStep } from './take-step';

/** A new case: procedure by its id, the version is chosen by the day it is opened. */
export interface CaseAsked {
  procedure: string;
  step: Omit<StepAsked, 'actor' | 'action'>;
  key: IdempotencyKey | null;
}

/** What opening a case needs from outside the database. */
@Injectable()
export class OpenCaseOutside {
  constructor(
    readonly entropy: Entropy,
    readonly bell: Bell,
  ) {}
}

/** Opens a case by the opening action of a procedure; the first entry of its record. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly units: UnitOfWork,
    private readonly law: LawBook,
    private readonly loading: LoadCase,
    private readonly steps: TakeStep,
    private readonly outside: OpenCaseOutside,
  ) {}

  /** 404 for a procedure that is not in force, 400 for a bad form; a refusal is returned and leaves an audit row. */
  async run(caller: Caller, asked: CaseAsked): Promise<StepTaken | StepRefused> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account, act: true } as const;
    const { opening } = this.anyVersion(asked.procedure);
    const step = { ...asked.step, action: opening, actor: caller.actor };
    const load = { organ: caller.organ, caseId: this.outside.entropy.id(), step, lock: true, procedure: asked.procedure };
    const answer = await this.units.run(context, async (unit) => {
      const key = asked.key && scoped(caller, asked.key);
      const { key: opened, loaded } = await this.loading.opening(unit, { ...load, key });
      const replayed = key && replayOf(opened, key);
      if (replayed) return undone(unit, replayed);
      const taken = this.steps.run(unit, loaded);
      if (isRefused(taken)) unit.refuse(auditOf(loaded, taken));
      else if (key) unit.write(keepAnswer(key, { status: 201, answer: taken }));
      return taken;
    });
    this.outside.bell.ring('platform.relay');
    return answer;
  }

  private anyVersion(id: string) {
    const found = this.law.procedures().find((procedure) => procedure.id === id);
    if (!found) throw notFound('该程序');
    const openings = new Set(this.law.procedures().filter((one) => one.id === id).map((one) => one.opening));
    if (openings.size > 1) throw new AppError(500, 'bug', `procedure ${id} changes its opening action`);
    return found;
  }
}
