const LENGTH = { min: 10, max: 128 } as const;
const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];
const KINDS_NEEDED = 3;

/** What is wrong with a new password, in Chinese, all at once; empty when it may be used. */
export function passwordFaults(password: string, login: string): string[] {
  const faults: string[] = [];
  if (password.length < LENGTH.min) faults.push(`口令不少于${LENGTH.min}位。`);
  if (password.length > LENGTH.max) faults.push(`口令不多于${LENGTH.max}位。`);
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  if (kinds < KINDS_NEEDED) faults.push('口令应含小写字母、大写字母、数字、其他字符中的三类。');
  if (password.toLowerCase().includes(login.toLowerCase())) faults.push('口令不得含有登录名。');
  return faults;
}
