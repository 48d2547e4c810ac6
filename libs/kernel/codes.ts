/** Characters of a unified social credit code (GB 32100-2015): no I, O, S, V, Z. Position is value. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_MODULUS = 31;
const CREDIT_WEIGHT = 3;

/** Check characters of an identity number (GB 11643-1999) by remainder of ISO 7064 MOD 11-2. */
const IDENTITY_CHECKS = '10X98765432';
const IDENTITY_MODULUS = 11;

const CODE_LENGTH = 18;

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

/** What is wrong with a unified social credit code (GB 32100-2015, capitals), in Chinese; null when nothing is. */
export function creditCodeFault(code: string): string | null {
  if (code.length !== CODE_LENGTH) return `统一社会信用代码应为${CODE_LENGTH}位，实为${code.length}位`;
  const check = creditCodeCheck(code.slice(0, -1));
  if (check === null || !CREDIT_ALPHABET.includes(code[CODE_LENGTH - 1])) {
    return '统一社会信用代码只由数字和大写字母（不含I、O、S、V、Z）组成';
  }
  return check === code[CODE_LENGTH - 1] ? null : '统一社会信用代码的校验位不符';
}

/** Check character of the first 17 digits of an identity number; null when they are not 17 digits. */
export function idNumberCheck(body: string): string | null {
  if (!/^\d{17}$/.test(body)) return null;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % IDENTITY_MODULUS), 0);
  return IDENTITY_CHECKS[sum % IDENTITY_MODULUS];
}

/** What is wrong with a resident identity number (GB 11643-1999), in Chinese; null when nothing is. */
export function idNumberFault(idNumber: string): string | null {
  if (idNumber.length !== CODE_LENGTH) return `居民身份证号码应为${CODE_LENGTH}位，实为${idNumber.length}位`;
  const check = idNumberCheck(idNumber.slice(0, -1));
  if (check === null) return '居民身份证号码前17位应为数字';
  if (!isBirthDay(idNumber.slice(6, 14))) return '居民身份证号码中的出生日期不存在';
  return check === idNumber[CODE_LENGTH - 1] ? null : '居民身份证号码的校验位不符';
}

function isBirthDay(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (month < 1 || month > 12) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
