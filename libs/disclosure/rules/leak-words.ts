import type { Unmet } from '@sanzhi/kernel';
import type { PublicVersion } from './public-version';
import type { RedactionRule } from './redaction';

/** What the gate found, as its readers call it. */
const KIND_TITLES: Record<RedactionRule, string> = {
  'id-card': '身份证件号码',
  mobile: '手机号码',
  landline: '固定电话',
  'bank-card': '银行账号',
  plate: '车牌号码',
  email: '电子邮箱',
  address: '住址',
  name: '姓名',
  'birth-date': '出生日期',
  health: '健康信息',
  known: '案件中已知的个人信息',
};

/** What was found, as its readers call it; never what stands there. */
export const kindTitles = (found: readonly string[]): string => found.map((rule) => KIND_TITLES[rule as RedactionRule]).join('、');

/** What still stands in a version that may not be shown, by kind. */
export function leakIn({ found }: Pick<PublicVersion, 'found'>): Unmet | null {
  if (found.length === 0) return null;
  const kinds = kindTitles(found);
  return { message: `公示稿中仍有不得公开的内容：${kinds}。`, cure: '请核对当事人登记信息和查明的事实，更正后重新复核。' };
}
