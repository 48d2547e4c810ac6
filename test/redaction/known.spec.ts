import { type KnownPerson, readProfile, redact, type RedactionProfile } from '@sanzhi/disclosure';

const profile = readProfile('penalty-public') as RedactionProfile;
const idNumber = '990000199001010017';
const person: KnownPerson = { name: '张虚构', idNumber, phone: '13800000001', address: '天津市虚构区云上路1号2门301室' };
const text = `张虚构 ${idNumber} 13800000001 天津市虚构区云上路1号2门301室`;

it.each<[NonNullable<KnownPerson['role']>, string]>([
  ['party', '张** [已隐去] [已隐去] 天津市虚构区[已隐去]'],
  ['witness', '某某 [已隐去] [已隐去] [已隐去]'],
  ['informant', '某某 [已隐去] [已隐去] [已隐去]'],
  ['minor', '某某 [已隐去] [已隐去] [已隐去]'],
  ['officer', '张虚构 [已隐去] [已隐去] [已隐去]'],
  ['legal-person', '张虚构 [已隐去] [已隐去] 天津市虚构区云上路1号2门301室'],
])('treats a %s as the profile says', (role, redacted) => {
  const result = redact(text, profile, { persons: [{ ...person, role }] });
  expect(result.text).toBe(redacted);
  expect(new Set(result.spans.map(({ rule }) => rule))).toEqual(new Set(['known']));
});

it('treats a person without a role as a third person', () => {
  expect(redact('张虚构', profile, { persons: [{ name: '张虚构' }] }).text).toBe('某某');
});

it('removes an address also where the text leaves out the city', () => {
  const persons = [{ ...person, role: 'party' as const }];
  expect(redact('住虚构区云上路1号2门301室。', profile, { persons }).text).toBe('住虚构区[已隐去]。');
});

it('keeps a longer name of an officer that holds a name which must go', () => {
  const persons: KnownPerson[] = [{ name: '张三', role: 'witness' }, { name: '张三丰', role: 'officer' }];
  expect(redact('执法人员张三丰询问了张三。', profile, { persons }).text).toBe('执法人员张三丰询问了某某。');
});

it('removes what one person keeps and another must lose', () => {
  const persons: KnownPerson[] = [{ name: '张虚构', role: 'officer' }, { name: '张虚构', role: 'informant' }];
  expect(redact('张虚构', profile, { persons }).text).toBe('某某');
});

it('keeps credit code and certificate number that stand as identity number of a body or an officer', () => {
  const persons: KnownPerson[] = [
    { name: '天津云上医院有限公司', idNumber: '91120199MA00000008', role: 'legal-person' },
    { name: '李明法', idNumber: '12010100001', role: 'officer' },
  ];
  const lawful = '天津云上医院有限公司 91120199MA00000008 李明法 12010100001';
  expect(redact(lawful, profile, { persons })).toEqual({ text: lawful, spans: [] });
});

it('finds short values only where they stand alone', () => {
  expect(redact('0001号至20001号', profile, { values: ['0001'] }).text).toBe('[已隐去]号至20001号');
});

it('follows the switch of the region for the name of the party, and rules that are off', () => {
  const open: RedactionProfile = {
    ...profile,
    roles: { ...profile.roles, party: { ...profile.roles.party, name: 'keep' } },
    rules: { ...profile.rules, mobile: { ...profile.rules.mobile, on: false } },
  };
  expect(redact('张虚构 13800000002', open, { persons: [{ name: '张虚构', role: 'party' }] }).text).toBe('张虚构 13800000002');
});

it('gives offsets of the input in UTF-16 units', () => {
  const { spans } = redact('😀号１３８\u200b００００\n００００１。', profile);
  expect(spans).toEqual([]);
  expect(redact('😀号１３８\u200b００００\n０００１。', profile).spans).toEqual([
    { start: 3, end: 16, rule: 'mobile', replacement: '[已隐去]' },
  ]);
});
