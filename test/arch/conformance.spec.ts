import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLaw } from '../../apps/cli/src/open-law';
import { projectRoot } from './temporary-house';

interface Row {
  id: string;
  state: 'built' | 'waiting' | 'dropped';
}

interface Stage {
  rows: Row[];
}

interface Facts {
  rules: Set<string>;
  named: Map<string, string[]>;
}

const { idsInTitles, namedIn, problems, readStages, GUARDS } = require(join(projectRoot, 'scripts/conformance.mjs')) as {
  GUARDS: string[];
  idsInTitles(source: string): string[];
  namedIn(root: string): Map<string, string[]>;
  problems(stages: Stage[], facts: Facts): string[];
  readStages(root: string): Stage[];
};

it('every built row is in the title of a test and names rules there are, every other says what it waits for or why not', async () => {
  const law = await openLaw();
  const rules = new Set(law.rules().map(({ id }) => id));
  const stages = readStages(projectRoot);
  expect(problems(stages, { rules, named: namedIn(projectRoot) })).toEqual([]);
  const guards = stages.flatMap(({ rows }) => rows).filter(({ id }) => /^[GL]/.test(id));
  expect(guards.map(({ id }) => id).sort()).toEqual([...GUARDS].sort());
  expect(guards.filter(({ state }) => state === 'dropped').map(({ id }) => id)).toEqual(['G055', 'G098', 'G102']);
}, 60_000);

it('finds ids at the start of a title only', () => {
  const source = [
    "it('G013: one officer twice is one officer', () => undefined);",
    "  test.each([['a', 1]])('G014, L02: %s', () => undefined);",
    "it.each<[string]>([",
    "  ['x'],",
    "])('U03: %s', () => undefined);",
    'describe(`T11: a signer`, () => undefined);',
    "// it('G001: written once', () => undefined);",
    "it('says what G002 asks', () => undefined);",
  ];
  expect(idsInTitles(source.join('\n'))).toEqual(['G013', 'G014', 'L02', 'U03', 'T11']);
});

describe('what is untrue is told with file and line', () => {
  const house = mkdtempSync(join(tmpdir(), 'sanzhi-rows-'));
  const folder = join(house, 'test/conformance');
  const filing = join(folder, 'filing.yaml');
  const original = readFileSync(join(projectRoot, 'test/conformance/filing.yaml'), 'utf8').replace(/, rules: .*\}|, by: .*\}/g, '}');
  const facts = { rules: new Set(['two-officers']), named: new Map([['G014', ['a.spec.ts']]]) };

  beforeAll(() => cpSync(join(projectRoot, 'test/conformance'), folder, { recursive: true }));
  afterAll(() => rmSync(house, { recursive: true }));

  /** Row G014 as it would be written, and what is said of it. */
  function saidOf(row: string): string[] {
    writeFileSync(filing, original.replace(/^- \{id: G014, .*$/m, row));
    return problems(readStages(house), facts).filter((line) => line.includes('G014'));
  }

  const row = (rest: string, id = 'G014'): string => `- {id: ${id}, step: file, guard: unknown cause, law: CFF 16, ${rest}}`;

  test('a row whose test and rule there are is true', () => {
    expect(saidOf(row('state: built, rules: [two-officers]'))).toEqual([]);
    expect(saidOf(row('state: built, by: form'))).toEqual([]);
    expect(saidOf(row('state: waiting, waitsFor: hearing record'))).toEqual([]);
  });

  test.each([
    ['an unknown rule', row('state: built, rules: [two-officer]'), 'names the rule two-officer, which there is not'],
    ['a built row that nothing guards', row('state: built'), "must have required property 'by'"],
    ['a row that waits for no known part', row('state: waiting, waitsFor: later'), 'hearing record'],
    ['a row that waits for nothing', row('state: waiting'), "must have required property 'waitsFor'"],
    ['a dropped row without reason', row('state: dropped'), "must have required property 'reason'"],
    ['a guard that may not be dropped', row('state: dropped, reason: nobody asked for it'), 'may not be dropped'],
    ['a state there is not', row('state: done'), 'waiting'],
    ['a row that is gone', '', 'no row G014'],
    ['a row that stands twice', `${row('state: open')}\n${row('state: open')}`, 'stands twice'],
  ])('%s', (_, written, said) => {
    const lines = saidOf(written);
    expect(lines.join('\n')).toContain(said);
    expect(lines.join('\n')).toMatch(written === '' ? /^test\/conformance: / : /^test\/conformance\/filing\.yaml:\d+ G014/);
  });

  test('a built row that no title names', () => {
    writeFileSync(filing, original.replace(/^- \{id: G015, .*$/m, row('state: built, rules: [two-officers]', 'G015')));
    expect(problems(readStages(house), facts).join('\n')).toMatch(/filing\.yaml:\d+ G015 is built, and no title of a test begins with it/);
  });

  test('a title that begins with an id no list has', () => {
    writeFileSync(filing, original);
    const said = problems(readStages(house), { ...facts, named: new Map([['G103', ['a.spec.ts']]]) });
    expect(said).toContain('a.spec.ts: a title begins with G103, and no list of rows has it');
  });
});
