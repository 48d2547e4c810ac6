import type { Rule } from '@sanzhi/kernel';
import type { Why } from '../condition';
import { factsOf, yuan } from './facts';

/** The condition (`config/conditions`) that says when a party may ask for a hearing. */
export const HEARING_LINE_REACHED = 'hearing-line-reached';

/** Where the line is reached: the right was waived, or its five working days ran out unasked (第六十四条第一项). */
export const hearingSettled = (lineReached: Why): Rule => ({
  id: 'hearing-settled',
  title: '听证权利已了结',
  basis: '行政处罚法第六十三条、第六十四条',
  reads: ['case', 'parameters', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { hearingRight, draft } = factsOf(file);
    if (hearingRight || lineReached(file) === null) return null;
    const clock = file.clocks.find((one) => one.rule.startsWith('CASE-HEAR-REQ') && one.state === 'running');
    const until = clock ? `，听证申请期限至 ${clock.statutoryDue}` : '';
    return {
      message: `拟处罚款 ${yuan(draft?.fineFen ?? 0)} 元、没收 ${yuan(draft?.confiscatedFen ?? 0)} 元，达到听证标准${until}，当事人的听证权利尚未了结。`,
      cure: '等待听证申请期限届满，或取得当事人书面放弃听证的声明。',
    };
  },
});
