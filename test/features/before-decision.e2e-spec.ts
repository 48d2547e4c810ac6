import type { JsonObject } from '@sanzhi/kernel';
import { DiscussionModule } from '@sanzhi/discussion';
import { PartiesModule } from '@sanzhi/parties';
import { ReviewModule } from '@sanzhi/review';
import { CODE, House, largeDraft, signedDigest, smallDraft } from './house';

jest.setTimeout(120_000);

const decisionOn = ({ kinds, fineFen, confiscatedFen }: typeof smallDraft): JsonObject => ({ kinds, fineFen, confiscatedFen });
const opinion = (kind = 'OP-AGREE', draft: JsonObject = largeDraft): JsonObject => ({ opinion: kind, digest: signedDigest(draft), text: '意见。' });
const told = { receiver: '示例签收人', method: 'direct' };
const WAIVED = { kind: 'waived', content: '书面放弃陈述申辩。' };
const REQUEST = { receivedOn: '2023-03-01', paper: '当事人签名的听证申请书。' };
const CLINIC: JsonObject = { kind: 'organization', name: '示例口腔门诊部（001号）', code: CODE, address: '示范区示例路1号' };

let house: House;
beforeAll(async () => {
  house = await House.start(ReviewModule, DiscussionModule, PartiesModule);
});
afterAll(() => house.close());
beforeEach(() => house.standAt('2023-03-01T09:00:00+08:00'));

const refused = async (login: string, caseId: string, action: string, form: JsonObject = {}): Promise<string[]> => {
  const before = (await house.read('head1', caseId)).case;
  const { rules } = await house.act(login, caseId, action, form);
  expect((await house.read('head1', caseId)).case).toEqual(before);
  return rules ?? [];
};
const invalid = (login: string, caseId: string, action: string, form: JsonObject): Promise<void> =>
  expect(house.act(login, caseId, action, form)).rejects.toMatchObject({ status: 400, code: 'invalid' });
const state = async (caseId: string): Promise<string> => (await house.read('head1', caseId)).case.state;

async function filed(party: JsonObject = CLINIC): Promise<string> {
  const { taken, rules } = await house.open(party);
  if (!taken) throw new Error(rules?.join());
  await house.all(taken.case.id, [['handler1', 'file-case', { reason: '有初步证据。' }], ['head1', 'approve-filing', { opinion: '同意。' }]]);
  return taken.case.id;
}

async function toldOf(draft: JsonObject): Promise<string> {
  const caseId = await filed();
  await house.all(caseId, [['handler1', 'report-findings', { draft }], ['handler1', 'notify-party', told]]);
  return caseId;
}

async function reviewed(): Promise<string> {
  const caseId = await house.notified(largeDraft);
  await house.all(caseId, [['handler1', 'send-to-review', {}], ['reviewer1', 'give-opinion', opinion()]]);
  return caseId;
}

describe('legal review', () => {
  it('G045: nothing goes to review before the report, or after the decision', async () => {
    const caseId = await filed();
    expect(await refused('handler1', caseId, 'send-to-review')).toEqual(['not-in-state', 'notice-served', 'statement-settled']);
    await house.report(caseId, smallDraft);
    await house.all(caseId, [['handler1', 'send-to-review', {}], ['reviewer1', 'give-opinion', opinion('OP-AGREE', smallDraft)], ['head1', 'decide-penalty', decisionOn(smallDraft)]]);
    expect(await refused('handler1', caseId, 'send-to-review')).toEqual(['not-in-state']);
  });

  it('G046: an opinion is one of the list, on a round that waits, once', async () => {
    const caseId = await house.notified(largeDraft);
    expect(await refused('reviewer1', caseId, 'give-opinion', opinion())).toEqual(['not-in-state', 'opinion-on-current-draft']);
    await house.all(caseId, [['handler1', 'send-to-review', {}]]);
    await invalid('reviewer1', caseId, 'give-opinion', opinion('OP-MAYBE'));
    await house.all(caseId, [['reviewer1', 'give-opinion', opinion()]]);
    expect(await refused('reviewer2', caseId, 'give-opinion', opinion('OP-DISAGREE'))).toEqual(['not-in-state']);
  });

  it('G049, U05: an opinion is given by a reviewer in person, who cannot name another', async () => {
    const caseId = await house.notified(largeDraft);
    await house.all(caseId, [['handler1', 'send-to-review', {}]]);
    expect(await refused('head1', caseId, 'give-opinion', opinion())).toEqual(['not-your-duty', 'reviewer-qualified']);
    await invalid('reviewer1', caseId, 'give-opinion', { ...opinion(), reviewer: house.person('reviewer2') });
    await house.all(caseId, [['reviewer1', 'give-opinion', opinion()]]);
    const { review } = (await house.read('head1', caseId)).slices as { review: { rounds: { reviewer: string }[] } };
    expect(review.rounds.at(-1)?.reviewer).toBe(house.person('reviewer1'));
  });

  it('U24: the last request counts, in either order', async () => {
    const pending = await reviewed();
    await house.all(pending, [['handler1', 'send-to-review', {}]]);
    expect(await refused('head1', pending, 'decide-penalty', decisionOn(largeDraft))).toEqual(['not-in-state', 'review-passed-where-required', 'discussion-resolved-where-required']);
    await house.all(pending, [['reviewer1', 'give-opinion', opinion()]]);
    expect(await refused('head1', pending, 'decide-penalty', decisionOn(largeDraft))).toEqual(['discussion-resolved-where-required']);
    const older = await reviewed();
    await house.all(older, [['handler1', 'send-to-review', {}], ['reviewer1', 'give-opinion', opinion('OP-CORRECT')]]);
    expect(await refused('head1', older, 'decide-penalty', decisionOn(largeDraft))).toEqual(['not-in-state', 'review-passed-where-required', 'discussion-resolved-where-required']);
  });

  it('L25: what the party says after the review is confirmed, and discussed after that', async () => {
    const caseId = await reviewed();
    const members = ['head1', 'head2', 'head3'].map((login) => house.person(login));
    const sit = async (): Promise<void> => {
      const vote = { vote: 'agree', view: '同意。', digest: signedDigest(largeDraft) };
      await house.all(caseId, [
        ['clerk', 'convene-discussion', { members, chair: members[2], place: '会议室' }],
        ['head1', 'cast-vote', vote], ['head2', 'cast-vote', vote], ['head3', 'cast-vote', vote],
        ['clerk', 'resolve-discussion', { resolution: 'approved', digest: signedDigest(largeDraft), minutes: '同意。' }],
      ]);
    };
    await sit();
    await house.standAt('2023-03-01T10:00:00+08:00');
    await house.all(caseId, [['handler1', 'record-statement', { kind: 'stated', content: '罚款过重。', handling: '经复核，不成立。' }]]);
    expect(await refused('head1', caseId, 'decide-penalty', decisionOn(largeDraft))).toEqual(['review-passed-where-required']);
    await house.standAt('2023-03-01T11:00:00+08:00');
    await house.all(caseId, [['handler1', 'send-to-review', {}], ['reviewer1', 'give-opinion', opinion()]]);
    expect(await refused('head1', caseId, 'decide-penalty', decisionOn(largeDraft))).toEqual(['sign-offs-in-order']);
    await house.standAt('2023-03-01T12:00:00+08:00');
    await sit();
    await house.all(caseId, [['head1', 'decide-penalty', decisionOn(largeDraft)]]);
  });

  it('T61: a meeting in which nobody spoke approves of nothing', async () => {
    const caseId = await reviewed();
    const members = ['head1', 'head2', 'head3'].map((login) => house.person(login));
    await invalid('clerk', caseId, 'convene-discussion', { members: [], chair: members[0], place: '会议室' });
    await house.all(caseId, [['clerk', 'convene-discussion', { members, chair: members[2], place: '会议室' }]]);
    const resolution = { resolution: 'approved', digest: signedDigest(largeDraft), minutes: '同意。' };
    expect(await refused('clerk', caseId, 'resolve-discussion', resolution)).toEqual(['quorum-reached', 'chair-summed-up', 'resolution-follows-votes']);
    await invalid('clerk', caseId, 'resolve-discussion', { ...resolution, minutes: '' });
  });
});

describe('notice and statement', () => {
  it('G053: nothing is decided before the notice', async () => {
    const caseId = await filed();
    await house.all(caseId, [['handler1', 'report-findings', { draft: smallDraft }]]);
    expect(await refused('head1', caseId, 'decide-penalty', decisionOn(smallDraft))).toEqual(['not-in-state', 'notice-served', 'statement-settled']);
    await house.all(caseId, [['handler1', 'notify-party', told], ['handler1', 'record-statement', WAIVED], ['head1', 'decide-penalty', decisionOn(smallDraft)]]);
  });

  it('G054: no statement to a notice that there was not', async () => {
    const caseId = await filed();
    await house.all(caseId, [['handler1', 'report-findings', { draft: smallDraft }]]);
    expect(await refused('handler1', caseId, 'record-statement', WAIVED)).toEqual(['not-in-state', 'notice-served']);
    await house.all(caseId, [['handler1', 'notify-party', told], ['handler1', 'record-statement', WAIVED]]);
  });

  it('U25: a statement that came in time and is entered late is heard, and answered before the decision', async () => {
    const caseId = await toldOf(smallDraft);
    await house.standAt('2023-03-10T09:00:00+08:00');
    const statement = { kind: 'stated', content: '已经改正。', receivedOn: '2023-03-03' };
    expect(await refused('handler1', caseId, 'record-statement', { ...statement, receivedOn: '2023-02-28' })).toEqual(['statement-dated']);
    await house.all(caseId, [['handler1', 'record-statement', statement]]);
    expect(await refused('head1', caseId, 'decide-penalty', decisionOn(smallDraft))).toEqual(['statement-answered']);
    await house.all(caseId, [
      ['handler1', 'answer-statement', { answers: [{ point: 1, adopted: true, reason: '改正属实，已从轻。' }] }],
      ['head1', 'decide-penalty', decisionOn(smallDraft)],
    ]);
  });

  it('T56: what a paper needs is filled in before it is issued', async () => {
    const caseId = await filed();
    await invalid('handler1', caseId, 'report-findings', { draft: { ...smallDraft, order: { content: '改正。' } } });
    await house.all(caseId, [['handler1', 'report-findings', { draft: smallDraft }]]);
    await invalid('handler1', caseId, 'notify-party', { method: 'direct' });
    await house.all(caseId, [['handler1', 'notify-party', told]]);
  });
});

describe('the right to a hearing', () => {
  it('G056: who is not entitled is refused, and the head may grant it', async () => {
    const caseId = await toldOf(smallDraft);
    expect(await refused('handler1', caseId, 'request-hearing', REQUEST)).toEqual(['hearing-entitled']);
    await house.all(caseId, [['head1', 'admit-hearing', { ...REQUEST, reason: '社会影响较大。' }]]);
    expect(await state(caseId)).toBe('hearing');
  });

  it('G058, G062: nothing is scheduled or held that nobody asked for', async () => {
    const caseId = await toldOf(largeDraft);
    const plan = { on: '2023-03-20', place: '听证室', hearingChair: house.person('reviewer2'), open: true };
    expect(await refused('head1', caseId, 'schedule-hearing', plan)).toEqual(['hearing-asked']);
    expect(await refused('reviewer2', caseId, 'hold-hearing', { attendance: 'absent', record: '笔录。' })).toEqual(['not-in-state', 'hearing-asked', 'hearing-notified']);
    await house.all(caseId, [['handler1', 'request-hearing', REQUEST], ['head1', 'schedule-hearing', plan]]);
  });

  it('U02, T59: a request outlives a second notice, and is withdrawn by a paper of the party alone', async () => {
    const caseId = await toldOf(largeDraft);
    await house.all(caseId, [
      ['handler1', 'request-hearing', REQUEST],
      ['handler1', 'report-findings', { draft: { ...largeDraft, discretion: '补充裁量说明。' } }],
      ['handler1', 'notify-party', told],
      ['handler1', 'record-statement', WAIVED],
    ]);
    expect(await refused('handler1', caseId, 'waive-hearing', { waiver: '放弃。' })).toEqual(['hearing-not-asked-yet']);
    expect(await refused('handler1', caseId, 'send-to-review')).toEqual(['hearing-settled']);
    await invalid('handler1', caseId, 'withdraw-hearing', {});
    await house.all(caseId, [['handler1', 'withdraw-hearing', { paper: '当事人签名的撤回申请书。' }], ['handler1', 'send-to-review', {}]]);
  });
});

describe('what is proposed', () => {
  it('U12: nothing is paid where nothing is punished, and no sum is negative', async () => {
    const caseId = await filed();
    await invalid('handler1', caseId, 'report-findings', { draft: { ...smallDraft, fineFen: -1 } });
    await house.all(caseId, [['handler1', 'report-ending', {
      outcome: 'not-established', ground: 'not-established', factsFound: '经查，违法事实不成立。', evidence: [{ title: '现场笔录' }], basis: '行政处罚法第五十七条第一款第三项', reason: '证据不足。',
    }]]);
    await invalid('head1', caseId, 'decide-exemption', { outcome: 'not-established', opinion: '同意。', fineFen: 100 });
    await house.all(caseId, [['head1', 'decide-exemption', { outcome: 'not-established', opinion: '同意。' }]]);
    expect((await house.read('head1', caseId)).case.facts.decision).toMatchObject({ outcome: 'not-established', kinds: [], fineFen: 0, confiscatedFen: 0 });
  });

  it('L13: a penalty without an order to correct says so for ever', async () => {
    const bare = await house.notified(smallDraft);
    const { taken } = await house.act('head1', bare, 'decide-penalty', decisionOn(smallDraft));
    expect(taken?.defects.map(({ rule }) => rule)).toContain('correction-ordered');
    const ordered = await house.notified({ ...smallDraft, order: { content: '停止违法行为。', dueOn: '2023-03-15' } } as typeof smallDraft);
    const { taken: whole } = await house.act('head1', ordered, 'decide-penalty', decisionOn(smallDraft));
    expect(whole?.defects.map(({ rule }) => rule)).not.toContain('correction-ordered');
  });

  it('L14: illegal income is confiscated, its computation shown', async () => {
    const caseId = await filed();
    const income = { incomeFen: 80000, incomeBasis: '按收费记录逐笔相加。' };
    const draft = { ...smallDraft, grading: income };
    expect(await refused('handler1', caseId, 'report-findings', { draft })).toEqual(['income-confiscated']);
    expect(await refused('handler1', caseId, 'report-findings', { draft: { ...draft, grading: { incomeFen: 80000 } } })).toEqual(['income-confiscated']);
    await house.all(caseId, [['handler1', 'report-findings', { draft: { ...draft, kinds: ['罚款', '没收违法所得'], confiscatedFen: 80000 } }]]);
  });

  it('L15: one act that breaks two norms is fined by the heavier', async () => {
    const caseId = await filed();
    const norms = [{ basis: '处方管理办法第五十四条', maxFen: 500000 }, { basis: '示例条例第十条', maxFen: 1000000 }];
    expect(await refused('handler1', caseId, 'report-findings', { draft: { ...smallDraft, norms } })).toEqual(['heavier-norm-applied']);
    await house.all(caseId, [['handler1', 'report-findings', { draft: { ...smallDraft, norms, basis: '示例条例第十条' } }]]);
  });

  it('L17: factors that lighten do lighten', async () => {
    const caseId = await filed();
    const grading = { factors: ['merit'] };
    expect(await refused('handler1', caseId, 'report-findings', { draft: { ...smallDraft, grading } })).toEqual(['mitigation-agrees']);
    const mitigation = { form: 'lighter', ground: 'merit', reducedFen: 0 };
    expect(await refused('handler1', caseId, 'report-findings', { draft: { ...smallDraft, grading: { factors: ['slight-harm'] }, mitigation } })).toEqual(['mitigation-agrees']);
    await house.all(caseId, [['handler1', 'report-findings', { draft: { ...smallDraft, grading, mitigation } }]]);
  });

  it('L19: an emergency makes it heavier under its own order, and drops no step', async () => {
    const caseId = await filed();
    expect(await refused('handler1', caseId, 'invoke-emergency', { event: '疫情', order: '令1号', reason: '继续营业。' })).toEqual(['incompatible-duty']);
    await house.all(caseId, [['head1', 'invoke-emergency', { event: '示例疫情', order: '示例应急指挥部令〔2023〕1号', reason: '停业期间继续营业。' }]]);
    expect(await refused('handler1', caseId, 'report-findings', { draft: { ...smallDraft, grading: { tier: 'light' } } })).toEqual(['emergency-not-lightened']);
    await house.all(caseId, [['handler1', 'report-findings', { draft: { ...smallDraft, grading: { tier: 'heavy' } } }]]);
    expect(await refused('head1', caseId, 'decide-penalty', decisionOn(smallDraft))).toEqual(['not-in-state', 'notice-served', 'statement-settled']);
  });
});
