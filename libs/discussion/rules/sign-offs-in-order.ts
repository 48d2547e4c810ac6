import type { Rule } from '@sanzhi/kernel';
import { lastMeeting } from './discussion';

/** Rounds of review as the rule needs them; another feature keeps them. */
interface Round {
  round: number;
  opinion: string | null;
  givenAt: string | null;
}

/** First the review, then the heads (第五十七条第二款、第五十八条): what was reviewed anew is discussed anew. */
export const signOffsInOrder: Rule = {
  id: 'sign-offs-in-order',
  title: '先法制审核、后集体讨论',
  basis: '行政处罚法第五十七条第二款、第五十八条第一款',
  reads: ['review', 'discussion'],
  effect: 'refuse',
  check: (file) => {
    const meeting = lastMeeting(file);
    const { rounds = [] } = (file.slices.review ?? {}) as { rounds?: Round[] };
    const review = rounds.at(-1);
    if (meeting?.resolution !== 'approved' || !review?.givenAt || review.givenAt <= meeting.convenedAt) return null;
    return {
      message: `第${review.round}次法制审核在第${meeting.round}次集体讨论之后。`,
      cure: '请将审核后的处罚建议再次提请集体讨论。',
    };
  },
};
