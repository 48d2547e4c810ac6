import type { Effect, JsonObject } from '@sanzhi/kernel';
import { factsFollowing } from './facts-following';

const effect = (kind: string, payload: JsonObject, feature = 'casework'): Effect => ({ id: 'e', feature, kind, payload });
const decision = { outcome: 'punished', kinds: ['罚款', '警告'], fineFen: 500, confiscatedFen: 30, decidedOn: '2023-03-01' };

describe('factsFollowing', () => {
  it('adds lines to lists, several in one act, and leaves other features alone', () => {
    const line = (item: JsonObject) => effect('append', { to: 'payments', item });
    const facts = { payments: [{ paidFen: 1 }] };
    expect(factsFollowing([line({ paidFen: 2 }), line({ paidFen: 3 }), effect('append', { to: 'x', item: {} }, 'review')], facts)).toEqual({
      payments: [{ paidFen: 1 }, { paidFen: 2 }, { paidFen: 3 }],
    });
    expect(factsFollowing([line({ paidFen: 2 })], {})).toEqual({ payments: [{ paidFen: 2 }] });
  });

  it.each([
    ['changed', { kinds: ['罚款'], fineFen: 200, confiscatedFen: 0 }],
    ['annulled', { kinds: [], fineFen: 0, confiscatedFen: 0 }],
    ['void', { kinds: [], fineFen: 0, confiscatedFen: 0 }],
    ['illegal', { kinds: decision.kinds, fineFen: 500, confiscatedFen: 30 }],
  ])('leaves of a penalty what a remedy leaves: %s', (standing, left) => {
    const payload = { standing, on: '2023-06-01', kinds: ['罚款'], fineFen: 200, confiscatedFen: 0 };
    const { decision: now } = factsFollowing([effect('set-standing', payload)], { decision });
    const before = { kinds: decision.kinds, fineFen: 500, confiscatedFen: 30 };
    expect(now).toEqual({ ...decision, ...left, standing, standingSince: '2023-06-01', before });
  });

  it('keeps what the penalty was at first through a second change', () => {
    const once = factsFollowing([effect('set-standing', { standing: 'changed', on: '2023-06-01', kinds: ['罚款'], fineFen: 200, confiscatedFen: 0 })], { decision });
    const twice = factsFollowing([effect('set-standing', { standing: 'annulled', on: '2023-09-01' })], once);
    expect(twice.decision).toMatchObject({ fineFen: 0, before: { fineFen: 500 } });
  });
});
