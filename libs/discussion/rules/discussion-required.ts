import { formatYuan, type CaseFile, type Json, type Rule } from '@sanzhi/kernel';
import { draftOf } from './discussion';

/** A proposed penalty; one that was decided on the spot proposes nothing. */
interface Proposed {
  kinds?: string[];
  fineFen: number;
  confiscatedFen: number;
}

/**
 * Why the heads have to discuss the proposed penalty, in Chinese; null when they need not. The law says 情节复杂或者重大违法行为
 * and no number: the money line is the pack's, and where the pack gives none, every sum is discussed rather than none.
 */
export function whyDiscussed(file: CaseFile): string | null {
  const draft = draftOf(file) as Proposed | null;
  if (!draft?.kinds) return null;
  const kind = draft.kinds.find((one) => weighsHeavily(one, file.parameters['discussion.kinds']));
  if (kind) return `拟处“${kind}”`;
  const { kind: partyKind } = file.case.facts.party as { kind: string };
  const line = file.parameters[`discussion.threshold.${partyKind === 'organization' ? 'organization' : 'person'}Fen`];
  const largestFen = Math.max(draft.fineFen, draft.confiscatedFen);
  if (typeof line !== 'number') {
    return largestFen > 0 ? '集体讨论的数额标准未载入法定值，有罚款、没收的一律按应当集体讨论办理' : null;
  }
  return largestFen >= line ? `拟处罚款或者没收 ${formatYuan(largestFen)} 元，达到集体讨论的 ${formatYuan(line)} 元` : null;
}

/** A kind of the pack's catalogue; where none is loaded, whatever is more than a warning and is not money. */
function weighsHeavily(kind: string, catalogue: Json | undefined): boolean {
  if (Array.isArray(catalogue)) return catalogue.includes(kind);
  return !['警告', '通报批评', '罚款', '没收违法所得', '没收非法财物'].includes(kind);
}

/** Condition: the proposed penalty is one of those that the heads decide together (第五十七条第二款). */
export const discussionRequired: Rule = {
  id: 'discussion-required',
  title: '属于集体讨论范围',
  basis: '行政处罚法第五十七条第二款',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => (whyDiscussed(file) ? null : { message: '不属于集体讨论范围。', cure: '无需集体讨论。' }),
};
