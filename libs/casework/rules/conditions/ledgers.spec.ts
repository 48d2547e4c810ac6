import type { CaseFile, ClockSeen, JsonObject } from '@sanzhi/kernel';
import { caseworkRules } from '.';

interface Scene {
  facts?: JsonObject;
  form?: JsonObject;
  on?: string;
  procedure?: string;
  parameters?: JsonObject;
  clocks?: Partial<ClockSeen>[];
}

const decision = { kinds: ['罚款'], fineFen: 1_000_000, confiscatedFen: 200_000, decidedOn: '2023-03-08' };
const withGoods = { decision: { ...decision, kinds: ['罚款', '没收非法财物'] } };
const goods = [{ no: 1, name: '甲', quantity: '1' }, { no: 2, name: '乙', quantity: '2' }];
const payClock = { rule: 'CASE-PAY-15', statutoryDue: '2023-03-24' };

function file({ facts = {}, form = {}, on = '2023-04-03', procedure = 'penalty-ordinary', parameters = {}, clocks = [payClock] }: Scene): CaseFile {
  const seen = clocks.map((clock, index) => ({
    id: `k${index}`, rule: '', subjectKind: 'case', subjectId: 'c', state: 'running' as const, anchorOn: '2023-03-09',
    statutoryDue: null, safeDue: null, provisional: false, ...clock,
  }));
  return {
    case: {
      id: 'c', organ: 'O', number: null, procedure, procedureVersion: '2021-07-15', state: 'served', version: 3,
      facts: { decision, ...facts }, openedOn: '2023-03-01', lastActedAt: null,
    },
    duties: [], clocks: seen, slices: {}, parameters: { 'surcharge.percentPerDay': 3, 'cash.limitFen': 10_000, ...parameters },
    step: {
      action: 'a', form, actor: { person: 'p', organ: 'O', name: '甲', posts: [] }, actedOn: on, actedAt: `${on}T01:00:00.000Z`,
      recordedOn: on, recordedAt: `${on}T01:00:00.000Z`,
    },
  };
}

const unmet = (id: string, scene: Scene) => caseworkRules.find((rule) => rule.id === id)!.check(file(scene));

const summary = { procedure: 'penalty-summary' };
const small = { decision: { ...decision, fineFen: 10_000 } };

/** [what, scene, holds] of each rule. */
const CASES: Record<string, [string, Scene, boolean][]> = {
  'payment-kinds-add-up': [
    ['nothing is said', { form: { paidFen: 5 } }, true],
    ['the lines are the sum', { form: { paidFen: 1_200_000, of: [{ kind: 'fine', amountFen: 1_000_000 }, { kind: 'confiscated', amountFen: 200_000 }] } }, true],
    ['they are not', { form: { paidFen: 5, of: [{ kind: 'fine', amountFen: 4 }] } }, false],
    ['more than was confiscated', { form: { paidFen: 200_001, of: [{ kind: 'confiscated', amountFen: 200_001 }] } }, false],
    ['a surcharge that nobody imposed', { form: { paidFen: 1, of: [{ kind: 'surcharge', amountFen: 1 }] } }, false],
  ],
  'cash-grounded': [
    ['at most 100 yuan, on the spot', { ...summary, facts: small, form: { ground: 'at-most-limit' } }, true],
    ['one fen more', { ...summary, facts: { decision: { ...decision, fineFen: 10_001 } }, form: { ground: 'at-most-limit' } }, false],
    ['an ordinary case', { facts: small, form: { ground: 'at-most-limit' } }, false],
    ['no limit read', { ...summary, facts: small, form: { ground: 'at-most-limit' }, parameters: { 'cash.limitFen': null } }, false],
    ['hard later', { ...summary, form: { ground: 'hard-later', reason: '流动摊贩' } }, true],
    ['hard later, nobody says why', { ...summary, form: { ground: 'hard-later' } }, false],
    ['hard later, an ordinary case', { form: { ground: 'hard-later', reason: '流动摊贩' } }, false],
    ['remote, asked for, an ordinary case', { form: { ground: 'remote', request: '书面请求' } }, true],
    ['remote, nobody asked', { ...summary, form: { ground: 'remote' } }, false],
  ],
  'fiscal-receipt-given': [['given', { form: { receipt: '1' } }, true], ['blank', { form: { receipt: ' ' } }, false], ['none', {}, false]],
  'cash-within-fine': [
    ['all of it', { form: { paidFen: 1_000_000 } }, true],
    ['of what was confiscated', { form: { paidFen: 1_000_001 } }, false],
    ['more than is left', { form: { paidFen: 600_001 }, facts: { payments: [{ on: '2023-03-20', paidFen: 400_000 }] } }, false],
  ],
  'cash-handed-in-whole': [
    ['all', { form: { amountFen: 30 }, facts: { cash: [{ on: '2023-03-09', paidFen: 10 }, { on: '2023-03-10', paidFen: 20 }] } }, true],
    ['a part', { form: { amountFen: 10 }, facts: { cash: [{ on: '2023-03-09', paidFen: 30 }] } }, false],
    ['nothing was taken', { form: { amountFen: 10 } }, false],
  ],
  'cash-deposited-whole': [
    ['all', { form: { amountFen: 30 }, facts: { cash: [{ on: '2023-03-09', paidFen: 30 }], cashHandedIn: [{ on: '2023-03-09', amountFen: 30 }] } }, true],
    ['before it was handed in', { form: { amountFen: 30 }, facts: { cash: [{ on: '2023-03-09', paidFen: 30 }] } }, false],
  ],
  'cash-all-deposited': [
    ['no cash', {}, true],
    ['with the officer', { facts: { cash: [{ on: '2023-03-09', paidFen: 30 }] } }, false],
    ['with the organ', { facts: { cash: [{ on: '2023-03-09', paidFen: 30 }], cashHandedIn: [{ on: '2023-03-09', amountFen: 30 }] } }, false],
    ['in the bank', { facts: { cash: [{ on: '2023-03-09', paidFen: 30 }], cashHandedIn: [{ on: '2023-03-09', amountFen: 30 }], cashDeposited: [{ on: '2023-03-10', amountFen: 30 }] } }, true],
  ],
  'fine-served': [['served', {}, true], ['not served', { clocks: [] }, false], ['no fine', { facts: { decision: { ...decision, fineFen: 0 } } }, false]],
  'deferral-asked-in-time': [
    ['late, the pack allows it', { parameters: { 'deferral.afterDue': true } }, true],
    ['late, the pack does not', { parameters: { 'deferral.afterDue': false } }, false],
    ['on the last day', { on: '2023-03-24', parameters: { 'deferral.afterDue': false } }, true],
  ],
  'goods-confiscated': [['goods', { facts: withGoods }, true], ['none', {}, false]],
  'goods-list-open': [
    ['fresh', { form: { goods } }, true],
    ['a number twice', { form: { goods: [goods[0], goods[0]] } }, false],
    ['already begun', { form: { goods }, facts: { goodsDisposed: [{ nos: [1], way: 'auction', on: '2023-04-01' }] } }, false],
  ],
  'goods-of-list': [
    ['on the list', { form: { nos: [1, 2] }, facts: { goods } }, true],
    ['not on it', { form: { nos: [3] }, facts: { goods } }, false],
    ['gone already', { form: { nos: [1] }, facts: { goods, goodsDisposed: [{ nos: [1], way: 'auction', on: '2023-04-01' }] } }, false],
  ],
  'goods-way-approved': [
    ['approved', { form: { nos: [1], way: 'destruction' }, facts: { goodsWays: [{ nos: [1], way: 'destruction' }] } }, true],
    ['another way since', { form: { nos: [1], way: 'destruction' }, facts: { goodsWays: [{ nos: [1], way: 'destruction' }, { nos: [1], way: 'auction' }] } }, false],
    ['nobody approved', { form: { nos: [1], way: 'destruction' } }, false],
  ],
  'goods-disposal-proved': [
    ['destroyed with all', { form: { way: 'destruction', ground: '条例', record: 'V', witness: '甲' } }, true],
    ['destroyed under no law', { form: { way: 'destruction', record: 'V', witness: '甲' } }, false],
    ['auctioned', { form: { way: 'auction', auctioneer: '甲', proceedsFen: 0, treasuryReceipt: '1' } }, true],
    ['auctioned, money kept', { form: { way: 'auction', auctioneer: '甲', proceedsFen: 100 } }, false],
    ['as the state says', { form: { way: 'as-the-state-says', ground: '规定', record: '1' } }, true],
    ['as nobody says', { form: { way: 'as-the-state-says', record: '1' } }, false],
  ],
  'goods-disposed': [
    ['none taken', {}, true],
    ['not even listed', { facts: withGoods }, false],
    ['one left', { facts: { ...withGoods, goods, goodsDisposed: [{ nos: [1], way: 'auction', on: '2023-04-01' }] } }, false],
    ['all gone', { facts: { ...withGoods, goods, goodsDisposed: [{ nos: [1, 2], way: 'auction', on: '2023-04-01' }] } }, true],
  ],
  'rectify-day-ahead': [['today', { form: { dueOn: '2023-04-03' } }, true], ['yesterday', { form: { dueOn: '2023-04-02' } }, false]],
  'rectify-ordered': [
    ['ordered', { facts: { rectification: { dueOn: '2023-04-03' } } }, true],
    ['found undone, looked at again', { facts: { rectification: { dueOn: '2023-04-03', recheck: 'not-done' } } }, true],
    ['done', { facts: { rectification: { dueOn: '2023-04-03', recheck: 'done' } } }, false],
    ['nothing ordered', {}, false],
  ],
  'rectify-checked': [
    ['nothing ordered', {}, true],
    ['not looked at', { facts: { rectification: { dueOn: '2023-04-03', recheck: null } } }, false],
    ['looked at', { facts: { rectification: { dueOn: '2023-04-03', recheck: 'done' } } }, true],
  ],
  'carries-out-decided': [
    ['decided', { facts: { decision: { ...decision, kinds: ['责令停产停业'] } }, form: { kinds: ['责令停产停业'] } }, true],
    ['something else', { form: { kinds: ['责令停产停业'] } }, false],
  ],
  'penalties-carried-out': [
    ['money only', {}, true],
    ['business not stopped', { facts: { decision: { ...decision, kinds: ['责令停产停业'] } } }, false],
    ['stopped', { facts: { decision: { ...decision, kinds: ['责令停产停业'] }, carriedOut: [{ kinds: ['责令停产停业'], on: '2023-04-01' }] } }, true],
  ],
  'licence-penalised': [['taken', { facts: { decision: { ...decision, kinds: ['吊销许可证件'] } } }, true], ['not', {}, false]],
  'registration-told': [['told', { facts: { registrationTold: { on: '2023-04-01' } } }, true], ['not', {}, false]],
  'licence-result-confirmed': [
    ['no licence', {}, true],
    ['told only', { facts: { decision: { ...decision, kinds: ['暂扣许可证件'] }, registrationTold: { on: '2023-04-01' } } }, false],
    ['looked up', { facts: { decision: { ...decision, kinds: ['暂扣许可证件'] }, registrationConfirmed: { on: '2023-04-01' } } }, true],
  ],
  'urging-letter-complete': [['the way to pay is known', { parameters: { 'document.paymentChannel': '银行' } }, true], ['it is not', {}, false]],
  'urging-served': [['urged', { facts: { urging: { on: '2023-04-01' } } }, true], ['not', {}, false]],
  'urging-view-recorded': [['said', { facts: { urgingView: { view: '困难' } } }, true], ['nothing said', {}, false]],
  'urging-view-answered': [
    ['nothing said', {}, true],
    ['said, not answered', { facts: { urgingView: { view: '困难', answer: null } } }, false],
    ['answered', { facts: { urgingView: { view: '困难', answer: '已复核' } } }, true],
  ],
  'court-papers-complete': [
    ['none', {}, false],
    ['three of four', { form: { papers: ['强制执行申请书', '当事人的意见及行政机关催告情况', '申请强制执行标的情况'] } }, false],
    ['four', { form: { papers: ['强制执行申请书', '行政决定书及作出决定的事实、理由和依据', '当事人的意见及行政机关催告情况', '申请强制执行标的情况'] } }, true],
  ],
  'transfer-kind-fits': [
    ['a crime, to the police', { form: { outcome: 'crime', receiverKind: 'police' } }, true],
    ['a crime, to another authority', { form: { outcome: 'crime', receiverKind: 'other-authority' } }, false],
    ['to the upper health body', { form: { outcome: 'transferred', receiverKind: 'upper-health' } }, true],
    ['to nobody of a kind', { form: { outcome: 'transferred' } }, false],
    ['no transfer', { form: { outcome: 'dropped' } }, true],
    ['no transfer, and yet a kind', { form: { outcome: 'dropped', receiverKind: 'police' } }, false],
  ],
  'crime-team-named': [
    ['two', { form: { outcome: 'crime', team: ['a', 'b'] } }, true],
    ['one twice', { form: { outcome: 'crime', team: ['a', 'a'] } }, false],
    ['no crime', { form: { outcome: 'dropped' } }, true],
  ],
  'transfer-sent': [
    ['approved', { facts: { conclusion: { outcome: 'transferred', receiver: '某局' } } }, true],
    ['to the police', { facts: { crimeSent: { on: '2023-04-01' } } }, true],
    ['dropped', { facts: { conclusion: { outcome: 'dropped' } } }, false],
  ],
  'transfer-receipt-once': [['first', {}, true], ['second', { facts: { transferReceipt: { number: '1' } } }, false]],
  'transfer-confirmable': [
    ['after its receipt', { facts: { transferReceipt: { number: '1' } } }, true],
    ['before it', {}, false],
    ['twice', { facts: { transferReceipt: { number: '1' }, transferConfirmed: { answer: 'taken' } } }, false],
  ],
  'crime-taken': [['taken', { facts: { crimeAnswer: { answer: 'accepted' } } }, true], ['not', {}, false]],
  'crime-goods-handed': [
    ['no crime', {}, true],
    ['taken, goods here', { facts: { crimeAnswer: { answer: 'accepted' } } }, false],
    ['handed over', { facts: { crimeAnswer: { answer: 'accepted' }, goodsHanded: { on: '2023-04-01' } } }, true],
  ],
  'help-number-free': [['free', { form: { no: '1' } }, true], ['used', { form: { no: '1' }, facts: { help: [{ no: '1', direction: 'asked', on: '2023-04-01' }] } }, false]],
  'help-open': [
    ['open', { form: { no: '1' }, facts: { help: [{ no: '1', direction: 'asked', on: '2023-04-01' }] } }, true],
    ['unknown', { form: { no: '2' }, facts: { help: [{ no: '1', direction: 'asked', on: '2023-04-01' }] } }, false],
    ['answered', { form: { no: '1' }, facts: { help: [{ no: '1', direction: 'asked', on: '2023-04-01' }], helpAnswers: [{ no: '1', result: 'helped' }] } }, false],
  ],
  'help-refusal-reasoned': [['with a reason', { form: { result: 'refused', reason: '无此权限' } }, true], ['without', { form: { result: 'refused' } }, false], ['helped', { form: { result: 'helped' } }, true]],
  'service-proof-complete': [
    ['handed on by the unit', { form: { method: 'transferred', deliveredBy: '监狱', receiver: '甲' } }, true],
    ['handed on by nobody', { form: { method: 'transferred', receiver: '甲' } }, false],
    ['electronic, the consent is on file', { form: { method: 'electronic', recording: 'V' }, facts: { serviceConfirmation: { electronic: true } } }, true],
    ['electronic, on file for paper only', { form: { method: 'electronic', recording: 'V' }, facts: { serviceConfirmation: { electronic: false } } }, false],
    ['electronic, the consent was withdrawn', { form: { method: 'electronic', recording: 'V', confirmation: 'Q' }, facts: { serviceConfirmation: { withdrawnOn: '2023-04-01' } } }, false],
    ['a proof inside the form', { form: { proof: { method: 'direct' } } }, false],
  ],
  'electronic-service-allowed': [
    ['allowed', { form: { method: 'electronic' }, parameters: { 'service.electronic': true } }, true],
    ['banned', { form: { method: 'electronic' }, parameters: { 'service.electronic': false } }, false],
    ['another way', { form: { method: 'direct' }, parameters: { 'service.electronic': false } }, true],
  ],
  'confirmation-complete': [
    ['whole', { form: { recipient: '甲', address: '路1号', signedScan: 'S', electronic: false } }, true],
    ['nobody', { form: { address: '路1号', signedScan: 'S', electronic: false } }, false],
    ['nowhere', { form: { recipient: '甲', signedScan: 'S', electronic: false } }, false],
    ['unsigned', { form: { recipient: '甲', address: '路1号', electronic: false } }, false],
    ['electronic, to no address', { form: { recipient: '甲', address: '路1号', signedScan: 'S', electronic: true } }, false],
  ],
  'confirmation-stands': [
    ['stands', { facts: { serviceConfirmation: { electronic: true } } }, true],
    ['withdrawn', { facts: { serviceConfirmation: { withdrawnOn: '2023-04-01' } } }, false],
    ['none', {}, false],
  ],
  'document-of-this-case': [
    ['its own', { form: { document: 'urging-letter', number: 'N1' }, facts: { documents: { 'urging-letter': { number: 'N1' } } } }, true],
    ['of another case', { form: { document: 'urging-letter', number: 'N2' }, facts: { documents: { 'urging-letter': { number: 'N1' } } } }, false],
    ['of no kind here', { form: { document: 'constructor', number: 'N1' }, facts: { documents: {} } }, false],
  ],
  'document-not-yet-served': [
    ['not yet', { form: { document: 'd' }, facts: { documents: { d: { number: 'N1' } } } }, true],
    ['already', { form: { document: 'd' }, facts: { documents: { d: { number: 'N1', served: { on: '2023-04-01' } } } } }, false],
  ],
  'government-record-asked': [
    ['not asked for', { form: { number: '1' } }, false],
    ['asked for', { form: { number: '1' }, parameters: { 'government.record': true } }, true],
    ['no number', { form: { number: ' ' }, parameters: { 'government.record': true } }, false],
    ['twice', { form: { number: '1' }, parameters: { 'government.record': true }, facts: { governmentRecord: { number: '1' } } }, false],
  ],
};

describe.each(Object.entries(CASES))('%s', (id, scenes) => {
  it.each(scenes)('%s', (_, scene, expected) => {
    const refusal = unmet(id, scene);
    expect(refusal === null).toBe(expected);
    // Every refusal says how to cure it.
    if (refusal) expect(refusal.cure).not.toBe('');
  });
});
