import { standingOf } from './delegations';

describe('where a delegation stands', () => {
  const of = (today: string, revokedAt: string | null = null) => standingOf({ revokedAt, validFrom: '2026-03-02', validUntil: '2026-03-06' }, today);

  it.each([['2026-03-01', 'ahead'], ['2026-03-02', 'running'], ['2026-03-06', 'running'], ['2026-03-07', 'over']])('on %s: %s', (today, standing) => {
    expect(of(today)).toBe(standing);
  });

  it('once ended it stays ended', () => {
    for (const today of ['2026-03-01', '2026-03-04', '2026-03-09']) expect(of(today, '2026-03-03T01:00:00.000Z')).toBe('ended');
  });
});
