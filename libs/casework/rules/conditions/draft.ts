import type { CaseFile, Rule, Unmet } from '@sanzhi/kernel';
import { factsOf, formOf, yuan, type Draft, type Grading } from './facts';

/** The proposal under judgement: that of the form, or, where the form has none, the one the case has. */
export const draftUnder = (file: CaseFile): Draft | null => formOf<{ draft?: Draft }>(file).draft ?? factsOf(file).draft ?? null;

/** Codes of factors of a proposal; none where nobody graded it. */
export const factorsOf = (draft: Draft | null): readonly string[] => draft?.grading?.factors ?? [];

/** Factor that stands for each ground of a lighter or reduced penalty; `other` rests on another statute and has none. */
const FACTOR_OF: Record<string, string> = {
  'harm-removed': 'removed-harm',
  coerced: 'coerced',
  confessed: 'confessed',
  merit: 'merit',
  'minor-14-18': 'under-18',
  'incapacity-partial': 'partly-incapable',
};

/** Factors on which the law lightens or reduces without choice (第三十条、第三十二条: 应当). */
const LIGHTENS = ['removed-harm', 'coerced', 'confessed', 'merit', 'under-18'];

/** A lighter penalty and the factors of discretion say the same: neither a ground without its factor, nor the other way round. */
export const mitigationAgrees: Rule = {
  id: 'mitigation-agrees',
  title: '从轻、减轻与裁量情节一致',
  basis: '行政处罚法第三十条、第三十一条、第三十二条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const draft = draftUnder(file);
    const factors = factorsOf(draft);
    const wanted = FACTOR_OF[draft?.mitigation?.ground ?? ''];
    if (wanted && !factors.includes(wanted)) {
      return { message: '从轻、减轻处罚的法定情形不在所选的裁量情节之中。', cure: '请在裁量情节中选择同一情形，或者改正从轻、减轻的法定情形。' };
    }
    const due = factors.filter((factor) => LIGHTENS.includes(factor));
    if (due.length === 0 || draft?.mitigation) return null;
    return { message: '所选裁量情节依法应当从轻或者减轻处罚，处罚建议没有从轻、减轻。', cure: '请填写从轻或者减轻、法定情形；情节不实的，去掉该情节。' };
  },
};

/** Illegal income is confiscated but for what has to be refunded, and its computation is shown (第二十八条第二款). */
export const incomeConfiscated: Rule = {
  id: 'income-confiscated',
  title: '违法所得依法没收',
  basis: '行政处罚法第二十八条第二款',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const draft = draftUnder(file);
    return draft?.grading?.incomeFen ? incomeUnmet(draft, draft.grading) : null;
  },
};

function incomeUnmet({ confiscatedFen, kinds }: Draft, { incomeFen = 0, refundFen = 0, incomeBasis = '' }: Grading): Unmet | null {
  if (incomeBasis.trim() === '') return { message: '没有写明违法所得的计算。', cure: '请填写违法所得如何计算、依据什么证据。' };
  const left = incomeFen - refundFen;
  if (confiscatedFen >= left && (left <= 0 || kinds.includes('没收违法所得'))) return null;
  return {
    message: `违法所得 ${yuan(incomeFen)} 元，依法应当退赔 ${yuan(refundFen)} 元，拟没收 ${yuan(confiscatedFen)} 元。`,
    cure: '除依法应当退赔的外，违法所得应当没收：请选择“没收违法所得”并填写金额，或者填写应当退赔的金额。',
  };
}

/** One act that breaks several norms is fined by the one with the higher fine (第二十九条). */
export const heavierNormApplied: Rule = {
  id: 'heavier-norm-applied',
  title: '适用罚款数额高的规定',
  basis: '行政处罚法第二十九条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const draft = draftUnder(file);
    const norms = draft?.norms ?? [];
    const highest = Math.max(...norms.map(({ maxFen }) => maxFen));
    const heavy = norms.filter(({ maxFen }) => maxFen === highest);
    if (!draft || norms.length === 0 || draft.fineFen === 0 || heavy.some(({ basis }) => draft.basis.includes(basis))) return null;
    return { message: `同一行为违反几个规范，罚款数额高的是${heavy.map(({ basis }) => basis).join('、')}，处罚依据没有写明。`, cure: '请按罚款数额高的规定处罚。' };
  },
};

/** Who breaks the measures against an epidemic is punished fast and heavily: not in the lightest tier, but on a ground of the law (第四十九条). */
export const emergencyNotLightened: Rule = {
  id: 'emergency-not-lightened',
  title: '突发事件期间从重处罚',
  basis: '行政处罚法第四十九条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const draft = draftUnder(file);
    const light = draft?.grading?.tier === 'light' && !draft.mitigation;
    if (!file.case.facts.emergency || !light) return null;
    return { message: '本案已启用突发事件应对程序，处罚建议适用从轻阶次，没有从轻、减轻的法定情形。', cure: '请依法从重；有法定从轻、减轻情形的，填写该情形。' };
  },
};

/** The party is told the reasons, not only the sum (第四十四条); an organ's pack may ask for the tier as well (裁量基准, 第三十四条). */
export const discretionReasoned: Rule = {
  id: 'discretion-reasoned',
  title: '写明裁量理由',
  basis: '行政处罚法第三十四条、第四十四条、第五十九条第一款',
  reads: ['form', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const draft = draftUnder(file);
    if (!draft) return null;
    const lacking = [
      ...(draft.discretion.trim() === '' ? ['裁量理由'] : []),
      ...(file.parameters['discretion.tierRequired'] === true && !draft.grading?.tier ? ['裁量阶次'] : []),
    ];
    return lacking.length === 0 ? null : { message: `处罚建议没有写明${lacking.join('、')}。`, cure: '请说明违法事实、性质、情节和社会危害程度如何对应所选裁量阶次。' };
  },
};

/** A penalty goes with the order to correct, unless it is corrected already or nothing can be (第二十八条第一款); its lack stays visible. */
export const correctionOrdered: Rule = {
  id: 'correction-ordered',
  title: '同时责令改正',
  basis: '行政处罚法第二十八条第一款',
  reads: ['form', 'case'],
  effect: 'defect',
  check: (file) => {
    const draft = draftUnder(file);
    if (!draft || draft.order || file.case.facts.rectification || factorsOf(draft).includes('corrected')) return null;
    return { message: '没有责令当事人改正或者限期改正，也没有其已经改正的情节。', cure: '请在处罚建议中填写改正内容和期限；已经改正的，选择“已改正”的情节。' };
  },
};
