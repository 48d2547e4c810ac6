import { Dossier } from '../office/dossier';
import { decisionOn, LARGE, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps, toNotified } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

it('is decided without review and discussion, and says that there was none', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, SMALL);
  await steps.decide(file);
  expect(await file.actions()).toEqual([
    'register-clue', 'file-case', 'approve-filing', 'report-findings', 'notify-party', 'record-statement', 'decide-penalty',
  ]);
  await office.settle();
  const [tally] = await office.rows("select dims from statistics.tally where kind = 'penalty.decided' and case_id = $1", [file.id]);
  expect(tally.dims).toMatchObject({ procedure: 'ordinary', review: 'none' });
});

it('may be reviewed all the same, and the opinion then counts', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, SMALL);
  await steps.submit(file);
  await steps.opine(file, SMALL);
  await steps.decide(file);
  await office.settle();
  const [tally] = await office.rows("select dims from statistics.tally where kind = 'penalty.decided' and case_id = $1", [file.id]);
  expect(tally.dims).toMatchObject({ review: 'passed' });
});

it('G052, T16: reaches the line with its last fen on new evidence, and then everything is asked at once', async () => {
  const file = await Dossier.register(office);
  const under = { ...LARGE, fineFen: 4999999 };
  await steps.file(file);
  await steps.report(file, under);
  await steps.notify(file);
  await steps.hear(file);
  const offered = (await file.view('head1')).allowedActions.find((one) => one.action === 'decide-penalty');
  expect(offered).toMatchObject({ allowed: true, refusals: [] });

  const at = { ...LARGE, fineFen: 5000000 };
  await steps.report(file, at);
  const again = { receiver: '示例签收人', method: 'direct' };
  expect(await file.refusal('handler1', 'notify-party', again)).toEqual(['renotice-grounded']);
  await file.act('handler1', 'notify-party', { ...again, renewed: { ground: 'new-evidence', reason: '补充调取的处方证实数量更多。' } });
  expect(await file.refusal('head1', 'decide-penalty', decisionOn(at))).toEqual([
    'statement-settled', 'hearing-settled', 'review-passed-where-required', 'discussion-resolved-where-required',
  ]);
});
