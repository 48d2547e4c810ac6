import type { JsonObject, Rule } from '@sanzhi/kernel';

/** The papers that the pack demands for this procedure and outcome are in the file (`closing.papers.<procedure>.<outcome>`). */
export const closingPapersComplete: Rule = {
  id: 'closing-papers-complete',
  title: '结案必备文书齐全',
  basis: '行政处罚法第四十七条',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: ({ case: { procedure, facts }, parameters }) => {
    const outcome = (facts.conclusion as JsonObject | undefined)?.outcome ?? 'punished';
    const wanted = parameters[`closing.papers.${procedure.replace(/^penalty-/, '')}.${String(outcome)}`];
    if (!Array.isArray(wanted)) return null;
    const papers = (facts.documents ?? {}) as JsonObject;
    const missing = wanted.map(String).filter((kind) => !papers[kind]);
    return missing.length === 0 ? null : { message: `缺少结案必备文书：${missing.join('、')}。`, cure: '请补齐文书；必备文书的范围由本机关参数规定。' };
  },
};
