import { signOffDigest, type CaseFile, type JsonObject, type Rule } from '@sanzhi/kernel';
import type { Meeting, VoteCast } from './discussion';
import { discussionOnCurrentDraft } from './discussion-on-current-draft';
import { discussionResolvedWhereRequired } from './discussion-resolved-where-required';
import { quorumReached, resolutionFollowsVotes } from './resolution';
import { voteByMember } from './vote-by-member';

const draft: JsonObject = { factsFound: '经查属实。', kinds: ['罚款'], fineFen: 5000000, confiscatedFen: 0 };
const PACK = {
  'discussion.quorum.share': 0.5, 'discussion.heads': 3,
};

interface Scene {
  draft?: JsonObject | null;
  /** One letter for each vote of the last meeting: a(gree), d(isagree), n(either); null = no meeting. */
  votes?: string | null;
  resolution?: Meeting['resolution'];
  party?: string;
  parameters?: JsonObject;
  form?: JsonObject;
  actor?: string;
  /** Persons who were recused. */
  recused?: string[];
}

const votesOf = (letters: string): VoteCast[] =>
  [...letters].map((letter, at) => ({
    member: `head${at + 1}`, vote: letter === 'a' ? 'agree' : letter === 'd' ? 'disagree' : 'abstain', view: '意见', votedAt: '2023-03-01T01:00:00.000Z',
  }));

function fileOf(scene: Scene): CaseFile {
  const members = ['head1', 'head2', 'head3'];
  const meeting = { round: 1, members, chair: 'head3', absent: [], digest: signOffDigest(draft), resolution: scene.resolution ?? null, votes: votesOf(scene.votes ?? '') };
  return {
    case: { facts: { draft: scene.draft === undefined ? draft : scene.draft, party: { kind: scene.party ?? 'organization' } } },
    duties: (scene.recused ?? []).map((person) => ({ person, duty: 'recused' })),
    slices: { discussion: { meetings: scene.votes === null ? [] : [meeting], convened: draft, sittings: [] } },
    parameters: scene.parameters ?? PACK,
    step: { form: scene.form ?? {}, actor: { person: scene.actor ?? 'head1', name: '示范负责人' } },
  } as unknown as CaseFile;
}

const told = (rule: Rule, scene: Scene): string | null => rule.check(fileOf(scene))?.message ?? null;
const holds = (rule: Rule, scene: Scene): boolean => told(rule, scene) === null;

/** Stands for the condition as data: a fine from 50,000 yuan on (test/law/lines.e2e-spec.ts asks the real one). */
const why = (file: CaseFile): string | null => (((file.case.facts.draft ?? {}) as { fineFen?: number }).fineFen ?? 0) >= 5000000 ? '达到数额' : null;

describe('discussion-resolved-where-required', () => {
  it.each<[string, Scene, string | null]>([
    ['below the line', { draft: { ...draft, fineFen: 1 }, votes: null }, null],
    ['no meeting', { votes: null }, '尚未经负责人集体讨论'],
    ['no resolution', { votes: 'aa' }, '第1次集体讨论尚未形成决定'],
    ['returned', { votes: 'dd', resolution: 'returned' }, '未通过，已退回'],
    ['approved', { votes: 'aa', resolution: 'approved' }, null],
    ['changed since', { votes: 'aa', resolution: 'approved', draft: { ...draft, fineFen: 5000001 } }, '改动：罚款金额'],
  ])('%s', (_, scene, message) => {
    expect(told(discussionResolvedWhereRequired(why), scene)).toEqual(message && expect.stringContaining(message));
  });
});

describe('discussion-on-current-draft', () => {
  const digest = signOffDigest(draft);

  it.each<[string, Scene, string | null]>([
    ['what the meeting was called to', { form: { digest } }, null],
    ['something else', { form: { digest: '0'.repeat(64) } }, '与提请讨论的处罚建议不一致'],
    ['what changed since', { form: { digest }, draft: { ...draft, kinds: ['警告'] } }, '改动：处罚种类'],
    ['no meeting', { form: { digest }, votes: null }, '没有待讨论的处罚建议'],
    ['no draft', { form: { digest }, draft: null }, '没有待讨论的处罚建议'],
  ])('%s', (_, scene, message) => {
    expect(told(discussionOnCurrentDraft, scene)).toEqual(message && expect.stringContaining(message));
  });
});

describe('vote-by-member', () => {
  it.each([
    ['head3', 'aa', null],
    ['head2', 'aa', '已于'],
    ['head9', 'aa', '不是本次讨论的参加人'],
    ['head1', null, '不是本次讨论的参加人'],
  ])('%s after the votes %s', (actor, votes, message) => {
    expect(told(voteByMember, { actor, votes })).toEqual(message && expect.stringContaining(message));
  });
});

describe('quorum and majority of three heads', () => {
  it.each([
    ['', false, false, true],
    ['a', false, true, true],
    ['aa', true, true, false],
    ['ad', true, false, true],
    ['an', true, false, true],
    ['dd', true, false, true],
    ['aad', true, true, false],
    ['ann', true, false, true],
    ['add', true, false, true],
    ['aaa', true, true, false],
  ])('votes %p: quorum %s, may be approved %s, may be returned %s', (votes, quorum, approved, returned) => {
    expect(holds(quorumReached, { votes, form: { resolution: 'approved' } })).toBe(quorum);
    expect(holds(resolutionFollowsVotes, { votes, form: { resolution: 'approved' } })).toBe(approved);
    expect(holds(resolutionFollowsVotes, { votes, form: { resolution: 'returned' } })).toBe(returned);
  });

  it('needs more than the share, not as much', () => {
    const four = { ...PACK, 'discussion.heads': 4 };
    expect(told(quorumReached, { votes: 'aa', parameters: four, form: { resolution: 'approved' } })).toContain('应当不少于 3 人');
    expect(holds(quorumReached, { votes: 'aaa', parameters: four, form: { resolution: 'approved' } })).toBe(true);
  });

  it.each(['discussion.quorum.share', 'discussion.heads'])('approves of nothing while the pack lacks %s, and can be ended', (id) => {
    const parameters = { ...PACK, [id]: null };
    expect(told(quorumReached, { votes: 'aaa', parameters, form: { resolution: 'approved' } })).toContain('未载入法定值');
    for (const rule of [quorumReached, resolutionFollowsVotes]) expect(holds(rule, { votes: 'aaa', parameters, form: { resolution: 'returned' } })).toBe(true);
  });

  it('counts neither the vote nor the seat of who was recused', () => {
    // Three heads, head1 recused after he voted: two heads are left, and both have to come.
    expect(told(quorumReached, { votes: 'aa', recused: ['head1'], form: { resolution: 'approved' } })).toContain('已表决 1 人，应当不少于 2 人');
    expect(holds(quorumReached, { votes: 'aaa', recused: ['head1'], form: { resolution: 'approved' } })).toBe(true);
    expect(holds(resolutionFollowsVotes, { votes: 'add', recused: ['head2', 'head3'], form: { resolution: 'approved' } })).toBe(true);
    expect(holds(resolutionFollowsVotes, { votes: 'ada', recused: ['head1'], form: { resolution: 'approved' } })).toBe(false);
  });

  it.each([
    ['dda', true, false],
    ['aad', false, true],
    ['aa', false, true],
  ])('votes %p where the chair decides: may be approved %s, may be returned %s', (votes, approved, returned) => {
    const parameters = { ...PACK, 'discussion.rule': 'chair' };
    expect(holds(resolutionFollowsVotes, { votes, parameters, form: { resolution: 'approved' } })).toBe(approved);
    expect(holds(resolutionFollowsVotes, { votes, parameters, form: { resolution: 'returned' } })).toBe(returned);
  });
});
