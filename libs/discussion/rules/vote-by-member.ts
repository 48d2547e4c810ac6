import type { Rule } from '@sanzhi/kernel';
import { lastMeeting } from './discussion';

/** Only who was called votes, in person, once (第五十七条第二款). */
export const voteByMember: Rule = {
  id: 'vote-by-member',
  title: '由参加讨论的负责人本人表决一次',
  basis: '行政处罚法第五十七条第二款',
  reads: ['actor', 'discussion'],
  effect: 'refuse',
  check: (file) => {
    const { actor } = file.step;
    const meeting = lastMeeting(file);
    if (!meeting?.members.includes(actor.person)) {
      return { message: `${actor.name}不是本次讨论的参加人。`, cure: '由参加讨论的负责人本人发表意见。' };
    }
    const voted = meeting.votes.find((vote) => vote.member === actor.person);
    return voted ? { message: `${actor.name}已于 ${voted.votedAt} 表决。`, cure: '表决不能更改；需要重新讨论的，退回后再次提请。' } : null;
  },
};
