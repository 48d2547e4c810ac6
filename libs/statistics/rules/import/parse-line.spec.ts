import * as fc from 'fast-check';
import { creditCodeCheck } from '@sanzhi/kernel';
import { IMPORT_KINDS, type ImportKindName } from './kinds';
import { parseLine, type LineContext } from './parse-line';

const context: LineContext = {
  organ: 'D1',
  standingOf: (code) => (code === 'D1-1' ? 'subtree' : code === 'D2' ? 'elsewhere' : 'unknown'),
  individualBusinessAs: 'person',
};
const CREDIT = `91120104MA05ABCD1${creditCodeCheck('91120104MA05ABCD1')}`;
const punished = {
  number: 'A-1',
  procedure: '简易程序',
  party_type: '法人及非法人组织',
  party_code: CREDIT,
  filed_on: '2023-05-08',
  decided_on: '2023-05-08',
  outcome: 'punished',
  penalty_kinds: '罚款|警告',
  fine_yuan: '3000',
};
const codesOf = (record: Record<string, string>, over: Partial<LineContext> = {}): string[] => {
  const parsed = parseLine('cases', { line: 7, record }, { ...context, ...over });
  return parsed.ok ? [] : parsed.problems.map((problem) => `${problem.line} ${problem.field} ${problem.code}`);
};

describe('an accepted line', () => {
  it('becomes a typed row: codes for words, 分 for yuan, null for what is absent', () => {
    const parsed = parseLine('cases', { line: 2, record: punished }, context);
    expect(parsed).toMatchObject({
      ok: true,
      row: {
        procedure: 'summary',
        partyType: 'organization',
        penaltyKinds: ['fine', 'warning'],
        fineFen: 300_000,
        confiscatedFen: null,
        organCode: 'D1',
      },
    });
  });

  it('reads English codes and Chinese words as the same row', () => {
    const english = { ...punished, procedure: 'summary', party_type: 'organization', penalty_kinds: 'warning|fine' };
    expect(parseLine('cases', { line: 2, record: english }, context)).toEqual(
      parseLine('cases', { line: 2, record: punished }, context),
    );
  });

  it('takes 一般程序 for 普通程序, and any word of every code list', () => {
    for (const kind of Object.values(IMPORT_KINDS)) {
      const words = kind.columns.flatMap((column) => Object.values(column.values ?? {}).flat());
      expect(words.every((word) => word.trim() === word && !word.includes('|'))).toBe(true);
    }
    expect(codesOf({ ...punished, procedure: '一般程序' })).toEqual([]);
  });

  it('reads an inspection and an organ', () => {
    const inspection = { number: 'J-1', done_on: '2023-02-01', officers: '2', result: '单位关闭', organ_code: 'D1-1' };
    expect(parseLine('inspections', { line: 2, record: inspection }, context)).toMatchObject({
      row: { officers: 2, result: 'unit-gone', organCode: 'D1-1' },
    });
    const organ = { code: 'X', name: '示例', region: '120104', level: '区级' };
    expect(parseLine('organs', { line: 2, record: organ }, context)).toEqual({
      ok: true,
      row: { code: 'X', name: '示例', parentCode: null, region: '120104', level: 'district' },
    });
  });
});

describe('a rejected line tells all that is wrong, by line, column and code', () => {
  it.each([
    ['REQUIRED, always', { ...punished, number: ' ' }, ['7 number REQUIRED']],
    [
      'REQUIRED, when punished',
      { ...punished, decided_on: '', penalty_kinds: '' },
      ['7 decided_on REQUIRED', '7 penalty_kinds REQUIRED'],
    ],
    ['BAD_DATE, not in the calendar', { ...punished, decided_on: '2023-02-30' }, ['7 decided_on BAD_DATE']],
    ['BAD_DATE, other writing', { ...punished, closed_on: '2023/6/1' }, ['7 closed_on BAD_DATE']],
    ['BAD_MONEY, separators', { ...punished, fine_yuan: '3,000' }, ['7 fine_yuan BAD_MONEY']],
    ['BAD_MONEY, three decimals', { ...punished, fine_yuan: '1.005' }, ['7 fine_yuan BAD_MONEY']],
    ['BAD_MONEY, negative', { ...punished, waived_yuan: '-1' }, ['7 waived_yuan BAD_MONEY']],
    ['BAD_VALUE, one', { ...punished, procedure: '快速程序' }, ['7 procedure BAD_VALUE']],
    ['BAD_VALUE, one of several', { ...punished, penalty_kinds: '警告|记过' }, ['7 penalty_kinds BAD_VALUE']],
    ['BAD_VALUE, not a name of every object', { ...punished, source: 'constructor' }, ['7 source BAD_VALUE']],
    ['BAD_CODE', { ...punished, party_code: `8${CREDIT.slice(1)}` }, ['7 party_code BAD_CODE']],
    ['DATE_ORDER, decided before filed', { ...punished, filed_on: '2023-05-09' }, ['7 decided_on DATE_ORDER']],
    ['DATE_ORDER, published before decided', { ...punished, published_on: '2023-05-07' }, ['7 published_on DATE_ORDER']],
    ['ORGAN_UNKNOWN', { ...punished, organ_code: 'D9' }, ['7 organ_code ORGAN_UNKNOWN']],
    ['ORGAN_FORBIDDEN', { ...punished, organ_code: 'D2' }, ['7 organ_code ORGAN_FORBIDDEN']],
    ['NOT_LAWFUL, a kind', { ...punished, penalty_kinds: '罚款|没收违法所得' }, ['7 penalty_kinds NOT_LAWFUL']],
    ['NOT_LAWFUL, confiscated money', { ...punished, confiscated_yuan: '10' }, ['7 confiscated_yuan NOT_LAWFUL']],
    ['NOT_LAWFUL, above the limit', { ...punished, fine_yuan: '3000.01' }, ['7 fine_yuan NOT_LAWFUL']],
    ['two at once', { ...punished, number: '', fine_yuan: 'x' }, ['7 fine_yuan BAD_MONEY', '7 number REQUIRED']],
  ])('%s', (_, record, expected) => {
    expect(codesOf(record)).toEqual(expected);
  });

  it('keeps what the reader found and does not judge that cell again', () => {
    const problems = [{ line: 7, field: 'decided_on', code: 'ENCODING' as const, message: 'x' }];
    const record = { ...punished, decided_on: '\uFFFD' };
    expect(parseLine('cases', { line: 7, record, problems }, context)).toEqual({ ok: false, problems });
  });

  it('judges inspections and organs by their own columns', () => {
    const gone = parseLine('inspections', { line: 3, record: { number: 'J', done_on: '', officers: '二人' } }, context);
    expect(gone).toMatchObject({ problems: [{ field: 'officers', code: 'BAD_VALUE' }, { field: 'done_on', code: 'REQUIRED' }] });
    const organ = parseLine('organs', { line: 3, record: { code: 'X', name: 'N', region: '12', level: 'town' } }, context);
    expect(organ).toMatchObject({ problems: [{ field: 'region' }, { field: 'level', code: 'BAD_VALUE' }] });
  });

  it('says what, why, which article and how to cure', () => {
    const parsed = parseLine('cases', { line: 7, record: { ...punished, fine_yuan: '5000' } }, context);
    expect(parsed.ok ? '' : parsed.problems[0].message).toBe(
      '2023-05-08 作出的简易程序处罚，对法人或者其他组织罚款不得超过 3000 元，本行为 5000 元（行政处罚法第五十一条）。' +
        '请核对程序、种类和金额；确属普通程序的，程序改填「普通程序」。',
    );
  });
});

describe('the limit of a summary penalty goes by the law of the day of decision', () => {
  const fined = (partyType: string, decidedOn: string, fineYuan: string): string[] =>
    codesOf({
      ...punished,
      party_code: '',
      party_type: partyType,
      filed_on: decidedOn,
      decided_on: decidedOn,
      fine_yuan: fineYuan,
    });

  it.each([
    ['person', '2021-07-14', '50', '50.01'],
    ['organization', '2021-07-14', '1000', '1000.01'],
    ['person', '2021-07-15', '200', '200.01'],
    ['organization', '2021-07-15', '3000', '3000.01'],
    ['individual-business', '2023-01-01', '200', '200.01'],
    ['', '2023-01-01', '3000', '3000.01'],
  ])('%s on %s: %s yes, %s no', (partyType, decidedOn, most, more) => {
    expect(fined(partyType, decidedOn, most)).toEqual([]);
    expect(fined(partyType, decidedOn, more)).toEqual(['7 fine_yuan NOT_LAWFUL']);
  });

  it('takes an individual business for a body where the pack says so', () => {
    const record = { ...punished, party_code: '', party_type: '个体工商户', fine_yuan: '3000' };
    expect(codesOf(record)).toEqual(['7 fine_yuan NOT_LAWFUL']);
    expect(codesOf(record, { individualBusinessAs: 'organization' })).toEqual([]);
  });

  it('does not bind the ordinary procedure, nor a case that was not punished', () => {
    expect(codesOf({ ...punished, procedure: 'ordinary', fine_yuan: '90000' })).toEqual([]);
    expect(codesOf({ ...punished, outcome: 'not-punished', fine_yuan: '90000' })).toEqual([]);
  });
});

describe('any text', () => {
  it('is accepted or rejected, never an exception', () => {
    const record = fc.dictionary(fc.constantFrom(...IMPORT_KINDS.cases.columns.map((column) => column.name)), fc.string());
    fc.assert(
      fc.property(record, (cells) => {
        const parsed = parseLine('cases', { line: 1, record: cells }, context);
        return parsed.ok || parsed.problems.every((problem) => problem.message.length > 8 && problem.line === 1);
      }),
    );
  });
});

describe('lines of the other kinds', () => {
  const codes = (kind: ImportKindName, record: Record<string, string>): string[] => {
    const parsed = parseLine(kind, { line: 2, record }, context);
    return parsed.ok ? [] : parsed.problems.map(({ field, code }) => `${field} ${code}`);
  };

  it.each([
    ['permits', {}, ['number REQUIRED', 'result REQUIRED']],
    ['coercion', { number: '1' }, ['kind REQUIRED']],
    ['remedies', { number: '1' }, ['kind REQUIRED']],
    ['objects', {}, ['number REQUIRED']],
    ['registers', { number: '1' }, ['register REQUIRED', 'date REQUIRED']],
    ['fees', {}, ['number REQUIRED']],
    ['normative-documents', {}, ['number REQUIRED']],
    ['permits', { number: '1', result: 'granted', applied_on: '2024-02-01', accepted_on: '2024-01-31' }, ['accepted_on DATE_ORDER']],
    ['permits', { number: '1', result: 'granted', decided_on: '2024-02-01', published_on: '2024-01-31' }, ['published_on DATE_ORDER']],
    ['remedies', { number: '1', kind: '行政复议', received_on: '2024-02-01', concluded_on: '2024-01-31' }, ['concluded_on DATE_ORDER']],
    ['objects', { number: '1', since: '2024-02-01', until: '2024-01-31' }, ['until DATE_ORDER']],
    ['objects', { number: '1', party_type: '法人及非法人组织', party_code: '91120104MA0000001X' }, ['party_code BAD_CODE']],
    ['permits', { number: '1', result: '同意', organ_code: 'D2' }, ['result BAD_VALUE', 'organ_code ORGAN_FORBIDDEN']],
    ['fees', { number: '1', amount_yuan: '1,000' }, ['amount_yuan BAD_MONEY']],
  ] as const)('of %s %j are kept out with %j', (kind, record, problems) => {
    expect(codes(kind, record)).toEqual(problems);
  });

  it('are read', () => {
    const remedy = { number: 'R-1', kind: '行政诉讼', role: '被告', outcome: '撤诉', head_appeared: '是', organ_code: 'D1-1' };
    expect(parseLine('remedies', { line: 2, record: remedy }, context)).toMatchObject({
      ok: true,
      row: { kind: 'litigation', role: 'defendant', outcome: 'withdrawn', headAppeared: 'yes', organCode: 'D1-1', receivedOn: null },
    });
  });
});
