import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configDir } from '@sanzhi/platform/config';
import { parse } from 'yaml';
import { parseLine, type LineContext } from '../import/parse-line';
import type { CountedKind } from '../import/rows';
import { talliesOfLine } from './imported-tallies';
import type { CountingLaw } from './line-draft';
import { makeTally, reverseTallies, tallyNameProblems, type TallyDraft } from './make-tally';
import { tallyCatalogue, type Tally, type TallyKind } from './tally';

const yaml = readFileSync(path.join(configDir(), 'indicators/tallies.yaml'), 'utf8');
const kinds = (parse(yaml) as { tallies: TallyKind[] }).tallies;
const catalogue = tallyCatalogue(kinds);
const law: CountingLaw = { catalogue, publishBy: (_, decidedOn) => `${decidedOn.slice(0, 8)}20` };
const context: LineContext = { organ: 'D1', standingOf: () => 'unknown', individualBusinessAs: 'person' };

const ofCase = (record: Record<string, string>): Tally[] => {
  const base = { number: 'A-1', procedure: '普通程序', discipline: '医疗卫生', source: 'complaint', filed_on: '2023-01-03' };
  const parsed = parseLine('cases', { line: 2, record: { ...base, outcome: 'pending', ...record } }, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return talliesOfLine('cases', parsed.row, law);
};
const ofInspection = (record: Record<string, string>): Tally[] => {
  const parsed = parseLine('inspections', { line: 2, record: { number: 'J-1', done_on: '2023-02-01', ...record } }, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return talliesOfLine('inspections', parsed.row, law);
};
const brief = (tallies: readonly Tally[]): string[] => tallies.map(({ kind, day }) => `${kind} ${day}`);

const draft: TallyDraft = {
  organ: 'D1',
  kind: 'penalty.decided',
  day: '2023-03-01',
  dims: { procedure: 'ordinary', kinds: ['罚款', '没收违法所得', '罚款'] },
  measures: { fineFen: 100 },
  caseNumber: 'A-1',
  sourceId: 'entry-9',
};

describe('tallies of an imported case', () => {
  it('counts each thing on its own date, in the shape of the driven procedure', () => {
    const tallies = ofCase({
      outcome: 'punished',
      decided_on: '2023-03-01',
      penalty_kinds: '没收违法所得|罚款',
      fine_yuan: '50000',
      confiscated_yuan: '1234.5',
      legal_review: 'corrected',
      review_completed_on: '2023-02-20',
      discussed_on: '2023-02-24',
      published_on: '2023-03-08',
      channel: 'both',
      closed_on: '2023-04-01',
      crime_transfer: '已受理',
    });
    expect(brief(tallies)).toEqual([
      'case.filed 2023-01-03',
      'review.completed 2023-02-20',
      'discussion.resolved 2023-02-24',
      'penalty.decided 2023-03-01',
      'crime.sent 2023-04-01',
      'crime.accepted 2023-04-01',
      'publication.published 2023-03-08',
      'case.closed 2023-04-01',
    ]);
    expect(tallies[3]).toEqual({
      id: tallies[3].id,
      organ: 'D1',
      kind: 'penalty.decided',
      day: '2023-03-01',
      dims: { procedure: 'ordinary', kinds: 'confiscated-income+fine', review: 'corrected', discipline: '医疗卫生', source: 'complaint' },
      count: 1,
      measures: { fineFen: 5_000_000, confiscatedFen: 123_450 },
      caseNumber: 'A-1',
      sourceId: 'import:cases:D1:A-1',
    });
  });

  it('counts no decision where nobody was punished, and nothing without a date', () => {
    expect(brief(ofCase({}))).toEqual(['case.filed 2023-01-03']);
    const spared = ofCase({ outcome: '不予处罚', closed_on: '2023-02-01' });
    expect(brief(spared)).toEqual(['case.filed 2023-01-03', 'case.leniency 2023-02-01', 'case.closed 2023-02-01']);
    expect(brief(ofCase({ outcome: '不予处罚', mitigation: '从轻' }))).toEqual(['case.filed 2023-01-03']);
  });

  it('counts a decision that was annulled later', () => {
    const punished = { outcome: 'punished', decided_on: '2023-03-01', penalty_kinds: '警告', reconsideration: '撤销' };
    expect(brief(ofCase(punished))).toContain('penalty.decided 2023-03-01');
  });
});

describe('leniency', () => {
  const punished = { outcome: 'punished', decided_on: '2023-03-01', penalty_kinds: '警告' };
  const lenient = (record: Record<string, string>) => ofCase(record).filter(({ kind }) => kind === 'case.leniency');

  it('is lighter or reduced where there is a penalty, exempt with its ground where there is none', () => {
    expect(lenient({ ...punished, mitigation: '从轻' })[0].dims).toMatchObject({ form: 'lighter', ground: 'unstated' });
    expect(lenient({ ...punished, mitigation: '减轻', reduced_yuan: '500' })[0]).toMatchObject({ dims: { form: 'reduced' }, measures: { reducedFen: 50_000 } });
    const exempt = lenient({ outcome: '不予处罚', decided_on: '2023-03-01', not_punished_ground: '轻微', waived_yuan: '3000' });
    expect(exempt[0]).toMatchObject({ day: '2023-03-01', dims: { form: 'exempt', ground: 'minor-corrected' }, measures: { waivedFen: 300_000 } });
  });

  it('is none without mitigation, and none in a case that was dropped', () => {
    expect(lenient({ ...punished, mitigation: '无' })).toEqual([]);
    expect(lenient({ outcome: '撤销立案', decided_on: '2023-03-01', mitigation: '从轻' })).toEqual([]);
  });

  it('names its party by a digest that is the same in every organ and hides the number', () => {
    const byCode = lenient({ ...punished, mitigation: '从轻', party_type: '法人及非法人组织', party_code: '91120104MA0000001p', party_name: '甲' });
    const other = lenient({ ...punished, mitigation: '减轻', party_type: '法人及非法人组织', party_code: '91120104MA0000001P', party_name: '乙' });
    expect(byCode[0].subject).toMatch(/^[0-9a-f]{32}$/);
    expect(other[0].subject).toBe(byCode[0].subject);
    expect(lenient({ ...punished, mitigation: '从轻' })[0].subject).toBeUndefined();
  });
});

describe('publication', () => {
  const published = (published_on: string, decided_on = '2023-03-01') =>
    ofCase({ outcome: 'punished', decided_on, penalty_kinds: '警告', published_on }).find(({ kind }) => kind === 'publication.published')!.dims;

  it('is in time up to its last day, late after it', () => {
    expect(published('2023-03-20').timeliness).toBe('in-time');
    expect(published('2023-03-21').timeliness).toBe('late');
  });

  it('of an inspection has no statutory term', () => {
    expect(ofInspection({ published_on: '2023-02-10' }).at(-1)!.dims).toMatchObject({ item: 'inspection', timeliness: 'unstated' });
  });
});

describe('review and service', () => {
  const decided = { outcome: 'punished', decided_on: '2023-03-01', penalty_kinds: '警告' };
  const of = (kind: string, record: Record<string, string>) => ofCase({ ...decided, ...record }).filter((tally) => tally.kind === kind);

  it('count a review by its day, else by that of the decision; a day without a result is a review of unknown result', () => {
    expect(of('review.completed', { legal_review: 'passed' })[0]).toMatchObject({ day: '2023-03-01', dims: { opinion: 'OP-AGREE', matter: 'penalty' } });
    expect(of('review.completed', { review_completed_on: '2023-02-20' })[0]).toMatchObject({ day: '2023-02-20', dims: { opinion: 'unstated' } });
    expect(of('review.completed', { review_completed_on: '2023-02-20', legal_review: 'none' })).toEqual([]);
  });

  it('count a service by its day, else by that of the decision', () => {
    expect(of('service.completed', { service_method: '公告送达', served_on: '2023-05-06' })[0]).toMatchObject({ day: '2023-05-06', dims: { method: 'public-notice' } });
    expect(of('service.completed', { service_method: '公告送达' })[0].day).toBe('2023-03-01');
    expect(of('service.completed', { served_on: '2023-05-06' })).toEqual([]);
  });
});

describe('discussion', () => {
  it('counts on its day, else on that of the decision, and never where the line says there was none', () => {
    const decided = { outcome: 'punished', decided_on: '2023-03-01', penalty_kinds: '警告' };
    const days = (record: Record<string, string>) => brief(ofCase({ ...decided, ...record })).filter((one) => one.startsWith('discussion'));
    expect(days({ discussed_on: '2023-02-24' })).toEqual(['discussion.resolved 2023-02-24']);
    expect(days({ collective_discussion: '是' })).toEqual(['discussion.resolved 2023-03-01']);
    expect(days({ collective_discussion: '否', discussed_on: '2023-02-24' })).toEqual([]);
    expect(days({})).toEqual([]);
  });
});

describe('tallies of an imported inspection', () => {
  it('is done and closed, with its officers and what it had', () => {
    const tallies = ofInspection({ officers: '3', result: 'passed', published_on: '2023-02-10', device: '手持执法终端', scan_code: '是', opinion_issued: 'yes' });
    expect(brief(tallies)).toEqual(['inspection.done 2023-02-01', 'inspection.closed 2023-02-01', 'publication.published 2023-02-10']);
    expect(tallies[0].measures).toEqual({ officers: 3, certificateShown: 0, scanned: 1, opinions: 1 });
    expect(tallies[0].dims).toEqual({ discipline: 'unstated', source: 'unstated', result: 'passed', device: 'handheld', partyType: 'unstated' });
  });

  it('is drawn and closed but never done when the unit of a random task is gone', () => {
    expect(brief(ofInspection({ officers: '3', result: 'unit-gone' }))).toEqual(['inspection.closed 2023-02-01']);
    const task = { officers: '3', result: 'unit-gone', source: '国抽', joint_role: '牵头' };
    expect(brief(ofInspection(task))).toEqual(['inspection.drawn 2023-02-01', 'inspection.closed 2023-02-01']);
  });

  it('with others is one joint visit, whatever number of partners', () => {
    const [, joint] = ofInspection({ joint_role: '牵头', joint_with: '消防救援|市场监管|消防救援', premises: '美容' });
    expect(joint).toMatchObject({ kind: 'inspection.joint', count: 1, dims: { role: 'lead', premises: '美容', partners: '市场监管+消防救援' } });
    expect(ofInspection({ joint_role: '无', joint_with: '消防救援' }).map(({ kind }) => kind)).not.toContain('inspection.joint');
  });
});

describe('tallies of other lines', () => {
  const of = <K extends CountedKind>(kind: K, record: Record<string, string>): Tally[] => {
    const parsed = parseLine(kind, { line: 2, record: { number: 'N-1', ...record } }, context);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return talliesOfLine(kind, parsed.row, law);
  };
  const said = (tallies: Tally[]): string[] => tallies.map(({ kind, day, dims }) => [kind, day, ...Object.values(dims)].join(' '));

  it('count a permit where it was applied for, accepted, decided and published', () => {
    const days = { applied_on: '2024-01-02', accepted_on: '2024-01-03', decided_on: '2024-01-10', published_on: '2024-01-22' };
    expect(said(of('permits', { ...days, result: '准予许可', party_type: '法人及非法人组织' }))).toEqual([
      'permit.applied 2024-01-02 organization',
      'permit.accepted 2024-01-03 organization',
      'permit.decided 2024-01-10 granted none organization',
      'publication.published 2024-01-22 permit unstated unstated late',
    ]);
    expect(said(of('permits', { applied_on: '2024-01-02', decided_on: '2024-01-10', result: '在办' }))).toEqual(['permit.applied 2024-01-02 unstated']);
  });

  it('count a remedy at each stage, and the head in court', () => {
    const days = { received_on: '2024-01-02', accepted_on: '2024-01-03', concluded_on: '2024-03-01' };
    expect(said(of('remedies', { ...days, kind: '行政诉讼', role: '被告', outcome: '胜诉', head_appeared: '是' }))).toEqual([
      'remedy.received 2024-01-02 litigation defendant',
      'remedy.accepted 2024-01-03 litigation defendant',
      'remedy.concluded 2024-03-01 litigation defendant won',
      'remedy.attended 2024-03-01 litigation defendant',
    ]);
    expect(said(of('remedies', { kind: 'reconsideration', received_on: '2024-01-02' }))).toEqual(['remedy.received 2024-01-02 reconsideration unstated']);
  });

  it('count a measure when decided, enforcement when done, an application when made', () => {
    const days = { decided_on: '2024-01-02', done_on: '2024-01-03', applied_on: '2024-01-04' };
    const day = (kind: string): string => of('coercion', { ...days, kind, amount_yuan: '10.5' })[0].day;
    expect(['查封', '加处罚款或者滞纳金', '申请法院强制执行'].map(day)).toEqual(['2024-01-02', '2024-01-03', '2024-01-04']);
    expect(of('coercion', { kind: 'auction', decided_on: '2024-01-02' })).toEqual([]);
  });

  it('count units that came and went, registers, charges and papers', () => {
    expect(said(of('objects', { since: '2020-01-01', until: '2024-05-01', discipline: '职业卫生' }))).toEqual([
      'object.added 2020-01-01 职业卫生 unstated',
      'object.removed 2024-05-01 职业卫生 unstated',
    ]);
    const [training] = of('registers', { register: '培训', date: '2024-01-02', kind: '普法', count: '1', persons: '30', hours: '8' });
    expect(training).toMatchObject({ kind: 'register.noted', dims: { register: 'training', sort: '普法' }, measures: { quantity: 1, persons: 30, hours: 8 } });
    expect(of('fees', { date: '2024-01-02', amount_yuan: '12' })[0].measures).toEqual({ amountFen: 1200 });
    expect(said(of('normative-documents', { date: '2024-01-02', state: '制发' }))).toEqual(['normative.noted 2024-01-02 unstated issued']);
    expect(of('fees', {})).toEqual([]);
  });
});

describe('a tally', () => {
  it('has the same id for the same happening, another for another', () => {
    const id = makeTally(draft, catalogue).id;
    expect(makeTally({ ...draft, day: '2023-03-02' }, catalogue).id).toBe(id);
    const others = [{ sourceId: 'entry-8' }, { organ: 'D2' }, { ordinal: 1 }].map((over) => makeTally({ ...draft, ...over }, catalogue).id);
    expect(new Set([id, ...others]).size).toBe(4);
  });

  it('writes penalty kinds as one sorted code, unstated dimensions and absent measures as declared', () => {
    expect(makeTally(draft, catalogue)).toMatchObject({
      dims: { procedure: 'ordinary', kinds: 'confiscated-income+fine', review: 'none', discipline: 'unstated', source: 'unstated' },
      measures: { fineFen: 100, confiscatedFen: 0 },
    });
  });

  it.each([
    ['an unknown kind', { kind: 'penalty.guessed' }, 'penalty.guessed'],
    ['an unknown dimension', { dims: { ...draft.dims, weather: 'fine' } }, 'weather'],
    ['an unknown measure', { measures: { fineYuan: 1 } }, 'fineYuan'],
    ['a dimension left out', { dims: { procedure: 'ordinary' } }, 'kinds'],
    ['a dimension of null without otherwise', { dims: { procedure: null, kinds: ['罚款'] } }, 'procedure'],
    ['a dimension that is no text', { dims: { procedure: 3, kinds: ['罚款'] } }, 'procedure'],
    ['a kind of penalty that is none', { dims: { procedure: 'summary', kinds: ['记过'] } }, '记过'],
    ['a broken measure', { measures: { fineFen: 0.5 } }, 'fineFen'],
    ['no day', { day: '2023-02-30' }, '2023-02-30'],
  ])('is refused with %s', (_, over, named) => {
    expect(() => makeTally({ ...draft, ...over }, catalogue)).toThrow(named);
  });

  it('is taken back by its mirror image with an own source', () => {
    const tally = makeTally(draft, catalogue);
    const [reversal] = reverseTallies([tally], { sourceId: 'correction-1', recordedAt: '2024-01-05T02:00:00Z' });
    expect(reversal).toMatchObject({ day: tally.day, dims: tally.dims, count: -1, measures: { fineFen: -100, confiscatedFen: 0 } });
    expect(reversal).toMatchObject({ sourceId: 'correction-1', recordedAt: '2024-01-05T02:00:00Z' });
    expect(reversal.id).not.toBe(tally.id);
  });
});

describe('the catalogue', () => {
  it('refuses a kind that stands twice, and six dimensions', () => {
    expect(() => tallyCatalogue([...kinds, kinds[0]])).toThrow('twice');
    const dims = Array.from({ length: 6 }, (_, index) => ({ id: `d${index}`, title: 'd' }));
    expect(() => tallyCatalogue([{ ...kinds[0], dims }])).toThrow('5');
  });

  it('knows every tally the procedures write', () => {
    const folder = path.join(configDir(), 'procedures');
    const files = [folder, path.join(folder, 'parts')].flatMap((under) => readdirSync(under).map((file) => path.join(under, file)));
    const specs = files.filter((file) => file.endsWith('.yaml')).flatMap((file) => {
      const { actions = {} } = parse(readFileSync(file, 'utf8')) as { actions?: Record<string, { tallies?: TallyDraft[] }> };
      return Object.values(actions).flatMap((action) => action.tallies ?? []);
    });
    expect(specs.length).toBeGreaterThan(5);
    expect(specs.flatMap((spec) => tallyNameProblems(spec, catalogue))).toEqual([]);
    expect(tallyNameProblems({ kind: 'case.filed', dims: { colour: 1 } }, catalogue)).toHaveLength(2);
    expect(tallyNameProblems({ kind: 'nothing.happened' }, catalogue)).toEqual(['没有统计明细种类 nothing.happened']);
  });
});
