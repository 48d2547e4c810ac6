import type { Rule } from '@sanzhi/kernel';

/** One problem of an inspection, and the cases that were opened on problems. */
interface InspectionFacts {
  findings?: { offence: string; violation: boolean }[] | null;
  linked?: { caseId: string; ref: number }[];
  recheck?: { result: 'mended' | 'not-mended' };
}

/** A finding becomes a clue where it is a violation, as it was found, and once. */
export const findingReferable: Rule = {
  id: 'finding-referable',
  title: '一项违法问题形成一条线索',
  basis: '行政处罚法第二十九条、第五十四条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { findings, linked = [] } = file.case.facts as unknown as InspectionFacts;
    const { finding: number, offence } = file.step.form as { finding: number; offence: string };
    const finding = findings?.at(number - 1);
    if (!finding?.violation) return { message: `第 ${number} 项不是应当立案调查的违法问题。`, cure: '请核对检查结论中的问题序号；轻微并当场改正的，教育后办结。' };
    const before = linked.find((one) => one.ref === number);
    if (before) return { message: `第 ${number} 项已形成线索（${before.caseId}）。`, cure: '请在该案件中办理。' };
    if (finding.offence === offence) return null;
    return { message: `第 ${number} 项的案由为“${finding.offence}”，填写的是“${offence}”。`, cure: '请按检查结论填写案由。' };
  },
};

/** No violation is left without a case, and nothing else without a re-check that found it mended. */
export const findingsHandled: Rule = {
  id: 'findings-handled',
  title: '发现的问题已处理',
  basis: '行政处罚法第二十八条第一款、第五十四条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const { findings, linked = [], recheck } = file.case.facts as unknown as InspectionFacts;
    const open = (findings ?? []).flatMap(({ violation }, at) => (violation && !linked.some(({ ref }) => ref === at + 1) ? [at + 1] : []));
    if (open.length > 0) return { message: `第 ${open.join('、')} 项违法问题尚未形成线索。`, cure: '请逐项形成线索后办结。' };
    if (linked.length > 0 || recheck?.result === 'mended') return null;
    return { message: '尚未复查，或者复查未改正。', cure: '请复查；仍未改正的，依法处理。' };
  },
};
