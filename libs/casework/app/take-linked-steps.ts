import { Injectable } from '@nestjs/common';
import type { Unit } from '@sanzhi/platform/ports';
import { LawBook } from './law-book';
import { LoadCase } from './load-case';
import { isRefused, type LinkedCase, type Loaded, type StepRefused, type StepTaken } from './step';
import { TakeStep } from './take-step';

/**
 * Takes a step and, where it opens a case of another procedure, that case's first step with it: both in one transaction, or
 * neither. Who acts opens; what the other procedure refuses refuses the whole.
 */
@Injectable()
export class TakeLinkedSteps {
  constructor(
    private readonly law: LawBook,
    private readonly loading: LoadCase,
    private readonly steps: TakeStep,
  ) {}

  /** As `TakeStep.run`, with the other case in the answer. */
  async run(unit: Unit, loaded: Loaded): Promise<StepTaken | StepRefused> {
    const taken = this.steps.run(unit, loaded);
    if (isRefused(taken) || !taken.opens) return taken;
    const { opens, ...answer } = taken;
    const opened = await this.open(unit, loaded, opens);
    return isRefused(opened) ? opened : { ...answer, opened: { id: opens.id, procedure: opens.procedure } };
  }

  private async open(unit: Unit, { file }: Loaded, { id, procedure, form, origin }: LinkedCase): Promise<StepTaken | StepRefused> {
    const { actor, actedAt, proof } = file.step;
    const { opening } = this.law.inForce(procedure, file.step.actedOn) ?? this.law.procedures().find((one) => one.id === procedure)!;
    const step = { action: opening, form, actor, actedAt, proof };
    const asked = { organ: file.case.organ, caseId: id, step, lock: true, procedure, facts: { origin } };
    const { loaded } = await this.loading.opening(unit, asked);
    return this.steps.run(unit, loaded);
  }
}
