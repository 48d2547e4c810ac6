import type { CaseFile, Json } from '@sanzhi/kernel';
import type { PartyNamed } from './party';
import { partyCodeValid } from './party-code-valid';

const unmetOf = (party: PartyNamed) => partyCodeValid.check({ step: { form: { party: party as unknown as Json } } } as unknown as CaseFile);
const CODE = '91350100M000100Y43';
const ID = '11010519491231002X';

describe('party-code-valid', () => {
  it.each<[string, Partial<PartyNamed>]>([
    ['a body with its code', { kind: 'organization', code: CODE }],
    ['a business with its code', { kind: 'individual-business', code: CODE, idNumber: ID }],
    ['a business without one', { kind: 'individual-business' }],
    ['a person with an identity number', { kind: 'person', idNumber: ID }],
    ['a person whose number nobody knows', { kind: 'person' }],
    ['a passport', { kind: 'person', idNumber: 'E12345678' }],
    ['a travel permit of eight digits', { kind: 'person', idNumber: '12345678' }],
  ])('holds for %s', (_, party) => {
    expect(unmetOf({ kind: 'person', name: '示例', ...party })).toBeNull();
  });

  it.each<[string, Partial<PartyNamed>, string]>([
    ['a body without code', { kind: 'organization' }, '未填统一社会信用代码'],
    ['a body with a wrong check character', { kind: 'organization', code: '91350100M000100Y44' }, '校验位不符'],
    ['a body with an old short code', { kind: 'organization', code: '120104000012345' }, '应为18位，实为15位'],
    ['a business with a wrong code', { kind: 'individual-business', code: 'X' }, '应为18位，实为1位'],
    ['a person with a code', { kind: 'person', code: CODE }, '不应有统一社会信用代码'],
    ['a person with a wrong number', { kind: 'person', idNumber: '110105194912310021' }, '校验位不符'],
    ['a person with an old number', { kind: 'person', idNumber: '110105491231002' }, '应为18位，实为15位'],
    ['a business with a wrong number', { kind: 'individual-business', idNumber: '110105194902290021' }, '出生日期不存在'],
  ])('does not hold for %s', (_, party, told) => {
    expect(unmetOf({ kind: 'person', name: '示例', ...party })?.message).toContain(told);
  });

  it('tells all that is wrong at once', () => {
    const unmet = unmetOf({ kind: 'individual-business', name: '示例', code: 'X', idNumber: '110105491231002' });
    expect(unmet?.message).toMatch(/信用代码.*身份证号码/);
  });
});
