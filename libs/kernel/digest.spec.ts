import { commit, digest, SALT_BYTES } from './digest';

describe('digest', () => {
  it('gives the known answers for abc (FIPS 180-4, GB/T 32905-2016 A.1)', () => {
    expect(digest('abc')).toEqual({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    });
  });

  it('gives the known answer for 64 bytes (GB/T 32905-2016 A.2)', () => {
    expect(digest('abcd'.repeat(16)).sm3).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('takes a text as UTF-8', () => {
    expect(digest('三制')).toEqual(digest(Buffer.from('e4b889e588b6', 'hex')));
  });

  it('commits to salt and payload joined', () => {
    const salt = Buffer.alloc(SALT_BYTES, 7);
    expect(commit(salt, '{"a":1}')).toEqual(digest(Buffer.concat([salt, Buffer.from('{"a":1}')])));
    expect(commit(Buffer.alloc(SALT_BYTES, 8), '{"a":1}')).not.toEqual(commit(salt, '{"a":1}'));
  });

  it('takes no other salt than 32 bytes', () => {
    expect(() => commit(Buffer.alloc(31), '{}')).toThrow(RangeError);
  });
});
