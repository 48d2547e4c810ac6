import { Dossier } from '../office/dossier';
import { decisionOn, digestOf, LARGE, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps, toNotified } from '../office/ordinary-road';

jest.setTimeout(90_000);

const MENDED = { ...LARGE, discretion: '两年内第二次违法，适用较重裁量档次。' };

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open();
  file = await Dossier.register(office);
  await toNotified(file, LARGE);
  await steps.submit(file);
});
afterAll(() => office.close());

it('takes the case back to its report, with notice, statement and hearing all to be done again', async () => {
  await steps.opine(file, LARGE, 'OP-CORRECT');
  expect(await file.state()).toBe('reported');
  await steps.report(file, MENDED);
  const { facts } = (await file.view()).case;
  expect(facts).toMatchObject({ notice: null, statement: null, hearingRight: null });
  expect(await file.refusal('handler1', 'send-to-review')).toEqual(['not-in-state', 'notice-served', 'statement-settled', 'hearing-settled', 'review-answered']);
});

it('reviews the new text, not the old one', async () => {
  await steps.notify(file);
  await steps.hear(file);
  await steps.waiveHearing(file);
  expect(await file.refusal('handler1', 'send-to-review')).toEqual(['review-answered']);
  await steps.submit(file, '已按意见改为较重裁量档次，并补充理由。');
  const old = { opinion: 'OP-AGREE', digest: digestOf(LARGE), text: '同意。' };
  expect(await file.refusal('reviewer1', 'give-opinion', old)).toEqual(['opinion-on-current-draft']);
  await steps.opine(file, MENDED);
  expect((await file.view('reviewer1')).slices.review).toMatchObject({
    result: 'corrected',
    rounds: [
      { round: 1, opinion: 'OP-CORRECT', digest: digestOf(LARGE), changes: [], response: null },
      {
        round: 2, opinion: 'OP-AGREE', digest: digestOf(MENDED), response: '已按意见改为较重裁量档次，并补充理由。',
        changes: [{ field: 'discretion', title: '裁量理由', before: LARGE.discretion, after: MENDED.discretion }],
      },
    ],
  });
});

it('is decided after discussion as it was agreed to, and counts as corrected', async () => {
  await steps.convene(file);
  await steps.vote(file, MENDED);
  await steps.resolve(file, MENDED);
  expect(await file.refusal('head1', 'decide-penalty', decisionOn(SMALL))).toEqual(['decision-follows-draft']);
  await steps.decide(file, MENDED);
  await office.settle();
  const [tally] = await office.rows("select dims from statistics.tally where kind = 'penalty.decided'");
  expect(tally.dims).toMatchObject({ review: 'corrected' });
  const opinions = await office.rows("select dims->>'opinion' as opinion from statistics.tally where kind = 'review.completed' order by 1");
  expect(opinions.map((row) => row.opinion)).toEqual(['OP-AGREE', 'OP-CORRECT']);
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});

it('keeps the first notice in the record beside the second', async () => {
  const notices = (await file.record()).filter((entry) => entry.action === 'notify-party');
  expect(notices).toHaveLength(2);
});
