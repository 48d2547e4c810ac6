import * as fc from 'fast-check';
import { creditCodeCheck, creditCodeFault, idNumberCheck, idNumberFault } from './codes';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

describe('unified social credit code (GB 32100-2015)', () => {
  it('knows the published example', () => {
    expect(creditCodeFault('91350100M000100Y43')).toBeNull();
  });

  it.each([
    ['', '应为18位，实为0位'],
    ['91350100M000100Y4', '实为17位'],
    ['91350100M000100Y433', '实为19位'],
    ['91350100M000100Y44', '校验位不符'],
    ['9135010OM000100Y43', '不含I、O、S、V、Z'],
    ['91350100M000100Y4I', '不含I、O、S、V、Z'],
    ['91350100m000100y43', '大写字母'],
  ])('%s: %s', (code, fault) => {
    expect(creditCodeFault(code)).toContain(fault);
  });

  it('finds every single wrong character', () => {
    const bodies = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));
    fc.assert(
      fc.property(bodies, fc.nat(16), fc.constantFrom(...ALPHABET), (body, at, other) => {
        const code = body + creditCodeCheck(body);
        const damaged = code.slice(0, at) + other + code.slice(at + 1);
        return creditCodeFault(code) === null && (creditCodeFault(damaged) === null) === (other === code[at]);
      }),
    );
  });
});

describe('identity number (GB 11643-1999)', () => {
  it.each(['11010519491231002X', '440524188001010014'])('knows the published example %s', (idNumber) => {
    expect(idNumberFault(idNumber)).toBeNull();
  });

  it.each([
    ['110105491231002', '实为15位'],
    ['110105194912310021', '校验位不符'],
    ['11010519491231002x', '校验位不符'],
    ['1101051949123100AX', '前17位应为数字'],
  ])('%s: %s', (idNumber, fault) => {
    expect(idNumberFault(idNumber)).toContain(fault);
  });

  it.each([
    ['19490229', false],
    ['20000229', true],
    ['19490431', false],
    ['19490430', true],
    ['19491301', false],
    ['19490001', false],
    ['19490100', false],
  ])('born %s exists: %s', (born, exists) => {
    const body = `110105${born}002`;
    const fault = idNumberFault(body + idNumberCheck(body));
    expect(fault).toEqual(exists ? null : expect.stringContaining('出生日期不存在'));
  });
});
