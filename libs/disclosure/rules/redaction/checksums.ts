const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idCheckMarks = '10X98765432';

/** GB 11643-1999: 17 digits and an ISO 7064 mod 11-2 check mark, digits 7-14 a day. Area codes are not judged: abolished ones live on. */
export function isIdCard18(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text) || !isDay(Number(text.slice(6, 10)), text.slice(10, 14))) return false;
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return idCheckMarks[sum % 11] === text[17];
}

/** The old number: 15 digits without a check mark, digits 7-12 a day of the 1900s. */
export function isIdCard15(text: string): boolean {
  return /^\d{15}$/.test(text) && isDay(1900 + Number(text.slice(6, 8)), text.slice(8, 12));
}

function isDay(year: number, monthDay: string): boolean {
  const month = Number(monthDay.slice(0, 2));
  const day = Number(monthDay.slice(2));
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Bank cards: 16 to 19 digits with a Luhn check digit and a first digit that issuers use. */
export function isBankCard(digits: string): boolean {
  return /^(?:[3-6]\d{15,18}|9558\d{12,15})$/.test(digits) && luhnSum(digits) % 10 === 0;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? digit : Math.trunc((digit * 2) / 10) + ((digit * 2) % 10);
  }
  return sum;
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * GB 32100-2015: unified social credit code with its mod 31 check character. A code of digits alone must begin with a
 * department and kind that give such codes out (11 organ, 12 institution, 51-53 social body, 91-93 firm): a card
 * number of 18 digits is not one.
 */
export function isCreditCode(text: string): boolean {
  if (!/^[1-9ANY][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  if (/^\d+$/.test(text) && !/^(?:1[1239]|5[1239]|9[123])/.test(text)) return false;
  let weight = 1;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) {
    sum += weight * creditAlphabet.indexOf(text[i]);
    weight = (weight * 3) % 31;
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17];
}
