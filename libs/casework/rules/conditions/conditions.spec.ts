import type { CaseFile, ClockSeen, JsonObject } from '@sanzhi/kernel';
import { caseworkRules } from '.';

interface Scene {
  facts?: JsonObject;
  form?: JsonObject;
  on?: string;
  state?: string;
  clocks?: Partial<ClockSeen>[];
  parameters?: JsonObject;
}

const decision = { kinds: ['罚款'], fineFen: 1_000_000, confiscatedFen: 0, decidedOn: '2023-03-08' };
const payClock = { rule: 'CASE-PAY-15', state: 'running' as const, statutoryDue: '2023-03-24' };

function file({ facts = {}, form = {}, on = '2023-04-03', state = 'served', clocks = [payClock], parameters = {} }: Scene): CaseFile {
  const seen = clocks.map((clock, index) => ({
    id: `k${index}`, rule: '', subjectKind: 'case', subjectId: 'c', state: 'running' as const, anchorOn: '2023-03-09',
    statutoryDue: null, safeDue: null, provisional: false, ...clock,
  }));
  return {
    case: {
      id: 'c', organ: 'O', number: null, procedure: 'penalty-ordinary', procedureVersion: '2021-07-15', state, version: 3,
      facts: { decision, ...facts }, openedOn: '2023-03-01', lastActedAt: null,
    },
    duties: [], clocks: seen, slices: {}, parameters: { 'surcharge.percentPerDay': 3, 'minority.punishableYears': 14, 'minority.fullYears': 18, ...parameters },
    step: {
      action: 'a', form, actor: { person: 'p', organ: 'O', name: '甲', posts: [] }, actedOn: on, actedAt: `${on}T01:00:00.000Z`,
      recordedOn: on, recordedAt: `${on}T01:00:00.000Z`,
    },
  };
}

/** A person born on this day, whose conduct ended on 2023-02-28. */
const minor = (born: string): JsonObject => ({
  party: { kind: 'person', name: '示例', idNumber: `110105${born.replaceAll('-', '')}0021` }, clue: { conductEndedOn: '2023-02-28' },
});

const holds = (id: string, scene: Scene): boolean => caseworkRules.find((rule) => rule.id === id)!.check(file(scene)) === null;

/** [what, scene, holds] of each rule. */
const CASES: Record<string, [string, Scene, boolean][]> = {
  'clue-verified-where-required': [
    ['not asked for', { parameters: { 'filing.verification': false } }, true],
    ['asked for and not done', { parameters: { 'filing.verification': true } }, false],
    ['done', { parameters: { 'filing.verification': true }, facts: { verification: { result: 'founded' } } }, true],
    ['done, and unfounded', { facts: { verification: { result: 'unfounded' } } }, false],
  ],
  'filing-endorsed-where-required': [
    ['left out by the pack', { parameters: { 'filing.sectionHead': false } }, true],
    ['wanted', { parameters: { 'filing.sectionHead': true } }, false],
    ['nobody has said', {}, false],
    ['signed', { facts: { filingEndorsed: { by: 's' } } }, true],
  ],
  'service-proof-complete': [
    ['direct', { form: { method: 'direct', receiver: '甲' } }, true],
    ['direct to nobody', { form: { method: 'direct' } }, false],
    ['left with a witness', { form: { method: 'left', refusal: '拒收', place: '住所', witness: '居委会' } }, true],
    ['left with a recording', { form: { method: 'left', refusal: '拒收', place: '住所', recording: 'V-1' } }, true],
    ['left with neither', { form: { method: 'left', refusal: '拒收', place: '住所' } }, false],
    ['left, nobody says why', { form: { method: 'left', place: '住所', recording: 'V-1' } }, false],
    ['left, nobody says where', { form: { method: 'left', refusal: '拒收', recording: 'V-1' } }, false],
    ['post without a number', { form: { method: 'post', receiver: '甲' } }, false],
    ['electronic without a signed consent', { form: { method: 'electronic', recording: 'V-1' } }, false],
    ['electronic', { form: { method: 'electronic', recording: 'V-1', confirmation: 'Q-1' } }, true],
    ['entrusted', { form: { method: 'entrusted', receiver: '甲', deliveredBy: '某卫健委' } }, true],
  ],
  'other-service-failed': [
    ['nothing tried', {}, false],
    ['tried', { facts: { failedServices: [{ method: 'direct', on: '2023-03-09' }] } }, true],
  ],
  'ground-fits-ending': [
    ['minor and corrected', { form: { outcome: 'not-punished', ground: 'minor-corrected', correction: '已改' } }, true],
    ['minor, correction unsaid', { form: { outcome: 'not-punished', ground: 'minor-corrected' } }, false],
    ['first offence, correction unsaid', { form: { outcome: 'not-punished', ground: 'first-offence' } }, false],
    ['no fault', { form: { outcome: 'not-punished', ground: 'no-fault' } }, true],
    ['a ground of something else', { form: { outcome: 'dropped', ground: 'no-fault' } }, false],
    ['transferred to nobody', { form: { outcome: 'transferred', ground: 'other-jurisdiction' } }, false],
    ['a crime, to the police', { form: { outcome: 'crime', ground: 'suspected-crime', receiver: '公安机关' } }, true],
  ],
  'education-given': [
    ['not punished', { form: { outcome: 'not-punished' } }, false],
    ['not punished, educated', { form: { outcome: 'not-punished', education: '已教育' } }, true],
    ['nothing established', { form: { outcome: 'not-established' } }, true],
  ],
  'ending-follows-report': [
    ['the same', { facts: { ending: { outcome: 'dropped' } }, form: { outcome: 'dropped' } }, true],
    ['another', { facts: { ending: { outcome: 'crime' } }, form: { outcome: 'dropped' } }, false],
    ['nothing reported', { form: { outcome: 'dropped' } }, false],
  ],
  'paid-in-full': [
    ['the fine in time', { form: { paidFen: 1_000_000 }, on: '2023-03-24' }, true],
    ['the fine late, nothing imposed', { form: { paidFen: 1_000_000 } }, true],
    ['the fine late, surcharge imposed', { form: { paidFen: 1_000_000 }, facts: { surcharge: { imposedOn: '2023-03-27' } } }, false],
    ['fine and ten days of surcharge', { form: { paidFen: 1_300_000 }, facts: { surcharge: { imposedOn: '2023-03-27' } } }, true],
    ['less what was remitted', { form: { paidFen: 1_100_000 }, facts: { surcharge: {}, remission: { remittedFen: 200_000 } } }, true],
    ['the rest', { form: { paidFen: 400_000 }, facts: { payments: [{ on: '2023-03-20', paidFen: 600_000 }] } }, true],
    ['too much', { form: { paidFen: 400_001 }, facts: { payments: [{ on: '2023-03-20', paidFen: 600_000 }] } }, false],
  ],
  'part-of-debt': [
    ['a part', { form: { paidFen: 999_999 } }, true],
    ['the whole', { form: { paidFen: 1_000_000 } }, false],
  ],
  'plan-covers-fine': [
    ['whole', { form: { plan: [{ dueOn: '2023-05-01', amountFen: 400_000 }, { dueOn: '2023-06-01', amountFen: 600_000 }] } }, true],
    ['the rest of it', { form: { plan: [{ dueOn: '2023-05-01', amountFen: 400_000 }] }, facts: { payments: [{ on: '2023-03-20', paidFen: 600_000 }] } }, true],
    ['less', { form: { plan: [{ dueOn: '2023-05-01', amountFen: 999_999 }] } }, false],
    ['due today', { form: { plan: [{ dueOn: '2023-04-03', amountFen: 1_000_000 }] } }, false],
    ['due tomorrow', { form: { plan: [{ dueOn: '2023-04-04', amountFen: 1_000_000 }] } }, true],
  ],
  'plan-end-named': [
    ['its last day', { form: { plan: [{ dueOn: '2023-06-01', amountFen: 1 }, { dueOn: '2023-05-01', amountFen: 1 }], endsOn: '2023-06-01' } }, true],
    ['another', { form: { plan: [{ dueOn: '2023-06-01', amountFen: 1 }], endsOn: '2023-06-02' } }, false],
  ],
  'payment-overdue': [
    ['on the last day', { on: '2023-03-24' }, false],
    ['the day after', { on: '2023-03-25' }, true],
    ['paid in time', { facts: { payments: [{ on: '2023-03-24', paidFen: 1_000_000 }] } }, false],
    ['no term runs', { clocks: [] }, false],
    ['under a plan that is kept', { facts: { deferral: { plan: [{ dueOn: '2023-04-30', amountFen: 1_000_000 }] } } }, false],
    ['under a plan that is broken', { facts: { deferral: { plan: [{ dueOn: '2023-04-02', amountFen: 400_000 }, { dueOn: '2023-06-01', amountFen: 600_000 }] } } }, true],
  ],
  'surcharge-not-imposed': [['not yet', {}, true], ['already', { facts: { surcharge: { imposedOn: '2023-03-27' } } }, false]],
  'remission-within-surcharge': [
    ['all of it', { form: { remittedFen: 300_000 }, facts: { surcharge: {} } }, true],
    ['of the fine', { form: { remittedFen: 300_001 }, facts: { surcharge: {} } }, false],
  ],
  'refund-due': [
    ['after annulment', { form: { refundedFen: 700 }, facts: { decision: { ...decision, fineFen: 0 }, payments: [{ on: '2023-03-20', paidFen: 700 }] } }, true],
    ['more than was paid', { form: { refundedFen: 701 }, facts: { decision: { ...decision, fineFen: 0 }, payments: [{ on: '2023-03-20', paidFen: 700 }] } }, false],
    ['while it is owed', { form: { refundedFen: 1 }, facts: { payments: [{ on: '2023-03-20', paidFen: 700 }] } }, false],
  ],
  'money-settled': [
    ['paid', { facts: { payments: [{ on: '2023-03-20', paidFen: 1_000_000 }] } }, true],
    ['open', {}, false],
    ['open, the court has it', { state: 'enforcing' }, true],
    ['to be given back', { facts: { decision: { ...decision, fineFen: 0 }, payments: [{ on: '2023-03-20', paidFen: 1 }] } }, false],
  ],
  'money-owed': [['open', {}, true], ['paid', { facts: { payments: [{ on: '2023-03-20', paidFen: 1_000_000 }] } }, false]],
  'urged-ten-days': [
    ['not urged', { clocks: [{ rule: 'CASE-URGE-10', statutoryDue: '2023-04-01' }] }, false],
    ['on the tenth day', { facts: { urging: { on: '2023-03-20' } }, clocks: [{ rule: 'CASE-URGE-10', statutoryDue: '2023-04-03' }] }, false],
    ['the day after', { facts: { urging: { on: '2023-03-20' } }, clocks: [{ rule: 'CASE-URGE-10', statutoryDue: '2023-04-02' }] }, true],
  ],
  'remedy-period-over': [['not yet', {}, false], ['over', { facts: { remedyPeriod: { endedOn: '2023-04-01' } } }, true]],
  'deferral-over': [
    ['no plan', {}, true],
    ['kept', { facts: { deferral: { plan: [{ dueOn: '2023-04-03', amountFen: 1_000_000 }] } } }, false],
    ['over', { facts: { deferral: { plan: [{ dueOn: '2023-04-02', amountFen: 1_000_000 }] } } }, true],
  ],
  'within-court-window': [
    ['on the last day', { clocks: [{ rule: 'CASE-COURT-3M', statutoryDue: '2023-04-03' }] }, true],
    ['a day late', { clocks: [{ rule: 'CASE-COURT-3M', statutoryDue: '2023-04-02' }] }, false],
  ],
  'remedy-open': [
    ['none', {}, false],
    ['one', { facts: { remedies: [{ kind: 'litigation', on: '2023-04-01' }] } }, true],
    ['concluded', { facts: { remedies: [{ kind: 'litigation', on: '2023-04-01' }], outcomes: [{ result: 'upheld', arrivedOn: '2023-04-02' }] } }, false],
  ],
  'no-remedy-open': [['none', {}, true], ['one', { facts: { remedies: [{ kind: 'litigation', on: '2023-04-01' }] } }, false]],
  'outcome-of-this-remedy': [
    ['the same', { facts: { remedies: [{ kind: 'litigation', on: '2023-04-01' }] }, form: { kind: 'litigation' } }, true],
    ['another', { facts: { remedies: [{ kind: 'litigation', on: '2023-04-01' }] }, form: { kind: 'reconsideration' } }, false],
  ],
  'change-not-heavier': [
    ['lighter', { form: { result: 'changed', kinds: ['罚款'], fineFen: 1, confiscatedFen: 0 } }, true],
    ['heavier', { form: { result: 'changed', kinds: ['罚款'], fineFen: 1_000_001, confiscatedFen: 0 } }, false],
    ['of another kind', { form: { result: 'changed', kinds: ['吊销许可证件'], fineFen: 0, confiscatedFen: 0 } }, false],
    ['without what is left', { form: { result: 'changed' } }, false],
    ['annulled', { form: { result: 'annulled' } }, true],
  ],
  'decision-paper-complete': [
    [
      'whole',
      {
        facts: { party: { address: '路1号' }, draft: { factsFound: '事实', basis: '依据' } }, form: { fineFen: 1 },
        parameters: { 'document.paymentChannel': '银行', 'document.reconsiderationOrgan': '政府', 'document.court': '法院' },
      },
      true,
    ],
    ['without its remedies', { facts: { party: { address: '路1号' }, draft: { factsFound: '事实', basis: '依据' } } }, false],
  ],
  'mitigation-agrees': [
    ['no factors, no mitigation', { form: { draft: { grading: { factors: ['first'] } } } }, true],
    ['L17: a factor that lightens, and nothing lighter', { form: { draft: { grading: { factors: ['merit'] } } } }, false],
    ['both', { form: { draft: { grading: { factors: ['merit'] }, mitigation: { form: 'lighter', ground: 'merit', reducedFen: 0 } } } }, true],
    ['a ground without its factor', { form: { draft: { grading: { factors: ['first'] }, mitigation: { form: 'lighter', ground: 'merit', reducedFen: 0 } } } }, false],
    ['a ground of another statute', { form: { draft: { mitigation: { form: 'lighter', ground: 'other', reducedFen: 0 } } } }, true],
  ],
  'income-confiscated': [
    ['no income', { form: { draft: { confiscatedFen: 0 } } }, true],
    ['L14: income left with the party', { form: { draft: { kinds: ['罚款'], confiscatedFen: 0, grading: { incomeFen: 100, incomeBasis: '收费记录' } } } }, false],
    ['confiscated, its computation unsaid', { form: { draft: { kinds: ['没收违法所得'], confiscatedFen: 100, grading: { incomeFen: 100 } } } }, false],
    ['confiscated', { form: { draft: { kinds: ['没收违法所得'], confiscatedFen: 100, grading: { incomeFen: 100, incomeBasis: '收费记录' } } } }, true],
    ['less what is refunded', { form: { draft: { kinds: ['没收违法所得'], confiscatedFen: 60, grading: { incomeFen: 100, refundFen: 40, incomeBasis: '收费记录' } } } }, true],
    ['all refunded', { form: { draft: { kinds: ['罚款'], confiscatedFen: 0, grading: { incomeFen: 100, refundFen: 100, incomeBasis: '收费记录' } } } }, true],
  ],
  'heavier-norm-applied': [
    ['one norm', { form: { draft: { basis: '甲条', fineFen: 1 } } }, true],
    ['L15: the lighter one', { form: { draft: { basis: '甲条', fineFen: 1, norms: [{ basis: '甲条', maxFen: 1 }, { basis: '乙条', maxFen: 2 }] } } }, false],
    ['the heavier one', { form: { draft: { basis: '乙条', fineFen: 1, norms: [{ basis: '甲条', maxFen: 1 }, { basis: '乙条', maxFen: 2 }] } } }, true],
  ],
  'discretion-reasoned': [
    ['given', { form: { draft: { discretion: '理由' } } }, true],
    ['G073: blank', { form: { draft: { discretion: ' \n' } } }, false],
    ['without the tier that the pack asks for', { form: { draft: { discretion: '理由' } }, parameters: { 'discretion.tierRequired': true } }, false],
    ['with it', { form: { draft: { discretion: '理由', grading: { tier: 'light' } } }, parameters: { 'discretion.tierRequired': true } }, true],
  ],
  'correction-ordered': [
    ['L13: neither ordered nor done', { facts: { draft: {} } }, false],
    ['ordered, with its day', { facts: { draft: { order: { content: '改正', dueOn: '2023-05-01' } } } }, true],
    ['done already', { facts: { draft: { grading: { factors: ['corrected'] } } } }, true],
  ],
  'minor-treated-as-minor': [
    ['nobody knows the age', { form: { draft: {} }, facts: { party: { kind: 'person' }, clue: { conductEndedOn: '2023-02-28' } } }, true],
    ['L17: seventeen, punished as a grown-up', { form: { draft: {} }, facts: minor('2006-03-01') }, false],
    ['seventeen, lighter, with the guardian', { form: { draft: { guardian: '示例监护人', mitigation: { form: 'lighter', ground: 'minor-14-18', reducedFen: 0 } } }, facts: minor('2006-03-01') }, true],
    ['eighteen on the day', { form: { draft: {} }, facts: minor('2005-02-28') }, true],
    ['eighteen, called a minor', { form: { draft: { grading: { factors: ['under-18'] } } }, facts: minor('2005-02-28') }, false],
    ['L16: thirteen', { form: { draft: { guardian: '示例监护人', mitigation: { form: 'lighter', ground: 'minor-14-18', reducedFen: 0 } } }, facts: minor('2009-03-01') }, false],
  ],
  'goods-and-licence-named': [
    ['a fine', { form: { draft: { kinds: ['罚款'] } } }, true],
    ['L20: goods without a list', { form: { draft: { kinds: ['没收非法财物'] } } }, false],
    ['with it', { form: { draft: { kinds: ['没收非法财物'], goods: { items: [], valueFen: 1 } } } }, true],
    ['a list for no kind', { form: { draft: { kinds: ['罚款'], goods: { items: [], valueFen: 1 } } } }, false],
    ['L20: a licence that nobody names', { form: { draft: { kinds: ['吊销许可证件'] } } }, false],
    ['named', { form: { draft: { kinds: ['吊销许可证件'], licence: { title: '医疗机构执业许可证' } } } }, true],
  ],
  'mitigation-grounded': [
    ['none', { form: { draft: { fineFen: 1 } } }, true],
    ['lighter', { form: { draft: { fineFen: 1, mitigation: { form: 'lighter', reducedFen: 0 } } } }, true],
    ['reduced by nothing', { form: { draft: { fineFen: 1, mitigation: { form: 'reduced', reducedFen: 0 } } } }, false],
  ],
};

describe.each(Object.entries(CASES))('%s', (id, scenes) => {
  it.each(scenes)('%s', (_, scene, expected) => {
    expect(holds(id, scene)).toBe(expected);
  });
});

describe('a surcharge', () => {
  it('stands still from the arrival of a remedy to its outcome, both days included', () => {
    const facts = {
      surcharge: { imposedOn: '2023-03-27' },
      remedies: [{ kind: 'reconsideration', on: '2023-03-27' }],
      outcomes: [{ result: 'upheld', arrivedOn: '2023-04-01' }],
    };
    expect(holds('paid-in-full', { facts, form: { paidFen: 1_120_000 } })).toBe(true);
    expect(holds('paid-in-full', { facts: { ...facts, outcomes: [] }, form: { paidFen: 1_060_000 } })).toBe(true);
  });
});
