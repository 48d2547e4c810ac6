import { delegationRefusals, withLent, type DelegationAsked, type Lent } from './delegation';
import type { OfficerSeen } from './slice';

const officer = (id: string, ...posts: string[]): OfficerSeen => ({
  id, name: `人员${id}`, certificateNumber: null, certificateFrom: null, certificateUntil: null, legalQualification: false, reviewsSince: null, body: null, posts,
});

const duties = [
  { id: 'approver', title: '负责人审批', basis: null, delegable: true },
  { id: 'recorder', title: '会议记录', basis: null, delegable: true },
  { id: 'reviewer', title: '法制审核', basis: null },
];

function asked(changes: Partial<DelegationAsked['draft']> = {}, over: Partial<DelegationAsked> = {}): DelegationAsked {
  const draft = { from: 'a', to: 'b', duties: ['approver'], validFrom: '2023-03-01', validUntil: '2023-03-10', ground: '出差', ...changes };
  return {
    draft, grantor: { person: 'a', posts: ['approver'] }, today: '2023-03-01', from: officer('a', 'approver'), to: officer('b', 'recorder'), duties, ...over,
  };
}

const rules = (one: DelegationAsked): string[] => delegationRefusals(one).map((refusal) => refusal.rule);

describe('granting a delegation', () => {
  it.each<[string, DelegationAsked, string[]]>([
    ['by its holder', asked(), []],
    ['for one day', asked({ validUntil: '2023-03-01' }), []],
    ['by a head for somebody else', asked({}, { grantor: { person: 'h', posts: ['approver'] } }), []],
    ['by a head to himself', asked({}, { grantor: { person: 'b', posts: ['approver'] } }), ['delegation-by-holder']],
    ['by anybody else', asked({}, { grantor: { person: 'c', posts: ['recorder'] } }), ['delegation-by-holder']],
    ['to oneself', asked({ to: 'a' }), ['delegation-between-officers']],
    ['to who is not in service', asked({}, { to: undefined }), ['delegation-between-officers']],
    ['of a duty that is not one\'s own', asked({ duties: ['recorder'] }), ['delegation-of-own-post']],
    ['of what is done in person', asked({ duties: ['reviewer'] }, { from: officer('a', 'reviewer') }), ['delegation-of-delegable-duty']],
    ['of a duty that no table has', asked({ duties: ['king'] }, { from: officer('a', 'king') }), ['delegation-of-delegable-duty']],
    ['dated back', asked({ validFrom: '2023-02-28' }), ['delegation-period']],
    ['ending before it begins', asked({ validFrom: '2023-03-11' }), ['delegation-period']],
  ])('%s', (_, one, refused) => {
    expect(rules(one)).toEqual(refused);
  });

  it('says everything that is wrong at once, each with a cure', () => {
    const wrong = asked({ duties: ['reviewer'], validFrom: '2023-02-01' }, { grantor: { person: 'c', posts: [] }, to: undefined });
    const refusals = delegationRefusals(wrong);
    expect(refusals.map((one) => one.rule)).toEqual([
      'delegation-by-holder', 'delegation-between-officers', 'delegation-of-own-post', 'delegation-of-delegable-duty', 'delegation-period',
    ]);
    for (const one of refusals) expect(one.cure).toMatch(/请/);
  });
});

describe('what is lent on the day of an act', () => {
  const lent = (changes: Partial<Lent> = {}): Lent => ({ id: 'd1', duties: ['approver'], validFrom: '2023-03-02', validUntil: '2023-03-10', revokedAt: null, ...changes });
  const actor = { person: 'b', organ: 'o', name: '乙', posts: ['recorder'], onBehalfOf: 'a' };
  const dutiesOn = (day: string, ...rows: Lent[]) => withLent(actor, rows, { actedOn: day, actedAt: `${day}T02:00:00.000Z` }).lent;

  it.each([
    ['2023-03-01', []],
    ['2023-03-02', [{ duty: 'approver', delegation: 'd1' }]],
    ['2023-03-10', [{ duty: 'approver', delegation: 'd1' }]],
    ['2023-03-11', []],
  ])('on %s', (day, there) => {
    expect(dutiesOn(day, lent())).toEqual(there);
  });

  it('ends with the instant of its revocation, and not before', () => {
    expect(dutiesOn('2023-03-05', lent({ revokedAt: '2023-03-05T02:00:00.000Z' }))).toEqual([]);
    expect(dutiesOn('2023-03-05', lent({ revokedAt: '2023-03-05T02:00:00.001Z' }))).toHaveLength(1);
  });

  it('leaves who acts for himself as he is', () => {
    const own = { ...actor, onBehalfOf: undefined };
    expect(withLent(own, [lent()], { actedOn: '2023-03-05', actedAt: '2023-03-05T02:00:00.000Z' })).toBe(own);
  });
});
