import { formatInstant, instantMs, type Rule } from '@sanzhi/kernel';
import { measureNamed, minuteText, titleOf } from './measure';

const DAY_MS = 24 * 3_600_000;

/** An urgent measure is approved within 24 hours of being taken, to the minute, or it is lifted (行政强制法第十九条). */
export const approvalWithin24Hours: Rule = {
  id: 'approval-within-24-hours',
  title: '二十四小时内补办批准手续',
  basis: '行政强制法第十九条',
  reads: ['form', 'evidence', 'step'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    if (!measure?.urgent || !measure.takenAt) return null;
    const until = instantMs(measure.takenAt) + DAY_MS;
    if (measure.unapprovedAt === null && instantMs(file.step.actedAt) <= until) return null;
    return {
      message: `${titleOf(measure)}应当在 ${minuteText(formatInstant(until))} 前补办批准，二十四小时已过。`,
      cure: '不得补批；请立即解除并退还物品，确有必要的另行申请。',
    };
  },
};
