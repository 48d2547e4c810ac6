import type { JsonObject } from '@sanzhi/kernel';
import { Dossier } from '../office/dossier';
import { asJson, CLINIC, clueForm, decisionOn, digestOf, SMALL, type Proposal } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';
import { itemOf, publication } from '../office/publication-steps';

jest.setTimeout(150_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
});
afterAll(() => office.close());

const HOTEL: JsonObject = { kind: 'organization', name: '示例宾馆（001号）', code: '91120104MA0000001P', legalRepresentative: '示例经理', address: '示范区示例路3号' };
const opened = async (party: JsonObject): Promise<Dossier> => {
  const file = await Dossier.register(office, clueForm([office.seat('handler1'), office.seat('handler2')], party));
  await steps.file(file);
  return file;
};
const paperOf = async (file: Dossier, kind: string): Promise<string> =>
  (await office.rows<{ html: string }>('select html from documents.document where case_id = $1 and kind = $2', [file.id, kind]))[0].html;
const stateOf = async (file: Dossier): Promise<string> => (await file.view()).case.state;
const runningOf = async (file: Dossier): Promise<string[]> =>
  (await file.view()).clocks.filter(({ state }) => state === 'running').map(({ rule }) => rule);

describe('JB2: a hotel that mended a slight breach on the second day', () => {
  let file: Dossier;
  const slight = { ...SMALL, grading: { factors: ['minor', 'corrected', 'no-harm'] } };

  it('L16: is not punished, even where somebody proposes it', async () => {
    file = await opened(HOTEL);
    await steps.report(file, slight);
    await steps.notify(file);
    await steps.hear(file);
    expect(await file.refusal('head1', 'decide-penalty', decisionOn(slight))).toEqual(['penalty-not-barred']);
    const ending: JsonObject = {
      ...{ outcome: 'not-punished', ground: 'minor-corrected', factsFound: '经查，当事人未按规定公示卫生许可证，次日改正。', evidence: [{ title: '现场笔录' }, { title: '整改照片' }] },
      ...{ basis: '行政处罚法第三十三条第一款', reason: '违法行为轻微并及时改正，没有造成危害后果。', correction: '次日公示许可证，有照片为证。' },
    };
    expect(await file.refusal('handler1', 'report-ending', ending)).toEqual(['education-given']);
    await file.act('handler1', 'report-ending', { ...ending, education: '现场讲解公示要求，当事人表示知悉。' });
    await file.act('head1', 'decide-exemption', { outcome: 'not-punished', opinion: '同意不予行政处罚。' });
    expect(await paperOf(file, 'exemption-decision')).toContain('现场讲解公示要求');
  });

  it('T62: is not published, and closed after service', async () => {
    expect(await file.refusal('handler1', 'close-case', { summary: '结案。' })).toContain('not-in-state');
    await file.act('handler1', 'serve-exemption', { method: 'direct', receiver: '示例经理' });
    expect(await file.refusal('publisher', 'scope-publication', { scope: 'open', ground: '依法公开。', secrecyChecked: true })).toContain('item-awaits-scope');
    await steps.close(file);
    expect(await stateOf(file)).toBe('closed');
    expect(await office.rows('select 1 from disclosure.item where case_id = $1', [file.id])).toEqual([]);
  });
});

it('U12: JB3, facts that are not proved end without a sum, and what was registered goes back', async () => {
  const file = await opened(HOTEL);
  await file.act('handler1', 'request-registration', { reason: '登记簿可能被毁损。', place: '前台', keeper: '示例经理', items: [{ name: '登记簿', quantity: 1, unit: '本' }] });
  await file.act('head1', 'approve-measure', { measure: 'm1', opinion: '同意。' });
  const pair = [office.person('handler1'), office.person('handler2')];
  await file.act('handler1', 'carry-out-registration', { measure: 'm1', officers: pair, certificateShown: true, decisionHanded: true, listHanded: true, partySign: { how: 'signed', name: '示例经理' } });
  await file.act('handler1', 'report-ending', {
    outcome: 'not-established', ground: 'not-established', factsFound: '经查，违法事实不能成立。', evidence: [{ title: '检验报告' }], basis: '行政处罚法第五十七条第一款第三项', reason: '检验合格。',
  });
  const decision: JsonObject = { outcome: 'not-established', opinion: '同意。' };
  const withSum = await office.seat('head1').act(file.id, 'decide-exemption', { ...decision, fineFen: 100 });
  expect([withSum.status, withSum.body.code]).toEqual([400, 'invalid']);
  expect(await file.refusal('head1', 'decide-exemption', decision)).toEqual(['no-open-measure']);
  await file.act('head1', 'dispose-items', { measure: 'm1', disposal: 'returned', reason: '违法事实不成立，退还。', receiver: '示例经理' });
  await file.act('head1', 'decide-exemption', decision);
  expect((await file.view()).case.facts.decision).toMatchObject({ outcome: 'not-established', kinds: [], fineFen: 0, confiscatedFen: 0 });
  await file.act('handler1', 'serve-exemption', { method: 'direct', receiver: '示例经理' });
  await steps.close(file);
  expect(await office.rows("select 1 from statistics.tally where case_id = $1 and kind = 'penalty.decided'", [file.id])).toEqual([]);
});

describe('JB5: a clinic that loses its licence and pays no fine', () => {
  let file: Dossier;
  const revoked: Proposal = { ...SMALL, kinds: ['吊销许可证件'], fineFen: 0, licence: { title: '医疗机构执业许可证', number: '示例证0001' } };

  it('L23: may ask for a hearing by the kind alone, and is told so', async () => {
    file = await opened(CLINIC);
    expect(await file.refusal('handler1', 'report-findings', { draft: { ...asJson(revoked), licence: undefined as never } })).toEqual(['goods-and-licence-named']);
    await steps.report(file, revoked);
    await steps.notify(file);
    expect(await runningOf(file)).toContain('CASE-HEAR-REQ');
    const paper = await paperOf(file, 'penalty-notice');
    for (const said of ['吊销许可证件：《医疗机构执业许可证》（示例证0001）', '有权要求听证', '不承担组织听证的费用']) expect(paper).toContain(said);
    await steps.hear(file);
    expect(await file.refusal('head1', 'decide-penalty', decisionOn(revoked))).toEqual(['hearing-settled', 'review-passed-where-required', 'discussion-resolved-where-required']);
  });

  it('G061, L24: is heard, and not decided before the hearing was held', async () => {
    await file.act('handler1', 'request-hearing', { receivedOn: '2023-03-01', paper: '当事人签名的听证申请书。' });
    await file.act('head1', 'schedule-hearing', { on: '2023-03-13', place: '听证室', hearingChair: office.person('reviewer2'), open: true });
    await file.act('handler1', 'notify-hearing', { method: 'direct', receiver: '示例负责人' });
    await office.passTo('2023-03-13T09:00:00+08:00');
    expect(await file.refusal('head1', 'decide-penalty', decisionOn(revoked))).toEqual(['not-in-state', 'hearing-settled', 'review-passed-where-required', 'discussion-resolved-where-required']);
    await file.act('reviewer2', 'hold-hearing', { attendance: 'attended', record: '双方到场，举证、质证、申辩。', refusal: '当事人拒绝签字，主持人注明。' });
    await file.act('reviewer2', 'give-hearing-opinion', { view: 'maintain', text: '依据听证笔录，建议维持。' });
    expect(await file.refusal('reviewer2', 'give-opinion', { opinion: 'OP-AGREE', digest: digestOf(revoked), text: '同意。' })).toContain('incompatible-duty');
  });

  it('G050, G069: is reviewed and discussed by the kind alone, and decided', async () => {
    await steps.submit(file);
    await steps.opine(file, revoked);
    await steps.convene(file);
    await steps.vote(file, revoked);
    await steps.resolve(file, revoked);
    await steps.decide(file, revoked);
    const paper = await paperOf(file, 'penalty-decision');
    for (const said of ['吊销许可证件：《医疗机构执业许可证》（示例证0001）', '本机关于2023年3月13日依申请举行听证，本决定根据听证笔录作出']) expect(paper).toContain(said);
  });

  it('has the register told, and looks there again', async () => {
    await steps.serve(file);
    await file.act('handler1', 'tell-registration', { body: '示范市医疗机构电子化注册系统', paper: '示例通知0001' });
    await file.act('handler1', 'confirm-registration', { found: '系统显示执业许可证已注销。' });
    expect((await file.view()).case.facts).toMatchObject({ registrationTold: { paper: '示例通知0001' }, registrationConfirmed: { found: '系统显示执业许可证已注销。' } });
    expect(await office.verify(file.id)).toMatchObject({ ok: true });
  });
});

describe('JB11: a party of seventeen, and one that is no more', () => {
  const minor = (idNumber: string): JsonObject => ({ kind: 'person', name: '司徒示例', idNumber, address: '示范区示例路4号' });
  const lighter: Proposal = {
    ...SMALL,
    fineFen: 50_000,
    guardian: '端木示例',
    mitigation: { form: 'lighter', ground: 'minor-14-18', reducedFen: 0 },
    grading: { factors: ['under-18'] },
  };

  it('L17: is punished lighter, with the guardian named', async () => {
    const file = await opened(minor('11010520050601002X'));
    expect(await file.refusal('handler1', 'report-findings', { draft: asJson({ ...SMALL, fineFen: 50_000 }) })).toEqual(['minor-treated-as-minor']);
    expect(await file.refusal('handler1', 'report-findings', { draft: { ...asJson(lighter), guardian: undefined as never } })).toEqual(['minor-treated-as-minor']);
    await steps.report(file, lighter);
    await steps.notify(file);
    await steps.hear(file);
    await steps.decide(file, lighter);
    expect(await paperOf(file, 'penalty-decision')).toContain('监护人：</dt><dd>端木示例');
    await steps.serve(file);
    await publication.scope(file, 'decision');
    const { preview } = await itemOf(file);
    expect(JSON.stringify(preview)).not.toContain('端木示例');
    expect(JSON.stringify(preview)).not.toContain('司徒示例');
  });

  it('L16: of thirteen is not punished at all', async () => {
    const file = await opened(minor('110105201006010028'));
    expect(await file.refusal('handler1', 'report-findings', { draft: asJson(lighter) })).toEqual(['minor-treated-as-minor']);
    await file.act('handler1', 'report-ending', {
      ...{ outcome: 'not-punished', ground: 'minor-age', factsFound: '当事人行为时十二周岁。', evidence: [{ title: '户籍资料' }], basis: '行政处罚法第三十条' },
      ...{ reason: '不满十四周岁。', education: '责令监护人加以管教。' },
    });
    await file.act('head1', 'decide-exemption', { outcome: 'not-punished', opinion: '同意。' });
  });

  it.each(['party-dissolved', 'party-dead'])('is ended with its reason: %s', async (ground) => {
    const file = await opened(ground === 'party-dead' ? minor('11010519491231002X') : CLINIC);
    const report = { outcome: 'terminated', ground, factsFound: '当事人已不存在。', evidence: [{ title: '登记信息' }], basis: '本机关规定', reason: '没有可以处罚的当事人。' };
    expect(await file.refusal('handler1', 'report-ending', { ...report, ground: 'minor-age' })).toEqual(['ground-fits-ending']);
    await file.act('handler1', 'report-ending', report);
    await file.act('head1', 'approve-ending', { outcome: 'terminated', opinion: '同意终止。' });
    expect(await stateOf(file)).toBe('concluded');
  });
});
