import { isCreditCode, isIdentityNumber, isPartyCode } from './party-code';

describe('party codes', () => {
  it('knows the published examples', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('440524188001010014')).toBe(true);
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
