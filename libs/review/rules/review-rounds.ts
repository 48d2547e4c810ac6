import { signOffDigest, type Rule } from '@sanzhi/kernel';
import { draftOf, lastRound, OPINIONS } from './review';

const BASIS = '行政处罚法第五十八条；国办发〔2018〕118号';

/** What an earlier opinion found is answered when the draft is submitted again. */
export const reviewAnswered: Rule = {
  id: 'review-answered',
  title: '已说明对上次审核意见的处理',
  basis: BASIS,
  reads: ['form', 'review'],
  effect: 'refuse',
  check: (file) => {
    const last = lastRound(file);
    const { response } = file.step.form;
    if (!last?.opinion || last.opinion === 'OP-AGREE' || (typeof response === 'string' && response.trim() !== '')) return null;
    return {
      message: `第${last.round}次法制审核意见为“${OPINIONS[last.opinion]}”，未说明处理情况。`,
      cure: '请逐项说明对上次审核意见的采纳和处理情况。',
    };
  },
};

/** A draft that waits for its opinion is not submitted a second time. */
export const reviewNotWaiting: Rule = {
  id: 'review-not-waiting',
  title: '没有待审核的同一处罚建议',
  basis: BASIS,
  reads: ['case', 'review'],
  effect: 'refuse',
  check: (file) => {
    const last = lastRound(file);
    const waits = last !== undefined && last.opinion === null && last.digest === signOffDigest(draftOf(file));
    return waits ? { message: `第${last.round}次送审的处罚建议尚未出具意见。`, cure: '请等待审核意见。' } : null;
  },
};

/** An opinion is given on a round that waits for one. */
export const opinionWaitedFor: Rule = {
  id: 'opinion-waited-for',
  title: '有待审核的送审',
  basis: BASIS,
  reads: ['review'],
  effect: 'refuse',
  check: (file) => (lastRound(file)?.opinion === null ? null : { message: '没有待出具意见的送审。', cure: '请由承办人送法制审核。' }),
};

/** Review before the notice is an option of the organ's pack. */
export const reviewComesBeforeNotice: Rule = {
  id: 'review-comes-before-notice',
  title: '本机关在告知前进行法制审核',
  basis: '本机关法制审核办法（行政处罚法第五十八条只规定在作出决定之前）',
  reads: ['parameters'],
  effect: 'refuse',
  check: ({ parameters }) =>
    parameters['review.point'] === 'before-notice'
      ? null
      : { message: '本机关的法制审核在告知、听取意见之后进行。', cure: '请先办理处罚前告知；需要改为告知前审核的，由法制人员填写参数 review.point。' },
};

/** Where several review together, each says his opinion once and another closes the round. */
export const oneOpinionEach: Rule = {
  id: 'one-opinion-each',
  title: '每名审核人员出具一次意见',
  basis: BASIS,
  reads: ['actor', 'review'],
  effect: 'refuse',
  check: (file) => {
    const { actor } = file.step;
    const given = lastRound(file)?.joint.find((one) => one.reviewer === actor.person);
    return given ? { message: `${actor.name}已于 ${given.givenAt} 出具意见。`, cure: '请由其他审核人员出具意见。' } : null;
  },
};

/** As many reviewers as the organ's pack asks for; split views are kept side by side. */
export const enoughReviewers: Rule = {
  id: 'enough-reviewers',
  title: '审核人员达到规定人数',
  basis: '本机关法制审核办法',
  reads: ['parameters', 'review', 'actor'],
  effect: 'refuse',
  check: (file) => {
    const wanted = file.parameters['review.minReviewers'];
    const others = (lastRound(file)?.joint ?? []).filter((one) => one.reviewer !== file.step.actor.person).length;
    if (typeof wanted !== 'number' || others + 1 >= wanted) return null;
    return { message: `本机关规定由${wanted}名以上人员审核，现为${others + 1}名。`, cure: '请其他审核人员先办理“出具合议意见”。' };
  },
};

/** Conditions of going through several rounds, and of several reviewers. */
export const roundRules: readonly Rule[] = [
  reviewAnswered,
  reviewNotWaiting,
  opinionWaitedFor,
  reviewComesBeforeNotice,
  oneOpinionEach,
  enoughReviewers,
];
