import { changedFields, fieldChanges, signOffDigest } from './sign-off';

const draft = { factsFound: '经查属实。', kinds: ['罚款'], fineFen: 300000, evidence: [{ title: '现场笔录' }] };

describe('sign-off', () => {
  it('does not depend on the order of the fields', () => {
    const { factsFound, ...rest } = draft;
    expect(signOffDigest({ ...rest, factsFound })).toBe(signOffDigest(draft));
    expect(signOffDigest(draft)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['one character', { ...draft, factsFound: '经查属实 。' }, ['查明的事实']],
    ['one fen', { ...draft, fineFen: 300001 }, ['罚款金额']],
    ['one paper of evidence', { ...draft, evidence: [] }, ['证据']],
    ['a field that is new', { ...draft, confiscatedFen: 0 }, ['没收金额']],
    ['two fields', { ...draft, fineFen: 1, kinds: ['警告'] }, ['处罚种类', '罚款金额']],
  ])('changes with %s, and says so', (_, changed, fields) => {
    expect(signOffDigest(changed)).not.toBe(signOffDigest(draft));
    expect(changedFields(draft, changed)).toEqual(fields);
  });

  it('has nothing to be bound to without a draft', () => {
    expect([signOffDigest(null), signOffDigest(undefined)]).toEqual([null, null]);
  });
});

describe('what changed, as its readers see it', () => {
  it('shows money in yuan, evidence by its titles, and what is new or gone', () => {
    const now = { factsFound: draft.factsFound, kinds: ['罚款', '警告'], fineFen: 300050, evidence: [...draft.evidence, { title: '询问笔录' }], confiscatedFen: 0 };
    expect(fieldChanges(draft, now)).toEqual([
      { field: 'kinds', title: '处罚种类', before: '罚款', after: '罚款、警告' },
      { field: 'fineFen', title: '罚款金额', before: '3000元', after: '3000.5元' },
      { field: 'evidence', title: '证据', before: '现场笔录', after: '现场笔录、询问笔录' },
      { field: 'confiscatedFen', title: '没收金额', before: null, after: '0元' },
    ]);
    expect(fieldChanges(draft, draft)).toEqual([]);
  });
});
