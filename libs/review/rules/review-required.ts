import { formatYuan, type CaseFile, type Json, type Rule } from '@sanzhi/kernel';
import { draftOf } from './review';

/** A proposed penalty; one that was decided on the spot proposes nothing. */
interface Proposed {
  kinds?: string[];
  fineFen: number;
  confiscatedFen: number;
}

/**
 * Why the proposed penalty has to be reviewed, in Chinese; null when it need not be. The money line is the pack's (the
 * organ's own catalogue); where the pack gives none, every sum is reviewed rather than none.
 */
export function whyReviewed(file: CaseFile): string | null {
  const draft = draftOf(file) as Proposed | null;
  if (!draft?.kinds) return null;
  const kind = draft.kinds.find((one) => weighsHeavily(one, file.parameters['review.kinds']));
  if (kind) return `拟处“${kind}”`;
  const { kind: partyKind } = file.case.facts.party as { kind: string };
  const line = file.parameters[`review.threshold.${partyKind === 'organization' ? 'organization' : 'person'}Fen`];
  const largestFen = Math.max(draft.fineFen, draft.confiscatedFen);
  if (typeof line !== 'number') {
    return largestFen > 0 ? '法制审核目录的数额标准未载入法定值，有罚款、没收的一律按应当审核办理' : null;
  }
  return largestFen >= line ? `拟处罚款或者没收 ${formatYuan(largestFen)} 元，达到法制审核目录的 ${formatYuan(line)} 元` : null;
}

/** A kind of the pack's catalogue; where none is loaded, whatever is more than a warning and is not money. */
function weighsHeavily(kind: string, catalogue: Json | undefined): boolean {
  if (Array.isArray(catalogue)) return catalogue.includes(kind);
  return !['警告', '通报批评', '罚款', '没收违法所得', '没收非法财物'].includes(kind);
}

/** Condition: the proposed penalty is one of those that may not be decided without legal review (第五十八条第一款). */
export const reviewRequired: Rule = {
  id: 'review-required',
  title: '属于法制审核范围',
  basis: '行政处罚法第五十八条第一款；国办发〔2018〕118号',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => (whyReviewed(file) ? null : { message: '不属于法制审核范围。', cure: '无需法制审核。' }),
};
