import type { CaseFile, Rule } from '@sanzhi/kernel';
import { handlersOf } from './handlers';
import { identityOf, officerOf, type Entrustment, type OfficerSeen } from './slice';

/** Who acts or handles and belongs to an entrusted body. */
function entrusted(file: CaseFile): OfficerSeen[] {
  const persons = [...new Set([file.step.actor.person, ...handlersOf(file)])];
  return persons.map((person) => officerOf(file, person)).filter((officer) => officer?.body != null) as OfficerSeen[];
}

/** Why a paper does not cover the act, in Chinese; null when it does. */
function paperFault(file: CaseFile, paper: Entrustment): string | null {
  const { actedOn } = file.step;
  if (actedOn < paper.validFrom || paper.validUntil < actedOn) return `${paper.instrument}的期限为${paper.validFrom}至${paper.validUntil}`;
  if (!paper.procedures.includes(file.case.procedure)) return `${paper.instrument}的委托范围不包括本程序`;
  const field = fieldOf(file);
  if (paper.disciplines && field !== null && !paper.disciplines.includes(field)) return `${paper.instrument}的委托范围（${paper.disciplines.join('、')}）不包括“${field}”`;
  if (paper.publishedOn === null || paper.publishedOn > actedOn) return `${paper.instrument}在当日尚未向社会公布`;
  return null;
}

/** The field of the matter: that of its clue, as it is or as it is being registered. */
function fieldOf({ case: { facts }, step: { form } }: CaseFile): string | null {
  const clue = (form.clue ?? facts.clue ?? facts.plan) as { discipline?: string } | undefined;
  return clue?.discipline ?? null;
}

/** What is wrong with every paper of the officer's body; null when one covers the act. */
function outside(file: CaseFile, { name, body }: OfficerSeen): string | null {
  const faults = identityOf(file).entrustments.filter((paper) => paper.body === body).map((paper) => paperFault(file, paper));
  if (faults.includes(null)) return null;
  return `${name}${faults.length > 0 ? `（${faults.join('；')}）` : ''}`;
}

/**
 * An entrusted body acts in the organ's name by a written and published entrustment, within its scope and its term, on
 * the day of the act (第二十条). Asked at every step; who is of the organ's own staff needs none.
 */
export const entrustmentInForce: Rule = {
  id: 'entrustment-in-force',
  title: '受委托组织在委托范围和期限内办理',
  basis: '行政处罚法第二十条、第二十一条',
  reads: ['identity', 'duties', 'actor'],
  effect: 'refuse',
  check: (file) => {
    const uncovered = entrusted(file).map((officer) => outside(file, officer)).filter((one) => one !== null);
    if (uncovered.length === 0) return null;
    return {
      message: `${uncovered.join('、')}是受委托组织的人员，${file.step.actedOn}没有包括本程序的有效委托书。`,
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
