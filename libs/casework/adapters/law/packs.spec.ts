import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { configDir } from '@sanzhi/platform/config';
import { readParameters } from './read-parameters';

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'sanzhi-packs-'));
  for (const folder of ['parameters', 'regions']) cpSync(join(configDir(), folder), join(copy, folder), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

const organ = (code: string) => ({ code, region: '000000' });
const problems = (): string[] => readParameters(copy).problems.map(({ file, line, message }) => `${basename(file)}:${line} ${message}`);
const write = (name: string, text: string): void => writeFileSync(join(copy, 'regions', name), text);
const pack = (id: string, more: string, values = '  - {id: discussion.heads, value: 3, basis: 演示值}\n'): string => `id: ${id}\ntitle: 示例\n${more}\nvalues:\n${values}`;

describe('packs as shipped', () => {
  const { packs, problems: none } = readParameters(configDir());

  it('are without fault', () => expect(none).toEqual([]));

  it('test pack 2 takes the place of test pack 1 on its day (JB9)', () => {
    const line = (day: string) => packs.explained(organ('TP-CLINIC'), day).get('hearing.threshold.personFen');
    expect(line('2026-07-31')).toMatchObject({ value: 500000, file: 'test-pack-1.yaml', demo: true });
    expect(line('2026-08-01')).toMatchObject({ value: 300000, file: 'test-pack-2.yaml', demo: true });
    const next = (day: string) => packs.nextChanges(organ('TP-CLINIC'), day).get('hearing.threshold.personFen');
    expect(next('2026-07-31')).toEqual({ on: '2026-08-01', value: 300000, file: 'test-pack-2.yaml' });
    expect(next('2026-08-01')).toBeUndefined();
  });

  it.each(['SEED-JINGAN', 'SEED-NANKAI', 'SEED-JIANGMEN', 'SEED-LUSHAN', 'SEED-ZHANGYE'])('%s has a pack, all of it marked as demo', (code) => {
    const own = [...packs.explained(organ(code), '2026-01-01').values()].filter(({ file }) => file.startsWith('seed-'));
    expect(own.length).toBeGreaterThan(5);
    expect(own.every(({ demo }) => demo)).toBe(true);
  });

  it('a place without pack has no number that no law gives', () => {
    const open = packs.explained(organ('ELSEWHERE'), '2026-01-01');
    for (const id of ['hearing.threshold.personFen', 'clock.CASE-DECIDE-90.extension', 'clock.CASE-NOTICE.length']) expect(open.get(id)?.value).toBeNull();
  });

  it('nothing that is known from memory or not at all has a value', () => {
    const guessed = [...packs.explained(organ('ELSEWHERE'), '2026-01-01').values()].filter(({ status, value }) => ['MEMORY', 'UNKNOWN'].includes(status) && value !== null);
    expect(guessed).toEqual([]);
  });
});

describe('packs with mistakes', () => {
  it('two values of one place on one day', () => {
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01'));
    write('x2.yaml', pack('x2', 'organs: [X, Y]\nvalidFrom: 2024-01-01'));
    expect(problems()).toEqual(['x2.yaml:6 discussion.heads has two values on one day: also in x1']);
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01\nvalidTo: 2023-12-31'));
    expect(problems()).toEqual([]);
  });

  it('is no mistake where one pack supersedes the other, or another place is meant', () => {
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01'));
    write('x2.yaml', pack('x2', 'organs: [X]\nvalidFrom: 2024-01-01\nsupersedes: x1'));
    write('x3.yaml', pack('x3', "region: '9907'\nvalidFrom: 2020-01-01"));
    expect(problems()).toEqual([]);
  });

  it('a circle', () => {
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01\nsupersedes: x2'));
    write('x2.yaml', pack('x2', 'organs: [X]\nvalidFrom: 2024-01-01\nsupersedes: x1'));
    expect(problems()).toEqual(['x1.yaml:5 packs supersede each other in a circle: x1 → x2 → x1', 'x2.yaml:5 packs supersede each other in a circle: x2 → x1 → x2']);
  });

  it.each([
    ['an unknown pack', 'organs: [X]\nvalidFrom: 2024-01-01\nsupersedes: nobody', 5, 'unknown pack nobody'],
    ['one that is no earlier', 'organs: [X]\nvalidFrom: 2020-01-01\nsupersedes: x1', 5, 'x2 begins no later than x1, which it supersedes'],
    ['one of another place', 'organs: [Z]\nvalidFrom: 2024-01-01\nsupersedes: x1', 5, 'x2 holds elsewhere than x1, which it supersedes'],
  ])('superseding %s', (_, head, line, message) => {
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01'));
    write('x2.yaml', pack('x2', head, '  - {id: numbering.abbr, value: 示, basis: 演示值}\n'));
    expect(problems()).toEqual([`x2.yaml:${line} ${message}`]);
  });

  it('an id twice', () => {
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01'));
    write('x2.yaml', pack('x1', 'organs: [Z]\nvalidFrom: 2020-01-01'));
    expect(problems()).toEqual(['x2.yaml:4 there are two packs x1']);
  });

  it.each([
    ['a list without words', 'clock.CASE-DECIDE-90.stops', '[]'],
    ['a word twice', 'clock.CASE-DECIDE-90.stops', '[检验, 检验]'],
    ['a step without approval', 'clock.CASE-DECIDE-90.extension', '[{length: 30, unit: calendar-day}]'],
    ['a step of no length', 'clock.CASE-DECIDE-90.extension', '[{length: 0, unit: calendar-day, approval: approver}]'],
    ['a step in hours', 'clock.CASE-DECIDE-90.extension', '[{length: 24, unit: hour, approval: approver}]'],
  ])('%s', (_, id, value) => {
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01', `  - {id: ${id}, value: ${value}, basis: 演示值}\n`));
    expect(problems()).toEqual([expect.stringMatching(/^x1\.yaml:6 .* is no value in/)]);
  });

  it.each([
    ['a word that is no choice', 'review.point', 'abc', 'review.point: abc is none of before-notice, before-decision'],
    ['a kind of penalty that the Act does not know', 'review.kinds', '[罚款, 没收]', 'review.kinds: 没收 is none of'],
    ['a word for a switch', 'publish.beforeService', 'abc', 'publish.beforeService: abc is no value in boolean'],
    ['a word for an amount', 'hearing.threshold.personFen', 'abc', 'hearing.threshold.personFen: abc is no value in fen'],
    ['a number out of its range', 'discussion.heads', '51', 'discussion.heads: 51 is not from 1 to 50'],
    ['what the law fixes', 'limitation.years', '1', 'limitation.years is fixed by 行政处罚法第三十六条'],
    ['what the law does not know', 'hearing.request.days', '3', 'unknown parameter hearing.request.days'],
  ])('U22: %s does not load and becomes nothing else', (_, id, value, message) => {
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01', `  - {id: ${id}, value: ${value}, basis: 演示值}\n`));
    expect(problems()).toEqual([expect.stringContaining(`x1.yaml:6 ${message}`)]);
  });

  it('lower than a floor of the statute, which a pack may raise', () => {
    const file = join(copy, 'parameters/floor.yaml');
    writeFileSync(file, 'parameters:\n  - {id: test.floor, title: 下限, unit: count, value: 5, bound: floor, basis: 示例法, status: SEEN}\n');
    const local = (value: number): void => write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01', `  - {id: test.floor, value: ${value}, basis: 演示值}\n`));
    local(4);
    expect(problems()).toEqual(['x1.yaml:6 test.floor may not be below 5 (示例法)']);
    local(6);
    expect(problems()).toEqual([]);
  });

  it.each([
    ['a word that packs do not have', 'organs: [X]\nvalidFrom: 2020-01-01\nvalidUntil: 2021-01-01', 'x1.yaml:5 /validUntil：不认识的字段'],
    ['no place', 'validFrom: 2020-01-01', 'x1.yaml:1'],
  ])('%s', (_, head, message) => {
    write('x1.yaml', pack('x1', head));
    expect(problems().join('\n')).toContain(message);
  });

  it('two values of the nation on one day', () => {
    const file = join(copy, 'parameters/twice.yaml');
    writeFileSync(file, 'parameters:\n  - {id: limitation.years, title: 处罚时效, unit: year, value: 2, bound: fixed, basis: 示例法, status: SEEN}\n');
    expect(problems()).toEqual(['twice.yaml:2 limitation.years has two values on one day']);
  });

  it('looser than the statute', () => {
    write('x1.yaml', pack('x1', 'organs: [X]\nvalidFrom: 2020-01-01', '  - {id: summary.limit.personFen, value: 20001, basis: 演示值}\n'));
    expect(problems()).toEqual([expect.stringMatching(/^x1\.yaml:6 summary\.limit\.personFen may not be above 20000/)]);
  });
});

it('every shipped file of a place says whether it is a show', () => {
  const { packs } = readParameters(configDir());
  expect(packs.ids().length).toBeGreaterThan(25);
  expect(readFileSync(join(configDir(), 'regions/demo-district.yaml'), 'utf8')).toContain('demo: true');
});
