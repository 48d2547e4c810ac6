import type { CaseFile, Rule, Unmet } from '@sanzhi/kernel';
import { factsOf, type ClueFacts } from './facts';

/**
 * The organ may punish this, here: the place of the conduct lies in its region, the field is one of its own, and no other
 * organ was first to file, unless the common superior named this one (第二十二条至第二十五条). What the clue does not say, and
 * fields where the pack lists none, are not judged.
 */
export const withinJurisdiction: Rule = {
  id: 'within-jurisdiction',
  title: '属于本机关管辖',
  basis: '行政处罚法第二十二条、第二十三条、第二十五条',
  reads: ['case', 'parameters', 'step'],
  effect: 'refuse',
  check: (file) => {
    const { clue } = factsOf(file);
    if (!clue || clue.assignment) return null;
    return outsideField(clue, file) ?? outsideRegion(clue, file) ?? filedBefore(clue, file);
  },
};

function outsideField({ discipline }: ClueFacts, { parameters }: CaseFile): Unmet | null {
  const fields = parameters['jurisdiction.disciplines'];
  if (!Array.isArray(fields) || discipline === undefined || fields.includes(discipline)) return null;
  return { message: `“${discipline}”不在本机关的执法事项之内（${fields.join('、')}）。`, cure: '请移送有管辖权的机关；事项清单有误的，更正参数 jurisdiction.disciplines。' };
}

function outsideRegion({ place }: ClueFacts, { slices }: CaseFile): Unmet | null {
  const { region } = slices.organ as { region: string };
  if (!place || place.region.startsWith(significant(region))) return null;
  return {
    message: `违法行为发生地（行政区划 ${place.region}）不在本机关的区域（${region}）之内。`,
    cure: '请移送违法行为发生地的机关；共同上级指定本机关管辖的，登记指定文书。',
  };
}

function filedBefore({ filedElsewhere }: ClueFacts, { step }: CaseFile): Unmet | null {
  if (!filedElsewhere || filedElsewhere.filedOn > step.actedOn) return null;
  return {
    message: `${filedElsewhere.organ}已于 ${filedElsewhere.filedOn} 先行立案。`,
    cure: '由最先立案的机关管辖，请移送；有争议的，报共同的上一级机关指定管辖后登记指定文书。',
  };
}

/** A region's code without the pairs of noughts that stand for "all below": 370000 is 37, 120104 is itself. */
const significant = (region: string): string => region.slice(0, 6).replace(/(00)+$/, '') + region.slice(6);
