import { dayNumber, shanghaiTime, type CaseFile, type ClockStarted, type Effect, type Rule } from '@sanzhi/kernel';
import { formOf } from '../rules/conditions';
import type { PaymentPlan } from '../rules/conditions/facts';
import { moneyLedger, plannedParts, type MoneyLedger } from '../rules/money/ledger';
import type { CaseFeature, FeatureWrites, SubjectClock } from './case-feature';
import type { LawBook, OrganSeen } from './law-book';

const INSTALMENT = 'CASE-INSTALMENT';

/**
 * Money and goods as a feature of the engine: readers of a case see the ledger; `plan {plan}` starts a clock for each
 * instalment, `paid` ends those that the payment covers, so that one which is missed rings and nobody marks one paid.
 */
export function moneyFeature(law: LawBook): CaseFeature {
  return {
    name: 'money',
    rules: [notAtNightOrOnHolidays(law)],
    effects: ['plan', 'paid'],
    view: (file): { ledger: MoneyLedger | null } => ({ ledger: moneyLedger(file, file.step.recordedOn) }),
    writes: (effects, file): FeatureWrites => ({
      statements: [],
      clocks: { start: effects.flatMap((effect) => planned(effect, file)), stop: effects.flatMap((effect) => covered(effect, file)) },
    }),
  };
}

const subjectOf = (file: CaseFile, dueOn: string): string => `${file.case.id}/${dueOn}`;

function planned({ kind, payload }: Effect, file: CaseFile): ClockStarted[] {
  if (kind !== 'plan') return [];
  const { plan } = payload as unknown as PaymentPlan;
  return plan.map(({ dueOn }) => ({ rule: INSTALMENT, anchorOn: dueOn, subjectKind: 'case', subjectId: subjectOf(file, dueOn) }));
}

/** Instalments that are paid once this payment is in the ledger. */
function covered({ kind, payload }: Effect, file: CaseFile): SubjectClock[] {
  if (kind !== 'paid') return [];
  const { facts } = file.case;
  const payments = [...((facts.payments ?? []) as unknown[]), { ...payload, on: file.step.actedOn }];
  const after = { ...file, case: { ...file.case, facts: { ...facts, payments } } } as CaseFile;
  return plannedParts(after, file.step.actedOn)
    .filter(({ state }) => state === 'paid')
    .map(({ dueOn }) => ({ rule: INSTALMENT, subjectId: subjectOf(file, dueOn) }));
}

interface ByForce {
  manner: 'by-party' | 'by-force';
  urgent?: string;
}

/**
 * Nothing is enforced by force at night or on days off, unless it is urgent (行政强制法第四十三条第一款). Which hours are night the
 * law does not say: the pack does. Weekends count as days off, the reading that spares the party.
 */
function notAtNightOrOnHolidays(law: LawBook): Rule {
  return {
    id: 'not-at-night-or-on-holidays',
    title: '不在夜间、节假日实施强制执行',
    basis: '行政强制法第四十三条第一款',
    reads: ['form', 'step', 'parameters'],
    effect: 'refuse',
    check: (file) => {
      const { manner, urgent } = formOf<ByForce>(file);
      if (manner !== 'by-force' || urgent) return null;
      const cure = '请改在工作日日间实施；情况紧急的，写明紧急情况。';
      const calendar = law.calendar(file.slices.organ as OrganSeen);
      if (!calendar.isWorkingDay(dayNumber(file.step.actedOn))) return { message: `${file.step.actedOn} 是节假日。`, cure };
      return isNight(file) ? { message: '办理时间在夜间。', cure } : null;
    },
  };
}

function isNight({ parameters, step }: CaseFile): boolean {
  const from = parameters['enforcement.night.fromHour'];
  const to = parameters['enforcement.night.toHour'];
  if (typeof from !== 'number' || typeof to !== 'number') return false;
  const hour = Number(shanghaiTime(step.actedAt).slice(0, 2));
  return from <= to ? from <= hour && hour < to : hour >= from || hour < to;
}
