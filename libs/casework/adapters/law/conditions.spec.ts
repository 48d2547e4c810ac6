import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseFile, JsonObject, Procedure } from '@sanzhi/kernel';
import { configDir } from '@sanzhi/platform/config';
import { askCondition, ruleOfCondition, type Condition } from '../../rules/condition';
import { compileConditions, readConditions } from './read-conditions';
import { readParameters } from './read-parameters';

/** A procedure that writes what the conditions are about, as the ordinary penalty does. */
const procedure = {
  actions: {
    hold: { form: { type: 'object', properties: {} }, facts: { hearing: { heldOn: '$acted.day' } } },
    notify: { form: { type: 'object', properties: {} }, facts: { notice: { servedOn: '$acted.day' } } },
    register: { form: { type: 'object', properties: { party: { type: 'object', properties: { kind: { type: 'string' } } } } }, facts: { party: '$form.party' } },
    report: {
      form: {
        type: 'object',
        properties: {
          draft: {
            type: 'object',
            properties: {
              kinds: { type: 'array', items: { type: 'string' } },
              fineFen: { type: 'integer' },
              confiscatedFen: { type: 'integer' },
              gravity: { type: 'array', items: { type: 'string' } },
              goods: { type: 'object', properties: { valueFen: { type: 'integer' } } },
              grading: { type: 'object', properties: { factors: { type: 'array', items: { type: 'string' } } } },
            },
          },
        },
      },
      facts: { draft: '$form.draft' },
    },
  },
} as unknown as Procedure;
const parameters = readParameters(configDir()).packs.declared();

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'sanzhi-conditions-'));
  cpSync(join(configDir(), 'conditions'), join(copy, 'conditions'), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

const load = (folder = configDir()) => {
  const read = readConditions(folder);
  const compiled = compileConditions(read, { procedures: [procedure], parameters, rules: new Map([['fine-off-scale', ruleOfCondition({ id: 'fine-off-scale', title: '示例', basis: '示例', of: [], cure: '示例', any: [] })]]) });
  return { conditions: compiled.conditions, problems: [...read.problems, ...compiled.problems] };
};
const condition = (id: string): Condition => load().conditions.find((one) => one.id === id)!;

const LINES = { 'hearing.threshold.personFen': 500000, 'hearing.threshold.organizationFen': 10000000 };
const file = (draft: JsonObject | null, kind = 'person', given: JsonObject = LINES, factors: string[] | null = null, actedOn = '2026-07-06') =>
  ({ case: { facts: { party: { kind }, draft: draft && { ...draft, grading: factors && { factors } } } }, parameters: given, step: { form: {}, actedOn } }) as unknown as CaseFile;
const draft = (more: JsonObject = {}): JsonObject => ({ kinds: ['罚款'], fineFen: 0, confiscatedFen: 0, ...more });

describe('L23: the hearing line as data', () => {
  const hearing = condition('hearing-line-reached');
  const met = (of: CaseFile): string[] => askCondition(hearing, of).met;

  it.each(['降低资质等级', '吊销许可证件', '责令停产停业', '责令关闭', '限制从业'])('is reached by %s with no money at all', (kind) => {
    expect(met(file(draft({ kinds: ['警告', kind] })))).toHaveLength(1);
  });

  it.each<[string, JsonObject, string, boolean]>([
    ['a person at the line', { fineFen: 500000 }, 'person', true],
    ['a person a fen below', { fineFen: 499999 }, 'person', false],
    ['a body below its line', { fineFen: 9999999 }, 'organization', false],
    ['a body at its line', { confiscatedFen: 10000000 }, 'organization', true],
    ['L23: a person by the value of goods alone', { goods: { valueFen: 500000 } }, 'person', true],
    ['an individual business, as a person', { fineFen: 500000 }, 'individual-business', true],
  ])('%s', (_, more, kind, reached) => {
    expect(met(file(draft(more), kind)).length > 0).toBe(reached);
  });

  it.each<[string, JsonObject, boolean, boolean]>([
    ['降低资质等级', { kinds: ['降低资质等级'] }, false, true],
    ['限制从业', { kinds: ['限制从业'] }, false, true],
    ['责令停产停业', { kinds: ['责令停产停业'] }, true, true],
    ['吊销许可证件', { kinds: ['吊销许可证件'] }, true, true],
    ['a large fine', { fineFen: 500000 }, true, true],
    ['a large confiscation', { confiscatedFen: 500000 }, false, true],
  ])('goes by the Act of the day, before and from 2021-07-15: %s', (_, more, before, after) => {
    const on = (day: string): boolean => met(file(draft(more), 'person', LINES, null, day)).length > 0;
    expect([on('2021-07-14'), on('2021-07-15')]).toEqual([before, after]);
  });

  it('says what meets it, and what does not, clause by clause', () => {
    expect(met(file(draft({ kinds: ['罚款', '吊销许可证件'], fineFen: 600000 })))).toEqual([
      '降低资质等级、吊销许可证件（行政处罚法第六十三条第一款第三项）',
      '较大数额罚款（行政处罚法第六十三条第一款第一项）',
    ]);
    const refusal = ruleOfCondition(hearing).check(file(draft({ fineFen: 100 })))!;
    expect(refusal.message).toContain('不属于：较大数额罚款（行政处罚法第六十三条第一款第一项）');
    expect(refusal.cure).toBe('无需告知听证权利。');
  });

  it('goes by the pack and the law of the day on which the party was told', () => {
    const told = file(draft({ fineFen: 400000 }), 'person', { 'hearing.threshold.personFen': 300000 });
    const later = { ...told, case: { ...told.case, facts: { ...told.case.facts, notice: { servedOn: '2026-07-01' } } } };
    const packOn = (_: CaseFile, day: string) => (day === '2026-07-01' ? { 'hearing.threshold.personFen': 500000 } : null);
    expect(askCondition(hearing, told, packOn).met).toHaveLength(1);
    expect(askCondition(hearing, later, packOn).met).toEqual([]);
    expect(askCondition(hearing, { ...later, step: { ...later.step, actedOn: '2026-07-01' } }, packOn).met).toHaveLength(1);
  });

  it('says that the line is not loaded, and that there is no draft yet', () => {
    expect(askCondition(hearing, file(draft({ fineFen: 900000 }), 'person', { 'hearing.threshold.personFen': null })).unmet.at(-1)).toBe('“达到听证标准”的数额标准未载入法定值');
    expect(askCondition(hearing, file(null))).toEqual({ met: [], unmet: ['尚无“draft”'] });
  });

  it('meets every money where its line is not loaded and the condition says so', () => {
    const strict = { ...hearing, withoutLine: 'met' as const };
    expect(askCondition(strict, file(draft({ fineFen: 100 }), 'person', {})).met[0]).toContain('一律按达到办理');
    expect(askCondition(strict, file(draft(), 'person', {})).met).toEqual([]);
  });
});

describe('exemptions as data', () => {
  const barred = ruleOfCondition(condition('penalty-not-barred'));

  it.each<[string, string[], boolean]>([
    ['minor, corrected, no harm', ['minor', 'corrected', 'no-harm'], true],
    ['two of the three', ['minor', 'corrected'], false],
    ['no fault', ['no-fault'], true],
    ['under fourteen', ['under-14'], true],
    ['nothing', [], false],
  ])('%s', (_, factors, refused) => {
    expect(barred.check(file(draft(), 'person', LINES, factors)) !== null).toBe(refused);
  });

  it('holds for files that know no factors', () => {
    expect(barred.check(file(draft()))).toBeNull();
  });

  it('a first offender may be let off', () => {
    expect(ruleOfCondition(condition('may-not-be-punished')).check(file(draft(), 'person', LINES, ['first', 'slight-harm', 'corrected']))).toBeNull();
  });
});

describe('conditions with mistakes', () => {
  it('are none as shipped', () => expect(load().problems).toEqual([]));

  it.each([
    ['a fact that no procedure writes', 'of: [draft, party]', 'of: [draft, partie]', '没有程序记录“partie”'],
    ['a field that no form has', 'draft.fineFen >= lines.hearing', 'draft.fine >= lines.hearing', '条件表达式有误：No such key: fine'],
    ['a day that no procedure records', 'asOf: notice.servedOn', 'asOf: notices.servedOn', '没有程序记录“notices.servedOn”'],
    ['a line that no parameter gives', 'line: hearing', 'line: hering', '没有名为“hering”的数额标准'],
    ['a line unknown in an expression', 'draft.fineFen >= lines.hearing', 'draft.fineFen >= lines.hering', '条件表达式有误：No such key: hering'],
    ['a wrong type', "kind in ['责令停产停业'", "draft.fineFen in ['责令停产停业'", /条件表达式有误/],
    ['a value of the pack that no parameter gives', "pack.review.mode ==", "pack.review.mood ==", '条件表达式有误：No such key: mood'],
    ['a value of the pack of another type', "pack.review.mode == 'all'", 'pack.review.mode == 3', /条件表达式有误/],
    ['a field that no procedure writes', 'of: [draft.kinds, party]', 'of: [draft.kind, party]', '没有程序记录“draft.kind”'],
    ['a rule that there is not', "when: pack.review.mode == 'all'", 'rule: nobody-knows', '没有名为“nobody-knows”的法定条件'],
    ['a word that no condition knows', 'withoutLine: unmet', 'withoutLines: unmet', /withoutLines/],
    ['an id twice', 'id: may-not-be-punished', 'id: hearing-line-reached', '条件编号重复：hearing-line-reached'],
  ])('%s: file and line', (_, from, to, message) => {
    const name = readdirSync(join(copy, 'conditions')).find((one) => readFileSync(join(copy, 'conditions', one), 'utf8').includes(from))!;
    const path = join(copy, 'conditions', name);
    const text = readFileSync(path, 'utf8');
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    writeFileSync(path, text.replace(from, to));
    const { problems } = load(copy);
    const found = problems.filter((problem) => (message instanceof RegExp ? message.test(problem.message) : problem.message.startsWith(message)));
    expect(found.length).toBeGreaterThan(0);
    expect(problems.map((problem) => [problem.file, problem.line])).toContainEqual([expect.stringContaining('conditions'), expect.any(Number)]);
    if (!from.startsWith('id:')) expect(found.some((problem) => problem.line === line)).toBe(true);
  });
});
