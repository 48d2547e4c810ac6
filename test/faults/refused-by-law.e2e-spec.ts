import type { EnrolmentDraft } from '@sanzhi/identity';
import { Dossier } from '../office/dossier';
import { asJson, clueForm, decisionOn, digestOf, DOCTOR, LARGE, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { previewOf, steps, toDecided, toNotified } from '../office/ordinary-road';

jest.setTimeout(120_000);

const certificate = (serial: string, from: string, until: string) => ({ certificateNumber: serial, certificateFrom: from, certificateUntil: until });
const PEOPLE: EnrolmentDraft[] = [
  // In force exactly from the second to the third of March 2023.
  { login: 'brief', kind: 'person', name: '示范短证', posts: ['handler'], ...certificate('示范-短', '2023-03-02', '2023-03-03') },
  // Somebody with every post: what he may be in one case, the case says.
  {
    login: 'everything', kind: 'person', name: '示范全职', ...certificate('示范-全', '2019-01-01', '2035-12-31'), legalQualification: true,
    posts: ['handler', 'reviewer', 'approver', 'voter', 'publisher', 'second-eye', 'recorder', 'archivist'],
  },
];

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00', people: PEOPLE });
});
afterAll(() => office.close());

const registered = (first: string): Promise<Dossier> => Dossier.register(office, undefined, 'penalty-ordinary', [first, 'handler2']);

/** The refusal leaves the record as it was, and one audit row with the same rules. */
async function refused(file: Dossier, ...asked: Parameters<Dossier['refusal']>): Promise<string[]> {
  const before = await office.imprint();
  const rules = await file.refusal(...asked);
  expect(await office.imprint()).toEqual(before);
  const [audit] = await office.rows<{ actor: string; action: string; rules: string[] }>(
    `select actor, action, array(select r->>'rule' from jsonb_array_elements(refusals) r) as rules from platform.refusal order by id desc limit 1`,
  );
  expect(audit).toEqual({ actor: office.person(asked[0]), action: asked[1], rules });
  return rules;
}

describe('in a state that knows no such act', () => {
  it.each([
    ['handler1', 'serve-decision', { method: 'direct', receiver: '示例签收人' }, ['not-in-state']],
    ['handler1', 'close-case', { summary: '结案。' }, ['not-in-state', 'closing-papers-complete']],
    ['head1', 'approve-filing', { opinion: '同意。' }, ['not-in-state']],
    ['archivist', 'archive-case', { volume: '1' }, ['not-in-state']],
  ])('%s: %s', async (login, action, form, rules) => {
    const file = await registered('handler1');
    expect(await refused(file, login, action, form)).toEqual(rules);
  });

  it('and with all else that is missing, at once', async () => {
    const file = await registered('handler1');
    const rules = await refused(file, 'archivist', 'decide-penalty', decisionOn(LARGE));
    expect(rules).toEqual(['not-in-state', 'not-your-duty', 'notice-served', 'statement-settled', 'decision-follows-draft']);
  });
});

describe('to a person', () => {
  it('who does not handle the case', async () => {
    const file = await registered('handler1');
    expect(await refused(file, 'handler3', 'file-case', { reason: '有初步证据。' })).toEqual(['not-your-duty']);
    expect(await refused(file, 'head1', 'file-case', { reason: '有初步证据。' })).toEqual(['not-your-duty']);
  });

  it('who handles it and would approve, review, vote, or look a second time', async () => {
    const file = await registered('everything');
    await file.act('everything', 'file-case', { reason: '有初步证据。' });
    expect(await refused(file, 'everything', 'approve-filing', { opinion: '同意。' })).toEqual(['incompatible-duty']);
    await file.act('head1', 'approve-filing', { opinion: '同意。' });
    await file.act('everything', 'report-findings', { draft: asJson(LARGE) });
    await file.act('everything', 'notify-party', { receiver: '示例签收人', method: 'direct' });
    await file.act('everything', 'record-statement', { kind: 'waived', content: '放弃。' });
    await file.act('everything', 'waive-hearing', { waiver: '放弃。' });
    await file.act('everything', 'send-to-review');
    const opinion = { opinion: 'OP-AGREE', digest: digestOf(LARGE), text: '同意。' };
    expect(await refused(file, 'everything', 'give-opinion', opinion)).toEqual(['incompatible-duty']);
    await file.act('reviewer1', 'give-opinion', opinion);
    const members = ['everything', 'head2', 'head3'].map((login) => office.person(login));
    expect(await refused(file, 'clerk', 'convene-discussion', { members, chair: members[1], place: '一' })).toEqual(['incompatible-duty']);
    await steps.convene(file);
    const vote = { vote: 'agree', view: '同意。', digest: digestOf(LARGE) };
    expect(await refused(file, 'everything', 'cast-vote', vote)).toContain('incompatible-duty');
  });

  it('who scoped the publication, or handles the case, and would clear it', async () => {
    const file = await registered('handler1');
    await toDecided(file);
    await steps.serve(file);
    await file.act('everything', 'scope-publication', { scope: 'open', ground: '依法公开。', secrecyChecked: true });
    const form = { sha256: await previewOf(file), confirmed: true };
    expect(await refused(file, 'everything', 'clear-publication', form)).toEqual(['second-eye-not-publisher']);
    await file.act('second-eye', 'clear-publication', form);
  });

  it('in the place of the clock', async () => {
    const file = await registered('handler1');
    await toNotified(file, SMALL);
    expect(await refused(file, 'everything', 'lapse-hearing-right')).toEqual(['not-your-duty']);
    expect(await refused(file, 'everything', 'note-overdue', { clock: 'c', rule: 'CASE-DECIDE-90' })).toEqual(['not-your-duty']);
  });
});

describe('under a certificate', () => {
  const REASON = { reason: '有初步证据。' };

  it('that is not yet, still and no longer in force on the day of the act', async () => {
    const file = await Dossier.register(office, undefined, 'penalty-ordinary', ['handler2', 'brief']);
    expect(await refused(file, 'brief', 'file-case', REASON)).toEqual(['certificate-valid', 'two-qualified-officers']);
    await office.passTo('2023-03-02T00:00:00+08:00');
    await file.act('brief', 'file-case', REASON);
    await office.passTo('2023-03-03T23:59:59+08:00');
    await file.act('head1', 'approve-filing', { opinion: '同意。' });
    await office.passTo('2023-03-04T00:00:00+08:00');
    expect(await refused(file, 'brief', 'report-findings', { draft: asJson(SMALL) })).toEqual(['certificate-valid', 'two-qualified-officers']);
    expect(await refused(file, 'handler2', 'report-findings', { draft: asJson(SMALL) })).toEqual(['two-qualified-officers']);
    const proof = { paper: '调查终结报告 2023-03-03' };
    await file.act('brief', 'report-findings', { draft: asJson(SMALL) }, { actedAt: '2023-03-03T23:59:59+08:00', proof });
  });

  it('of one who is no officer here', async () => {
    const file = await Dossier.register(office, { ...clueForm([office.seat('handler1')]), handlers: [office.person('handler1'), 'ghost'] });
    expect(await refused(file, 'handler1', 'file-case', REASON)).toEqual(['two-qualified-officers']);
  });
});

describe('at a time', () => {
  const REASON = { reason: '有初步证据。' };

  it('L46: that is not yet, that was before its cause, or of which there is no paper', async () => {
    await office.passTo('2023-03-05T09:00:00+08:00');
    const file = await registered('handler1');
    const now = Date.parse((await file.view()).case.lastActedAt as string);
    const at = (millis: number) => ({ actedAt: new Date(now + millis).toISOString() });
    expect(await refused(file, 'handler1', 'file-case', REASON, at(1))).toEqual(['not-in-the-future']);
    expect(await refused(file, 'handler1', 'file-case', REASON, at(-1))).toEqual(['not-before-cause']);
    await office.passTo('2023-03-06T09:00:00+08:00');
    expect(await refused(file, 'handler1', 'file-case', REASON, at(1000))).toEqual(['late-entry-has-proof']);
    await file.act('handler1', 'file-case', REASON, { ...at(1000), proof: { paper: '立案审批表' } });
    const entry = (await file.record())[1];
    expect([entry.actedAt, entry.recordedAt]).toEqual([new Date(now + 1000).toISOString(), '2023-03-06T01:00:00.000Z']);
    expect(entry.payload?.proof).toEqual({ paper: '立案审批表' });
  });

  it('G042: after the term, which is a defect for ever and not an end', async () => {
    // Filed on 6 March: the ninetieth day is Sunday 4 June, and the term ends with the Monday after it.
    await office.passTo('2023-03-06T09:00:00+08:00');
    const file = await registered('handler1');
    await toNotified(file, SMALL);
    await office.passTo('2023-06-06T09:00:00+08:00');
    expect(await refused(file, 'head1', 'decide-penalty', decisionOn(SMALL))).toEqual(['overdue-signed']);
    await file.act('head1', 'sign-overdue', { dueOn: '2023-06-05', reason: '承办人未及时办理。', measures: '即日作出决定。' });
    const told = await file.act('head1', 'decide-penalty', decisionOn(SMALL));
    expect(told.defects?.map((defect) => defect.rule)).toEqual(['decided-in-time']);
    expect((await file.record()).at(-1)?.payload?.defects?.map((defect) => defect.rule)).toEqual(['decided-in-time']);
    expect((await file.actions()).filter((action) => action === 'note-overdue')).toHaveLength(1);
  });
});

describe('on a text', () => {
  /** As no act can: behind the back of the law. */
  const tamper = (file: Dossier): Promise<unknown> =>
    office.rows(`update casework.case set version = version + 1, facts = jsonb_set(facts, '{draft,factsFound}', '"经查属实！"') where id = $1`, [file.id]);

  it('that changed by one word after opinion and resolution', async () => {
    const file = await registered('handler1');
    await toNotified(file, LARGE);
    await steps.submit(file);
    await steps.opine(file, LARGE);
    await steps.convene(file);
    await steps.vote(file, LARGE);
    await steps.resolve(file, LARGE);
    await tamper(file);
    expect(await refused(file, 'head1', 'decide-penalty', decisionOn(LARGE))).toEqual([
      'review-passed-where-required', 'discussion-resolved-where-required',
    ]);
  });

  it('that changed while it lay with the reviewer, or before the heads', async () => {
    const file = await registered('handler1');
    await toNotified(file, LARGE);
    await steps.submit(file);
    const opinion = { opinion: 'OP-AGREE', digest: digestOf(LARGE), text: '同意。' };
    expect(await refused(file, 'reviewer1', 'give-opinion', { ...opinion, digest: digestOf(SMALL) })).toEqual(['opinion-on-current-draft']);
    await file.act('reviewer1', 'give-opinion', opinion);
    await steps.convene(file);
    await tamper(file);
    const vote = { vote: 'agree', view: '同意。', digest: digestOf(LARGE) };
    expect(await refused(file, 'head1', 'cast-vote', vote)).toEqual(['discussion-on-current-draft']);
  });

  it('that would still show what was taken out of it', async () => {
    // The amount of the fine repeats the number that may not be shown.
    const party = { ...DOCTOR, phone: '13800013800' };
    const proposal = { ...SMALL, fineFen: 1380001380000, kinds: ['罚款'] };
    const file = await Dossier.register(office, clueForm([office.seat('handler1'), office.seat('handler2')], party));
    await toNotified(file, proposal);
    await steps.submit(file);
    await steps.opine(file, proposal);
    await steps.convene(file);
    await steps.vote(file, proposal);
    await steps.resolve(file, proposal);
    await steps.decide(file, proposal);
    await steps.serve(file);
    await steps.scope(file);
    const form = { sha256: await previewOf(file), confirmed: true };
    expect(await refused(file, 'second-eye', 'clear-publication', form)).toEqual(['redaction-clean']);
    await office.passTo('2023-07-01T09:00:00+08:00');
    expect(await office.rows('select 1 from pub.item where id like $1', [`${file.id}%`])).toEqual([]);
  });

  it('that is not the one that was looked at', async () => {
    const file = await registered('handler1');
    await toDecided(file);
    await steps.scope(file);
    expect(await refused(file, 'second-eye', 'clear-publication', { sha256: '0'.repeat(64), confirmed: true })).toEqual(['redaction-as-seen']);
  });
});
