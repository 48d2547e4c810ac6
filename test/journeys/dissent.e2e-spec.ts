import { Dossier } from '../office/dossier';
import { digestOf, LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps, toNotified } from '../office/ordinary-road';

jest.setTimeout(120_000);

const DISSENT = '我不同意：\n一、当事人已主动改正；\n二、六万元过重，应当减为三万元。';
const vote = (kind: string, view = '同意处罚建议。') => ({ vote: kind, view, digest: digestOf(LARGE) });

let office: Office;
let files: Dossier[];
let sitting: string;
beforeAll(async () => {
  office = await Office.open();
  files = [await Dossier.register(office), await Dossier.register(office)];
  for (const file of files) {
    await toNotified(file, LARGE);
    await steps.submit(file);
    await steps.opine(file, LARGE);
  }
});
afterAll(() => office.close());

const members = () => ['head1', 'head2', 'head3'].map((login) => office.person(login));
const called = () => ({ members: members(), chair: office.person('head1'), place: '第一会议室' });
const attendees = [{ name: '示范经办甲', role: '承办人' }, { name: '示范审核甲', role: '法制机构' }];

it('is called for two cases at once, by who keeps the minutes', async () => {
  const draft = { ...called(), heldOn: '2023-03-01', attendees };
  expect((await office.seat('head1').post('/meetings', draft)).status).toBe(403);
  const stranger = await office.seat('clerk').post('/meetings', { ...draft, chair: office.person('handler1') });
  expect([stranger.status, stranger.body.errors?.[0].pointer]).toEqual([400, '/chair']);
  const answer = await office.seat('clerk').post<{ id: string }>('/meetings', draft);
  expect(answer.status).toBe(201);
  sitting = answer.body.id;
  const other = { ...called(), chair: office.person('head2'), meeting: sitting };
  expect(await files[0].refusal('clerk', 'convene-discussion', other)).toEqual(['meeting-takes-case']);
  for (const file of files) await file.act('clerk', 'convene-discussion', { ...called(), meeting: sitting, attendees });
});

it('hears the chair last', async () => {
  const [file] = files;
  expect(await file.refusal('head1', 'cast-vote', vote('agree'))).toEqual(['chair-speaks-last']);
  await file.act('head2', 'cast-vote', vote('disagree', DISSENT));
  await file.act('head3', 'cast-vote', vote('agree'));
  const resolution = { resolution: 'approved', digest: digestOf(LARGE), minutes: '承办人汇报案情，法制机构说明审核意见。' };
  expect(await file.refusal('clerk', 'resolve-discussion', resolution)).toEqual(['chair-summed-up', 'resolution-follows-votes']);
  await file.act('head1', 'cast-vote', vote('agree', '综合各方意见，同意处罚建议。'));
  await file.act('clerk', 'resolve-discussion', resolution);
});

it('keeps the dissent word for word, in the record and in minutes that nobody types', async () => {
  const [file] = files;
  const entry = (await file.record()).at(-1)!;
  expect(entry.payload?.recorded).toMatchObject({
    discussion: { votes: { agree: 2, disagree: 1 }, dissent: [{ member: office.person('head2'), vote: 'disagree', view: DISSENT }] },
  });
  const { body } = await office.seat('head3').get<{ cases: { caseId: string; minutes: string }[] }>(`/meetings/${sitting}`);
  const { minutes } = body.cases.find((one) => one.caseId === file.id)!;
  expect(minutes).toContain(`示范负责人乙（不同意）：${DISSENT}`);
  expect(minutes).toContain('列席：示范经办甲（承办人）、示范审核甲（法制机构）');
});

it('lets nobody edit or drop a view afterwards, not even the owner', async () => {
  for (const change of ["update discussion.vote set view = '同意。'", 'delete from discussion.vote', "update discussion.meeting set minutes = '一致同意。' where resolution is not null"]) {
    await expect(office.owner.query(change)).rejects.toThrow('never changed');
  }
});

it('ends when each case is resolved', async () => {
  const open = await office.seat('clerk').post(`/meetings/${sitting}/closing`, {});
  expect([open.status, open.body.refusals?.map((one) => one.rule)]).toEqual([422, ['meeting-has-open-cases']]);
  const [, second] = files;
  await second.act('clerk', 'resolve-discussion', { resolution: 'returned', digest: digestOf(LARGE), minutes: '时间不足，另行讨论。' });
  expect((await office.seat('clerk').post(`/meetings/${sitting}/closing`, {})).status).toBe(204);
  expect(await files[0].refusal('clerk', 'convene-discussion', { ...called(), meeting: sitting })).toContain('meeting-takes-case');
  for (const file of files) expect(await office.verify(file.id)).toMatchObject({ ok: true });
});
