import type { CaseFile, Rule } from '@sanzhi/kernel';

/** A request to extend, as facts keep it; it is gone once the extension is decided. */
export interface ExtensionAsked {
  length: number;
  reason: string;
  on: string;
}

/** One head's vote on that request, from his own account. */
export interface ExtensionVote {
  person: string;
  vote: 'agree' | 'disagree';
}

const factsIn = ({ case: { facts } }: CaseFile) => facts as unknown as { extensionAsked?: ExtensionAsked | null; extensionVotes?: ExtensionVote[] | null };

/** The votes that were given on the request that stands. */
export const votesOn = (file: CaseFile): ExtensionVote[] => (factsIn(file).extensionAsked ? (factsIn(file).extensionVotes ?? []) : []);

/**
 * Whether the heads have agreed, in a discussion about this very extension and this length: more than half of all heads
 * where the pack says how many there are, else more than half of at least two who voted.
 */
export function extensionResolved(file: CaseFile, length: number): boolean {
  const votes = votesOn(file);
  const agreed = votes.filter(({ vote }) => vote === 'agree').length;
  const heads = file.parameters['discussion.heads'];
  const all = typeof heads === 'number' ? heads : Math.max(votes.length, 2);
  return factsIn(file).extensionAsked?.length === length && agreed * 2 > all;
}

/** A head votes on a request that stands, once. */
export const extensionVoteOpen: Rule = {
  id: 'extension-vote-open',
  title: '延长期限的集体讨论',
  basis: '行政处罚法第六十条；本机关议事规则',
  reads: ['case', 'actor'],
  effect: 'refuse',
  check: (file) => {
    if (!factsIn(file).extensionAsked) return { message: '没有待讨论的延长申请。', cure: '请承办人先提请延长，写明天数和理由。' };
    if (!votesOn(file).some(({ person }) => person === file.step.actor.person)) return null;
    return { message: `${file.step.actor.name}已就本次延长发表意见。`, cure: '每人一次；意见有变的，请重新提请。' };
  },
};
