import { countyPeople, demoCounty, type EnrolmentDraft } from '@sanzhi/identity';
import { Dossier } from '../office/dossier';
import { asJson, clueForm, decisionOn, digestOf, LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(150_000);

/** In the district, where nobody may be both. */
const both: EnrolmentDraft = { login: 'both', kind: 'person', name: '示范两任', posts: ['reviewer', 'publisher'], legalQualification: true, validFrom: '2019-01-01' };
const SCOPE = { scope: 'open', ground: '具有一定社会影响，依法公开。', secrecyChecked: true };
const AGREE = { opinion: 'OP-AGREE', digest: digestOf(LARGE), text: '同意。' };

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ people: [both] });
  await office.addOrgan(demoCounty.code, countyPeople);
  const pair = ['county-handler1', 'county-handler2'];
  file = await Dossier.register(office, clueForm(pair.map((login) => office.seat(login))), 'penalty-ordinary', pair);
  await file.act('county-handler1', 'file-case', { reason: '有初步证据，属于本机关管辖。' });
  await file.act('county-head1', 'approve-filing', { opinion: '同意。' });
  await file.act('county-handler1', 'report-findings', { draft: asJson(LARGE) });
});
afterAll(() => office.close());

const notice = { receiver: '示例签收人', method: 'direct' };

it('reviews before the party is told, by who reviewed before the exam was asked for', async () => {
  expect(await file.refusal('county-handler1', 'notify-party', notice)).toEqual(['review-passed-before-notice']);
  expect(await file.refusal('county-legal1', 'give-early-opinion', AGREE)).toEqual(['opinion-waited-for', 'opinion-on-current-draft']);
  await file.act('county-handler1', 'send-to-early-review');
  expect(await file.refusal('county-handler1', 'send-to-early-review')).toEqual(['review-not-waiting']);
  expect(await file.refusal('county-legal3', 'give-early-opinion', AGREE)).toEqual(['reviewer-qualified']);
  await file.act('county-legal1', 'give-early-opinion', AGREE);
  await file.act('county-handler1', 'notify-party', notice);
});

it('confirms the review once the party has spoken', async () => {
  await file.act('county-handler1', 'record-statement', { kind: 'stated', content: '罚款过重，请求减轻。', handling: '经复核，理由不成立。' });
  await file.act('county-handler1', 'waive-hearing', { waiver: '当事人签署放弃听证声明。' });
  const refused = await file.refusal('county-head1', 'decide-penalty', decisionOn(LARGE));
  expect(refused).toEqual(['review-passed-where-required', 'discussion-resolved-where-required']);
  await file.act('county-handler1', 'send-to-review');
  await file.act('county-legal1', 'give-opinion', AGREE);
  const { slices } = await file.view('county-legal1');
  expect(slices.review).toMatchObject({ result: 'passed', rounds: [{ point: 'before-notice' }, { point: 'before-decision', changes: [] }] });
});

it('decides as its rules say: after all have spoken, by the chair', async () => {
  const members = ['county-head1', 'county-head2', 'county-head3'].map((login) => office.person(login));
  await file.act('county-clerk', 'convene-discussion', { members, chair: members[2], place: '会议室' });
  const vote = (kind: string) => ({ vote: kind, view: `意见：${kind}。`, digest: digestOf(LARGE) });
  await file.act('county-head1', 'cast-vote', vote('disagree'));
  await file.act('county-head2', 'cast-vote', vote('disagree'));
  await file.act('county-head3', 'cast-vote', vote('agree'));
  const resolution = (kind: string) => ({ resolution: kind, digest: digestOf(LARGE), minutes: '充分讨论后由主要负责人决定。' });
  expect(await file.refusal('county-clerk', 'resolve-discussion', resolution('returned'))).toEqual(['resolution-follows-votes']);
  await file.act('county-clerk', 'resolve-discussion', resolution('approved'));
  const { slices } = await file.view('county-clerk');
  expect(slices.discussion).toMatchObject({ meetings: [{ rule: 'chair', resolution: 'approved' }] });
  await file.act('county-head3', 'decide-penalty', decisionOn(LARGE));
});

it('publishes with the same three legal staff, and with two of them all the same', async () => {
  await file.act('county-handler1', 'serve-decision', { method: 'direct', receiver: '示例签收人' });
  await file.act('county-legal1', 'scope-publication', SCOPE);
  const { slices } = await file.view('county-legal2');
  const { items } = slices.disclosure as { items: { preview: { sha256: string } }[] };
  const clearing = { sha256: items[0].preview.sha256, confirmed: true };
  expect(await file.refusal('county-legal1', 'clear-publication', clearing)).toContain('not-your-duty');
  await file.act('county-legal2', 'clear-publication', clearing);
  await file.act('county-handler1', 'record-payment', { paidFen: LARGE.fineFen, receipt: '示范票据0001' });
  await file.act('county-handler1', 'close-case', { summary: '当事人已履行，予以结案。' });
  await office.passTo('2023-03-31T18:00:00+08:00');
  await file.act('county-clerk', 'archive-case', { volume: '2023-001' });
  expect((await file.view('county-clerk')).case.state).toBe('archived');
  expect(await office.verify(file.id, demoCounty.code)).toMatchObject({ ok: true });
});

it('is not allowed to a district whose pack says nothing', async () => {
  const other = await Dossier.register(office, clueForm(['handler1', 'handler2'].map((login) => office.seat(login)), undefined, '2023-03-20'));
  await office.standAt('2023-04-03T09:00:00+08:00');
  await steps.file(other);
  await steps.report(other, LARGE);
  await steps.notify(other);
  await steps.hear(other);
  await steps.waiveHearing(other);
  await steps.submit(other);
  await other.act('both', 'give-opinion', AGREE);
  await steps.convene(other);
  await steps.vote(other, LARGE);
  await steps.resolve(other, LARGE);
  await steps.decide(other, LARGE);
  expect(await other.refusal('both', 'scope-publication', SCOPE)).toEqual(['incompatible-duty']);
});
