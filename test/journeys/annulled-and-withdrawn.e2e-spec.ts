import { addressesWhenGone, addressOf, valuesOf } from '@sanzhi/disclosure';
import { Portal } from '../disclosure/portal-house';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { toCleared } from '../office/ordinary-road';
import { itemOf, publication } from '../office/publication-steps';

jest.setTimeout(90_000);

const ORGAN = 'DEMO-DISTRICT';

let office: Office;
let portal: Portal;
let file: Dossier;
let id: string;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
  portal = await Portal.open(office.database.url('sanzhi_portal'));
  file = await Dossier.register(office);
  await toCleared(file);
  id = `${file.id}/decision`;
  await office.passTo('2023-03-17T10:00:00+08:00');
});
afterAll(async () => {
  await portal.close();
  await office.close();
});

const page = (name: 'item' | 'notice') => portal.get(addressOf(name, valuesOf(ORGAN, id)));

it('is public, and stays so while the review runs', async () => {
  expect((await page('item')).status).toBe(200);
  await office.passTo('2023-04-10T10:00:00+08:00');
  await file.act('handler1', 'record-remedy', { kind: 'reconsideration', body: '示范区人民政府', paper: '示府复〔2023〕1号' });
  expect((await page('item')).status).toBe(200);
});

it('L31: is to be withdrawn within three working days of the day the annulment arrives', async () => {
  await office.passTo('2023-05-15T10:00:00+08:00');
  await file.act('handler1', 'remedy-outcome', { kind: 'reconsideration', result: 'annulled', arrivedOn: '2023-05-15', paper: '示府复决〔2023〕1号' });
  const clock = (await file.view()).clocks.find(({ rule }) => rule === 'PUB-WITHDRAW-3');
  expect(clock).toMatchObject({ state: 'running', statutoryDue: '2023-05-18' });
  expect((await itemOf(file)).withdrawal).toMatchObject({ ground: 'annulled', arrivedOn: '2023-05-15' });
});

it('is withdrawn by two persons, with an explanation that names nobody', async () => {
  expect(await file.refusal('publisher', 'draft-withdrawal', { reason: '联系电话13812345678。' })).toEqual(['public-reason-clean']);
  await publication.draftWithdrawal(file, '复议机关认为违反法定程序，撤销该决定。');
  await publication.withdraw(file);
  const [{ number }] = await office.rows<{ number: string }>('select number from pub.notice where id = $1', [id]);
  for (const { address, status, mustNotHold } of addressesWhenGone({ organ: ORGAN, id, number, kind: 'withdrawn' })) {
    const answer = await portal.get(address);
    expect([address, answer.status]).toEqual([address, status]);
    if (mustNotHold) expect(answer.body).not.toContain(mustNotHold);
  }
  const notice = await page('notice');
  expect(notice.body).toContain('已被撤销');
  expect(notice.body).not.toMatch(/13812345678|示例签收人/);
});

it('was in time, and the record proves it', async () => {
  await office.passTo('2023-05-20T10:00:00+08:00');
  const acts = await file.actions();
  expect(acts).toEqual(expect.arrayContaining(['publish-decision', 'remedy-outcome', 'draft-withdrawal', 'withdraw-publication']));
  expect(acts).not.toContain('note-withdrawal-late');
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});
