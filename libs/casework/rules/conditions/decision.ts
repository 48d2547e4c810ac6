import type { Rule } from '@sanzhi/kernel';
import { factsOf, formOf, yuan, type Draft } from './facts';
import { decisionWasDue } from './overdue';

interface Amounts {
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
}

const sameKinds = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** Money goes with its kind: a fine needs 罚款, a confiscated sum needs 没收 (第九条). */
export const penaltyKindsConsistent: Rule = {
  id: 'penalty-kinds-consistent',
  title: '处罚种类与金额一致',
  basis: '行政处罚法第九条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { draft } = formOf<{ draft: Amounts }>(file);
    const fined = draft.kinds.includes('罚款') === draft.fineFen > 0;
    const confiscates = draft.kinds.some((kind) => kind.startsWith('没收'));
    if (fined && (confiscates || draft.confiscatedFen === 0)) return null;
    return {
      message: `处罚种类“${draft.kinds.join('、')}”与罚款 ${yuan(draft.fineFen)} 元、没收 ${yuan(draft.confiscatedFen)} 元不一致。`,
      cure: '有罚款的选择“罚款”并填金额，有没收金额的选择相应的没收种类。',
    };
  },
};

/** Licence kinds, which say what licence they are about. */
const LICENCE_KINDS = ['暂扣许可证件', '降低资质等级', '吊销许可证件'];

/** A notice and a decision that confiscate goods or touch a licence say which (第四十四条、第五十九条: 种类和内容). */
export const goodsAndLicenceNamed: Rule = {
  id: 'goods-and-licence-named',
  title: '写明没收的财物、所及的许可证件',
  basis: '行政处罚法第四十四条、第五十九条第一款第三项',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { draft } = formOf<{ draft: Draft }>(file);
    const lacking = [
      ...(draft.kinds.includes('没收非法财物') && !draft.goods ? ['没收的财物清单和价值'] : []),
      ...(draft.kinds.some((kind) => LICENCE_KINDS.includes(kind)) && !draft.licence ? ['许可证件'] : []),
    ];
    if (lacking.length > 0) return { message: `处罚建议没有写明${lacking.join('、')}。`, cure: '请补全处罚内容。' };
    const stray = draft.goods && !draft.kinds.includes('没收非法财物');
    return stray ? { message: '列有没收的财物，处罚种类中没有“没收非法财物”。', cure: '请选择“没收非法财物”，或者去掉清单。' } : null;
  },
};

/** What is decided is what was reported, reviewed and discussed; another penalty goes through them again. */
export const decisionFollowsDraft: Rule = {
  id: 'decision-follows-draft',
  title: '决定与审定的处罚建议一致',
  basis: '行政处罚法第五十七条、第五十八条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { draft } = factsOf(file);
    const form = formOf<Amounts>(file);
    if (!draft) return { message: '没有处罚建议。', cure: '请先办理调查终结报告。' };
    const same = form.fineFen === draft.fineFen && form.confiscatedFen === draft.confiscatedFen;
    if (same && sameKinds(form.kinds, draft.kinds)) return null;
    return {
      message: `拟作决定（${form.kinds.join('、')}，罚款 ${yuan(form.fineFen)} 元，没收 ${yuan(form.confiscatedFen)} 元）与处罚建议（${draft.kinds.join('、')}，罚款 ${yuan(draft.fineFen)} 元，没收 ${yuan(draft.confiscatedFen)} 元）不一致。`,
      cure: '需要变更的，重新提交调查终结报告，再次告知、审核、讨论。',
    };
  },
};

/** The decision is no heavier than what the party was told of (第四十五条第二款). */
export const decisionNotAboveNotice: Rule = {
  id: 'decision-not-above-notice',
  title: '不得重于告知的处罚',
  basis: '行政处罚法第四十四条、第四十五条第二款',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { notice } = factsOf(file);
    const form = formOf<Amounts>(file);
    if (!notice) return null;
    const untold = form.kinds.filter((kind) => !notice.kinds.includes(kind));
    const heavier = form.fineFen > notice.fineFen || form.confiscatedFen > notice.confiscatedFen;
    if (!heavier && untold.length === 0) return null;
    return {
      message: `拟作决定重于 ${notice.servedOn} 告知的处罚${untold.length ? `（未告知：${untold.join('、')}）` : ''}。`,
      cure: '不得因陈述申辩加重处罚；有新的事实、证据的，重新告知。',
    };
  },
};

/** Ninety days from filing, three months under the old rule; a late decision must still be possible, the defect stays. */
export const decidedInTime: Rule = {
  id: 'decided-in-time',
  title: '在办案期限内作出决定',
  basis: '行政处罚法第六十条；卫生行政处罚程序第二十九条',
  reads: ['clocks', 'step'],
  effect: 'defect',
  check: (file) => {
    const due = decisionWasDue(file);
    if (due === null) return null;
    return { message: `办案期限于 ${due} 届满，决定日为 ${file.step.actedOn}。`, cure: '程序瑕疵已记录，请说明原因。' };
  },
};

/** Condition: the decision orders money to be paid. */
export const moneyIsDue: Rule = {
  id: 'money-is-due',
  title: '决定有缴款义务',
  basis: '行政处罚法第六十七条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const amounts = factsOf(file).decision ?? formOf<Partial<Amounts>>(file);
    const due = (amounts.fineFen ?? 0) + (amounts.confiscatedFen ?? 0);
    return due > 0 ? null : { message: '决定没有缴款内容。', cure: '无需缴款。' };
  },
};

/** A decision takes effect with its service; a case is not closed before (第六十一条). */
export const decisionServed: Rule = {
  id: 'decision-served',
  title: '决定书已送达',
  basis: '行政处罚法第六十一条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) =>
    factsOf(file).service ? null : { message: '行政处罚决定书尚未送达。', cure: '请先送达决定书并登记送达情况。' },
};
