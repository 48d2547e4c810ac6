import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from './temporary-house';

interface Declared {
  id: string;
  title: string;
  unit: string;
  value: unknown;
  waitsFor?: string;
  validFrom?: string;
  choices?: string[];
}

const { declaredParameters, parametersRead } = require(join(projectRoot, 'scripts/rule-sources.mjs')) as {
  declaredParameters(root: string): Declared[];
  parametersRead(root: string): { read: Map<string, string[]>; undeclared: string[] };
};

const declared = declaredParameters(projectRoot);
const { read, undeclared } = parametersRead(projectRoot);
const waiting = new Set(declared.filter(({ waitsFor }) => waitsFor).map(({ id }) => id));

/** Rows of a YAML file below config/. */
const yaml = <T>(...file: string[]): T => parse(readFileSync(join(projectRoot, 'config', ...file), 'utf8')) as T;

/** Ids of the limits in config/clocks. */
const clocks = readdirSync(join(projectRoot, 'config/clocks'))
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => yaml<{ clocks: { id: string; length: number | null; unit: string | null }[] }>('clocks', name).clocks);

describe('T66: no parameter without a reader, none under two names, none read that is not declared', () => {
  test.each([...read])('T66: %s is read, or says what it waits for', (id, readers) => {
    if (waiting.has(id)) expect(readers).toEqual([]);
    else expect(readers.length).toBeGreaterThan(0);
  });

  test('T66: what code asks of the pack is declared', () => expect(undeclared).toEqual([]));

  test('T66: one thing has one name', () => {
    const titles = new Map<string, Set<string>>();
    for (const { id, title } of declared) titles.set(title, (titles.get(title) ?? new Set()).add(id));
    expect([...titles].filter(([, ids]) => ids.size > 1).map(([title]) => title)).toEqual([]);
  });

  test('T66: a parameter of a limit names a limit that there is, and a word that it has', () => {
    const strange = declared.filter(({ id }) => {
      const [, clock, word] = /^clock\.([A-Z0-9-]+)\.(\w+)$/.exec(id) ?? [];
      return id.startsWith('clock.') && !(clocks.some((one) => one.id === clock) && ['length', 'stops', 'extension', 'internalAhead'].includes(word));
    });
    expect(strange.map(({ id }) => id)).toEqual([]);
  });
});

test('every limit without a number has a parameter that fills it in, unless it is a rate, an example or a date', () => {
  const never = ['CASE-DECIDE-EXT', 'CASE-SURCHARGE', 'REM-FY-PRE', 'LEGAL-REVIEW-LN', 'LEGAL-REVIEW-5', 'LEGAL-REVIEW-10', 'CASE-FILE'];
  const open = clocks.filter(({ id, length, unit }) => length === null && unit !== 'fixed-date' && !never.includes(id)).map(({ id }) => id);
  expect(open.filter((id) => !declared.some((one) => one.id === `clock.${id}.length`))).toEqual([]);
});

test('every choice says what may be chosen', () => {
  expect(declared.filter(({ unit, choices }) => unit === 'choice' && !choices).map(({ id }) => id)).toEqual([]);
});

test('every parameter that the conformance list names stands here, or in what README.md of the folder names instead', () => {
  const table = readFileSync(join(projectRoot, 'config/parameters/README.md'), 'utf8');
  const named = [...table.matchAll(/^\| \d[^|]*\|([^|]*)\|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id]) => id));
  const known = (id: string): boolean => declared.some((one) => one.id === id) || clocks.some((one) => one.id === id) || (id.includes('/') && existsSync(join(projectRoot, id)));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((id) => !known(id))).toEqual([]);
});
