import type { JsonObject } from '@sanzhi/kernel';
import { coerced, fileCase, MEDICINES, openClinicOffice } from '../office/clinic';
import type { Office } from '../office/office';

jest.setTimeout(120_000);

let office: Office;
beforeAll(async () => {
  office = await openClinicOffice('2026-06-10T09:00:00+08:00');
});
afterAll(() => office.close());

it('T06: a case that goes to the police is not closed with seals on; they come off by a decision on paper', async () => {
  const file = await fileCase(office, '2026-06-10');
  await file.act('a', 'take-urgent-coercion', { ...MEDICINES, urgency: '当事人正在转移药品。', ...coerced(office) });
  await file.act('p1', 'approve-measure', { measure: 'm1', opinion: '同意，补办批准手续。' });
  const crime: JsonObject = {
    outcome: 'crime', ground: 'suspected-crime', factsFound: '两次因非法行医受过处罚。', evidence: [{ title: '处罚决定书' }], basis: '行政处罚法第二十七条',
    reason: '涉嫌犯罪。', receiver: '示例公安机关', receiverKind: 'police', team: [office.person('a'), office.person('b')],
  };
  await file.act('a', 'report-ending', crime);
  await file.act('p1', 'approve-crime-transfer', { outcome: 'crime', opinion: '同意移送。' });
  await file.act('a', 'send-crime', { papers: ['移送书', '涉案物品清单'], receipt: '公安机关签收。' });
  await file.act('a', 'record-crime-answer', { answer: 'accepted', paper: '示公立字1号' });
  await file.act('a', 'hand-over-goods', { list: '药品12盒', receipt: '公安机关接收。' });
  const closing = { summary: '已移送，结案。' };
  expect(await file.refusal('a', 'close-case', closing)).toEqual(['no-open-measure']);
  await file.act('p1', 'lift-coercion', { measure: 'm1', ground: 'no-longer-needed', receiver: '公安机关接收人' });
  const [paper] = await office.rows<{ number: string }>("select number from documents.document where case_id = $1 and kind = 'coercion-lifting'", [file.id]);
  expect(paper.number).toBeTruthy();
  await file.act('a', 'close-case', closing);
  expect((await file.view('a')).case.state).toBe('closed');
});
