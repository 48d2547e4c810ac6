import { changedFields, signOffDigest, type Rule } from '@sanzhi/kernel';
import { discussionOf, draftOf, lastMeeting } from './discussion';

/** Votes and resolution are on exactly what the case says now and what the meeting was called to. */
export const discussionOnCurrentDraft: Rule = {
  id: 'discussion-on-current-draft',
  title: '所议内容为现行内容',
  basis: '行政处罚法第五十七条第二款',
  reads: ['form', 'case', 'discussion'],
  effect: 'refuse',
  check: (file) => {
    const now = signOffDigest(draftOf(file));
    const meeting = lastMeeting(file);
    if (!meeting || now === null) return { message: '没有待讨论的处罚建议。', cure: '请先提请负责人集体讨论。' };
    if (file.step.form.digest === now && meeting.digest === now) return null;
    const fields = changedFields(discussionOf(file).convened ?? {}, draftOf(file) ?? {});
    if (fields.length > 0) {
      return { message: `处罚建议在提请讨论后有改动：${fields.join('、')}。`, cure: '请退回承办人，将改动后的处罚建议再次送审、提请讨论。' };
    }
    return { message: '所议内容与提请讨论的处罚建议不一致。', cure: '请刷新页面，审阅提请讨论的内容后重新办理。' };
  },
};
