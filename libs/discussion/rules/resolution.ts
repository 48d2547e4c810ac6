import { RECUSED, type CaseFile, type Rule } from '@sanzhi/kernel';
import { lastMeeting, ruleOf, votesOf } from './discussion';

interface Quorum {
  cast: number;
  /** More than this many votes are needed; null where the pack does not say. */
  above: number | null;
}

/** An officer as identity shows one; only what the rules need. */
interface OfficerSeen {
  id: string;
  posts: string[];
}

const approves = (file: CaseFile): boolean => file.step.form.resolution === 'approved';

/** Heads who were recused count for nothing: neither do they vote, nor are they missing. */
function recusedHeads(file: CaseFile): number {
  const { officers = [] } = (file.slices.identity ?? {}) as { officers?: OfficerSeen[] };
  const gone = file.duties.filter((row) => row.duty === RECUSED).map((row) => row.person);
  const called = lastMeeting(file)?.members ?? [];
  const isHead = (person: string): boolean => called.includes(person) || officers.some((one) => one.id === person && one.posts.includes('voter'));
  return new Set(gone.filter(isHead)).size;
}

/** Heads who can take part in the case; null where the pack does not say how many there are. */
export function headsOf(file: CaseFile): number | null {
  const { 'discussion.heads': heads } = file.parameters;
  return typeof heads === 'number' ? heads - recusedHeads(file) : null;
}

function quorumOf(file: CaseFile): Quorum {
  const { 'discussion.quorum.share': share } = file.parameters;
  const heads = headsOf(file);
  const above = typeof share === 'number' && heads !== null ? share * heads : null;
  return { cast: votesOf(file).length, above };
}

const reached = ({ cast, above }: Quorum): boolean => above !== null && cast > above;

function hasMajority(file: CaseFile): boolean {
  const votes = votesOf(file);
  return votes.filter((vote) => vote.vote === 'agree').length * 2 > votes.length;
}

/** How the chair voted; undefined while he has not. */
const chairsVote = (file: CaseFile): string | undefined => votesOf(file).find((vote) => vote.member === lastMeeting(file)?.chair)?.vote;

/** Whether the votes carry an approval under the rule of the organ's pack. */
const carries = (file: CaseFile): boolean => (ruleOf(file) === 'chair' ? chairsVote(file) === 'agree' : hasMajority(file));

/**
 * Enough heads took part. No statute says how many, so the pack must; a meeting that too few attended can approve of
 * nothing, but it can always be ended by returning the case.
 */
export const quorumReached: Rule = {
  id: 'quorum-reached',
  title: '达到集体讨论的法定人数',
  basis: '行政处罚法第五十七条第二款；本机关议事规则',
  reads: ['form', 'discussion', 'parameters', 'duties', 'identity'],
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

/**
 * What is written down as resolved is what the votes say: by majority, more than half of those cast; where the pack lets
 * the chair decide after all have spoken, as the chair did.
 */
export const resolutionFollowsVotes: Rule = {
  id: 'resolution-follows-votes',
  title: '讨论结论与表决一致',
  basis: '行政处罚法第五十七条第二款；本机关议事规则',
  reads: ['form', 'discussion', 'parameters', 'duties'],
  effect: 'refuse',
  check: (file) => {
    const carried = carries(file);
    if (approves(file)) return carried ? null : { message: `${tellVotes(file)}，未通过。`, cure: '结论应为退回。' };
    return carried && reached(quorumOf(file)) ? { message: `${tellVotes(file)}，已通过。`, cure: '结论应为通过。' } : null;
  },
};

function tellVotes(file: CaseFile): string {
  const votes = votesOf(file);
  const agree = votes.filter((vote) => vote.vote === 'agree').length;
  const byChair = ruleOf(file) === 'chair' ? `，主持人${chairsVote(file) === 'agree' ? '同意' : '未同意'}` : '';
  return `表决 ${votes.length} 人，同意 ${agree} 人${byChair}`;
}
