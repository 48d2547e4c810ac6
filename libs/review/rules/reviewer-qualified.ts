import type { Rule } from '@sanzhi/kernel';

/** An officer as identity shows one; only what the rule needs. */
interface OfficerSeen {
  id: string;
  legalQualification: boolean;
  /** First day of giving legal opinions; null where the register does not say. */
  reviewsSince: string | null;
}

/** The day on which the Act began to ask for the exam (行政处罚法 2017 年修正，原第三十八条第三款). */
const ASKED_SINCE = '2018-01-01';

/**
 * Who takes up legal review of penalties for the first time has passed the national exam (第五十八条第二款). Asked of those who
 * began on 2018-01-01 or later, and of whom the register does not say since when he reviews.
 */
export const reviewerQualified: Rule = {
  id: 'reviewer-qualified',
  title: '审核人员具有法律职业资格',
  basis: '行政处罚法第五十八条第二款',
  reads: ['identity', 'actor'],
  effect: 'refuse',
  check: ({ slices, step: { actor } }) => {
    const { officers } = slices.identity as { officers: OfficerSeen[] };
    const reviewer = officers.find((officer) => officer.id === actor.person);
    if (reviewer && (reviewer.legalQualification || beganBefore(reviewer))) return null;
    return {
      message: `人员名册中没有${actor.name}的法律职业资格，也没有其${ASKED_SINCE}前已从事法制审核的记载。`,
      cure: '初次从事行政处罚决定法制审核的，应当由取得法律职业资格的人员审核；名册有误的，先更正名册。',
    };
  },
};

const beganBefore = ({ reviewsSince }: OfficerSeen): boolean => reviewsSince !== null && reviewsSince < ASKED_SINCE;
