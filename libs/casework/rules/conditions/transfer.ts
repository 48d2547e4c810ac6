import type { CaseFile, Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

/** To whom a case may go, by how it ends (第二十二条至第二十五条、第二十七条). */
const KINDS: Record<string, readonly string[]> = {
  crime: ['police', 'procuratorate'],
  transferred: ['other-authority', 'upper-health', 'lower-health', 'same-level-health', 'tcm-or-cdc', 'discipline'],
};

/** The kind of body that a case goes to goes with the way it ends; the text of its name is not enough. */
export const transferKindFits: Rule = {
  id: 'transfer-kind-fits',
  title: '移送种类与处理结果相符',
  basis: '行政处罚法第二十二条至第二十五条、第二十七条；国务院令第310号第三条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { outcome, receiverKind } = formOf<{ outcome: string; receiverKind?: string }>(file);
    const wanted = KINDS[outcome];
    if (!wanted) return receiverKind ? { message: '本处理结果不是移送。', cure: '不移送的，不填移送种类。' } : null;
    if (receiverKind && wanted.includes(receiverKind)) return null;
    return { message: '没有写明移送种类，或者与处理结果不符。', cure: '涉嫌犯罪的移送公安机关、检察机关；管辖不属的移送其他行政机关或者上下级卫生健康、中医药、疾控部门。' };
  },
};

/** A suspected crime is looked into by a team of at least two named officers (国务院令第310号第五条). */
export const crimeTeamNamed: Rule = {
  id: 'crime-team-named',
  title: '指定两名以上执法人员组成专案组',
  basis: '国务院令第310号第五条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { outcome, team = [] } = formOf<{ outcome: string; team?: string[] }>(file);
    if (outcome !== 'crime' || new Set(team).size >= 2) return null;
    return { message: '涉嫌犯罪的，应当立即指定两名或者两名以上行政执法人员组成专案组。', cure: '请填写专案组成员。' };
  },
};

const wasSent = (file: CaseFile): boolean => {
  const { conclusion, crimeSent } = factsOf(file);
  return !!crimeSent || (conclusion?.outcome === 'transferred' && !!conclusion.receiver);
};

/** A receipt is of something that was sent. */
export const transferSent: Rule = {
  id: 'transfer-sent',
  title: '案件已移送',
  basis: '行政处罚法第二十二条至第二十五条、第二十七条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (wasSent(file) ? null : { message: '本案没有移送。', cure: '请先办理移送。' }),
};

/** The first receipt stands. */
export const transferReceiptOnce: Rule = {
  id: 'transfer-receipt-once',
  title: '移送回执只登记一次',
  basis: '国务院令第310号第七条、第八条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const { transferReceipt } = factsOf(file);
    return transferReceipt ? { message: `已登记回执 ${transferReceipt.number}。`, cure: '登记有误的，申请更正记录。' } : null;
  },
};

/** The receiver's answer follows its receipt, and is noted once. */
export const transferConfirmable: Rule = {
  id: 'transfer-confirmable',
  title: '移送有回执、尚未确认',
  basis: '行政处罚法第二十二条至第二十五条、第二十七条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const { transferReceipt, transferConfirmed } = factsOf(file);
    if (!transferReceipt) return { message: '尚未登记移送回执。', cure: '请先登记回执。' };
    return transferConfirmed ? { message: '接受机关的答复已经登记。', cure: '登记有误的，申请更正记录。' } : null;
  },
};

/** Goods of a case that the police took go with it, within three days (国务院令第310号第十二条). */
export const crimeGoodsHanded: Rule = {
  id: 'crime-goods-handed',
  title: '涉案物品已随案移交',
  basis: '国务院令第310号第十二条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const { crimeAnswer, goodsHanded } = factsOf(file);
    if (crimeAnswer?.answer !== 'accepted' || goodsHanded) return null;
    return { message: '司法机关已经立案，没有移交涉案物品（或者没有涉案物品）的记录。', cure: '请自接到立案通知书之日起三日内移交并登记；没有涉案物品的，登记“无”。' };
  },
};

/** Only a case that the police or procuratorate took has goods to hand over. */
export const crimeTaken: Rule = {
  id: 'crime-taken',
  title: '司法机关已经立案',
  basis: '国务院令第310号第十二条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (factsOf(file).crimeAnswer?.answer === 'accepted' ? null : { message: '司法机关没有立案。', cure: '接到立案通知书后移交。' }),
};
