import { creditCodeFault, idNumberFault, type Rule, type Unmet } from '@sanzhi/kernel';
import type { PartyNamed } from './party';

/** Passports and travel permits have letters or fewer digits; what looks like this is meant as a resident's number. */
const RESIDENT_NUMBER = /^\d{14,}[\dXx]?$/;

/**
 * A party is told apart by its code: a body must have one (GB 32100-2015), and every code or resident identity number
 * that is given carries its right check character. A wrong one would open a second file for the same party.
 */
export const partyCodeValid: Rule = {
  id: 'party-code-valid',
  title: '当事人代码有效',
  basis: '行政处罚法第四十条、第五十九条第一款第一项',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step }) => partyUnmet(step.form.party as unknown as PartyNamed),
};

function partyUnmet(party: PartyNamed): Unmet | null {
  if (party.kind === 'organization' && !party.code) {
    const message = `当事人“${party.name}”为法人或者其他组织，未填统一社会信用代码。`;
    return { message, cure: '请填写18位统一社会信用代码；没有领取代码的个体经营者，按实际情况选择当事人类型。' };
  }
  const faults = [codeFault(party), numberFault(party)].filter((fault) => fault !== null);
  if (faults.length === 0) return null;
  return { message: `当事人“${party.name}”的${faults.join('；')}。`, cure: '请对照营业执照、登记证书或者身份证件核对后重新填写。' };
}

function codeFault({ kind, code }: PartyNamed): string | null {
  if (!code) return null;
  return kind === 'person' ? '类型为自然人，不应有统一社会信用代码' : creditCodeFault(code);
}

function numberFault({ kind, idNumber }: PartyNamed): string | null {
  if (!idNumber || kind === 'organization' || !RESIDENT_NUMBER.test(idNumber)) return null;
  return idNumberFault(idNumber);
}
