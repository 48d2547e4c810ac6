import type { Rule } from '@sanzhi/kernel';
import { certificateFault } from './certificate';
import { handlersOf } from './handlers';
import { officerOf } from './slice';

/** Who handles a case holds an enforcement certificate that is valid on the day of the act (行政处罚法第四十二条、第五十五条). */
export const certificateValid: Rule = {
  id: 'certificate-valid',
  title: '执法证件有效',
  basis: '行政处罚法第四十二条第一款、第五十五条第一款',
  reads: ['identity', 'duties', 'actor'],
  effect: 'refuse',
  check(file) {
    const { actor, actedOn } = file.step;
    if (!handlersOf(file).includes(actor.person)) return null;
    const fault = certificateFault(officerOf(file, actor.person), actedOn);
    if (fault === null) return null;
    return {
      message: `${actor.name}于${actedOn}办理本环节，但${fault}。`,
      cure: '由执法证件有效的执法人员办理；名册有误的，先更正名册。',
    };
  },
};
