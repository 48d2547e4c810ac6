/** Characters of a unified social credit code (GB 32100-2015): no I, O, S, V, Z. Position is value. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_MODULUS = 31;
const CREDIT_WEIGHT = 3;

/** Identity numbers (GB 11643-1999): check characters by remainder of ISO 7064 MOD 11-2. */
const IDENTITY_CHECKS = '10X98765432';
const IDENTITY_MODULUS = 11;

/** Length of both kinds of code; other lengths (old registration numbers, passports) carry no checksum here. */
export const CHECKED_LENGTH = 18;

/** Check character of the first 17 characters of a credit code; null when one is not of the alphabet. */
export function creditCodeCheck(body: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    const value = CREDIT_ALPHABET.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * CREDIT_WEIGHT) % CREDIT_MODULUS;
  }
  return CREDIT_ALPHABET[(CREDIT_MODULUS - (sum % CREDIT_MODULUS)) % CREDIT_MODULUS];
}

/** Whether an 18-long text in capitals is a unified social credit code with its right check character. */
export const isCreditCode = (text: string): boolean =>
  text.length === CHECKED_LENGTH && creditCodeCheck(text.slice(0, -1)) === text[CHECKED_LENGTH - 1];

/** Check character of the first 17 digits of an identity number; null when they are not digits. */
export function identityNumberCheck(body: string): string | null {
  if (!/^\d{17}$/.test(body)) return null;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % IDENTITY_MODULUS), 0);
  return IDENTITY_CHECKS[sum % IDENTITY_MODULUS];
}

/** Whether an 18-long text in capitals is an identity number with its right check character. */
export const isIdentityNumber = (text: string): boolean =>
  text.length === CHECKED_LENGTH && identityNumberCheck(text.slice(0, -1)) === text[CHECKED_LENGTH - 1];

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
