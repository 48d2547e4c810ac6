import {
  recordEntry,
  resume,
  type AllowedStop,
  type Calendar,
  type ClockChange,
  type ClockLedger,
  type ClockRule,
  type ExtensionStep,
  type LedgerEntry,
  type LedgerFault,
  type Unmet,
} from '@sanzhi/kernel';
import type { KeptClock } from './clock-recompute';

/** What a change is judged by. */
export interface ChangeContext {
  /** Legal day of the step; nothing is dated after it. */
  actedOn: string;
  /** Duty under which the step is taken: it must be the one that an extension step names. */
  duty: string;
  /** Whether the heads have agreed to this extension by its length, where its step wants them to (集体讨论). */
  resolved(length: number): boolean;
  calendar: Calendar;
  /** A limit with what its pack adds. */
  rule(id: string): ClockRule;
}

const FAULTS: Record<LedgerFault, string> = {
  'before-anchor': '早于期限起算日',
  reversed: '终止日早于起始日',
  future: '晚于办理日，尚未发生的时间不能登记',
  'already-suspended': '期限已经中止，尚未恢复',
  expired: '期限已经届满，延长须在届满之前决定',
  'other-unit': '与期限的计量单位不同',
  'fixed-date': '固定日期的期限不能变更',
};

/** A clock after one change, or why the law does not allow it. Pure. */
export function changedClock(clock: KeptClock | undefined, change: ClockChange, context: ChangeContext): KeptClock | Unmet {
  const rule = context.rule(change.rule);
  if (!clock) return { message: `“${rule.title}”没有在计算。`, cure: '期限在计算时才能中止、扣除、延长。' };
  if (clock.unit === 'hour') return { message: `“${rule.title}”以小时计算，不中止、不扣除、不延长。`, cure: '请按期办理。' };
  if (change.verb === 'resume') return resumed(clock, change, { context, rule });
  const entry = entryOf(change, clock, { context, rule });
  if ('message' in entry) return entry;
  const { fault, clock: next } = recordEntry(ledgerOf(clock), entry, context.calendar, context.actedOn);
  return fault ? faultText(rule, fault) : { ...clock, ledger: [...next!.ledger] };
}

/** Whether an answer of `changedClock` is a refusal. */
export const isUnmet = (answer: KeptClock | Unmet): answer is Unmet => 'message' in answer;

interface Judged {
  context: ChangeContext;
  rule: ClockRule;
}

function resumed(clock: KeptClock, change: ClockChange, { context, rule }: Judged): KeptClock | Unmet {
  const on = text(change.on) || context.actedOn;
  const open = clock.ledger.find((entry) => entry.verb === 'suspend' && entry.to === undefined);
  if (!open) return { message: `“${rule.title}”没有中止。`, cure: '无需恢复。' };
  if (on > context.actedOn) return faultText(rule, 'future');
  if ('from' in open && on < open.from) return faultText(rule, 'reversed');
  return { ...clock, ledger: [...resume(ledgerOf(clock), on)!.ledger] };
}

function entryOf(change: ClockChange, clock: KeptClock, judged: Judged): LedgerEntry | Unmet {
  const { verb } = change;
  const [on, ground] = [text(change.on) || judged.context.actedOn, text(change.ground)];
  if (verb === 'extend') return extensionOf(change, clock, judged);
  const unmet = groundUnmet(judged.rule, verb as StopVerb, ground);
  if (unmet) return unmet;
  if (verb === 'interrupt') return { verb, on, ground };
  const from = text(change.from) || on;
  return verb === 'suspend' ? { verb, from, ground } : { verb: 'exclude', from, to: text(change.to), ground };
}

type StopVerb = AllowedStop['verb'];

const WORDS: Record<StopVerb, string> = { suspend: '中止', exclude: '扣除', interrupt: '中断' };

function groundUnmet(rule: ClockRule, verb: StopVerb, ground: string): Unmet | null {
  const word = WORDS[verb];
  const allowed = (rule.stops ?? []).filter((stop) => stop.verb === verb).map((stop) => stop.ground);
  if (allowed.length === 0) {
    return {
      message: `“${rule.title}”${word}的事由未载入法定值，不能${word}。`,
      cure: `请本机关法制人员依规定在参数包中填写 clock.${rule.id}.stops，并写明依据。`,
    };
  }
  if (allowed.includes(ground)) return null;
  return { message: `“${ground}”不是“${rule.title}”可以${word}的事由。`, cure: `可以${word}的事由：${allowed.join('、')}。` };
}

/** The next step that the law or the pack gives, approved by the duty it names, not longer than it allows. */
function extensionOf(change: ClockChange, clock: KeptClock, { context, rule }: Judged): LedgerEntry | Unmet {
  const steps = rule.extension ?? [];
  const taken = clock.ledger.filter((entry) => entry.verb === 'extend').length;
  const step = steps.at(taken);
  if (steps.length === 0) {
    const cure = `请本机关法制人员依规定在参数包中填写 clock.${rule.id}.extension，并写明依据。`;
    return { message: `“${rule.title}”的延长未载入法定值，不能延长。`, cure };
  }
  if (!step) return { message: `“${rule.title}”已延长 ${taken} 次，不得再延长。`, cure: '请在期限内办理；逾期的如实记录。' };
  const length = change.length === undefined || change.length === null ? step.length : Number(change.length);
  const unmet = stepUnmet(rule, step, { length, context });
  const on = text(change.on) || context.actedOn;
  return unmet ?? { verb: 'extend', on, length, unit: step.unit, ground: text(change.ground) };
}

/** The duty of the heads who decide together. */
const HEADS = 'voter';

function stepUnmet(rule: ClockRule, step: ExtensionStep, { length, context }: { length: number; context: ChangeContext }): Unmet | null {
  if (!Number.isInteger(length) || length < 1 || length > step.length) {
    return { message: `“${rule.title}”本次最多延长 ${step.length}，申请 ${length}。`, cure: `依据：${step.basis}。` };
  }
  if (step.approval === HEADS && !context.resolved(length)) {
    return { message: `“${rule.title}”的本次延长应经负责人集体讨论，没有就本次延长、这一天数形成的意见。`, cure: `请提请延长并集体讨论；其他议题的讨论不能代替。依据：${step.basis}。` };
  }
  if (context.duty === step.approval || step.approval === HEADS) return null;
  return { message: `“${rule.title}”的延长应由“${step.approval}”批准。`, cure: `依据：${step.basis}。` };
}

const ledgerOf = ({ anchorOn, length, unit, ledger }: KeptClock): ClockLedger => ({
  anchorOn,
  budget: unit === 'fixed-date' ? { unit, on: anchorOn } : ({ length, unit } as ClockLedger['budget']),
  ledger,
});

const faultText = (rule: ClockRule, fault: LedgerFault): Unmet => ({ message: `“${rule.title}”：${FAULTS[fault]}。`, cure: '请核对日期后重新登记。' });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
