import * as fc from 'fast-check';
import { inNaturalOrder, naturalOrder } from './natural-order';

describe('numbers of cases', () => {
  it('stand in the order of reading', () => {
    const numbers = ['〔2023〕10号', '〔2023〕2号', '〔2022〕11号', 'A', '', '〔2023〕2号之一', '2', '10', '02'];
    const inOrder = ['', '02', '2', '10', 'A', '〔2022〕11号', '〔2023〕2号', '〔2023〕2号之一', '〔2023〕10号'];
    expect([...numbers].sort(naturalOrder)).toEqual(inOrder);
    expect(inNaturalOrder(numbers)).toEqual(inOrder);
    const long = '9'.repeat(400);
    expect(inNaturalOrder([`${long}b`, `${long}a`])).toEqual([`${long}a`, `${long}b`]);
  });

  it('have one order only', () => {
    const number = fc.string({ unit: fc.constantFrom('0', '1', '2', '号', 'a') });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const antisymmetric = Math.sign(naturalOrder(a, b)) === -Math.sign(naturalOrder(b, a)) || a === b;
        const transitive = !(naturalOrder(a, b) <= 0 && naturalOrder(b, c) <= 0) || naturalOrder(a, c) <= 0;
        return antisymmetric && transitive && (naturalOrder(a, b) === 0) === (a === b);
      }),
    );
  });
});
