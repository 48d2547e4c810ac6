import type { Rule } from '@sanzhi/kernel';

/** A number needs the organ's own word; nothing is numbered with a guessed one. */
export const numberingLoaded: Rule = {
  id: 'numbering-loaded',
  title: '已登记文号代字',
  basis: '行政处罚法第五十九条；本机关公文规定',
  reads: ['parameters'],
  effect: 'refuse',
  check: ({ parameters }) =>
    typeof parameters['numbering.abbr'] === 'string'
      ? null
      : { message: '本机关的文号代字未载入法定值，不能编号。', cure: '请本机关法制人员在参数包中填写“文号代字”（numbering.abbr）。' },
};
