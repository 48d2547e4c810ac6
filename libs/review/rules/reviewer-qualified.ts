import type { Rule } from '@sanzhi/kernel';

/** An officer as identity shows one; only what the rule needs. */
interface OfficerSeen {
  id: string;
  legalQualification: boolean;
}

/**
 * Who takes up legal review of penalties for the first time has passed the national exam (第五十八条第二款). The register
 * of officers says who has; it does not say who reviewed before, so it is asked of everybody.
 */
export const reviewerQualified: Rule = {
  id: 'reviewer-qualified',
  title: '审核人员具有法律职业资格',
  basis: '行政处罚法第五十八条第二款',
  reads: ['identity', 'actor'],
  effect: 'refuse',
  check: ({ slices, step: { actor } }) => {
    const { officers } = slices.identity as { officers: OfficerSeen[] };
    if (officers.some((officer) => officer.id === actor.person && officer.legalQualification)) return null;
    return {
      message: `人员名册中没有${actor.name}的法律职业资格。`,
      cure: '初次从事行政处罚决定法制审核的，应当由取得法律职业资格的人员审核；名册有误的，先更正名册。',
    };
  },
};
