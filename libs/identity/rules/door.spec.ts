import { afterFailure, afterOneMore, isLocked, LOCKOUT, type Failures } from './lockout';
import { passwordFaults } from './password';
import { permit, permitted, type Policy } from './policy';

const AT = '2026-03-01T08:00:00.000Z';
const UNTIL = '2026-03-01T08:15:00.000Z';
const none: Failures = { failedCount: 0, lockedUntil: null };

describe('lock-out', () => {
  it('locks with the fifth failure in a row, for 15 minutes', () => {
    let failures = none;
    for (let count = 1; count <= 4; count++) {
      failures = afterFailure(failures, AT);
      expect(failures).toEqual({ failedCount: count, lockedUntil: null });
    }
    expect(afterFailure(failures, AT)).toEqual({ failedCount: 5, lockedUntil: UNTIL });
  });

  it('is over at its very end, not before', () => {
    const locked = { failedCount: 5, lockedUntil: UNTIL };
    expect(isLocked(locked, '2026-03-01T08:14:59.999Z')).toBe(true);
    expect(isLocked(locked, UNTIL)).toBe(false);
  });

  it('is not made longer by trying on, and counts anew afterwards', () => {
    const locked = { failedCount: 5, lockedUntil: UNTIL };
    expect(afterFailure(locked, '2026-03-01T08:14:59.999Z')).toBe(locked);
    expect(afterFailure(locked, UNTIL)).toEqual({ failedCount: 1, lockedUntil: null });
  });
});

describe('both counts', () => {
  const count = (tries: number, from = none): { address: Failures; account: Failures } => {
    let counts = { address: from, account: none };
    for (let one = 0; one < tries; one++) counts = afterOneMore(counts, AT);
    return counts;
  };

  it('shuts the address with the fifth failure, and counts no more of it against the account', () => {
    expect(count(50)).toEqual({ address: { failedCount: 5, lockedUntil: UNTIL }, account: { failedCount: 5, lockedUntil: null } });
  });

  it('shuts the account when enough addresses tried', () => {
    let account = none;
    for (let one = 0; one < LOCKOUT.altogether; one++) ({ account } = afterOneMore({ address: none, account }, AT));
    expect(account).toEqual({ failedCount: 20, lockedUntil: UNTIL });
  });
});

describe('new passwords', () => {
  it.each([
    ['Abcdefgh12', []],
    ['Abcdefg12', ['口令不少于10位。']],
    ['abcdefgh12', ['口令应含小写字母、大写字母、数字、其他字符中的三类。']],
    ['abcdefg-12', []],
    ['LiSi-20260301', ['口令不得含有登录名。']],
    ['lisi', ['口令不少于10位。', '口令应含小写字母、大写字母、数字、其他字符中的三类。', '口令不得含有登录名。']],
    [`Aa1${'x'.repeat(126)}`, ['口令不多于128位。']],
  ])('%s', (password, faults) => {
    expect(passwordFaults(password, 'lisi')).toEqual(faults);
  });
});

describe('the policy table', () => {
  const table: Policy[] = [
    { id: 'organ.read', title: '', posts: ['*'], reason: '请先登录。' },
    { id: 'case.open', title: '', posts: ['handler'], reason: '案件由经办人员登记。' },
  ];

  it('lets one post of several be enough, and says why it does not', () => {
    expect(permit(table, 'case.open', ['voter', 'handler'])).toEqual({ allowed: true });
    expect(permit(table, 'case.open', ['voter'])).toEqual({ allowed: false, reason: '案件由经办人员登记。' });
    expect(permit(table, 'organ.read', [])).toEqual({ allowed: true });
  });

  it('does not let pass what it does not know', () => {
    expect(() => permit(table, 'case.burn', ['handler'])).toThrow(RangeError);
  });

  it('lists what may be offered', () => {
    expect(permitted(table, ['voter'])).toEqual(['organ.read']);
    expect(permitted(table, ['handler'])).toEqual(['organ.read', 'case.open']);
  });
});
