import { signOffDigest, type CaseFile, type JsonObject } from '@sanzhi/kernel';
import { opinionOnCurrentDraft } from './opinion-on-current-draft';
import type { ReviewRound } from './review';
import { reviewPassedBeforeNotice, reviewPassedWhereRequired } from './review-passed-where-required';
import { enoughReviewers, oneOpinionEach, opinionWaitedFor, reviewAnswered, reviewComesBeforeNotice, reviewNotWaiting } from './review-rounds';
import { reviewerQualified } from './reviewer-qualified';

const draft: JsonObject = {
  factsFound: '经查属实。', evidence: [{ title: '现场笔录' }], basis: '示例法', discretion: '一般', kinds: ['罚款'], fineFen: 5000000, confiscatedFen: 0,
};
const LINES: JsonObject = {};

interface Scene {
  draft?: JsonObject | null;
  submitted?: JsonObject;
  opinions?: ReviewRound['opinion'][];
  party?: string;
  parameters?: JsonObject;
  form?: JsonObject;
  qualified?: boolean;
  since?: string | null;
  point?: ReviewRound['point'];
  /** Reviewers who gave an opinion beside. */
  joint?: string[];
  facts?: JsonObject;
}

function fileOf(scene: Scene): CaseFile {
  const submitted = scene.submitted ?? draft;
  const rounds = (scene.opinions ?? []).map((opinion, at) => ({ round: at + 1, submittedAt: '2023-03-08T00:00:00.000Z', digest: signOffDigest(submitted), opinion, point: scene.point ?? 'before-decision', joint: (scene.joint ?? []).map((reviewer) => ({ reviewer, opinion: 'OP-AGREE', text: '同意。', givenAt: '' })) }));
  const officers = [{ id: 'r', legalQualification: scene.qualified ?? true, reviewsSince: scene.since ?? null }];
  return {
    case: { facts: { draft: scene.draft === undefined ? draft : scene.draft, party: { kind: scene.party ?? 'organization' }, ...scene.facts } },
    slices: { review: { rounds, submitted, result: 'none' }, identity: { officers } },
    parameters: scene.parameters ?? LINES,
    step: { form: scene.form ?? {}, actor: { person: 'r', name: '示范审核甲' } },
  } as unknown as CaseFile;
}

/** Stands for the condition as data: a fine from 50,000 yuan on (test/law/lines.e2e-spec.ts asks the real one). */
const why = (file: CaseFile): string | null => (((file.case.facts.draft ?? {}) as { fineFen?: number }).fineFen ?? 0) >= 5000000 ? '达到数额' : null;

describe('review-passed-where-required', () => {
  const told = (scene: Scene) => reviewPassedWhereRequired(why).check(fileOf(scene))?.message ?? null;

  it('is not asked below the line', () => {
    expect(told({ draft: { ...draft, fineFen: 1 } })).toBeNull();
  });

  it.each<[string, ReviewRound['opinion'][], string | null]>([
    ['nothing submitted', [], '尚未经法制审核'],
    ['no opinion yet', [null], '第1次法制审核尚未出具意见'],
    ['corrections asked for', ['OP-CORRECT'], '存在问题，应当纠正'],
    ['not agreed to', ['OP-AGREE', 'OP-DISAGREE'], '第2次法制审核意见为“不同意”'],
    ['agreed to', ['OP-AGREE'], null],
    ['agreed to after corrections', ['OP-CORRECT', 'OP-AGREE'], null],
  ])('%s', (_, opinions, message) => {
    expect(told({ opinions })).toEqual(message && expect.stringContaining(message));
  });

  it('is void when one character changed, and says where', () => {
    const changed = { ...draft, factsFound: '经查属实！', fineFen: 5000001 };
    expect(told({ opinions: ['OP-AGREE'], draft: changed })).toContain('改动：查明的事实、罚款金额');
  });
});

describe('opinion-on-current-draft', () => {
  const digest = signOffDigest(draft);
  const told = (scene: Scene) => opinionOnCurrentDraft.check(fileOf(scene))?.message ?? null;

  it('holds for the digest of what was submitted and still stands', () => {
    expect(told({ opinions: [null], form: { digest } })).toBeNull();
  });

  it('names what changed after it was submitted, also for who has seen the new text', () => {
    const changed = { ...draft, discretion: '较轻' };
    for (const shown of [digest, signOffDigest(changed)]) {
      expect(told({ opinions: [null], draft: changed, form: { digest: shown } })).toContain('改动：裁量理由');
    }
  });

  it('does not take an opinion on something else', () => {
    expect(told({ opinions: [null], form: { digest: '0'.repeat(64) } })).toContain('与送审的处罚建议不一致');
  });

  it.each([[{ opinions: [] }], [{ opinions: [null as null], draft: null }]])('needs something to review', (scene) => {
    expect(told({ ...scene, form: { digest } })).toContain('没有待审核的处罚建议');
  });
});

describe('reviewer-qualified', () => {
  it.each([[true], [false]])('qualified: %s', (qualified) => {
    expect(reviewerQualified.check(fileOf({ qualified })) === null).toBe(qualified);
  });

  it.each([['2017-12-31', true], ['2018-01-01', false], [null, false]])('without the exam, reviewing since %s: %s', (since, answer) => {
    expect(reviewerQualified.check(fileOf({ qualified: false, since })) === null).toBe(answer);
  });

  it('does not hold for who is in no register', () => {
    const file = fileOf({});
    expect(reviewerQualified.check({ ...file, slices: { identity: { officers: [] } } })).not.toBeNull();
  });
});

describe('review in rounds', () => {
  it.each<[ReviewRound['opinion'][], string | undefined, boolean]>([
    [[], undefined, true],
    [['OP-AGREE'], undefined, true],
    [['OP-CORRECT'], undefined, false],
    [['OP-DISAGREE'], ' ', false],
    [['OP-CORRECT'], '已补充。', true],
    [['OP-CORRECT', 'OP-AGREE'], undefined, true],
  ])('after %j, answered %p: %s', (opinions, response, answer) => {
    const form: JsonObject = response === undefined ? {} : { response };
    expect(reviewAnswered.check(fileOf({ opinions, form })) === null).toBe(answer);
  });

  it('does not submit twice what waits, but what changed since', () => {
    const holds = (scene: Scene): boolean => reviewNotWaiting.check(fileOf(scene)) === null;
    expect([holds({ opinions: [null] }), holds({ opinions: ['OP-AGREE'] }), holds({ opinions: [] })]).toEqual([false, true, true]);
    expect(holds({ opinions: [null], draft: { ...draft, discretion: '较轻' } })).toBe(true);
  });

  it('gives an opinion on what waits for one', () => {
    expect([[], [null], ['OP-AGREE']].map((opinions) => opinionWaitedFor.check(fileOf({ opinions: opinions as ReviewRound['opinion'][] })) === null)).toEqual([false, true, false]);
  });
});

describe('several reviewers', () => {
  const enough = (wanted: number | null, joint: string[]): boolean =>
    enoughReviewers.check(fileOf({ opinions: [null], joint, parameters: { ...LINES, 'review.minReviewers': wanted } })) === null;

  it.each([[null, [], true], [1, [], true], [2, [], false], [2, ['q'], true], [2, ['r'], false], [3, ['q'], false], [3, ['q', 's'], true]])(
    '%p wanted, %j beside: %s',
    (wanted, joint, answer) => {
      expect(enough(wanted, joint)).toBe(answer);
    },
  );

  it('each say their opinion once', () => {
    expect(oneOpinionEach.check(fileOf({ opinions: [null], joint: ['q'] }))).toBeNull();
    expect(oneOpinionEach.check(fileOf({ opinions: [null], joint: ['r'] }))).not.toBeNull();
  });
});

describe('review before the notice', () => {
  const EARLY = { ...LINES, 'review.point': 'before-notice' };
  const early = (scene: Scene): string | null => reviewPassedBeforeNotice(why).check(fileOf(scene))?.message ?? null;
  const decided = (facts: JsonObject, point: ReviewRound['point'] = 'before-notice'): string | null =>
    reviewPassedWhereRequired(why).check(fileOf({ opinions: ['OP-AGREE'], point, facts }))?.message ?? null;

  it('is asked for by the pack alone', () => {
    expect(reviewComesBeforeNotice.check(fileOf({ parameters: EARLY }))).toBeNull();
    expect(reviewComesBeforeNotice.check(fileOf({}))).not.toBeNull();
    expect(early({})).toBeNull();
  });

  it('keeps the notice back until it is passed', () => {
    expect(early({ parameters: EARLY })).toContain('尚未经法制审核');
    expect(early({ parameters: EARLY, opinions: ['OP-CORRECT'] })).toContain('应当纠正');
    expect(early({ parameters: EARLY, opinions: ['OP-AGREE'] })).toBeNull();
    expect(early({ parameters: EARLY, draft: { ...draft, fineFen: 1 } })).toBeNull();
  });

  it.each<[string, JsonObject, string | null]>([
    ['nothing came after it', { statement: { kind: 'waived' } }, null],
    ['the party said something', { statement: { kind: 'stated' } }, '之后当事人提出了陈述申辩，尚未再次确认'],
    ['a hearing was held', { statement: { kind: 'waived' }, hearing: { heldOn: '2023-03-01' } }, '之后举行了听证'],
  ])('is confirmed again where %s', (_, facts, message) => {
    expect(decided(facts)).toEqual(message && expect.stringContaining(message));
    expect(decided(facts, 'before-decision')).toBeNull();
    const late = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, { ...(fact as JsonObject), at: '2023-03-09T00:00:00.000Z' }]));
    expect(decided(late, 'before-decision') === null).toBe(message === null);
  });
});
