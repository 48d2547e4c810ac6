import type { CaseFile, Rule } from '@sanzhi/kernel';
import { lastMeeting, type VoteCast } from './discussion';

interface Quorum {
  cast: number;
  /** More than this many votes are needed; null where the pack does not say. */
  above: number | null;
}

const votesOf = (file: CaseFile): VoteCast[] => lastMeeting(file)?.votes ?? [];

const approves = (file: CaseFile): boolean => file.step.form.resolution === 'approved';

function quorumOf(file: CaseFile): Quorum {
  const { 'discussion.quorum.share': share, 'discussion.heads': heads } = file.parameters;
  const above = typeof share === 'number' && typeof heads === 'number' ? share * heads : null;
  return { cast: votesOf(file).length, above };
}

const reached = ({ cast, above }: Quorum): boolean => above !== null && cast > above;

function hasMajority(file: CaseFile): boolean {
  const votes = votesOf(file);
  return votes.filter((vote) => vote.vote === 'agree').length * 2 > votes.length;
}

/**
 * Enough heads took part. No statute says how many, so the pack must; a meeting that too few attended can approve of
 * nothing, but it can always be ended by returning the case.
 */
export const quorumReached: Rule = {
  id: 'quorum-reached',
  title: '达到集体讨论的法定人数',
  basis: '行政处罚法第五十七条第二款；本机关议事规则',
  reads: ['form', 'discussion', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const quorum = quorumOf(file);
    if (!approves(file) || reached(quorum)) return null;
    if (quorum.above === null) {
      return {
        message: '集体讨论的出席比例或者负责人总数未载入法定值。',
        cure: '请由法制人员在本机关参数包中填写 discussion.quorum.share 和 discussion.heads。',
      };
    }
    const needed = Math.floor(quorum.above) + 1;
    return { message: `已表决 ${quorum.cast} 人，应当不少于 ${needed} 人。`, cure: '请未表决的负责人发表意见，或者退回后另行提请讨论。' };
  },
};

/** What is written down as resolved is what the votes say: approved with more than half of those cast, else returned. */
export const resolutionFollowsVotes: Rule = {
  id: 'resolution-follows-votes',
  title: '讨论结论与表决一致',
  basis: '行政处罚法第五十七条第二款；本机关议事规则',
  reads: ['form', 'discussion', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const votes = votesOf(file);
    const agree = votes.filter((vote) => vote.vote === 'agree').length;
    if (approves(file)) {
      return hasMajority(file)
        ? null
        : { message: `表决 ${votes.length} 人，同意 ${agree} 人，未过半数。`, cure: '结论应为退回。' };
    }
    return hasMajority(file) && reached(quorumOf(file))
      ? { message: `表决 ${votes.length} 人，同意 ${agree} 人，已过半数。`, cure: '结论应为通过。' }
      : null;
  },
};
