import type { CaseFile, Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

/** Penalties that are carried out by the paper itself, or by the ledgers of money and goods. */
const BY_PAPER_OR_LEDGER = ['警告', '通报批评', '罚款', '没收违法所得', '没收非法财物'];
/** Penalties on a licence, which its register has to know of. */
const ON_LICENCE = ['暂扣许可证件', '降低资质等级', '吊销许可证件'];

/** What of a decision has to be carried out beside money and goods. */
function ordered(file: CaseFile): string[] {
  return (factsOf(file).decision?.kinds ?? []).filter((kind) => !BY_PAPER_OR_LEDGER.includes(kind));
}

/** What is said to have been carried out was decided. */
export const carriesOutDecided: Rule = {
  id: 'carries-out-decided',
  title: '执行的是决定的处罚种类',
  basis: '行政处罚法第六十六条第一款',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { kinds } = formOf<{ kinds: string[] }>(file);
    const strange = kinds.filter((kind) => !ordered(file).includes(kind));
    return strange.length === 0 ? null : { message: `本案决定没有“${strange.join('、')}”。`, cure: '请核对决定的处罚种类。' };
  },
};

/** Penalties beside money and goods have been carried out before a case is closed. */
export const penaltiesCarriedOut: Rule = {
  id: 'penalties-carried-out',
  title: '非金钱处罚已执行',
  basis: '行政处罚法第六十六条第一款',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const done = (factsOf(file).carriedOut ?? []).flatMap(({ kinds }) => kinds);
    const open = ordered(file).filter((kind) => !done.includes(kind));
    return open.length === 0 ? null : { message: `“${open.join('、')}”没有执行记录。`, cure: '请登记执行情况和凭证。' };
  },
};

const onLicence = (file: CaseFile): boolean => (factsOf(file).decision?.kinds ?? []).some((kind) => ON_LICENCE.includes(kind));

/** Only a penalty on a licence is told to its register. */
export const licencePenalised: Rule = {
  id: 'licence-penalised',
  title: '处罚及于许可证件',
  basis: '行政处罚法第九条第三项',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (onLicence(file) ? null : { message: '本案没有暂扣、降低、吊销许可证件的处罚。', cure: '无需通知登记（发证）系统。' }),
};

/** A confirmation answers what was told. */
export const registrationTold: Rule = {
  id: 'registration-told',
  title: '已通知登记（发证）系统',
  basis: '行政处罚法第九条第三项',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (factsOf(file).registrationTold ? null : { message: '尚未把处罚结果通知登记（发证）系统。', cure: '请先通知并登记。' }),
};

/** A licence that was taken is taken in the register too, and that was looked up, before a case is closed. */
export const licenceResultConfirmed: Rule = {
  id: 'licence-result-confirmed',
  title: '许可证件处罚已在登记系统核实',
  basis: '行政处罚法第九条第三项',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    if (!onLicence(file) || factsOf(file).registrationConfirmed) return null;
    return { message: '暂扣、降低、吊销许可证件的结果尚未在登记（发证）系统核实。', cure: '请通知登记（发证）系统并核对登记结果。' };
  },
};
