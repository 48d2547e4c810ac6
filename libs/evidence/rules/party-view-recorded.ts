import type { Rule } from '@sanzhi/kernel';
import { evidenceOf } from './measure';

/** Where the pack asks for it, the party has spoken to every piece before the decision; “no objection” is a view too. */
export const partyViewRecorded: Rule = {
  id: 'party-view-recorded',
  title: '证据已听取当事人意见',
  basis: '行政处罚法第四十五条；本地规定（evidence.partyView）',
  reads: ['parameters', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    if (file.parameters['evidence.partyView'] !== true) return null;
    const unheard = evidenceOf(file).pieces.filter(({ partyView }) => partyView === null).map(({ id, title }) => `${title}（${id}）`);
    return unheard.length === 0 ? null : { message: `尚未记录当事人对下列证据的意见：${unheard.join('、')}。`, cure: '请先记录当事人意见；无异议的也要记明。' };
  },
};
