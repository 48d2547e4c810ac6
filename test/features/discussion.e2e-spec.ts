import { DiscussionModule } from '@sanzhi/discussion';
import { ReviewModule } from '@sanzhi/review';
import { ListMeetings } from '../../libs/discussion/app/list-meetings';
import { House, largeDraft, signedDigest } from './house';

jest.setTimeout(60_000);

const digest = signedDigest(largeDraft);
const decision = { kinds: largeDraft.kinds, fineFen: largeDraft.fineFen, confiscatedFen: 0 };
const vote = (kind: string, on = digest) => ({ vote: kind, view: `意见：${kind}`, digest: on });
const resolution = (kind: string) => ({ resolution: kind, digest, minutes: '会议记录。' });

describe('collective discussion', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.start(DiscussionModule, ReviewModule);
  });
  afterAll(() => house.close());

  const review = async (caseId: string) => {
    await house.all(caseId, [
      ['handler1', 'send-to-review', {}],
      ['reviewer1', 'give-opinion', { opinion: 'OP-AGREE', digest, text: '同意。' }],
    ]);
  };
  const members = () => ['head1', 'head2', 'head3'].map((login) => house.person(login));
  const convene = async (): Promise<string> => {
    const caseId = await house.notified(largeDraft);
    await review(caseId);
    await house.all(caseId, [['clerk', 'convene-discussion', { members: members(), chair: house.person('head3'), place: '第一会议室' }]]);
    return caseId;
  };

  it('lets a major decision pass only after the heads approved, with every dissent kept', async () => {
    const caseId = await house.notified(largeDraft);
    await review(caseId);
    expect((await house.act('head1', caseId, 'decide-penalty', decision)).rules).toEqual(['discussion-resolved-where-required']);
    await house.all(caseId, [
      ['clerk', 'convene-discussion', { members: members(), chair: house.person('head3'), place: '第一会议室' }],
      ['head1', 'cast-vote', vote('agree')],
      ['head2', 'cast-vote', vote('disagree')],
    ]);
    expect((await house.act('clerk', caseId, 'resolve-discussion', resolution('approved'))).rules).toEqual(['chair-summed-up', 'resolution-follows-votes']);
    await house.all(caseId, [
      ['head3', 'cast-vote', vote('agree')],
      ['clerk', 'resolve-discussion', resolution('approved')],
      ['head1', 'decide-penalty', decision],
    ]);
    const recorded = await house.owner.query(
      "select p.body::jsonb->'recorded'->'discussion' as discussion from record.entry e join record.payload p using (organ, case_id, seq) where case_id = $1 and action = 'resolve-discussion'",
      [caseId],
    );
    expect(recorded.rows[0].discussion).toEqual({
      round: 1, digest, votes: { agree: 2, disagree: 1, abstain: 0 }, dissent: [{ member: house.person('head2'), vote: 'disagree', view: '意见：disagree' }],
      minutesSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('counts each head once, and nobody who was not called', async () => {
    const caseId = await house.notified(largeDraft);
    await review(caseId);
    const two = members().slice(0, 2);
    await house.all(caseId, [
      ['clerk', 'convene-discussion', { members: two, chair: two[1], place: '第一会议室', absent: [{ member: house.person('head3'), reason: '因公外出' }] }],
      ['head1', 'cast-vote', vote('agree')],
    ]);
    expect((await house.act('head1', caseId, 'cast-vote', vote('agree'))).rules).toEqual(['vote-by-member']);
    expect((await house.act('head3', caseId, 'cast-vote', vote('agree'))).rules).toEqual(['vote-by-member']);
    expect((await house.act('clerk', caseId, 'resolve-discussion', resolution('approved'))).rules).toEqual(['quorum-reached', 'chair-summed-up']);
  });

  it('lets nobody who handles the case be called', async () => {
    const caseId = await house.notified(largeDraft);
    await review(caseId);
    const form = { members: [...members(), house.person('handler1')], chair: house.person('head1'), place: '第一会议室' };
    expect((await house.act('clerk', caseId, 'convene-discussion', form)).rules).toEqual(['incompatible-duty']);
  });

  it('binds votes to what the meeting was called to', async () => {
    const caseId = await convene();
    expect((await house.act('head1', caseId, 'cast-vote', vote('agree', '0'.repeat(64)))).rules).toEqual(['discussion-on-current-draft']);
  });

  it('returns the case, and a second meeting starts anew', async () => {
    const caseId = await convene();
    await house.all(caseId, [['head1', 'cast-vote', vote('disagree')]]);
    await house.standAt('2023-03-01T09:10:00+08:00');
    await house.all(caseId, [['head2', 'cast-vote', vote('abstain')]]);
    const { taken } = await house.act('clerk', caseId, 'resolve-discussion', resolution('returned'));
    expect(taken?.case.state).toBe('reported');
    await house.report(caseId, largeDraft);
    await review(caseId);
    expect((await house.act('head1', caseId, 'decide-penalty', decision)).rules).toEqual(['discussion-resolved-where-required']);
    await house.all(caseId, [
      ['clerk', 'convene-discussion', { members: members(), chair: house.person('head2'), place: '第二会议室' }],
      ['clerk', 'note-absence', { member: house.person('head3'), reason: '突发公共卫生事件处置' }],
      ['head1', 'cast-vote', vote('agree')],
      ['head2', 'cast-vote', vote('agree')],
      ['clerk', 'resolve-discussion', resolution('approved')],
    ]);
    const { slices } = await house.read('head1', caseId);
    expect(slices.discussion).toMatchObject({
      meetings: [
        { round: 1, resolution: 'returned', votes: [{ vote: 'disagree' }, { vote: 'abstain' }] },
        { round: 2, resolution: 'approved', place: '第二会议室', votes: [{ vote: 'agree' }, { vote: 'agree' }] },
      ],
    });
  });

  it('lists the open meetings for those who were called and for who keeps the minutes', async () => {
    const caseId = await convene();
    await house.all(caseId, [['head2', 'cast-vote', vote('agree')]]);
    const list = house.app.get(ListMeetings, { strict: false });
    for (const login of ['head1', 'clerk']) {
      const line = (await list.run(house.who(login), 50)).find((one) => one.caseId === caseId);
      expect(line).toMatchObject({ round: 1, digest, place: '第一会议室', members: members(), voted: [house.person('head2')] });
    }
    expect(await list.run(house.who('reviewer1'), 50)).toEqual([]);
  });

  it('gives the processes no right to change a vote', async () => {
    const granted = await house.owner.query(
      "select privilege_type from information_schema.table_privileges where table_schema = 'discussion' and table_name = 'vote' and grantee in ('sanzhi_api', 'sanzhi_worker')",
    );
    expect(new Set(granted.rows.map((row) => row.privilege_type))).toEqual(new Set(['SELECT', 'INSERT']));
    await expect(house.owner.query("update discussion.meeting set minutes = '改' where resolution is not null")).rejects.toThrow('is never changed');
  });
});
