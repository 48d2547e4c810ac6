import type { CaseFile, Rule } from '@sanzhi/kernel';
import { draftUnder, factorsOf } from './draft';
import { factsOf } from './facts';

/** Ages of 第三十条, in whole years, from the pack. */
const agesOf = ({ parameters }: CaseFile) => ({ punishable: Number(parameters['minority.punishableYears']), full: Number(parameters['minority.fullYears']) });

/** Whole years of a person on the last day of the conduct, by the resident number; null where no number tells it. */
export function ageAtConduct(file: CaseFile): number | null {
  const { party, clue } = factsOf(file);
  const born = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(party?.kind === 'person' ? (party.idNumber ?? '') : '');
  if (!born || !clue) return null;
  const [year, month, day] = born.slice(1).map(Number);
  const [atYear, atMonth, atDay] = (clue.conductEndedOn ?? clue.discoveredOn).split('-').map(Number);
  const reached = atMonth > month || (atMonth === month && atDay >= day);
  return atYear - year - (reached ? 0 : 1);
}

/** Nobody under fourteen is punished; from fourteen to eighteen it is lighter or reduced, with the guardian named (第三十条). */
export const minorTreatedAsMinor: Rule = {
  id: 'minor-treated-as-minor',
  title: '未成年人依法不予处罚或者从轻、减轻',
  basis: '行政处罚法第三十条',
  reads: ['form', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const draft = draftUnder(file);
    const factors = factorsOf(draft);
    const age = ageAtConduct(file);
    const { punishable, full } = agesOf(file);
    if (age !== null && age < punishable) {
      return { message: `当事人行为时${age}周岁，不满${punishable}周岁的不予行政处罚。`, cure: '请报告不予处罚，责令监护人加以管教。' };
    }
    const minor = age === null ? factors.includes('under-18') : age < full;
    if (!draft || !minor) return wronglyMinor(age, factors);
    const lacking = [...(draft.mitigation?.ground === 'minor-14-18' ? [] : ['从轻或者减轻处罚（已满十四周岁不满十八周岁）']), ...(draft.guardian ? [] : ['监护人'])];
    return lacking.length === 0 ? null : { message: `当事人行为时不满十八周岁，处罚建议缺少：${lacking.join('、')}。`, cure: '请补全后重新提交。' };
  },
};

const wronglyMinor = (age: number | null, factors: readonly string[]) =>
  age !== null && factors.includes('under-18') ? { message: `当事人行为时已满十八周岁（${age}周岁）。`, cure: '请去掉“不满十八周岁”的情节。' } : null;
