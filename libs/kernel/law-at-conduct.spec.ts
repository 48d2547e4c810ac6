import fc from 'fast-check';
import { inForceOn, lawForConduct } from './law-at-conduct';

interface Fine {
  validFrom: string;
  validTo?: string;
  most: number;
}

const heavier = (one: Fine, other: Fine): number => one.most - other.most;
const choose = (versions: Fine[], conductOn: string, decidedOn: string) => lawForConduct(versions, { conductOn, decidedOn }, heavier);
const old: Fine = { validFrom: '2010-01-01', validTo: '2020-12-31', most: 1000 };
const lighter: Fine = { validFrom: '2021-01-01', most: 500 };
const harder: Fine = { validFrom: '2021-01-01', most: 5000 };

describe('L18: the law at the conduct, unless the new one is lighter', () => {
  it.each<[string, Fine[], string, string, number | null, string]>([
    ['the law of the day', [old, harder], '2019-05-01', '2019-06-01', 1000, 'at-conduct'],
    ['the old law where the new one is heavier', [old, harder], '2020-12-31', '2021-01-01', 1000, 'at-conduct'],
    ['the new law where it is lighter', [old, lighter], '2020-12-31', '2021-01-01', 500, 'lighter-since'],
    ['the old law where both are alike', [old, { ...old, validFrom: '2021-01-01', validTo: undefined }], '2020-01-01', '2022-01-01', 1000, 'at-conduct'],
    ['nothing where it was no offence then', [harder], '2020-12-31', '2021-06-01', null, 'no-offence-then'],
    ['nothing where it is no offence any more', [old], '2020-01-01', '2021-01-01', null, 'no-offence-now'],
  ])('applies %s', (_, versions, conductOn, decidedOn, most, ground) => {
    const chosen = choose(versions, conductOn, decidedOn);
    expect([chosen.law?.most ?? null, chosen.ground]).toEqual([most, ground]);
  });

  it('never chooses a law in between, and never one heavier than that of the conduct', () => {
    const most = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(most, most, most, (a, b, c) => {
        const versions: Fine[] = [
          { validFrom: '2010-01-01', validTo: '2014-12-31', most: a },
          { validFrom: '2015-01-01', validTo: '2019-12-31', most: b },
          { validFrom: '2020-01-01', most: c },
        ];
        const { law } = choose(versions, '2012-01-01', '2022-01-01');
        expect(law).not.toBe(versions[1]);
        expect(law!.most).toBe(Math.min(a, c));
      }),
    );
  });

  it('takes the later of two that overlap', () => {
    expect(inForceOn([{ ...old, validTo: undefined }, lighter], '2022-01-01')).toBe(lighter);
    expect(inForceOn([lighter], '2020-01-01')).toBeUndefined();
  });
});
