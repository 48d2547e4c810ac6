import { dueDates, type CaseFile, type Rule } from '@sanzhi/kernel';
import type { CaseFeature } from './case-feature';
import type { LawBook, OrganSeen } from './law-book';

const CLOCK = 'CASE-HEAR-NOTICE';

/** What of a hearing is counted on the calendar of the organ. */
export function hearingFeature(law: LawBook): CaseFeature {
  return { name: 'hearing', rules: [noticeAhead(law)], effects: [] };
}

/**
 * Between the notice and the hearing lie seven full working days, neither end counted (第六十四条第二项、第八十五条). Where the
 * rule is not law on the day of the step (before 2021-07-15) nothing is counted.
 */
const noticeAhead = (law: LawBook): Rule => ({
  id: 'hearing-notice-ahead',
  title: '听证七个工作日前通知',
  basis: '行政处罚法第六十四条第二项、第八十五条',
  reads: ['form', 'case', 'step'],
  effect: 'refuse',
  check: (file) => {
    const { length, validFrom = '' } = law.clockRule(CLOCK);
    const on = dayOf(file);
    if (on === null || length === null || file.step.actedOn < validFrom) return null;
    const calendar = law.calendar(file.slices.organ as OrganSeen);
    const latest = dueDates({ start: on, length, unit: 'working-day', direction: 'before' }, calendar).statutoryDue;
    if (file.step.actedOn <= latest) return null;
    return {
      message: `听证定于 ${on}，通知至迟应于 ${latest} 送达（中间须有 ${length} 个完整工作日），办理日为 ${file.step.actedOn}。`,
      cure: '请将听证日期推后。',
    };
  },
});

/** The day of the form that fixes it, else the one that was fixed. */
function dayOf(file: CaseFile): string | null {
  const { on } = file.step.form as { on?: string };
  return on ?? (file.case.facts.hearingPlan as { on: string } | null | undefined)?.on ?? null;
}
