import type { CaseFile, Rule, Unmet } from '@sanzhi/kernel';
import type { Why } from '../condition';
import { factsOf, formOf, yuan } from './facts';

/** The condition (`config/conditions`) that says when a party may ask for a hearing. */
export const HEARING_LINE_REACHED = 'hearing-line-reached';

/**
 * A hearing that was asked for is held, with the opinion of its chair; where the line is reached and nobody asked, the right
 * was waived, or its five working days ran out (第六十四条第一项、第六十五条).
 */
export const hearingSettled = (lineReached: Why): Rule => ({
  id: 'hearing-settled',
  title: '听证权利已了结',
  basis: '行政处罚法第六十三条、第六十四条、第六十五条',
  reads: ['case', 'parameters', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { hearingRight, draft } = factsOf(file);
    const waits = unheld(file);
    if (waits || hearingRight || lineReached(file) === null) return waits;
    const clock = file.clocks.find((one) => one.rule.startsWith('CASE-HEAR-REQ') && one.state === 'running');
    const until = clock ? `，听证申请期限至 ${clock.statutoryDue}` : '';
    return {
      message: `拟处罚款 ${yuan(draft?.fineFen ?? 0)} 元、没收 ${yuan(draft?.confiscatedFen ?? 0)} 元，达到听证标准${until}，当事人的听证权利尚未了结。`,
      cure: '等待听证申请期限届满，或取得当事人书面放弃听证的声明。',
    };
  },
});

/** What a hearing that was asked for still lacks. */
function unheld(file: CaseFile): Unmet | null {
  const { hearingRight, hearingRequest, hearingOpinion } = factsOf(file);
  if (hearingRequest) {
    return { message: `当事人于 ${hearingRequest.receivedOn} 申请听证，尚未举行。`, cure: '请举行听证；当事人撤回的，登记其书面撤回。' };
  }
  if (hearingRight !== 'held' || hearingOpinion) return null;
  return { message: '听证已经举行，主持人尚未提出意见。', cure: '请主持人依据听证笔录提出意见。' };
}

/** The party may ask where the line of the law is reached; beyond it the head may grant a hearing (第六十三条). */
export const hearingEntitled = (lineReached: Why): Rule => ({
  id: 'hearing-entitled',
  title: '属于可以要求听证的情形',
  basis: '行政处罚法第六十三条第一款',
  reads: ['case', 'parameters', 'form'],
  effect: 'refuse',
  check: (file) =>
    lineReached(file) === null ? { message: '拟作的处罚不属于可以要求听证的情形。', cure: '本机关认为有必要听证的，由负责人办理“准许听证”。' } : null,
});

/** The request came within the term from service, whenever it is entered (第六十四条第一项). */
export const hearingAskedInTime: Rule = {
  id: 'hearing-asked-in-time',
  title: '在期限内申请听证',
  basis: '行政处罚法第六十四条第一项、第八十五条',
  reads: ['form', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { receivedOn } = formOf<{ receivedOn: string }>(file);
    const clock = file.clocks.filter((one) => one.rule.startsWith('CASE-HEAR-REQ')).sort((one, other) => one.anchorOn.localeCompare(other.anchorOn)).at(-1);
    if (!clock?.statutoryDue || receivedOn <= clock.statutoryDue) return null;
    return { message: `听证申请期限于 ${clock.statutoryDue} 届满，申请于 ${receivedOn} 收到。`, cure: '逾期有正当理由的，由负责人办理“准许听证”，写明理由。' };
  },
};
