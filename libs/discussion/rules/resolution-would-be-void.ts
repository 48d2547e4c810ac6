import { changedFields, type JsonObject, type Rule } from '@sanzhi/kernel';
import { discussionOf, lastMeeting } from './discussion';

/** Condition: the report now changes what the heads approved of, so that their resolution no longer holds. */
export const resolutionWouldBeVoid: Rule = {
  id: 'resolution-would-be-void',
  title: '处罚建议的改动使讨论决定失效',
  basis: '行政处罚法第五十七条第二款',
  reads: ['form', 'discussion'],
  effect: 'refuse',
  check: (file) => {
    const { convened } = discussionOf(file);
    const draft = file.step.form.draft as JsonObject | undefined;
    const approved = lastMeeting(file)?.resolution === 'approved';
    const changed = approved && convened && draft ? changedFields(convened, { ...draft, law: convened.law ?? null }) : [];
    return changed.length > 0 ? null : { message: '讨论决定不受影响。', cure: '无需办理。' };
  },
};
