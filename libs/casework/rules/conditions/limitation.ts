import { addMonths, dayNumber, formatDay, type Rule } from '@sanzhi/kernel';
import { factsOf } from './facts';

/** Two years from the end of the conduct, five where life or health was harmed; discovery stops it (第三十六条). */
export const withinLimitation: Rule = {
  id: 'within-limitation',
  title: '处罚时效',
  basis: '行政处罚法第三十六条',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const { clue } = factsOf(file);
    if (!clue) return { message: '未登记违法行为终了日期。', cure: '请先登记线索。' };
    const name = clue.harmful ? 'limitation.harmYears' : 'limitation.years';
    const years = Number(file.parameters[name]);
    const lastDay = formatDay(addMonths(dayNumber(clue.conductEndedOn), years * 12));
    if (clue.discoveredOn <= lastDay) return null;
    return {
      message: `违法行为于 ${clue.conductEndedOn} 终了，${clue.discoveredOn} 才被发现，已超过 ${years} 年。`,
      cure: '有证据证明在时效内已被发现，或涉及公民生命健康安全且有危害后果的，补充后再提请立案；否则不予立案。',
    };
  },
};
