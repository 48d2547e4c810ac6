import { addressOf, valuesOf } from '@sanzhi/disclosure';
import { Portal } from '../disclosure/portal-house';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { toCleared } from '../office/ordinary-road';
import { itemsOf, publication } from '../office/publication-steps';

jest.setTimeout(90_000);

const ORGAN = 'DEMO-DISTRICT';

let office: Office;
let portal: Portal;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
  portal = await Portal.open(office.database.url('sanzhi_portal'));
  file = await Dossier.register(office);
  await toCleared(file);
  await office.passTo('2023-04-10T10:00:00+08:00');
  await file.act('handler1', 'record-remedy', { kind: 'reconsideration', body: '示范区人民政府', paper: '示府复〔2023〕2号' });
  await office.passTo('2023-05-15T10:00:00+08:00');
  await file.act('handler1', 'remedy-outcome', {
    kind: 'reconsideration', result: 'changed', arrivedOn: '2023-05-15', paper: '示府复决〔2023〕2号', kinds: ['罚款'], fineFen: 100000, confiscatedFen: 0,
  });
});
afterAll(async () => {
  await portal.close();
  await office.close();
});

const page = (item: string) => portal.get(addressOf('item', valuesOf(ORGAN, `${file.id}/${item}`)));
const states = async (): Promise<string[][]> => (await itemsOf(file)).map(({ item, state }) => [item, state]);

it('U32: has the old decision to withdraw and the changed one to show, each with its own term', async () => {
  expect(await states()).toEqual([['decision', 'published'], ['decision-changed', 'proposed']]);
  const { clocks } = await file.view();
  const running = clocks.filter(({ state, rule }) => state === 'running' && /^PUB-(CF|WITHDRAW)/.test(rule));
  expect(running.map(({ rule, subjectId, statutoryDue }) => [rule, subjectId.split('/')[1], statutoryDue]).sort()).toEqual([
    ['PUB-CF-7', 'decision-changed', '2023-05-24'], ['PUB-WITHDRAW-3', 'decision', '2023-05-18'],
  ]);
});

it('is withdrawn first; the changed one waits for its own scope, eyes and clock', async () => {
  await publication.draftWithdrawal(file, '复议机关变更了罚款数额，变更后的决定另行公开。');
  await publication.withdraw(file);
  await publication.scope(file, 'decision-changed');
  await publication.clear(file, 'decision-changed');
  expect((await page('decision')).status).toBe(410);
  expect((await page('decision-changed')).status).toBe(404);
  await office.passTo('2023-05-23T10:00:00+08:00');
  expect(await states()).toEqual([['decision', 'withdrawn'], ['decision-changed', 'published']]);
});

it('shows what the decision now says, and the withdrawal of what it said', async () => {
  const shown = await page('decision-changed');
  expect(shown.status).toBe(200);
  expect(shown.body).toContain('罚款1000元');
  expect(shown.body).toContain('本决定已于2023-05-15依法变更');
  expect(shown.body).not.toContain('罚款3000元');
  expect((await page('decision')).status).toBe(410);
  const notice = await portal.get(addressOf('notice', valuesOf(ORGAN, `${file.id}/decision`)));
  expect(notice.body).toContain('已被变更');
});

it('was in time on both, and the record holds', async () => {
  await office.passTo('2023-06-01T10:00:00+08:00');
  const acts = await file.actions();
  expect(acts.filter((action) => action === 'publish-decision')).toHaveLength(2);
  expect(acts.filter((action) => /late$/.test(action))).toEqual([]);
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});
