import type { Json, Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

/** Whether a dotted path leads to a single value below the facts. */
function leadsToValue(facts: Json, path: string): boolean {
  let here: Json = facts;
  for (const step of path.split('.')) {
    if (here === null || typeof here !== 'object' || Array.isArray(here) || !Object.hasOwn(here, step)) return false;
    here = here[step];
  }
  return here === null || typeof here !== 'object';
}

/** A correction names an entry that exists and one recorded value; signed and decided content is not corrected so. */
export const correctableFact: Rule = {
  id: 'correctable-fact',
  title: '可以更正的事项',
  basis: '行政处罚法第四十七条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { seq, fact } = formOf<{ seq: number; fact: string }>(file);
    const fixed = ['draft', 'decision', 'notice', 'correction'].includes(fact.split('.')[0]);
    if (seq <= file.case.version && !fixed && leadsToValue(file.case.facts, fact)) return null;
    return {
      message: `第 ${seq} 条记录的“${fact}”不能用更正方式修改。`,
      cure: '请填写已登记的单项内容；处罚建议、告知和决定的内容须重新办理相应环节。',
    };
  },
};

/** An approval needs a request. */
export const correctionRequested: Rule = {
  id: 'correction-requested',
  title: '已有更正申请',
  basis: '行政处罚法第四十七条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) =>
    factsOf(file).correction ? null : { message: '没有待批准的更正申请。', cure: '由承办人先申请更正。' },
};
