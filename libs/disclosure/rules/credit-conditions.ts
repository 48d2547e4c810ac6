import type { CaseFile, Rule } from '@sanzhi/kernel';
import { disclosedFacts } from './disclosed-facts';
import { itemAsked, type CreditGrade, type ItemSeen } from './item';

const BASIS = '信用修复管理办法（国家发展改革委令第36号）';

/** Kinds that alone make a record a minor one, and kinds that make it a severe one (36号令 digests). */
const MINOR_KINDS = ['警告', '通报批评'];
const SEVERE_KINDS = ['吊销许可证件', '限制从业'];

/** Clocks of a credit record by its grade: after `min` it may be repaired, after `max` it is shown no more. */
export const CREDIT_CLOCKS: Record<CreditGrade, { min: string | null; max: string }> = {
  minor: { min: null, max: 'PUB-CREDIT-MINOR' },
  general: { min: 'PUB-CREDIT-GEN-MIN', max: 'PUB-CREDIT-GEN-MAX' },
  severe: { min: 'PUB-CREDIT-SEV-MIN', max: 'PUB-CREDIT-SEV-MAX' },
};

/** The grade that the kinds of a penalty or its procedure already say; null where the text draws no line (the sum of a fine). */
export function gradeGiven(file: CaseFile): CreditGrade | null {
  const kinds = disclosedFacts(file).decision?.kinds ?? [];
  if (kinds.some((kind) => SEVERE_KINDS.includes(kind))) return 'severe';
  const simple = file.case.procedure === 'penalty-summary';
  return simple || (kinds.length > 0 && kinds.every((kind) => MINOR_KINDS.includes(kind))) ? 'minor' : null;
}

/** The credit item whose scope a form would open. */
function openedOnCredit(file: CaseFile): ItemSeen | undefined {
  const item = itemAsked(file, ({ state }) => state === 'proposed');
  return item?.channel === 'credit' && file.step.form.scope !== 'not-open' ? item : undefined;
}

const creditChannelUsed: Rule = {
  id: 'credit-channel-used',
  title: '向信用平台推送',
  basis: '发改办财金〔2018〕424号',
  reads: ['parameters'],
  effect: 'refuse',
  check: ({ parameters }) =>
    parameters['publish.credit'] === true ? null : { message: '本机关没有启用信用平台渠道。', cure: '由本地法制人员在参数包中载明。' },
};

const creditGradeGiven: Rule = {
  id: 'credit-grade-given',
  title: '失信信息等级已定',
  basis: BASIS,
  reads: ['form', 'disclosure', 'case'],
  effect: 'refuse',
  check: (file) => {
    if (!openedOnCredit(file)) return null;
    const [said, given] = [file.step.form.grade, gradeGiven(file)];
    if (said === undefined) return { message: '向信用平台公开须先确定失信信息等级。', cure: '请填写轻微、一般或者严重。' };
    if (given === null || said === given) return null;
    const title = given === 'minor' ? '轻微' : '严重';
    return { message: `按处罚种类和程序，该信息属于${title}失信信息。`, cure: `请将等级改为${title}。` };
  },
};

const creditMinorNotShown: Rule = {
  id: 'credit-minor-not-shown',
  title: '轻微失信信息一般不公示',
  basis: BASIS,
  reads: ['form', 'disclosure', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    if (!openedOnCredit(file) || file.step.form.grade !== 'minor' || file.parameters['publish.credit.minor'] !== false) return null;
    return { message: '轻微失信信息在信用平台上一般不予公示。', cure: '请将信用平台的范围定为不予公开；行业主管部门认为确需公示的，由参数载明依据。' };
  },
};

const creditRepairable: Rule = {
  id: 'credit-repairable',
  title: '可以信用修复',
  basis: BASIS,
  reads: ['disclosure', 'case', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const item = itemAsked(file, ({ channel, state }) => channel === 'credit' && state === 'published');
    if (!item?.grade) return { message: '没有在信用平台公示的信息。', cure: '信用修复只对正在公示的信用信息办理。' };
    if (!file.case.facts.performance) return { message: '行政处罚确定的义务尚未履行。', cure: '请在义务履行完毕后办理。' };
    const { min } = CREDIT_CLOCKS[item.grade];
    const clock = file.clocks.find(({ rule, subjectId }) => rule === min && subjectId === item.id);
    if (!clock?.statutoryDue || clock.statutoryDue < file.step.actedOn) return null;
    return { message: `最短公示期至 ${clock.statutoryDue} 届满。`, cure: '请在最短公示期届满后办理。' };
  },
};

/** Conditions of the credit channel. */
export const creditRules: readonly Rule[] = [creditChannelUsed, creditGradeGiven, creditMinorNotShown, creditRepairable];
