import { join } from 'node:path';
import { projectRoot, runScript, TemporaryHouse } from './temporary-house';

interface Linted {
  filePath: string;
  messages: { ruleId: string | null; message: string }[];
}

const eslint = 'node_modules/eslint/bin/eslint.js';

async function lint(cwd: string, args: string[]): Promise<Linted[]> {
  const config = ['--config', join(projectRoot, 'eslint.config.mjs'), '--format', 'json'];
  const { stdout, stderr } = await runScript(cwd, eslint, [...config, ...args]);
  if (!stdout.startsWith('[')) throw new Error(stderr);
  return JSON.parse(stdout) as Linted[];
}

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `  use(${i});`).join('\n');
const use = 'declare function use(...values: unknown[]): void;\n';
const refusal = 'interface Refusal { rule: string }\ndeclare function judge(): Refusal;\n';

const decorator = 'declare function Part(): ClassDecorator;\n';

/** [file, text, rules that must report it; none: the text is lawful; null: a remark on an inline directive]. */
type Case = [file: string, text: string, rules: (string | null)[]];

const size: Case[] = [
  ['libs/review/long-file.ts', `${use}\n${lines(300)}\n`, ['max-lines']],
  ['libs/review/adapters/http/form.schema.ts', `${use}\n${lines(300)}\n`, []],
  ['libs/review/long-function.ts', `${use}export function f() {\n${lines(39)}\n}\n`, ['max-lines-per-function']],
  ['libs/review/full-function.ts', `${use}export function f() {\n${lines(38)}\n}\n`, []],
  ['libs/review/five.ts', `${use}export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => use(a, b, c, d, e);\n`, [
    'sanzhi/few-parameters',
  ]],
  ['libs/review/five-collaborators.ts', `${use}export class A { constructor(a: 1, b: 1, c: 1, d: 1, e: 1) { use(a, b, c, d, e); } }\n`, []],
  ['libs/review/six-collaborators.ts', `${use}export class A { constructor(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1) { use(a, b, c, d, e, f); } }\n`, [
    'sanzhi/few-parameters',
  ]],
  ['libs/review/table.spec.ts', `${use}export const row = (a: 1, b: 1, c: 1, d: 1, e: 1) => use(a, b, c, d, e);\n`, []],
  ['libs/review/long-file.spec.ts', `${use}\n${lines(300)}\n`, ['max-lines']],
  ['libs/review/deep.ts', `${use}export function f(a: boolean) { if (a) { if (a) { if (a) { if (a) { use(a); } } } } }\n`, ['max-depth']],
  ['libs/review/complex.ts', `export const f = (a: number) => ${Array.from({ length: 10 }, (_, i) => `a === ${i} ? ${i} : `).join('')}10;\n`, [
    'complexity',
  ]],
];

const names: Case[] = [
  ['libs/review/case-manager.ts', 'export class CaseManager {}\n', ['sanzhi/telling-names']],
  ['libs/review/date-utils.ts', 'export const dateUtils = 1;\n', ['sanzhi/telling-names']],
  ['libs/review/constants.ts', 'export const CASE_INFO = 1;\n', ['sanzhi/telling-names']],
  ['libs/review/renamed.ts', 'const part = 1;\nexport { part as partData };\n', ['sanzhi/telling-names']],
  ['libs/review/borrowed.ts', 'export const appDataSource = 1;\nexport const database = 2;\nexport type Baseline = 3;\n', []],
  ['libs/kernel/undocumented.ts', 'export const day = 1;\n', ['sanzhi/exported-header']],
  ['libs/review/rules/undocumented.ts', 'export function rule() {}\n', ['sanzhi/exported-header']],
  ['libs/platform/ports/undocumented.ts', 'export interface Port { a: 1 }\n', ['sanzhi/exported-header']],
  ['libs/kernel/documented.ts', '/** A day. */\nexport const day = 1;\nexport * from "./undocumented";\n', []],
];

const clocks: Case[] = [
  ['libs/review/rules/date-now.ts', '/** x */\nexport const at = () => Date.now();\n', ['sanzhi/legal-time']],
  ['libs/review/rules/now-by-name.ts', '/** x */\nexport const at = Date.now;\n', ['sanzhi/legal-time']],
  ['libs/review/app/new-date.ts', 'export const at = () => new Date();\n', ['sanzhi/legal-time']],
  ['libs/casework/adapters/date-call.ts', 'export const at = () => Date();\n', ['sanzhi/legal-time']],
  ['libs/kernel/stopwatch.ts', '/** x */\nexport const at = () => performance.now();\n', ['sanzhi/legal-time']],
  ['libs/review/adapters/db/due.ts', 'export const sql = `select 1 where due_at < now()`;\n', ['sanzhi/legal-time']],
  ['libs/review/adapters/db/today.ts', 'export const sql = "select current_date";\n', ['sanzhi/legal-time']],
  ['libs/review/adapters/db/clock.ts', 'export const sql = "select clock_timestamp()";\n', ['sanzhi/legal-time']],
  ['libs/review/adapters/db/lawful.ts', 'export const sql = "select sanzhi_now()";\nexport const on = new Date(0);\n', []],
  ['libs/platform/http/time-out.ts', 'export const at = () => Date.now();\n', []],
  ['libs/identity/adapters/db/session.repository.ts', 'export const sql = "delete from session where ends_at < now()";\n', []],
];

const faults: Case[] = [
  ['libs/review/throws-refusal.ts', `${refusal}export function f() { throw judge(); }\n`, [
    '@typescript-eslint/only-throw-error',
    'sanzhi/refusal-not-thrown',
  ]],
  ['libs/review/returns-refusal.ts', `${refusal}export const f = () => judge();\n`, []],
  ['libs/review/throws-text.ts', 'export function f() { throw "no"; }\n', ['@typescript-eslint/only-throw-error']],
  ['libs/review/injects-later.ts', `${decorator}@Part() export class A { constructor(readonly b: B) {} }\nexport class B {}\n`, [
    'sanzhi/declared-before-injected',
  ]],
  ['libs/review/injects-earlier.ts', `${decorator}export class B {}\n@Part() export class A { constructor(readonly b: B) {} }\n`, []],
  ['libs/review/undecorated.ts', 'export class A { constructor(readonly b: B) {} }\nexport class B {}\n', []],
  ['libs/review/floats.ts', 'declare function save(): Promise<void>;\nexport function f() { save(); }\n', [
    '@typescript-eslint/no-floating-promises',
  ]],
  ['libs/review/misuses.ts', 'declare const save: () => Promise<void>;\nexport const f = () => [1].forEach(save);\n', [
    '@typescript-eslint/no-misused-promises',
  ]],
  ['libs/review/awaits-number.ts', 'export const f = async () => { await 1; };\n', ['@typescript-eslint/await-thenable']],
  ['libs/review/any.ts', 'export const f = (a: any) => a;\n', ['@typescript-eslint/no-explicit-any']],
  ['libs/review/unused.ts', 'export const f = (a: number) => 1;\n', ['@typescript-eslint/no-unused-vars']],
  ['libs/review/long-timer.ts', 'const hour = 60 * 60 * 1000;\nexport const f = () => setTimeout(() => {}, 25 * hour);\n', [
    'sanzhi/short-timers',
  ]],
  ['libs/review/day-timer.ts', 'export const f = () => setTimeout(() => {}, 24 * 60 * 60 * 1000);\n', []],
];

const habits: Case[] = [
  ['libs/review/reads-env.ts', 'export const port = process.env.PORT;\n', ['no-restricted-properties']],
  ['libs/review/takes-env.ts', 'export const { env } = process;\n', ['no-restricted-properties']],
  ['libs/review/imports-env.ts', 'export { env } from "node:process";\n', ['no-restricted-imports']],
  ['libs/platform/config/settings.ts', 'export const port = process.env.PORT;\n', []],
  ['libs/review/app/knows-nest.ts', 'import { Module } from "@nestjs/common";\nexport const m = Module;\n', [
    'no-restricted-imports',
  ]],
  ['libs/review/app/knows-injectable.ts', 'import { Injectable } from "@nestjs/common";\nexport const i = Injectable;\n', []],
  ['libs/review/only.spec.ts', 'test.only("one", () => {});\n', ['no-restricted-syntax']],
  ['libs/review/left-out.spec.ts', 'xit("one", () => {});\n', ['no-restricted-syntax']],
  ['libs/review/silent.ts', '// eslint-disable-next-line no-var\nvar a = 1;\nexport const b = a;\n', ['no-var', null]],
  ['libs/review/later.ts', `// ${'TO'}DO more\nexport const a = 1;\n`, ['no-warning-comments']],
  ['libs/review/shouts.ts', 'console.log(1);\n', ['no-console']],
  ['libs/review/loose.ts', 'export const f = (a: unknown) => a == 1;\n', ['eqeqeq']],
  ['libs/review/let.ts', 'let a = 1;\nexport const b = a;\n', ['prefer-const']],
  ['libs/review/ignores.ts', `// @${'ts'}-ignore\nexport const a = 1;\n`, ['@typescript-eslint/ban-ts-comment']],
];

const cases = [...size, ...names, ...clocks, ...faults, ...habits];

describe('house style', () => {
  const house = new TemporaryHouse(Object.fromEntries(cases.map(([file, text]) => [file, text])));
  const seen = new Map<string, (string | null)[]>();

  beforeAll(async () => {
    for (const { filePath, messages } of await lint(house.root, ['.'])) {
      const rules = [...new Set(messages.map(({ ruleId }) => ruleId))].sort();
      seen.set(filePath.slice(filePath.indexOf('sanzhi-house-')).replace(/^[^/]+\//, ''), rules);
    }
  }, 120_000);
  afterAll(() => house.remove());

  test.each(cases)('%s', (file, _text, expected) => {
    expect(seen.get(file)).toEqual([...expected].sort());
  });

  test("each of the house's own rules has a case that shows it bites", async () => {
    const print = ['--print-config', 'libs/kernel/index.ts', '--config', join(projectRoot, 'eslint.config.mjs')];
    const { stdout } = await runScript(projectRoot, eslint, print);
    const own = Object.keys((JSON.parse(stdout) as { rules: object }).rules).filter((rule) => rule.startsWith('sanzhi/'));
    const bitten = new Set(cases.flatMap(([, , rules]) => rules));
    expect(own.length).toBeGreaterThan(4);
    expect(own.filter((rule) => !bitten.has(rule))).toEqual([]);
  });
});

test('the real house keeps its style', async () => {
  const files = await lint(projectRoot, ['.']);
  const found = files.flatMap(({ filePath, messages }) => messages.map(({ ruleId, message }) => `${filePath}: ${ruleId ?? message}`));
  expect(found).toEqual([]);
}, 120_000);
