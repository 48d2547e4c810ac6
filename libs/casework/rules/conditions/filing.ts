import type { Rule } from '@sanzhi/kernel';
import { factsOf } from './facts';

/** Where the pack asks for it, a clue is checked before a case is filed on it, and has to stand. */
export const clueVerifiedWhereRequired: Rule = {
  id: 'clue-verified-where-required',
  title: '线索已核查',
  basis: '行政处罚法第五十四条（核查无明文，由本机关规定）',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const { verification } = factsOf(file);
    if (verification?.result === 'unfounded') return { message: '核查结论为线索不成立。', cure: '请重新核查，或者不予立案。' };
    if (verification || file.parameters['filing.verification'] !== true) return null;
    return { message: '本机关规定立案前须核查线索，尚无核查记录。', cure: '请先记录核查情况。' };
  },
};

/** The head of the handling unit agrees before the head of the organ approves, unless the pack leaves that step out. */
export const filingEndorsedWhereRequired: Rule = {
  id: 'filing-endorsed-where-required',
  title: '承办机构负责人已同意立案',
  basis: '行政处罚法第五十四条第二款（审批层级由本机关规定）',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    if (factsOf(file).filingEndorsed || file.parameters['filing.sectionHead'] === false) return null;
    return { message: '承办机构负责人尚未签署意见。', cure: '请由承办机构负责人先签署立案意见；不设这一级的，由参数 filing.sectionHead 载明。' };
  },
};
