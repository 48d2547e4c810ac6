import type { Rule } from '@sanzhi/kernel';
import { factsOf } from './facts';

/** No decision without the notice of facts, grounds, basis and rights (第四十四、六十二条). */
export const noticeServed: Rule = {
  id: 'notice-served',
  title: '已依法告知',
  basis: '行政处罚法第四十四条、第六十二条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) =>
    factsOf(file).notice
      ? null
      : { message: '尚未向当事人告知拟处罚的内容、事实、理由、依据和权利。', cure: '请先办理“处罚前告知”并送达。' },
};

/** The party was heard, waived expressly, or the pack's term ran out in silence (第四十五、六十二条). */
export const statementSettled: Rule = {
  id: 'statement-settled',
  title: '陈述申辩权已保障',
  basis: '行政处罚法第四十五条、第六十二条',
  reads: ['case', 'clocks', 'step'],
  effect: 'refuse',
  check: (file) => {
    if (factsOf(file).statement) return null;
    const clock = file.clocks.find((one) => one.rule === 'CASE-NOTICE' && one.state === 'running');
    if (clock?.statutoryDue && clock.statutoryDue < file.step.actedOn) return null;
    const until = clock ? `陈述申辩期限至 ${clock.statutoryDue}，` : '本地未设定陈述申辩期限，';
    return {
      message: `${until}当事人尚未陈述申辩，也没有书面放弃。`,
      cure: '记录当事人的陈述申辩或书面放弃声明，或等待期限届满。',
    };
  },
};
