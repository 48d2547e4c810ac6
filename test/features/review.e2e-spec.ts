import { ReviewModule } from '@sanzhi/review';
import { ListReviews } from '../../libs/review/app/list-reviews';
import { House, largeDraft, smallDraft, signedDigest } from './house';

jest.setTimeout(60_000);

const decision = { kinds: largeDraft.kinds, fineFen: largeDraft.fineFen, confiscatedFen: 0 };
const opinion = (kind: string, draft: typeof largeDraft) => ({ opinion: kind, digest: signedDigest(draft), text: '意见。' });

describe('legal review', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.start(ReviewModule);
    const unqualified = "update identity.officer set legal_qualification = false where name = '示范审核乙'";
    await house.owner.query(unqualified);
  });
  afterAll(() => house.close());

  const reviewed = async (login: string, caseId: string) => (await house.read(login, caseId)).slices.review;

  it('G050: refuses a major decision that was never reviewed, and lets a minor one pass', async () => {
    const major = await house.notified(largeDraft);
    expect((await house.act('head1', major, 'decide-penalty', decision)).rules).toEqual(['review-passed-where-required']);
    const minor = await house.notified(smallDraft);
    const { taken } = await house.act('head1', minor, 'decide-penalty', { kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0 });
    expect(taken?.case.state).toBe('decided');
  });

  it('binds the opinion to what was submitted', async () => {
    const caseId = await house.notified(largeDraft);
    await house.all(caseId, [['handler1', 'send-to-review', {}]]);
    const other = { ...largeDraft, fineFen: 1 };
    expect((await house.act('reviewer1', caseId, 'give-opinion', opinion('OP-AGREE', other))).rules).toEqual(['opinion-on-current-draft']);
    const { taken } = await house.act('reviewer1', caseId, 'give-opinion', opinion('OP-AGREE', largeDraft));
    expect(taken?.case.state).toBe('reviewed');
    expect(await reviewed('reviewer1', caseId)).toMatchObject({
      result: 'passed',
      currentDigest: signedDigest(largeDraft),
      required: expect.stringContaining('达到法制审核目录的 50000 元'),
      rounds: [{ round: 1, digest: signedDigest(largeDraft), opinion: 'OP-AGREE', reviewer: house.person('reviewer1') }],
    });
  });

  it('says that a case was corrected when it passes in a later round', async () => {
    const caseId = await house.notified(largeDraft);
    await house.all(caseId, [
      ['handler1', 'send-to-review', {}],
      ['reviewer1', 'give-opinion', opinion('OP-CORRECT', largeDraft)],
    ]);
    expect(await reviewed('reviewer1', caseId)).toMatchObject({ result: 'none' });
    const mended = { ...largeDraft, discretion: '补充裁量说明。' };
    await house.report(caseId, mended);
    expect((await house.act('handler1', caseId, 'send-to-review')).rules).toEqual(['review-answered']);
    await house.all(caseId, [
      ['handler1', 'send-to-review', { response: '已补充裁量说明。' }],
      ['reviewer1', 'give-opinion', opinion('OP-AGREE', mended)],
    ]);
    expect(await reviewed('reviewer1', caseId)).toMatchObject({ result: 'corrected', rounds: [{ opinion: 'OP-CORRECT' }, { opinion: 'OP-AGREE' }] });
    const recorded = await house.owner.query(
      "select p.body::jsonb->'recorded'->'review' as review from record.entry e join record.payload p using (organ, case_id, seq) where case_id = $1 and action = 'give-opinion' order by seq",
      [caseId],
    );
    expect(recorded.rows.map((row) => row.review)).toEqual([
      { round: 1, digest: signedDigest(largeDraft), opinion: 'OP-CORRECT' },
      { round: 2, digest: signedDigest(mended), opinion: 'OP-AGREE' },
    ]);
  });

  it('U06: voids the review when facts change behind it', async () => {
    const caseId = await house.notified(largeDraft);
    await house.all(caseId, [['handler1', 'send-to-review', {}], ['reviewer1', 'give-opinion', opinion('OP-AGREE', largeDraft)]]);
    await house.owner.query(`update casework.case set version = version + 1, facts = jsonb_set(facts, '{draft,factsFound}', '"改"') where id = $1`, [caseId]);
    expect((await house.act('head1', caseId, 'decide-penalty', decision)).rules).toEqual(['review-passed-where-required']);
  });

  it('G047, G048: asks for the qualification of who reviews, and keeps who handles away', async () => {
    const caseId = await house.notified(largeDraft);
    await house.all(caseId, [['handler1', 'send-to-review', {}]]);
    expect((await house.act('reviewer2', caseId, 'give-opinion', opinion('OP-AGREE', largeDraft))).rules).toEqual(['reviewer-qualified']);
    expect((await house.act('handler1', caseId, 'give-opinion', opinion('OP-AGREE', largeDraft))).rules).toEqual(['incompatible-duty', 'reviewer-qualified']);
  });

  it('lists what waits for a reviewer, and nothing for others', async () => {
    const caseId = await house.notified(largeDraft);
    await house.all(caseId, [['handler1', 'send-to-review', {}]]);
    const list = house.app.get(ListReviews, { strict: false });
    const waiting = await list.run(house.who('reviewer1'), 50);
    expect(waiting.find((line) => line.caseId === caseId)).toMatchObject({ round: 1, digest: signedDigest(largeDraft), party: '示例口腔门诊部（001号）' });
    expect(await list.run(house.who('head1'), 50)).toEqual([]);
    await house.all(caseId, [['reviewer1', 'give-opinion', opinion('OP-DISAGREE', largeDraft)]]);
    expect((await list.run(house.who('reviewer1'), 50)).some((line) => line.caseId === caseId)).toBe(false);
  });

  it('lets nobody change an opinion or what was submitted', async () => {
    const given = "update review.round set opinion = 'OP-AGREE' where opinion = 'OP-DISAGREE'";
    await expect(house.owner.query(given)).rejects.toThrow('is never changed');
    const granted = "select string_agg(distinct column_name, ' ' order by column_name) as names from information_schema.column_privileges where table_schema = 'review' and grantee = 'sanzhi_api' and privilege_type = 'UPDATE'";
    expect((await house.owner.query(granted)).rows[0].names).toBe('given_at opinion reviewer text');
  });
});
