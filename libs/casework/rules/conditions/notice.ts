import type { Rule } from '@sanzhi/kernel';
import { factsOf, formOf, yuan, type Draft, type NoticeServed } from './facts';

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

/** What of a penalty weighs more than what the party was told before, in Chinese. */
function heavierThan(before: NoticeServed, draft: Draft): string[] {
  const sums: [title: string, was: number, is: number][] = [
    ['罚款', before.fineFen, draft.fineFen],
    ['没收', before.confiscatedFen, draft.confiscatedFen],
    ['没收财物的价值', before.goodsFen ?? 0, draft.goods?.valueFen ?? 0],
  ];
  const kinds = draft.kinds.filter((kind) => !before.kinds.includes(kind)).map((kind) => `“${kind}”`);
  return [...kinds, ...sums.filter(([, was, is]) => is > was).map(([title, was, is]) => `${title} ${yuan(was)} 元改为 ${yuan(is)} 元`)];
}

/**
 * A second notice may be heavier than the one before, in sum or in kind, only for new facts, new evidence or another basis:
 * never in answer to what the party said (第四十五条第二款).
 */
export const renoticeGrounded: Rule = {
  id: 'renotice-grounded',
  title: '再次告知加重处罚须有新的事实、证据或者依据',
  basis: '行政处罚法第四十四条、第四十五条第二款',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { notices = [], draft } = factsOf(file);
    const before = notices.at(-1);
    if (!before || !draft || formOf<{ renewed?: object }>(file).renewed) return null;
    const heavier = heavierThan(before, draft);
    if (heavier.length === 0) return null;
    return { message: `拟告知的处罚重于 ${before.servedOn} 的告知：${heavier.join('、')}。`, cure: '请写明新的事实、证据或者依据的变更；不得因陈述申辩加重处罚。' };
  },
};
