import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigFileError, configDir } from '@sanzhi/platform/config';
import { unverifiedStatements } from '../../rules/redaction';
import { readProfile } from './read-profile';

const released = path.join(configDir(), 'disclosure');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'profiles-'));
  mkdirSync(path.join(folder, 'disclosure'));
  writeFileSync(path.join(folder, 'disclosure', 'profile.schema.json'), readFileSync(path.join(released, 'profile.schema.json')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function withProfile(change: (yaml: string) => string): void {
  const yaml = readFileSync(path.join(released, 'penalty-public.yaml'), 'utf8');
  writeFileSync(path.join(folder, 'disclosure', 'penalty-public.yaml'), change(yaml));
}

function faultsOf(change: (yaml: string) => string): string {
  withProfile(change);
  try {
    readProfile('penalty-public', folder);
  } catch (fault) {
    if (fault instanceof ConfigFileError) return fault.message;
    throw fault;
  }
  return '';
}

it('reads the released profile, whose every statement names its basis', () => {
  const profile = readProfile('penalty-public');
  expect(profile).toMatchObject({ id: 'penalty-public', removedName: '某某', roles: { party: { name: 'surname' } } });
  const statements = [...Object.values(profile!.rules), ...Object.values(profile!.roles)];
  expect(statements.filter(({ basis }) => basis === '')).toEqual([]);
});

it('lists what no text read so far backs, for a visible warning', () => {
  expect(unverifiedStatements(readProfile('penalty-public')!).map((line) => line.split(':')[0])).toEqual([
    'rules.plate', 'rules.birth-date', 'roles.party', 'roles.legal-person',
  ]);
});

it('knows no profile of another name, and no path', () => {
  expect(readProfile('no-such')).toBeNull();
  expect(readProfile('../disclosure/penalty-public')).toBeNull();
});

it.each([
  ['an unknown field', (yaml: string) => yaml.replace('removedName:', 'removedNam:'), 'removedNam'],
  ['an unknown treatment', (yaml: string) => yaml.replace('{name: surname', '{name: initial'), '/roles/party/name'],
  ['a rule that is missing', (yaml: string) => yaml.replace(/ {2}mobile:\n.*\n/, ''), 'mobile'],
  ['another id', (yaml: string) => yaml.replace('id: penalty-public', 'id: penalty-other'), 'penalty-other'],
])('stops at %s, with file and line', (_, change, told) => {
  const faults = faultsOf(change);
  expect(faults).toMatch(/penalty-public\.yaml:\d+ /);
  expect(faults).toContain(told);
});

it('accepts the file unchanged', () => {
  expect(faultsOf((yaml) => yaml)).toBe('');
});
