import { changedFields, signOffDigest, type CaseFile, type Rule, type Unmet } from '@sanzhi/kernel';
import { discussionOf, draftOf, lastMeeting } from './discussion';

/** No decision where discussion is due (the reason, in Chinese) before the heads approved of exactly this draft (第五十七条第二款). */
export const discussionResolvedWhereRequired = (whyDiscussed: (file: CaseFile) => string | null): Rule => ({
  id: 'discussion-resolved-where-required',
  title: '负责人集体讨论通过',
  basis: '行政处罚法第五十七条第二款',
  reads: ['case', 'parameters', 'discussion'],
  effect: 'refuse',
  check: (file) => {
    const why = whyDiscussed(file);
    return why === null ? null : unresolved(file, why);
  },
});

function unresolved(file: CaseFile, why: string): Unmet | null {
  const meeting = lastMeeting(file);
  if (!meeting) return { message: `${why}，尚未经负责人集体讨论。`, cure: '请提请负责人集体讨论决定。' };
  if (meeting.resolution !== 'approved') {
    const state = meeting.resolution ? '未通过，已退回' : '尚未形成决定';
    return { message: `${why}，第${meeting.round}次集体讨论${state}。`, cure: '按讨论意见处理后再次提请集体讨论。' };
  }
  if (meeting.digest === signOffDigest(draftOf(file))) return null;
  const fields = changedFields(discussionOf(file).convened ?? {}, draftOf(file) ?? {});
  return {
    message: `集体讨论通过的处罚建议在讨论后有改动：${fields.join('、')}。原讨论决定不再有效。`,
    cure: '请将改动后的处罚建议再次送审、提请集体讨论。',
  };
}
