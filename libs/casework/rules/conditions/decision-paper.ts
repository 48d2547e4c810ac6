import type { Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

interface Paper {
  factsFound?: string;
  basis?: string;
  fineFen?: number;
  confiscatedFen?: number;
}

/** What a decision has to state (第五十九条第一款); what is missing stays visible, since a silent paper stretches the remedy terms. */
export const decisionPaperComplete: Rule = {
  id: 'decision-paper-complete',
  title: '决定书要素齐备',
  basis: '行政处罚法第五十二条第二款、第五十九条第一款；行政复议法第二十条第三款；行诉解释第六十四条',
  reads: ['form', 'case', 'parameters'],
  effect: 'defect',
  check: (file) => {
    const { party, draft, ending } = factsOf(file);
    const paper: Paper = { ...draft, ...(ending as Paper | null | undefined), ...formOf<Paper>(file) };
    const dues = (paper.fineFen ?? 0) + (paper.confiscatedFen ?? 0) > 0;
    const given = (id: string): boolean => typeof file.parameters[id] === 'string';
    const elements: [title: string, there: boolean][] = [
      ['当事人地址', !!party?.address],
      ['违法事实', !!paper.factsFound],
      ['依据', !!paper.basis],
      ['缴款途径', !dues || given('document.paymentChannel')],
      ['行政复议机关', given('document.reconsiderationOrgan')],
      ['管辖法院', given('document.court')],
    ];
    const lacking = elements.filter(([, there]) => !there).map(([title]) => title);
    return lacking.length === 0 ? null : { message: `决定书缺少：${lacking.join('、')}。`, cure: '请补全当事人登记信息，由本机关法制人员在参数包中填写救济途径。' };
  },
};
