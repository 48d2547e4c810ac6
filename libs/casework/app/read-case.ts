import { Injectable } from '@nestjs/common';
import { allowedActions, refusalOf, type AllowedAction, type CaseFile, type CaseSeen, type ClockSeen } from '@sanzhi/kernel';
import { sql, UnitOfWork } from '@sanzhi/platform/ports';
import type { Why } from '../rules/condition';
import { fineServed } from '../rules/conditions/performance';
import { lampOf, type Lamp } from '../rules/lamp';
import { surchargeQuote, type SurchargeQuote } from '../rules/money/quote';
import { CaseFeatures } from './case-feature';
import { LawBook } from './law-book';
import { LoadCase } from './load-case';
import type { StepRefused } from './step';
import type { Caller } from './take-action';

/** A limit of a case with its words, and how it stands today. */
export interface ClockView extends ClockSeen {
  title: string;
  basis: string;
  lamp: Lamp;
  daysLeft: number | null;
}

/** A case as one person sees it: with what may be done now, and why the rest may not. */
export interface CaseView {
  case: CaseSeen;
  stage: string;
  stateTitle: string;
  clocks: ClockView[];
  /** What sign-offs would be bound to now, per feature. */
  slices: Record<string, unknown>;
  allowedActions: AllowedAction[];
}

/** One entry of the record with its payload, for reading. */
export interface EntryView {
  seq: number;
  action: string;
  actor: string;
  actedAt: string;
  recordedAt: string;
  sha256: string;
  payload: unknown;
}

/** Reads one case. */
@Injectable()
export class ReadCase {
  constructor(
    private readonly units: UnitOfWork,
    private readonly law: LawBook,
    private readonly loading: LoadCase,
    private readonly features: CaseFeatures,
  ) {}

  /** The case with its clocks and allowed actions; 404 for what one may not know of. */
  async run(caller: Caller, caseId: string): Promise<CaseView> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account };
    return this.units.run(context, async (unit) => {
      const step = { action: '', form: {}, actor: caller.actor };
      const asked = { organ: caller.organ, caseId, step, lock: false, everything: true };
      const { loaded } = await this.loading.existing(unit, asked);
      const { file } = loaded;
      const procedure = this.law.pinned(file.case.procedure, file.case.procedureVersion);
      const { stage, title } = procedure.states[file.case.state];
      const actions = allowedActions(this.law.law(procedure), file);
      const clocks = file.clocks.map((clock) => this.clock(clock, file.step.recordedOn));
      return { case: file.case, stage, stateTitle: title, clocks, slices: this.seen(file), allowedActions: actions };
    });
  }

  /**
   * What the surcharge comes to on a day (today when none is given); refused before anything to pay has been served.
   * 404 for what one may not know of.
   */
  async surcharge(caller: Caller, caseId: string, on?: string): Promise<SurchargeQuote | StepRefused> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account };
    return this.units.run(context, async (unit) => {
      const step = { action: '', form: {}, actor: caller.actor };
      const { loaded } = await this.loading.existing(unit, { organ: caller.organ, caseId, step, lock: false });
      const quote = surchargeQuote(loaded.file, on ?? loaded.file.step.recordedOn);
      return quote ?? { refusals: [refusalOf(fineServed, loaded.file)!] };
    });
  }

  private clock(clock: ClockSeen, today: string): ClockView {
    const { title, basis } = this.law.clockRule(clock.rule);
    return { ...clock, title, basis, ...lampOf(clock, today) };
  }

  private seen(file: CaseFile): Record<string, unknown> {
    const why = (condition: string): Why => this.law.why(condition);
    const views = this.features.all().flatMap((feature) => (feature.view ? [[feature.name, feature.view(file, why)]] : []));
    return { ...file.slices, ...Object.fromEntries(views) };
  }

  /** The record of a case, oldest first. An erased payload is null. */
  async record(caller: Caller, caseId: string): Promise<EntryView[]> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account };
    return this.units.run(context, async (unit) => {
      const [rows] = await unit.load(sql`
        select e.seq, e.action, e.actor, iso_instant(e.acted_at) as "actedAt", iso_instant(e.recorded_at) as "recordedAt",
          e.sha256, p.body::jsonb as payload
        from record.entry e left join record.payload p using (organ, case_id, seq)
        where e.organ = ${caller.organ} and e.case_id = ${caseId} order by e.seq`);
      return rows as unknown as EntryView[];
    });
  }
}
