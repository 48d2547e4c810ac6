import type { CaseFile, Rule } from '@sanzhi/kernel';
import { handlersOf } from './handlers';
import { identityOf, officerOf, type OfficerSeen } from './slice';

/** Who acts or handles and belongs to an entrusted body. */
function entrusted(file: CaseFile): OfficerSeen[] {
  const persons = [...new Set([file.step.actor.person, ...handlersOf(file)])];
  return persons.map((person) => officerOf(file, person)).filter((officer) => officer?.body != null) as OfficerSeen[];
}

function isCovered(file: CaseFile, { body }: OfficerSeen): boolean {
  const { actedOn } = file.step;
  const papers = identityOf(file).entrustments.filter((paper) => paper.body === body);
  return papers.some((paper) => paper.validFrom <= actedOn && actedOn <= paper.validUntil && paper.procedures.includes(file.case.procedure));
}

/**
 * An entrusted body acts in the organ's name by a written entrustment, within its scope and its term, on the day of the
 * act (第二十条). Asked at every step; who is of the organ's own staff needs none.
 */
export const entrustmentInForce: Rule = {
  id: 'entrustment-in-force',
  title: '受委托组织在委托范围和期限内办理',
  basis: '行政处罚法第二十条、第二十一条',
  reads: ['identity', 'duties', 'actor'],
  effect: 'refuse',
  check: (file) => {
    const outside = entrusted(file).filter((officer) => !isCovered(file, officer));
    if (outside.length === 0) return null;
    const names = outside.map((officer) => officer.name).join('、');
    return {
      message: `${names}是受委托组织的人员，${file.step.actedOn}没有包括本程序的有效委托书。`,
      cure: '请由委托机关的人员办理，或者先签订并公布书面委托。',
    };
  },
};

/** Compulsory measures are never entrusted (行政强制法第十七条); procedures name it where one is taken. */
export const notByEntrustedBody: Rule = {
  id: 'not-by-entrusted-body',
  title: '行政强制措施不得委托',
  basis: '行政强制法第十七条第一款',
  reads: ['identity', 'duties', 'actor'],
  effect: 'refuse',
  check: (file) => {
    const names = entrusted(file).map((officer) => officer.name);
    if (names.length === 0) return null;
    return { message: `${names.join('、')}是受委托组织的人员，行政强制措施权不得委托。`, cure: '请由本机关具备资格的执法人员实施。' };
  },
};
