import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configDir } from '@sanzhi/platform/config';
import { parse } from 'yaml';
import { parseLine, type LineContext } from '../import/parse-line';
import { talliesOfImportedCase, talliesOfImportedInspection } from './imported-tallies';
import { makeTally, reverseTallies, tallyNameProblems, type TallyDraft } from './make-tally';
import { tallyCatalogue, type Tally, type TallyKind } from './tally';

const yaml = readFileSync(path.join(configDir(), 'indicators/tallies.yaml'), 'utf8');
const kinds = (parse(yaml) as { tallies: TallyKind[] }).tallies;
const catalogue = tallyCatalogue(kinds);
const context: LineContext = { organ: 'D1', standingOf: () => 'unknown', individualBusinessAs: 'person' };

const ofCase = (record: Record<string, string>): Tally[] => {
  const base = { number: 'A-1', procedure: '普通程序', discipline: '医疗卫生', source: 'complaint', filed_on: '2023-01-03' };
  const parsed = parseLine('cases', { line: 2, record: { ...base, outcome: 'pending', ...record } }, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return talliesOfImportedCase(parsed.row, catalogue);
};
const ofInspection = (record: Record<string, string>): Tally[] => {
  const parsed = parseLine('inspections', { line: 2, record: { number: 'J-1', done_on: '2023-02-01', ...record } }, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return talliesOfImportedInspection(parsed.row, catalogue);
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
    expect(brief(ofCase({ outcome: '不予处罚', closed_on: '2023-02-01' }))).toEqual(['case.filed 2023-01-03', 'case.closed 2023-02-01']);
  });

  it('counts a decision that was annulled later', () => {
    const punished = { outcome: 'punished', decided_on: '2023-03-01', penalty_kinds: '警告', reconsideration: '撤销' };
    expect(brief(ofCase(punished))).toContain('penalty.decided 2023-03-01');
  });
});

describe('tallies of an imported inspection', () => {
  it('is done and closed, with its officers', () => {
    const tallies = ofInspection({ officers: '3', result: 'passed', published_on: '2023-02-10' });
    expect(brief(tallies)).toEqual(['inspection.closed 2023-02-01', 'inspection.done 2023-02-01', 'publication.published 2023-02-10']);
    expect(tallies[1].measures).toEqual({ officers: 3 });
    expect(tallies[1].dims).toEqual({ discipline: 'unstated', source: 'unstated', result: 'passed' });
  });

  it('is closed but never done when the unit is gone', () => {
    expect(brief(ofInspection({ officers: '3', result: 'unit-gone' }))).toEqual(['inspection.closed 2023-02-01']);
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
