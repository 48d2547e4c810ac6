import type { CaseFile, Rule } from '@sanzhi/kernel';
import { certificateFault } from './certificate';
import { handlersOf } from './handlers';
import { officerOf } from './slice';

const NEEDED = 2;

/**
 * At least two handlers, each with a certificate of his own that is valid on the day of the step (行政处罚法第四十二条第一款).
 * Two entries with one certificate are one officer. A form's `handlers` count too; without a form the answer is still
 * right for every act that names none, so the rule is asked for buttons as well.
 */
export const twoQualifiedOfficers: Rule = {
  id: 'two-qualified-officers',
  title: '两名以上有执法资格的人员',
  basis: '行政处罚法第四十二条第一款',
  reads: ['identity', 'duties'],
  effect: 'refuse',
  check(file) {
    const handlers = handlersOf(file);
    const certificates = new Set(handlers.flatMap((person) => validCertificate(file, person)));
    if (certificates.size >= NEEDED) return null;
    const faults = handlers.flatMap((person) => faultOf(file, person));
    const why = faults.length > 0 ? `：${faults.join('；')}` : '';
    return {
      message: `${file.step.actedOn}在办的有执法资格人员为${certificates.size}人，不足两人${why}。`,
      cure: '增加执法证件有效的经办人员，使其不少于两人。',
    };
  },
};

function validCertificate(file: CaseFile, person: string): string[] {
  const officer = officerOf(file, person);
  const valid = certificateFault(officer, file.step.actedOn) === null;
  return valid && officer?.certificateNumber ? [officer.certificateNumber] : [];
}

function faultOf(file: CaseFile, person: string): string[] {
  const officer = officerOf(file, person);
  const fault = certificateFault(officer, file.step.actedOn);
  return fault ? [`${officer?.name ?? person}${fault}`] : [];
}
