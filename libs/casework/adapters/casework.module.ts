import { Module } from '@nestjs/common';
import { configDir } from '@sanzhi/platform/config';
import { SystemEntropy } from '@sanzhi/platform/crypto';
import { Consumers, Entropy } from '@sanzhi/platform/ports';
import { identityFeature } from '../app/identity-feature';
import { CaseFeatures } from '../app/case-feature';
import { clockFeature } from '../app/clock-feature';
import { Calendars } from '../app/calendars';
import { EffectiveLaw } from '../app/effective-law';
import { ExplainClock } from '../app/explain-clock';
import { KeepDraft } from '../app/keep-draft';
import { LawBook } from '../app/law-book';
import { hearingFeature } from '../app/hearing-feature';
import { ledgerFeature } from '../app/ledger-feature';
import { ListCases } from '../app/list-cases';
import { ListTasks } from '../app/list-tasks';
import { LoadCase } from '../app/load-case';
import { moneyFeature } from '../app/money-feature';
import { OnClockRecomputed } from '../app/on-clock-recomputed';
import { OnCaseRung } from '../app/on-case-rung';
import { OpenCase, OpenCaseOutside } from '../app/open-case';
import { ReadCase } from '../app/read-case';
import { RecomputeClocks } from '../app/recompute-clocks';
import { ClockSweep } from '../app/sweep-clocks';
import { TakeAction } from '../app/take-action';
import { TakeLinkedSteps } from '../app/take-linked-steps';
import { TakeStep } from '../app/take-step';
import { PgClockSweep } from './db/pg-clock-sweep';
import { FeatureRegistry } from './feature-registry';
import { CalendarWatch } from './calendar-watch';
import { CalendarsController } from './http/calendars.controller';
import { ActionsController, CasesController } from './http/cases.controller';
import { DeskController } from './http/desk.controller';
import { ClockRecomputeJob } from './jobs/clock-recompute.job';
import { DraftsController } from './http/drafts.controller';
import { LawController } from './http/law.controller';
import { ClockPromptJob } from './jobs/clock-prompt.job';
import { ClockSweepJob } from './jobs/clock-sweep.job';
import { FileLawBook } from './law/file-law-book';

const LAW = {
  provide: LawBook,
  useFactory: (features: CaseFeatures) => new FileLawBook(configDir(), features),
  inject: [CaseFeatures],
};

/** The engine: cases, acts, clocks. Features register with `CaseFeatures` in their module's constructor. */
@Module({
  controllers: [CasesController, ActionsController, DeskController, CalendarsController, DraftsController, LawController],
  providers: [
    { provide: CaseFeatures, useClass: FeatureRegistry },
    { provide: Entropy, useClass: SystemEntropy },
    { provide: ClockSweep, useClass: PgClockSweep },
    LAW,
    LoadCase,
    TakeStep,
    TakeLinkedSteps,
    TakeAction,
    OpenCase,
    OpenCaseOutside,
    ReadCase,
    ListCases,
    ListTasks,
    KeepDraft,
    ExplainClock,
    EffectiveLaw,
    Calendars,
    CalendarWatch,
    RecomputeClocks,
    OnCaseRung,
    OnClockRecomputed,
    ClockSweepJob,
    ClockPromptJob,
    ClockRecomputeJob,
  ],
  exports: [CaseFeatures, LawBook, Calendars, RecomputeClocks, TakeAction, OpenCase, ReadCase, ClockSweep],
})
export class CaseworkModule {
  constructor(features: CaseFeatures, consumers: Consumers, law: LawBook, onCaseRung: OnCaseRung, recomputed: OnClockRecomputed) {
    features.register(identityFeature);
    features.register(ledgerFeature(law));
    features.register(moneyFeature(law));
    features.register(clockFeature);
    features.register(hearingFeature(law));
    consumers.register(onCaseRung);
    consumers.register(recomputed);
  }
}
