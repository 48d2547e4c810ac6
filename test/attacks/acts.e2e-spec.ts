import type { ActionSpec, JsonObject, Procedure } from '@sanzhi/kernel';
import { Dossier } from '../office/dossier';
import { clueForm, decisionOn, digestOf, LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps, toCleared, toDecided, toNotified } from '../office/ordinary-road';

jest.setTimeout(180_000);

const CERTIFIED = { certificateFrom: '2019-01-01', certificateUntil: '2035-12-31' };

let office: Office;
beforeAll(async () => {
  office = await Office.open({
    people: [
      { login: 'undated', kind: 'person', name: '无期经办', posts: ['handler'] },
      // Two persons of one name.
      { login: 'namesake', kind: 'person', name: '示范经办甲', posts: ['handler'], certificateNumber: '示范-0900', ...CERTIFIED },
    ],
  });
});
afterAll(() => office.close());

it('T09: each act of a head leaves an entry of his own, with his opinion and what it was about', async () => {
  const file = await Dossier.register(office);
  await toDecided(file, LARGE);
  const record = await file.record();
  const byHead = record.filter(({ actor }) => actor === office.person('head1'));
  expect(byHead.map(({ action }) => action)).toEqual(['approve-filing', 'cast-vote', 'decide-penalty']);
  expect(byHead.map(({ payload }) => payload?.form)).toEqual([
    { opinion: '同意。' }, { vote: 'agree', view: '同意处罚建议。', digest: digestOf(LARGE) }, decisionOn(LARGE),
  ]);
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});

it('T11: a signature is of who has signed in, whoever is named beside it', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, LARGE);
  await steps.submit(file);
  const opinion = { opinion: 'OP-AGREE', digest: digestOf(LARGE), text: '同意。' };
  const named = await office.seat('reviewer1').act(file.id, 'give-opinion', { ...opinion, reviewer: office.person('reviewer2') });
  expect([named.status, named.body.errors?.[0]]).toMatchObject([400, { pointer: '/form/reviewer', code: 'additionalProperties' }]);
  const lent = { onBehalfOf: office.person('reviewer2') };
  expect(await file.refusal('reviewer1', 'give-opinion', opinion, lent)).toEqual(['no-delegation']);
  await steps.opine(file, LARGE);
  expect((await file.record()).at(-1)).toMatchObject({ action: 'give-opinion', actor: office.person('reviewer1') });
});

it('T24: no road shows the text of a decision that is not taken yet', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, LARGE);
  await steps.submit(file);
  const papers = await office.rows<{ id: string; kind: string }>('select id::text, kind from documents.document where case_id = $1', [file.id]);
  expect(papers.map(({ kind }) => kind)).not.toContain('penalty-decision');
  for (const login of ['handler1', 'head1', 'reviewer1']) {
    for (const id of [`${file.id}/penalty-decision`, `${file.id}/decision`, file.id]) {
      for (const road of ['documents', 'publications']) {
        const { status } = await office.seat(login).get(`/${road}/${encodeURIComponent(id)}`);
        expect([login, road, id, status]).toEqual([login, road, id, 404]);
      }
    }
  }
});

it('T20: when a stop ends, who ends it chooses neither its beginning nor a day before it', async () => {
  await office.standAt('2023-04-10T10:00:00+08:00');
  const file = await Dossier.register(office, clueForm([office.seat('handler1'), office.seat('handler2')], undefined, '2023-04-09'));
  await steps.file(file);
  await office.standAt('2023-04-12T10:00:00+08:00');
  await file.act('head1', 'suspend-decision', { ground: '鉴定', reason: '委托鉴定。' });
  await office.standAt('2023-04-20T10:00:00+08:00');
  const chosen = await office.seat('head1').act(file.id, 'resume-decision', { reason: '已收到鉴定意见。', from: '2023-03-01' });
  expect([chosen.status, chosen.body.errors?.[0]]).toMatchObject([400, { pointer: '/form/from', code: 'additionalProperties' }]);
  const before = await office.imprint();
  expect(await file.refusal('head1', 'resume-decision', { reason: '已收到鉴定意见。' }, { actedAt: '2023-04-11T10:00:00+08:00' })).toContain('clock-change-lawful');
  expect(await office.imprint()).toEqual(before);
  await file.act('head1', 'resume-decision', { reason: '已收到鉴定意见。' });
});

it('T31: an officer whose certificate has no end in the register counts for none, and the file says why', async () => {
  await office.rows("update identity.officer set certificate_number = '示范-0901', certificate_from = '2019-01-01' where id = $1", [office.person('undated')]);
  const file = await Dossier.register(office, clueForm([office.seat('handler1'), office.seat('undated')]), 'penalty-ordinary', ['handler1', 'undated']);
  const { status, body } = await office.seat('handler1').act(file.id, 'file-case', { reason: '有初步证据。' });
  expect([status, body.refusals?.map(({ rule }) => rule)]).toEqual([422, ['two-qualified-officers']]);
  expect(body.refusals?.[0].message).toContain('无期经办名册中没有执法证有效期');
  await office.rows("update identity.officer set certificate_until = '2035-12-31' where id = $1", [office.person('undated')]);
  await file.act('handler1', 'file-case', { reason: '有初步证据。' });
});

it('T44: the same name opens nothing, and a new name closes nothing: a duty is of a person by id', async () => {
  const file = await Dossier.register(office);
  expect(await file.refusal('namesake', 'file-case', { reason: '有初步证据。' })).toEqual(['not-your-duty']);
  await office.rows("update identity.officer set name = '示范经办改名' where id = $1", [office.person('handler1')]);
  await office.rows("insert into identity.duty (organ, case_id, person, duty) values ('DEMO-DISTRICT', $1, $2, 'recused')", [file.id, office.person('namesake')]);
  expect((await office.seat('namesake').get(`/cases/${file.id}`)).status).toBe(404);
  await file.act('handler1', 'file-case', { reason: '有初步证据。' });
  const { body } = await office.seat('handler1').get<{ items: { id: string }[] }>('/cases?duty=handler&limit=200');
  expect(body.items.map(({ id }) => id)).toContain(file.id);
});

it('T39: a refusal and an act are told apart in the books: the one by its rules in the audit, the other by its entry', async () => {
  const file = await Dossier.register(office);
  const entries = (await file.record()).length;
  await file.refusal('handler3', 'file-case', { reason: '有初步证据。' });
  const audit = 'select action, actor, refusals->0->>\'rule\' as rule from platform.refusal where case_id = $1';
  expect(await office.rows(audit, [file.id])).toEqual([{ action: 'file-case', actor: office.person('handler3'), rule: 'not-your-duty' }]);
  expect(await file.record()).toHaveLength(entries);
  await file.act('handler1', 'file-case', { reason: '有初步证据。' });
  expect(await office.rows(audit, [file.id])).toHaveLength(1);
  expect(await file.record()).toHaveLength(entries + 1);
});

/** What stays possible at the end of a case: archive, correcting entries, remedies, publication, recusal, and help that another body asks for. */
const AFTER_CLOSING = /^(ask-help|assign-handlers|archive-case|request-correction|approve-correction|record-remedy|reply-to-remedy|remedy-outcome|self-correct|stop-execution|scope-.*|clear-.*|.*publication.*|.*withdraw.*|.*repair.*|.*recus.*|report-.*late)$/;

it('U19: a closed and an archived case take no more papers, statements, signatures, minutes or money', async () => {
  const file = await Dossier.register(office);
  await toCleared(file);
  await steps.pay(file);
  await steps.close(file);
  for (const state of ['closed', 'archived']) {
    if (state === 'archived') {
      await office.passTo('2023-05-15T10:00:00+08:00');
      await steps.archive(file);
    }
    expect(await file.state()).toBe(state);
    const before = await office.imprint();
    const { version } = (await file.view()).case;
    const shut: string[] = [];
    const asked = Object.entries(await actions()).filter(([action, { by }]) => by !== 'system' && action !== 'register-clue' && !AFTER_CLOSING.test(action));
    for (const [action, spec] of asked) {
      const answer = await office.seat(HOLDERS[spec.by]).act(file.id, action, exampleOf(spec), { version });
      const rules = answer.body.refusals?.map(({ rule }) => rule) ?? [];
      // What any state lets through (a measure is lifted whenever it is found) is stopped by what it needs: there is no such measure.
      expect({ action, status: answer.status, told: isOpen(spec, state) ? rules.length > 0 : rules.includes('not-in-state') }).toEqual({ action, status: 422, told: true });
      shut.push(action);
    }
    expect(shut).toEqual(expect.arrayContaining(['report-findings', 'notify-party', 'record-statement', 'give-opinion', 'cast-vote', 'resolve-discussion', 'decide-penalty', 'serve-decision', 'record-payment', 'close-case', 'suspend-decision']));
    expect(await office.imprint()).toEqual(before);
  }
});

const HOLDERS: Record<string, string> = {
  handler: 'handler1', 'section-head': 'handler4', reviewer: 'reviewer1', approver: 'head1', voter: 'head1', recorder: 'clerk',
  publisher: 'publisher', 'second-eye': 'second-eye', archivist: 'archivist', 'hearing-chair': 'reviewer2',
};

const exampleOf = ({ form }: ActionSpec): JsonObject => ((form as { examples?: JsonObject[] }).examples ?? [{}])[0];

/** Whether the table of the procedure names the state, or every state that is not final. */
const isOpen = ({ from }: ActionSpec, state: string): boolean => from.includes(state) || (from.includes('*') && state !== 'archived');

async function actions(): Promise<Record<string, ActionSpec>> {
  const { body } = await office.seat('handler1').get<{ items: Procedure[] }>('/procedures/penalty-ordinary');
  return body.items.find(({ version }) => version === '2021-07-15')!.actions as Record<string, ActionSpec>;
}

it('T57: a day of correction typed into the form stands in the file, runs on the board, and is told when it has passed', async () => {
  const file = await Dossier.register(office, clueForm([office.seat('handler1'), office.seat('handler2')], undefined, '2023-05-14'));
  await steps.file(file);
  await file.act('handler1', 'order-rectification', { content: '停止使用未取得处方权的人员。', dueOn: '2023-05-25', receiver: '示例签收人' });
  const { case: seen, clocks } = await file.view();
  expect(seen.facts.rectification).toMatchObject({ dueOn: '2023-05-25', recheck: null });
  expect(clocks.find(({ rule }) => rule === 'CASE-RECTIFY')).toMatchObject({ statutoryDue: '2023-05-25' });
  await office.passTo('2023-05-29T10:00:00+08:00');
  const { body } = await office.seat('handler1').get<{ items: { caseId: string; kind: string; text: string }[] }>('/messages?limit=200');
  expect(body.items.filter(({ caseId, text }) => caseId === file.id && text.includes('改正')).length).toBeGreaterThan(0);
  await file.act('handler1', 'recheck-rectification', { result: 'done', found: '已停止，现场拍照两张。' });
  expect((await file.view()).case.facts.rectification).toMatchObject({ dueOn: '2023-05-25', recheck: 'done' });
});
