import { creditCodeCheck, idNumberCheck } from '@sanzhi/kernel';

/** Length of both kinds of code; other lengths (old registration numbers, passports) carry no checksum here. */
export const CHECKED_LENGTH = 18;

/** Whether an 18-long text in capitals is a unified social credit code with its right check character. */
export const isCreditCode = (text: string): boolean =>
  text.length === CHECKED_LENGTH && creditCodeCheck(text.slice(0, -1)) === text[CHECKED_LENGTH - 1];

/** Whether an 18-long text in capitals is an identity number with its right check character. */
export const isIdentityNumber = (text: string): boolean =>
  text.length === CHECKED_LENGTH && idNumberCheck(text.slice(0, -1)) === text[CHECKED_LENGTH - 1];

/**
 * Whether a party code carries a right checksum. Only 18-long codes are checked: a body's as credit code, a person's as
 * identity number, an individual business's (or a party of unstated type) as either.
 */
export function isPartyCode(text: string, partyType: string): boolean {
  if (text.length !== CHECKED_LENGTH) return true;
  if (partyType === 'organization') return isCreditCode(text);
  if (partyType === 'person') return isIdentityNumber(text);
  return isCreditCode(text) || isIdentityNumber(text);
}
