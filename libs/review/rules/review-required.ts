import { formatYuan, type CaseFile, type Rule } from '@sanzhi/kernel';
import { draftOf } from './review';

/** Kinds that weigh heavily whatever the money (行政处罚法第九条第三、四项; 第六十三条第一款第三至五项). */
const MAJOR_KINDS = ['暂扣许可证件', '降低资质等级', '吊销许可证件', '责令停产停业', '责令关闭', '限制从业'];

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
  const kind = draft.kinds.find((one) => MAJOR_KINDS.includes(one));
  if (kind) return `拟处“${kind}”`;
  const { kind: partyKind } = file.case.facts.party as { kind: string };
  const line = file.parameters[`review.threshold.${partyKind === 'organization' ? 'organization' : 'person'}Fen`];
  const largestFen = Math.max(draft.fineFen, draft.confiscatedFen);
  if (typeof line !== 'number') {
    return largestFen > 0 ? '法制审核目录的数额标准未载入法定值，有罚款、没收的一律按应当审核办理' : null;
  }
  return largestFen >= line ? `拟处罚款或者没收 ${formatYuan(largestFen)} 元，达到法制审核目录的 ${formatYuan(line)} 元` : null;
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
