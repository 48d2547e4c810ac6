import { ScryptPasswordHasher } from './scrypt-password-hasher';
import { fromBase32, hotp, TotpCodes } from './totp-codes';

describe('passwords by scrypt', () => {
  const cheap = new ScryptPasswordHasher(4);

  it('holds for the password alone, and salts each anew', async () => {
    const [one, other] = await Promise.all([cheap.hash('Läuft-2026'), cheap.hash('Läuft-2026')]);
    expect(one).not.toBe(other);
    expect(await cheap.verify('Läuft-2026', one)).toBe(true);
    expect(await cheap.verify('Läuft-2026'.normalize('NFD'), one)).toBe(true);
    expect(await cheap.verify('läuft-2026', one)).toBe(false);
  });

  it('reads what was stored at another cost', async () => {
    const stored = await new ScryptPasswordHasher(5).hash('right');
    expect(stored).toMatch(/^scrypt\$5\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await cheap.verify('right', stored)).toBe(true);
  });

  it('reproduces RFC 7914 section 12', async () => {
    const salt = Buffer.from('SodiumChloride').toString('base64url');
    const key = Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2', 'hex').toString('base64url');
    expect(await cheap.verify('pleaseletmein', `scrypt$14$8$1$${salt}$${key}`)).toBe(true);
  });

  it('is false for nobody, and flies at a kind it does not know', async () => {
    expect(await cheap.verify('anything', null)).toBe(false);
    await expect(cheap.verify('x', 'md5$x')).rejects.toThrow('unknown kind of password hash');
  });
});

describe('one-time codes', () => {
  /** RFC 6238 appendix B, SHA-1. */
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %d is %s', (second, code) => {
    expect(hotp(Buffer.from('12345678901234567890'), Math.floor(second / 30), 8)).toBe(code);
  });

  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const at = (second: number): string => new Date(second * 1000).toISOString();

  it('reads base32', () => {
    expect(fromBase32(secret).toString()).toBe('12345678901234567890');
    expect(() => fromBase32('1')).toThrow(RangeError);
  });

  it('is good for its half minute and one on either side', () => {
    const codes = new TotpCodes();
    const step = Math.floor(1111111111 / 30);
    const seconds = [-60, -30, 0, 30, 60].map((drift) => codes.stepOf('050471', secret, at(step * 30 + drift)));
    expect(seconds).toEqual([null, step, step, step, null]);
    expect(codes.stepOf('50471', secret, at(1111111111))).toBeNull();
  });
});
