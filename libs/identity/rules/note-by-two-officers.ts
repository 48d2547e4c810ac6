import type { CaseFile, Rule } from '@sanzhi/kernel';
import { certificateFault } from './certificate';
import { handlersOf } from './handlers';
import { officerOf } from './slice';

const NEEDED = 2;

/**
 * Two officers make and sign what is noted, both handling the case, each with a certificate of his own that is valid on the
 * day of the act (行政处罚法第四十二条第一款、第五十五条第二款). One officer twice is one.
 */
export const noteByTwoOfficers: Rule = {
  id: 'note-by-two-officers',
  title: '两名执法人员在场并签名',
  basis: '行政处罚法第四十二条第一款、第五十五条；行政强制法第十八条第二项、第七项',
  reads: ['form', 'identity', 'duties'],
  effect: 'refuse',
  check: (file) => {
    const signed = [...new Set(file.step.form.officers as string[])];
    const faults = signed.flatMap((person) => faultOf(file, person));
    const good = signed.filter((person) => faultOf(file, person).length === 0);
    const certificates = new Set(good.map((person) => officerOf(file, person)?.certificateNumber));
    if (certificates.size >= NEEDED && faults.length === 0) return null;
    const why = faults.length > 0 ? `：${faults.join('；')}` : '';
    return { message: `签名的本案执法人员为${certificates.size}人${why}。`, cure: '应当由两名以上有执法资格的承办人共同进行并签名。' };
  },
};

function faultOf(file: CaseFile, person: string): string[] {
  const officer = officerOf(file, person);
  const name = officer?.name ?? person;
  if (!handlersOf(file).includes(person)) return [`${name}不是本案承办人`];
  const fault = certificateFault(officer, file.step.actedOn);
  return fault ? [`${name}${fault}`] : [];
}
