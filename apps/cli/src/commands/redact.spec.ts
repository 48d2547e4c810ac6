import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { redact } from './redact';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redact-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};

async function run(argv: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await redact(argv, {
    stdin: () => Promise.resolve(stdin),
    stdout: (text) => { out += text; },
    stderr: (text) => { err += text; },
  });
  return { code, out, err };
}

it('prints one JSON document for a text on stdin, and its warnings on stderr', async () => {
  const { code, out, err } = await run(['--profile', 'penalty-public', '-'], '电话13800000001。');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    text: '电话[已隐去]。',
    spans: [{ start: 2, end: 13, rule: 'mobile', replacement: '[已隐去]' }],
  });
  expect(err).toContain('依据待核');
});

it('reads a file and known values', async () => {
  const known = file('known.json', JSON.stringify({ persons: [{ name: '云小河', role: 'minor' }], values: ['云上一号'] }));
  const text = file('text.txt', '云小河用了云上一号。');
  const { code, out } = await run(['--json', '--known', known, '--profile=penalty-public', text]);
  expect(code).toBe(0);
  expect((JSON.parse(out) as { text: string }).text).toBe('某某用了[已隐去]。');
});

it.each([
  ['no profile', () => []],
  ['an unknown profile', () => ['--profile', 'none']],
  ['an unknown option', () => ['--profile', 'penalty-public', '--force']],
  ['an option without value', () => ['--profile']],
  ['two files', () => ['--profile', 'penalty-public', 'a', 'b']],
  ['a file that is not there', () => ['--profile', 'penalty-public', path.join(folder, 'none.txt')]],
  ['known values that are no JSON', () => ['--profile', 'penalty-public', '--known', file('bad.json', '{')]],
  ['known values of another shape', () => ['--profile', 'penalty-public', '--known', file('odd.json', '{"persons":[{"role":"judge"}]}')]],
])('ends with 2 and prints nothing on stdout for %s', async (_, argv) => {
  const { code, out, err } = await run(argv(), '电话13800000001');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('用法');
});
