import type { JsonObject } from '@sanzhi/kernel';
import { decidedClinic } from '../office/clinic-road';
import { Dossier } from '../office/dossier';
import { SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps, toDecided } from '../office/ordinary-road';

jest.setTimeout(180_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2026-08-17T09:00:00+08:00' });
});
afterAll(() => office.close());

/** What the decision takes, in words. */
const CONTENT = {
  goods: { items: [{ name: '医疗器械', quantity: '1台' }, { name: '药品', quantity: '20盒' }], valueFen: 50_000 },
  licence: { title: '医疗机构执业许可证', number: '示例0001' },
  order: { content: '停止诊疗活动。', dueOn: '2026-08-24' },
};
const CLOSING = { summary: '结案。' };

/** What only the owner can do, with the guards of the table taken away. */
async function lost(statement: string, values: unknown[]): Promise<void> {
  await office.rows('alter table casework.case disable trigger user');
  await office.rows(statement, values);
  await office.rows('alter table casework.case enable trigger user');
}

async function served(): Promise<Dossier> {
  const file = await Dossier.register(office);
  await toDecided(file);
  await steps.serve(file);
  return file;
}

describe('a decision that takes goods and a licence and stops the business', () => {
  let file: Dossier;
  beforeAll(async () => {
    file = await decidedClinic(office, '2026-08-17', { ...SMALL, kinds: ['罚款', '没收非法财物', '吊销许可证件', '责令停产停业'], ...CONTENT });
    await steps.serve(file);
    await file.act('handler1', 'order-rectification', { content: '停止诊疗活动。', dueOn: '2026-08-24', receiver: '示例签收人' });
    await steps.pay(file, SMALL);
  });

  it('G091: is not closed before goods, correction, licence and business are settled; each cure takes its refusal away', async () => {
    const before = (await file.view()).case.version;
    expect(await file.refusal('handler1', 'close-case', CLOSING)).toEqual(['goods-disposed', 'rectify-checked', 'penalties-carried-out', 'licence-result-confirmed']);
    expect((await file.view()).case.version).toBe(before);
    const open = await served();
    expect(await open.refusal('handler1', 'close-case', CLOSING)).toEqual(['not-in-state', 'money-settled']);
  });

  it('L34: lists the goods and disposes of each as the head approved, with its proof, once', async () => {
    const goods = [{ no: 1, name: '医疗器械', quantity: '1台' }, { no: 2, name: '药品', quantity: '20盒' }];
    expect(await file.refusal('handler1', 'approve-goods-way', { nos: [1], way: 'auction', opinion: '同意。' })).toContain('incompatible-duty');
    await file.act('handler1', 'list-goods', { goods, place: '机关涉案物品库' });
    expect(await file.refusal('head1', 'approve-goods-way', { nos: [3], way: 'auction', opinion: '同意。' })).toEqual(['goods-of-list']);
    await file.act('head1', 'approve-goods-way', { nos: [1], way: 'auction', opinion: '同意拍卖。' });
    const sold: JsonObject = { nos: [1], way: 'auction', auctioneer: '示例拍卖行', proceedsFen: 120_000, treasuryReceipt: '缴库1' };
    expect(await file.refusal('handler1', 'dispose-goods', { ...sold, way: 'destruction', ground: '依据', record: 'V', witness: '甲' })).toEqual(['goods-way-approved']);
    expect(await file.refusal('handler1', 'dispose-goods', { nos: [1], way: 'auction', auctioneer: '示例拍卖行', proceedsFen: 1 })).toEqual(['goods-disposal-proved']);
    await file.act('handler1', 'dispose-goods', sold);
    expect(await file.refusal('handler1', 'dispose-goods', sold)).toEqual(['goods-of-list']);
    expect(await file.refusal('handler1', 'close-case', CLOSING)).toContain('goods-disposed');
    await file.act('head1', 'approve-goods-way', { nos: [2], way: 'destruction', opinion: '同意销毁。' });
    await file.act('handler1', 'dispose-goods', { nos: [2], way: 'destruction', ground: '药品管理法', record: '录像1', witness: '示例监销人' });
    expect(await file.refusal('handler1', 'close-case', CLOSING)).not.toContain('goods-disposed');
  });

  it('L13: has the correction looked at again by its own clock, and is not closed before', async () => {
    expect((await file.view()).clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-RECTIFY', statutoryDue: '2026-08-24', state: 'running' }));
    expect(await file.refusal('handler1', 'order-rectification', { content: '停止。', dueOn: '2026-08-16', receiver: '甲' })).toEqual(['rectify-day-ahead']);
    await office.passTo('2026-08-25T09:00:00+08:00');
    expect((await file.record()).some(({ action, payload }) => action === 'note-overdue' && payload?.form.rule === 'CASE-RECTIFY')).toBe(true);
    await file.act('handler1', 'recheck-rectification', { result: 'done', found: '诊疗活动已停止。' });
    expect(await file.refusal('handler1', 'recheck-rectification', { result: 'done', found: '再看。' })).toEqual(['rectify-ordered']);
    expect(await file.refusal('handler1', 'close-case', CLOSING)).not.toContain('rectify-checked');
  });

  it('L36: nothing is enforced by force at night or on days off, unless urgent; what the party does itself is free', async () => {
    const stop = { kinds: ['责令停产停业'], manner: 'by-force', course: '封闭经营场所。' };
    await office.passTo('2026-08-25T22:00:00+08:00');
    expect(await file.refusal('handler1', 'carry-out-penalty', stop)).toEqual(['not-at-night-or-on-holidays']);
    await office.passTo('2026-08-29T10:00:00+08:00');
    expect(await file.refusal('handler1', 'carry-out-penalty', stop)).toEqual(['not-at-night-or-on-holidays']);
    expect(await file.refusal('handler1', 'carry-out-penalty', { ...stop, kinds: ['责令关闭'] })).toEqual(['carries-out-decided', 'not-at-night-or-on-holidays']);
    await office.passTo('2026-08-31T10:00:00+08:00');
    await file.act('handler1', 'carry-out-penalty', stop);
    await office.passTo('2026-09-05T10:00:00+08:00');
    await file.act('handler1', 'carry-out-penalty', { kinds: ['吊销许可证件'], manner: 'by-party', course: '当事人交回许可证。' });
    expect(await file.refusal('handler1', 'close-case', CLOSING)).toEqual(['licence-result-confirmed']);
  });

  it('L42: the register is told of the licence, and looked up', async () => {
    expect(await file.refusal('handler1', 'confirm-registration', { found: '已注销。' })).toEqual(['registration-told']);
    await file.act('handler1', 'tell-registration', { body: '示例注册系统', paper: '通知1' });
    expect(await file.refusal('handler1', 'close-case', CLOSING)).toEqual(['licence-result-confirmed']);
    await file.act('handler1', 'confirm-registration', { found: '系统显示已注销，截图存卷。' });
    const { case: seen } = await file.view();
    expect(seen.state).toBe('performed');
    await file.act('handler1', 'close-case', CLOSING);
    expect(await office.verify(file.id)).toMatchObject({ ok: true });
  });
});

it('G092: a case whose must-have paper is gone is not closed, by the list of the pack for procedure and outcome', async () => {
  const file = await served();
  await steps.pay(file);
  const [{ paper }] = await office.rows<{ paper: JsonObject }>("select facts->'documents'->'penalty-notice' as paper from casework.case where id = $1", [file.id]);
  await lost("update casework.case set facts = facts #- '{documents,penalty-notice}' where id = $1", [file.id]);
  expect(await file.refusal('handler1', 'close-case', CLOSING)).toEqual(['closing-papers-complete']);
  await lost("update casework.case set facts = jsonb_set(facts, '{documents,penalty-notice}', $2) where id = $1", [file.id, JSON.stringify(paper)]);
  await steps.close(file);
  expect(await file.state()).toBe('closed');
});

it('L45: an archived case takes no act but those that reopen it and those of publication, and its term is the pack’s', async () => {
  const file = await served();
  await steps.pay(file);
  await steps.scope(file);
  await steps.clear(file);
  await steps.close(file);
  await office.passTo('2026-09-21T09:00:00+08:00');
  await steps.archive(file);
  const { allowedActions } = await file.view('handler1');
  const refusals = allowedActions.filter(({ allowed, refusals: why }) => allowed || !why.some(({ rule }) => rule === 'not-in-state')).map(({ action }) => action);
  const reopening = ['record-remedy', 'reply-to-remedy', 'remedy-outcome', 'self-correct'];
  const { slices } = await file.view('publisher');
  expect(slices.disclosure).toBeDefined();
  for (const action of refusals.filter((one) => !reopening.includes(one))) expect(action).toMatch(/publi|withdraw|repair|credit|correct-shown|scope|clear|redact|delist/);
  for (const [action, form] of [['serve-document', { document: 'penalty-decision', number: '1', proof: { method: 'direct', receiver: '甲' } }], ['record-payment', { paidFen: 1, receipt: '1' }], ['list-goods', { goods: [{ no: 1, name: '甲', quantity: '1' }], place: '库' }], ['request-correction', { seq: 1, fact: 'party.name', value: '甲', reason: '笔误' }]] as const) {
    expect(await file.refusal('handler1', action, form as unknown as JsonObject)).toContain('not-in-state');
  }
});
