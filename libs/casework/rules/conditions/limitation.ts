import { addMonths, dayNumber, formatDay, type CaseFile, type Rule, type Unmet } from '@sanzhi/kernel';
import { factsOf, type ClueFacts } from './facts';

/**
 * Two years from the end of the conduct; five where the life or health of citizens or the safety of finance was concerned
 * and harm was done, which is shown by named evidence and not by a tick. What counts is the day of discovery, on which the
 * clue came in, and not the day of filing (第三十六条).
 */
export const withinLimitation: Rule = {
  id: 'within-limitation',
  title: '处罚时效',
  basis: '行政处罚法第三十六条',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const { clue } = factsOf(file);
    if (!clue) return { message: '未登记违法行为终了日期。', cure: '请先登记线索。' };
    // Who does not know the end has said why (`conduct-dated`); the head sees it when he approves.
    if (!clue.conductEndedOn || isWithin(file, clue, 'limitation.years')) return null;
    const years = file.parameters['limitation.years'];
    if (!clue.harmful && harmEvidence(file).length === 0) return tooLate(clue, Number(years));
    if (harmEvidence(file).length === 0) {
      return {
        message: `违法行为于 ${clue.conductEndedOn} 终了，${clue.discoveredOn} 才被发现，已超过 ${String(years)} 年；只勾选“有危害后果”，没有列明证据，不能适用五年时效。`,
        cure: '请在核查线索时列明危害后果的证据；没有证据的，不予立案。',
      };
    }
    return isWithin(file, clue, 'limitation.harmYears') ? null : tooLate(clue, Number(file.parameters['limitation.harmYears']));
  },
};

function isWithin({ parameters }: CaseFile, { conductEndedOn, discoveredOn }: ClueFacts, years: string): boolean {
  return discoveredOn <= formatDay(addMonths(dayNumber(conductEndedOn!), Number(parameters[years]) * 12));
}

function harmEvidence(file: CaseFile): unknown[] {
  const { clue, verification } = factsOf(file);
  return [...(clue?.harmEvidence ?? []), ...(verification?.harmEvidence ?? [])];
}

const tooLate = ({ conductEndedOn, discoveredOn }: ClueFacts, years: number): Unmet => ({
  message: `违法行为于 ${conductEndedOn} 终了，${discoveredOn} 才被发现，已超过 ${years} 年。`,
  cure: '有证据证明在时效内已被发现，或涉及公民生命健康安全且有危害后果的，补充后再提请立案；否则不予立案。',
});
