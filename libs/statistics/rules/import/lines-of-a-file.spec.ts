import * as fc from 'fast-check';
import { orderOrgans, type OrganLine } from './order-organs';
import { parseLine, type LineContext } from './parse-line';
import { changedProblem, receive, rowDigest, rowKey } from './row-digest';
import { duplicateProblem, SeenKeys } from './seen-keys';
import type { CaseRow } from './rows';

const context: LineContext = { organ: 'D1', standingOf: () => 'unknown', individualBusinessAs: 'person' };
const rowOf = (record: Record<string, string>): CaseRow => {
  const base = { number: 'A', procedure: '普通程序', filed_on: '2023-01-03', outcome: 'pending' };
  const parsed = parseLine('cases', { line: 2, record: { ...base, ...record } }, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.row;
};

describe('the content of a row', () => {
  it('is the same however it was written', () => {
    const written = rowDigest('cases', rowOf({ measures: '查封|扣押', waived_yuan: '10.50', organ_code: 'D1' }));
    expect(rowDigest('cases', rowOf({ measures: 'seize|seal', waived_yuan: '10.5', procedure: 'ordinary' }))).toBe(written);
  });

  it('differs when one cell differs', () => {
    const rows: Record<string, string>[] = [{}, { waived_yuan: '0' }, { offence: 'x' }, { measures: '查封' }];
    const digests = rows.map((cells) => rowDigest('cases', rowOf(cells)));
    expect(new Set(digests).size).toBe(4);
  });

  it('is skipped when the same, rejected when other, taken when corrected', () => {
    expect([receive('a', null, false), receive('a', 'a', true), receive('a', 'b', false), receive('a', 'b', true)]).toEqual([
      'new',
      'same',
      'changed',
      'corrected',
    ]);
    expect(changedProblem(4, 'cases', 'A')).toMatchObject({ line: 4, field: 'number', code: 'CHANGED' });
  });

  it('has the key (organ, number); organs their code', () => {
    expect(rowKey('cases', rowOf({}))).toEqual(['D1', 'A']);
    expect(rowKey('organs', { code: 'X', name: 'N', parentCode: null, region: null, level: 'city' })).toEqual(['', 'X']);
  });
});

describe('keys seen in a file', () => {
  it('gives the line that held the key first, through all growth', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 3000 }), (keys) => {
        const seen = new SeenKeys();
        const first = new Map<string, number>();
        return keys.every((key, index) => {
          const name = JSON.stringify(key);
          const expected = key.some((part) => part.includes('\u0000')) ? undefined : (first.get(name) ?? null);
          if (!first.has(name)) first.set(name, index + 1);
          const given = seen.note(key, index + 1);
          return expected === undefined || given === expected;
        });
      }),
      { numRuns: 20 },
    );
  });

  it('holds a hundred thousand keys', () => {
    const seen = new SeenKeys();
    const lines = Array.from({ length: 100_000 }, (_, index) => index + 1);
    expect(lines.filter((line) => seen.note(['D1', `N${line}`], line) !== null)).toEqual([]);
    expect(seen.note(['D1', 'N777'], 100_001)).toBe(777);
    expect(duplicateProblem(100_001, 'organs', 777)).toMatchObject({ field: 'code', code: 'DUPLICATE_LINE' });
  });
});

describe('organs of a file', () => {
  const organ = (code: string, parentCode: string | null, line = 1): OrganLine => ({
    line,
    row: { code, name: code, parentCode, region: null, level: 'district' },
  });

  it('come parents first, whatever their order', () => {
    const { ordered, problems } = orderOrgans([organ('C', 'B'), organ('B', 'A'), organ('A', null), organ('E', 'K')], (code) => code === 'K');
    expect(ordered.map(({ row }) => row.code)).toEqual(['A', 'E', 'B', 'C']);
    expect(problems).toEqual([]);
  });

  it('stay out under an unknown parent, in a circle, and below such lines', () => {
    const { ordered, problems } = orderOrgans(
      [organ('A', 'B', 2), organ('B', 'A', 3), organ('C', 'X', 4), organ('D', 'C', 5), organ('S', 'S', 6), organ('R', null, 7)],
      () => false,
    );
    expect(ordered.map(({ line }) => line)).toEqual([7]);
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([2, 3, 4, 5, 6].map((line) => `${line} ORGAN_UNKNOWN`));
    expect(problems[2].message).toContain('没有这个执法主体');
    expect(problems[0].message).toContain('成环');
  });
});
