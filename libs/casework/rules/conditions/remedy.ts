import type { CaseFile, Rule } from '@sanzhi/kernel';
import { factsOf, formOf, yuan } from './facts';

interface OutcomeForm {
  result: 'upheld' | 'withdrawn' | 'changed' | 'annulled' | 'illegal' | 'void';
  kinds?: string[];
  fineFen?: number;
  confiscatedFen?: number;
}

/** Whether a reconsideration or suit is under way. */
export function remedyIsOpen(file: CaseFile): boolean {
  const { remedies = [], outcomes = [] } = factsOf(file);
  return remedies.length > outcomes.length;
}

/** The latest remedy of the case, or undefined. */
const latestRemedy = (file: CaseFile) => factsOf(file).remedies?.at(-1);

/** An outcome, a reply, needs a remedy that is under way. */
export const remedyOpen: Rule = {
  id: 'remedy-open',
  title: '有未结的复议或者诉讼',
  basis: '行政复议法第四十八条；行政诉讼法第六十七条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (remedyIsOpen(file) ? null : { message: '没有未结的行政复议或者行政诉讼。', cure: '请先登记收到的复议申请书、起诉状副本。' }),
};

/** The outcome is that of the remedy which is under way. */
export const outcomeOfThisRemedy: Rule = {
  id: 'outcome-of-this-remedy',
  title: '结果与未结的救济种类一致',
  basis: '行政复议法第四十八条；行政诉讼法第六十七条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const open = latestRemedy(file)?.kind;
    if (!remedyIsOpen(file) || open === file.step.form.kind) return null;
    return { message: '登记的结果与未结的救济种类不一致。', cure: '请核对是行政复议还是行政诉讼。' };
  },
};

/** Nothing is enforced, and no second remedy begun, while one is under way. */
export const noRemedyOpen: Rule = {
  id: 'no-remedy-open',
  title: '没有未结的复议或者诉讼',
  basis: '行政强制法第五十三条；行政处罚法第七十三条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (remedyIsOpen(file) ? { message: '有未结的行政复议或者行政诉讼。', cure: '请在审结并登记结果后办理。' } : null),
};

/** Closing with an open remedy is recorded as a defect: what comes of it reopens the case. */
export const closedWithoutRemedy: Rule = {
  id: 'closed-without-remedy',
  title: '结案时没有未结的复议或者诉讼',
  basis: '行政处罚法第七十三条',
  reads: ['case'],
  effect: 'defect',
  check: noRemedyOpen.check,
};

/** A change says what is left, and is never heavier (行政复议法第六十三条第二款；行政诉讼法第七十七条第二款). */
export const changeNotHeavier: Rule = {
  id: 'change-not-heavier',
  title: '变更不得更为不利',
  basis: '行政复议法第六十三条第二款；行政诉讼法第七十七条第二款',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { result, kinds, fineFen, confiscatedFen } = formOf<OutcomeForm>(file);
    const { decision } = factsOf(file);
    if (result !== 'changed' || !decision) return null;
    if (!kinds || fineFen === undefined || confiscatedFen === undefined) {
      return { message: '变更的，须填写变更后的处罚种类和金额。', cure: '请填写变更后的处罚种类、罚款和没收金额。' };
    }
    const added = kinds.filter((kind) => !decision.kinds.includes(kind));
    if (fineFen <= decision.fineFen && confiscatedFen <= decision.confiscatedFen && added.length === 0) return null;
    return { message: `变更后的处罚（罚款 ${yuan(fineFen)} 元）重于原处罚（罚款 ${yuan(decision.fineFen)} 元）。`, cure: '请核对复议决定、判决的内容。' };
  },
};

const condition = (id: string, title: string, holds: (file: CaseFile) => boolean): Rule => ({
  id,
  title,
  basis: '行政处罚法第四十八条第二款；行政复议法第六十三条至第六十八条；行政诉讼法第四十五条、第七十条至第七十七条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => (holds(file) ? null : { message: `不属于“${title}”的情形。`, cure: '无需办理。' }),
});

const TOUCHED = ['changed', 'annulled', 'illegal', 'void'];
const resultOf = (file: CaseFile): string => formOf<OutcomeForm>(file).result;

/** Condition: the decision was changed, annulled, held illegal or void: what is public of it is withdrawn. */
export const decisionTouched = condition('decision-touched', '决定被变更、撤销、确认违法或者确认无效', (file) => TOUCHED.includes(resultOf(file)));

/** Condition: the decision was changed: it is published anew. */
export const decisionChanged = condition('decision-changed', '决定被变更', (file) => resultOf(file) === 'changed');

/** Condition: a reconsideration ended and left the decision in force: fifteen days to sue (行政诉讼法第四十五条). */
export const suitMayFollow = condition('suit-may-follow', '复议审结、可以起诉', (file) => latestRemedy(file)?.kind === 'reconsideration');

/** Condition: a suit ended: nothing more may follow. */
export const suitConcluded = condition('suit-concluded', '诉讼审结', (file) => latestRemedy(file)?.kind === 'litigation');

/** Condition: the copy that arrived is of a reconsideration in the ordinary procedure: ten working days to reply. */
export const asksReconsideration = condition('asks-reconsideration', '行政复议（普通程序）', ({ step: { form } }) => form.kind === 'reconsideration' && form.simple !== true);

/** Condition: of one in the simple procedure: five (行政复议法第五十四条). */
export const asksSimpleReconsideration = condition('asks-simple-reconsideration', '行政复议（简易程序）', ({ step: { form } }) => form.kind === 'reconsideration' && form.simple === true);

/** Condition: the copy that arrived is of a suit. */
export const asksSuit = condition('asks-suit', '行政诉讼', (file) => file.step.form.kind === 'litigation');

/** From this day an on-the-spot penalty goes to reconsideration first (行政复议法2023年修订第二十三条第一款第一项). */
const REVIEW_FIRST_FROM = '2024-01-01';

/** Condition: an on-the-spot decision that can only be taken to reconsideration first. */
export const reviewFirst = condition('review-first', '复议前置', (file) => fined(file) && file.step.actedOn >= REVIEW_FIRST_FROM);

/** Condition: suit is open at once. */
export const suitAtOnce = condition('suit-at-once', '可以直接起诉', (file) => fined(file) && file.step.actedOn < REVIEW_FIRST_FROM);

/** Only what has to be paid is ever enforced: the terms of remedies are watched for that alone. */
const fined = (file: CaseFile): boolean => Number(file.step.form.fineFen ?? 0) > 0;
