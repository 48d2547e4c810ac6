import { changedFields, signOffDigest, type CaseFile, type Rule, type Unmet } from '@sanzhi/kernel';
import { draftOf, lastRound, OPINIONS, reviewOf } from './review';

/** Why the proposed penalty has to be reviewed, in Chinese; null when it need not be. */
type Why = (file: CaseFile) => string | null;

/** No decision without review, or before it was passed, where review is due; one changed character voids it (第五十八条). */
export const reviewPassedWhereRequired = (whyReviewed: Why): Rule => ({
  id: 'review-passed-where-required',
  title: '法制审核通过',
  basis: '行政处罚法第五十八条第一款',
  reads: ['case', 'parameters', 'review'],
  effect: 'refuse',
  check: (file) => {
    const why = whyReviewed(file);
    return why === null ? null : (unpassed(file, why) ?? unconfirmed(file));
  },
});

/** Where review comes before the notice, the party is not told of what was not passed (pack option `review.point`). */
export const reviewPassedBeforeNotice = (whyReviewed: Why): Rule => ({
  id: 'review-passed-before-notice',
  title: '告知前法制审核通过',
  basis: '行政处罚法第五十八条第一款；本机关法制审核办法',
  reads: ['case', 'parameters', 'review'],
  effect: 'refuse',
  check: (file) => {
    const why = file.parameters['review.point'] === 'before-notice' ? whyReviewed(file) : null;
    return why === null ? null : unpassed(file, why);
  },
});

/** What came after the draft was submitted: `at` is when it was entered, an instant; entries of old files have none. */
interface Since {
  kind?: string;
  at?: string | null;
}

/** What the party said, or a hearing, came after the review: whoever reviewed says whether it changes anything. */
function unconfirmed(file: CaseFile): Unmet | null {
  const last = lastRound(file)!;
  const { statement, hearing } = file.case.facts as { statement?: Since | null; hearing?: Since | null };
  const early = last.point === 'before-notice';
  // In one instant a statement follows the review before its notice, and precedes the submission before the decision.
  const later = ({ at }: Since): boolean => (at ? at > last.submittedAt || (early && at === last.submittedAt) : early);
  const since = [
    ...(statement?.kind === 'stated' && later(statement) ? ['当事人提出了陈述申辩'] : []),
    ...(hearing && later(hearing) ? ['举行了听证'] : []),
  ];
  if (since.length === 0) return null;
  return { message: `法制审核之后${since.join('、')}，尚未再次确认。`, cure: '请将复核情况连同处罚建议再次送法制审核确认。' };
}

function unpassed(file: CaseFile, why: string): Unmet | null {
  const last = lastRound(file);
  if (!last) return { message: `${why}，尚未经法制审核。`, cure: '请先送法制审核；未经审核或者审核未通过的，不得作出决定。' };
  if (last.opinion !== 'OP-AGREE') {
    const state = last.opinion ? `意见为“${OPINIONS[last.opinion]}”` : '尚未出具意见';
    return { message: `${why}，第${last.round}次法制审核${state}。`, cure: '按审核意见处理后再次送审。' };
  }
  if (last.digest === signOffDigest(draftOf(file))) return null;
  const fields = changedFields(reviewOf(file).submitted ?? {}, draftOf(file) ?? {});
  return {
    message: `法制审核通过的处罚建议在审核后有改动：${fields.join('、')}。原审核意见不再有效。`,
    cure: '请将改动后的处罚建议再次送法制审核。',
  };
}
