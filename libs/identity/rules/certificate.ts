import type { OfficerSeen } from './slice';

/** What is wrong with an officer's enforcement certificate on a day, in Chinese; null when nothing is. */
export function certificateFault(officer: OfficerSeen | undefined, day: string): string | null {
  if (!officer) return '不在本机关执法人员名册';
  if (!officer.certificateNumber) return '名册中没有执法证号';
  if (!officer.certificateFrom || !officer.certificateUntil) return '名册中没有执法证有效期';
  if (day < officer.certificateFrom) return `执法证自${officer.certificateFrom}起有效`;
  if (day > officer.certificateUntil) return `执法证有效期至${officer.certificateUntil}`;
  return null;
}
