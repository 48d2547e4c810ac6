import type { Rule } from '@sanzhi/kernel';
import { factsOf, formOf, yuan } from './facts';

interface SpotForm {
  kinds: string[];
  fineFen: number;
  rightsTold: boolean;
}

/** On the spot only a warning or a small fine (第五十一条). */
export const summaryKinds: Rule = {
  id: 'summary-kinds',
  title: '当场处罚的种类',
  basis: '行政处罚法第五十一条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { kinds, fineFen } = formOf<SpotForm>(file);
    const other = kinds.filter((kind) => kind !== '警告' && kind !== '罚款');
    if (other.length > 0) return { message: `当场处罚不得适用“${other.join('、')}”。`, cure: '请改用普通程序。' };
    if (kinds.includes('罚款') === fineFen > 0) return null;
    return { message: '处罚种类与罚款金额不一致。', cure: '有罚款的选择“罚款”并填金额。' };
  },
};

/** 200 yuan for a citizen, 3,000 for a body (第五十一条); an individual business counts as the pack says. */
export const summaryLimit: Rule = {
  id: 'summary-limit',
  title: '当场处罚的限额',
  basis: '行政处罚法第五十一条',
  reads: ['form', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const kind = factsOf(file).party?.kind;
    const as = kind === 'individual-business' ? file.parameters['summary.individualBusinessAs'] : kind;
    const name = as === 'organization' ? 'summary.limit.organizationFen' : 'summary.limit.personFen';
    const limit = Number(file.parameters[name]);
    const { fineFen } = formOf<SpotForm>(file);
    if (fineFen <= limit) return null;
    return { message: `罚款 ${yuan(fineFen)} 元超过当场处罚限额 ${yuan(limit)} 元。`, cure: '请改用普通程序办理。' };
  },
};

/** Certificate shown, rights told, party heard on the spot (第四十四、五十二、五十五条). */
export const spotRightsTold: Rule = {
  id: 'spot-rights-told',
  title: '当场出示证件并告知权利',
  basis: '行政处罚法第四十四条、第五十二条、第五十五条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) =>
    formOf<SpotForm>(file).rightsTold
      ? null
      : { message: '未出示执法证件或未告知当事人权利、听取陈述申辩。', cure: '现场告知并听取陈述申辩后再作决定。' },
};
