import type { Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

const basis = '行政强制法第三十五条、第三十六条';

/** What is said to an urging, and answered, has an urging before it. */
export const urgingServed: Rule = {
  id: 'urging-served',
  title: '催告书已送达',
  basis,
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (factsOf(file).urging ? null : { message: '尚未送达催告书。', cure: '请先送达催告书。' }),
};

/** An urging says the term, the sum, the way to pay it and the right to be heard (第三十五条); the way comes from the pack. */
export const urgingLetterComplete: Rule = {
  id: 'urging-letter-complete',
  title: '催告书载明履行方式',
  basis: '行政强制法第三十五条、第五十四条',
  reads: ['parameters'],
  effect: 'refuse',
  check: ({ parameters }) =>
    parameters['document.paymentChannel']
      ? null
      : { message: '催告书须载明给付的方式，缴款途径未载入。', cure: '由系统管理员在参数包中填写缴款途径。' },
};

/** An answer needs a view. */
export const urgingViewRecorded: Rule = {
  id: 'urging-view-recorded',
  title: '已记录当事人对催告的意见',
  basis,
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (factsOf(file).urgingView ? null : { message: '没有待复核的当事人意见。', cure: '请先记录当事人的陈述、申辩。' }),
};

/** What the party says to an urging is heard, checked and answered before a court is asked (第三十六条). */
export const urgingViewAnswered: Rule = {
  id: 'urging-view-answered',
  title: '当事人对催告的意见已复核答复',
  basis: '行政强制法第三十六条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const { urgingView } = factsOf(file);
    return !urgingView || urgingView.answer ? null : { message: '当事人收到催告书后提出的意见尚未复核、答复。', cure: '请对其提出的事实、理由和证据进行记录、复核并答复；成立的应当采纳。' };
  },
};

/** The papers a court is handed (行政强制法第五十五条第一款第一项至第四项); the fifth, others by law, where there are any. */
const COURT_PAPERS = ['强制执行申请书', '行政决定书及作出决定的事实、理由和依据', '当事人的意见及行政机关催告情况', '申请强制执行标的情况'];

/** All papers are named when a court is asked. */
export const courtPapersComplete: Rule = {
  id: 'court-papers-complete',
  title: '申请强制执行的材料齐全',
  basis: '行政强制法第五十五条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { papers = [] } = formOf<{ papers?: string[] }>(file);
    const missing = COURT_PAPERS.filter((paper) => !papers.includes(paper));
    return missing.length === 0 ? null : { message: `申请材料缺少：${missing.join('、')}。`, cure: '请备齐材料；申请书由行政机关负责人签名、加盖印章并注明日期。' };
  },
};
