import type { CaseFile, Rule, Unmet } from '@sanzhi/kernel';
import { isToBeWithdrawn, itemAsked, itemsOf, type ItemSeen } from './item';
import { kindTitles, leakIn } from './leak-words';
import type { PublicWording } from './public-wording';

const WITHDRAWAL_BASIS = '行政处罚法第四十八条第二款';
const CORRECTION_BASIS = '政府信息公开条例第四十一条';
const PRIVACY_BASIS = '行政处罚法第五十条；个人信息保护法第二十八条';

/** The shown item whose withdrawal is due. */
export const toBeWithdrawn = (file: CaseFile): ItemSeen | undefined => itemAsked(file, isToBeWithdrawn);

/** The shown item that stands, and may be corrected. */
export const standingShown = (file: CaseFile): ItemSeen | undefined =>
  itemAsked(file, (item) => item.state === 'published' && item.withdrawal === null);

/** The shown item of which a correction was asked for. */
export const toBeCorrected = (file: CaseFile): ItemSeen | undefined =>
  itemAsked(file, (item) => item.state === 'published' && item.withdrawal === null && item.correction !== null);

const withdrawalDue: Rule = {
  id: 'withdrawal-due',
  title: '公开信息应当撤回',
  basis: WITHDRAWAL_BASIS,
  reads: ['disclosure'],
  effect: 'refuse',
  check: (file) =>
    toBeWithdrawn(file)
      ? null
      : { message: '没有应当撤回的公开信息。', cure: '决定被依法变更、撤销、确认违法或者确认无效，并登记了生效文书的，才撤回。' },
};

const withdrawalDrafted: Rule = {
  id: 'withdrawal-drafted',
  title: '撤回说明已拟写',
  basis: WITHDRAWAL_BASIS,
  reads: ['disclosure'],
  effect: 'refuse',
  check: (file) => (toBeWithdrawn(file)?.withdrawal?.notice ? null : { message: '尚未拟写撤回说明。', cure: '请先由公示承办人拟写撤回说明。' }),
};

const withdrawalAsSeen: Rule = {
  id: 'withdrawal-as-seen',
  title: '所核即所发（撤回说明）',
  basis: WITHDRAWAL_BASIS,
  reads: ['disclosure', 'form'],
  effect: 'refuse',
  check: (file) => {
    const withdrawal = toBeWithdrawn(file)?.withdrawal;
    if (!withdrawal?.sha256 || withdrawal.sha256 === file.step.form.sha256) return null;
    return { message: '所核的撤回说明与现在的撤回说明不一致。', cure: '请刷新后重新核对撤回说明全文。' };
  },
};

const secondEyeNotDrafter: Rule = {
  id: 'second-eye-not-drafter',
  title: '复核人不是拟写人',
  basis: '国办发〔2018〕118号',
  reads: ['disclosure', 'actor'],
  effect: 'refuse',
  check: (file) => {
    const { actor } = file.step;
    const wrote = toBeWithdrawn(file)?.withdrawal?.draftedBy === actor.person || toBeCorrected(file)?.correction?.askedBy === actor.person;
    return wrote ? { message: `${actor.name}拟写或者提请了同一事项，不得复核。`, cure: '请由另一人复核。' } : null;
  },
};

const itemShown: Rule = {
  id: 'item-shown',
  title: '正在公示',
  basis: CORRECTION_BASIS,
  reads: ['disclosure'],
  effect: 'refuse',
  check: (file) => {
    const item = standingShown(file);
    if (!item) return { message: '没有可以更正的公示内容。', cure: '只有正在公示、且不应撤回的内容可以更正。' };
    return item.correction ? { message: '该事项已有待复核的更正。', cure: '请先复核前一次更正。' } : null;
  },
};

const correctionAsked: Rule = {
  id: 'correction-asked',
  title: '已提请更正公示内容',
  basis: CORRECTION_BASIS,
  reads: ['disclosure'],
  effect: 'refuse',
  check: (file) => (toBeCorrected(file) ? null : { message: '没有待复核的公示更正。', cure: '请先由公示承办人提请更正。' }),
};

/** The text of a form that the public will read may hold nothing that redaction would remove. */
const reasonClean = ({ found }: PublicWording): Rule => ({
  id: 'public-reason-clean',
  title: '对外说明不含个人信息',
  basis: PRIVACY_BASIS,
  reads: ['form', 'case', 'parameters'],
  effect: 'refuse',
  check: (file): Unmet | null => {
    const kinds = found(file, String(file.step.form.reason ?? ''));
    return kinds.length === 0 ? null : { message: `对外说明中有不得公开的内容：${kindTitles(kinds)}。`, cure: '请改写说明，不写个人信息。' };
  },
});

const correctionReady = ({ make }: PublicWording): Rule => ({
  id: 'correction-as-seen',
  title: '所核即所发（更正）',
  basis: CORRECTION_BASIS,
  reads: ['form', 'disclosure', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const item = toBeCorrected(file);
    if (!item) return null;
    const version = make(file, item);
    if (version.sha256 === item.sha256) return { message: '更正后的公示稿与正在公示的内容相同。', cure: '请先办理更正记录，使案件中的内容正确。' };
    if (version.sha256 !== file.step.form.sha256) return { message: '所核的公示稿与现在的公示稿不一致。', cure: '请刷新后重新核对公示稿全文。' };
    return leakIn(version);
  },
});

/** Clocks after which something is shown no more. */
const KEEP = /^PUB-(?:LOCAL-KEEP(?:-PERSON)?|CREDIT-MINOR|CREDIT-(?:GEN|SEV)-MAX)$/;

/** Whether a rule is a period of display (公示期). */
export const isPeriodOfDisplay = (rule: string): boolean => KEEP.test(rule);

const displayOver: Rule = {
  id: 'display-over',
  title: '公示期限已满',
  basis: '信用修复管理办法（国家发展改革委令第36号）；地方公示期规定',
  reads: ['form', 'disclosure', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const item = standingShown(file);
    const over = file.clocks.some((clock) => clock.subjectId === item?.id && isPeriodOfDisplay(clock.rule) && clock.state === 'running'
      && clock.statutoryDue !== null && clock.statutoryDue < file.step.actedOn);
    return over ? null : { message: '公示期限未满。', cure: '期限届满时由系统停止公示。' };
  },
};

const paperArrived: Rule = {
  id: 'paper-arrived',
  title: '生效文书已到达',
  basis: '行政处罚法第四十八条第二款、第八十五条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: ({ step: { form, actedOn }, case: { openedOn } }) => {
    const arrivedOn = String(form.arrivedOn);
    if (arrivedOn >= openedOn && arrivedOn <= actedOn) return null;
    return { message: `文书到达日期 ${arrivedOn} 早于立案登记或者晚于办理之日。`, cure: '请按签收记录填写文书到达本机关的日期。' };
  },
};

const publishedDecision: Rule = {
  id: 'decision-disclosed',
  title: '决定已列入公示',
  basis: WITHDRAWAL_BASIS,
  reads: ['disclosure'],
  effect: 'refuse',
  check: (file) => {
    const live = itemsOf(file).some(({ state, withdrawal }) => ['proposed', 'scoped', 'cleared'].includes(state) || (state === 'published' && !withdrawal));
    return live ? null : { message: '没有正在公示或者待公示的决定。', cure: '已经登记撤回、已经撤回或者不予公开的，无须再登记。' };
  },
};

/** Conditions of withdrawal, correction and the end of display. */
export function endingRules(wording: PublicWording): Rule[] {
  return [
    paperArrived,
    publishedDecision,
    withdrawalDue,
    withdrawalDrafted,
    withdrawalAsSeen,
    secondEyeNotDrafter,
    itemShown,
    correctionAsked,
    reasonClean(wording),
    correctionReady(wording),
    displayOver,
  ];
}
