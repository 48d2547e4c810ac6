import * as fc from 'fast-check';
import { creditCodeCheck, identityNumberCheck, isCreditCode, isIdentityNumber, isPartyCode } from './party-code';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('party codes', () => {
  it('knows the published examples', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('440524188001010014')).toBe(true);
  });

  it('finds every single wrong character of a credit code', () => {
    const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));
    fc.assert(
      fc.property(body, fc.nat(16), fc.constantFrom(...ALPHABET), (text, at, other) => {
        const code = text + creditCodeCheck(text);
        const damaged = code.slice(0, at) + other + code.slice(at + 1);
        return isCreditCode(code) && isCreditCode(damaged) === (other === code[at]);
      }),
    );
  });

  it('has no check character for letters outside the alphabet', () => {
    expect(creditCodeCheck('9135010OM000100Y4')).toBeNull();
    expect(identityNumberCheck('1101051949123100A')).toBeNull();
  });

  it('checks only 18-long codes, by the type of the party', () => {
    expect(isPartyCode('1234', 'organization')).toBe(true);
    expect(isPartyCode('91350100M000100Y43', 'person')).toBe(false);
    expect(isPartyCode('11010519491231002X', 'organization')).toBe(false);
    expect(isPartyCode('11010519491231002X', 'individual-business')).toBe(true);
    expect(isPartyCode('91350100M000100Y43', '')).toBe(true);
    expect(isPartyCode('91350100M000100Y44', '')).toBe(false);
  });
});
