import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CaseFeatures, FileLawBook } from '@sanzhi/casework';
import { ConfigFileError, configDir, type ConfigProblem } from '@sanzhi/platform/config';
import { JobsModule } from '@sanzhi/platform/jobs';
import { NoDatabaseModule } from '../../apps/cli/src/no-database.module';
import { FEATURES } from '../../apps/features';

const ORDINARY = 'procedures/penalty-ordinary@2021-07-15.yaml';
const partFile = (part: string): string => `procedures/parts/${part}@2021-07-15.yaml`;
const [FILING, NOTICE, REVIEW] = ['filing', 'notice', 'review'].map(partFile);
const NATIONAL = 'parameters/national.yaml';
const REGION = 'regions/demo-district.yaml';

let house: INestApplicationContext;
let copy: string;
beforeAll(async () => {
  const imports = [NoDatabaseModule, JobsModule.forCommand(), ...FEATURES];
  house = await NestFactory.createApplicationContext({ module: class LawOnly {}, imports }, { logger: false, abortOnError: false });
});
afterAll(() => house.close());
beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'sanzhi-law-'));
  cpSync(configDir(), copy, { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

/** What a start with this law says: nothing, or every problem with its file and line. */
function problems(): { file: string; line: number; message: string }[] {
  try {
    new FileLawBook(copy, house.get(CaseFeatures, { strict: false })).onModuleInit();
    return [];
  } catch (cause) {
    if (!(cause instanceof ConfigFileError)) throw cause;
    return (cause.problems as ConfigProblem[]).map(({ file, line, message }) => ({ file: path.relative(copy, file), line: line ?? 0, message }));
  }
}

/** Replaces the first place where `from` stands; the number of its line. */
function mistype(file: string, from: string, to: string): number {
  const target = path.join(copy, file);
  const text = readFileSync(target, 'utf8');
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(target, text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split('\n').length;
}

it('starts with the law as it is', () => {
  expect(problems()).toEqual([]);
});

it.each<[what: string, file: string, from: string, to: string, message: RegExp, linesOff?: number]>([
  ['a rule that nobody brings', FILING, 'party-code-valid', 'party-code-vaild', /party-code-vaild/],
  ['a state that is not there', FILING, 'to: filing', 'to: fileing', /fileing/],
  ['a word that no step knows', REVIEW, 'by: reviewer', 'bye: reviewer', /bye|by/],
  ['a duty that nobody has', REVIEW, 'by: reviewer', 'by: revuewer', /revuewer/],
  ['a clock that is not there', NOTICE, 'rule: CASE-HEAR-REQ,', 'rule: CASE-HEAR-REC,', /CASE-HEAR-REC/, 2],
  ['a clock that nobody hears', partFile('service'), 'clock: [CASE-SERVE-PUB,', 'clock: [CASE-SERVE-PUBS,', /CASE-SERVE-PUBS/],
  ['a thing counted under a rule that nobody brings', partFile('decision'), 'when: is-mitigated', 'when: is-mitigatd', /is-mitigatd/],
  ['a final state reopened by what nobody can do', partFile('ordinary-states'), 'reopenedBy: [record-remedy', 'reopenedBy: [record-remdy', /record-remdy/],
  ['a document that is not there', NOTICE, 'documents: [penalty-notice]', 'documents: [penalty-notiz]', /penalty-notiz/],
  ['a feature that does not do so', REVIEW, 'feature: review, kind: submit', 'feature: review, kind: sumbit', /sumbit/],
  ['a rule for a clock that nobody brings', NOTICE, 'when: hearing-line-reached', 'when: hearing-line-reach', /hearing-line-reach/],
  ['a type that JSON Schema does not know', FILING, '{type: string, title: 立案理由', '{type: sting, title: 立案理由', /./, 4],
  ['a task for what nobody can do', partFile('ordinary-states'), 'action: file-case', 'action: fil-case', /fil-case/],
])('stops at %s, and names file and line', (_, file, from, to, message, linesOff = 1) => {
  const line = mistype(file, from, to);
  // What follows from a mistake in a part (a state that nobody reaches any more) stands where the states are.
  const found = problems().filter((problem) => problem.file === file);
  expect(found.every((problem) => problem.line > 0)).toBe(true);
  expect(found.some((problem) => message.test(problem.message))).toBe(true);
  expect(Math.min(...found.map((problem) => Math.abs(problem.line - line)))).toBeLessThanOrEqual(linesOff);
});

it('stops at a day that is none', () => {
  const line = mistype(ORDINARY, 'validFrom: 2021-07-15', 'validFrom: 2021-02-30');
  expect(problems()).toEqual([expect.objectContaining({ file: ORDINARY, line })]);
});

it.each([
  ['a list that is not closed', FILING, 'needs: [certificate-valid, clue-not-from-the-future]', 'needs: [certificate-valid, clue-not-from-the-future'],
  ['a tab', FILING, '    title: 登记线索', '\ttitle: 登记线索'],
  ['a key that is there twice', REVIEW, '    by: reviewer', '    by: reviewer\n    by: approver'],
])('stops at YAML that is none: %s', (_, file, from, to) => {
  const line = mistype(file, from, to);
  const [first] = problems();
  expect(first).toMatchObject({ file });
  expect(first.line).toBeGreaterThanOrEqual(line);
  expect(first.line).toBeLessThanOrEqual(line + 2);
});

it('tells every mistake at once, in whichever files they are', () => {
  mistype(FILING, 'party-code-valid', 'party-code-vaild');
  mistype(partFile('on-the-spot'), 'summary-limit', 'sumary-limit');
  mistype(REGION, 'clock.CASE-NOTICE.length, value: 3', 'clock.CASE-NOTICE.length, value: 三');
  expect(new Set(problems().map((problem) => problem.file))).toEqual(
    new Set([FILING, partFile('on-the-spot'), REGION]),
  );
});

it.each([
  ['above the ceiling of the law', 'hearing.threshold.personFen, value: 500000', 'summary.limit.personFen, value: 20001'],
  ['another number where the law has one', 'hearing.threshold.personFen, value: 500000', 'limitation.years, value: 3'],
  ['a parameter that nobody knows', 'discussion.heads, value: 3', 'discussion.head, value: 3'],
  ['a negative number of days', 'clock.CASE-NOTICE.length, value: 3', 'clock.CASE-NOTICE.length, value: -3'],
  ['half a day', 'clock.CASE-NOTICE.length, value: 3', 'clock.CASE-NOTICE.length, value: 1.5'],
  ['a word for a number', 'clock.CASE-NOTICE.length, value: 3', 'clock.CASE-NOTICE.length, value: 三'],
  ['yuan with a comma', 'hearing.threshold.personFen, value: 500000', "hearing.threshold.personFen, value: '5,000'"],
  ['more than all', 'discussion.quorum.share, value: 0.5', 'discussion.quorum.share, value: 50'],
  ['there already', 'numbering.abbr, value: 示卫医', 'discussion.heads, value: 4'],
])('takes no local value that is %s', (_, from, to) => {
  const line = mistype(REGION, from, to);
  expect(problems()).toEqual([expect.objectContaining({ file: REGION, line })]);
});

describe('put together from parts', () => {
  const PART = 'procedures/parts/publication@2021-07-15.yaml';
  const STATES = 'procedures/parts/summary-states@2021-07-15.yaml';

  it.each<[what: string, file: string, from: string, to: string, message: RegExp]>([
    ['a part that is not there', ORDINARY, 'publication@2021-07-15', 'publication@2021-07-14', /no part publication@2021-07-14/],
    ['a part of that name on no day', ORDINARY, 'publication@2021-07-15', 'publication', /parts/],
    ['a group that the procedure does not have', PART, 'from: [$afterDecision', 'from: [$afterDecison', /no group afterDecison/],
    ['a group with a state that is not there', STATES, 'afterDecision: [decided, filed', 'afterDecision: [decided, field', /no state field/],
    ['a state that is its own too', STATES, '  decided: {', '  applied: {', /unique|applied/],
    ['articles of what nobody does', ORDINARY, 'words: {', 'bases: {nothing: 旧法}\nwords: {', /no action nothing/],
    ['an action that two parts give', PART, '  clear-publication:', '  decide-on-the-spot:', /action decide-on-the-spot is given twice/],
    ['a form that is not there', FILING, 'form: $opinion', 'form: $opinon', /no form opinon/],
    ['a field that is not there', FILING, 'party: $party', 'party: $partie', /no form partie/],
    ['a word that the procedure does not give', PART, 'channel: $form.channel', 'channel: $word.channel', /no word channel/],
    ['a rule in a part that nobody brings', PART, 'needs: [item-awaits-scope, ', 'needs: [item-awaits-scop, ', /item-awaits-scop/],
    ['a word in a part that no step knows', PART, 'by: second-eye', 'bye: second-eye', /bye|by/],
  ])('stops at %s, and names file and line', (_, file, from, to, message) => {
    const line = mistype(file, from, to);
    const found = problems().filter((problem) => message.test(problem.message));
    expect(found.length).toBeGreaterThan(0);
    const atFault = file === STATES ? found : found.filter((problem) => problem.file === file);
    expect(atFault.length).toBeGreaterThan(0);
    if (file !== STATES) expect(Math.min(...atFault.map((problem) => Math.abs(problem.line - line)))).toBeLessThanOrEqual(1);
  });

  it('stops at a part whose name says another day, and at one that no procedure is put together with', () => {
    renameSync(path.join(copy, PART), path.join(copy, 'procedures/parts/publication@2021-07-16.yaml'));
    const messages = problems().map(({ message }) => message);
    expect(messages).toContain('the file must be named publication@2021-07-15.yaml');
    expect(messages).toContain('no part publication@2021-07-15');
    expect(messages).toContain('no procedure is put together with publication@2021-07-16');
  });
});

it('takes no file whose name says another day, no parameter twice, and no calendar without its notice', () => {
  renameSync(path.join(copy, ORDINARY), path.join(copy, 'procedures/penalty-ordinary@2021-07-16.yaml'));
  expect(problems()).toEqual([expect.objectContaining({ file: 'procedures/penalty-ordinary@2021-07-16.yaml' })]);
  renameSync(path.join(copy, 'procedures/penalty-ordinary@2021-07-16.yaml'), path.join(copy, ORDINARY));
  rmSync(path.join(copy, 'calendars/2023.csv'));
  expect(problems()).toEqual([expect.objectContaining({ file: 'calendars/notices.yaml' })]);
  cpSync(path.join(configDir(), 'calendars/2023.csv'), path.join(copy, 'calendars/2023.csv'));
  const national = path.join(copy, NATIONAL);
  writeFileSync(national, `${readFileSync(national, 'utf8')}  - {id: limitation.years, title: 处罚时效, unit: year, value: 3, bound: fixed, basis: 行政处罚法第三十六条, status: SEEN}\n`);
  expect(problems()).toEqual([expect.objectContaining({ file: NATIONAL })]);
});
