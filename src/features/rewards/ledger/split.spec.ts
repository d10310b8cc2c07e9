import fc from 'fast-check';
import { splitWhole } from './split.js';

describe('a whole that is divided', () => {
  const weights = fc
    .array(fc.nat(20), { minLength: 1, maxLength: 8 })
    .filter((all) => all.some((weight) => weight > 0));

  it('adds up to itself, in whole parts none of which is off by one or more', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, shares) => {
        const parts = splitWhole(total, shares);
        const sum = shares.reduce((all, weight) => all + weight, 0);
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
        parts.forEach((part, index) => {
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - (total * shares[index]!) / sum)).toBeLessThan(1);
        });
      }),
    );
  });

  it('gives nothing to who has no part', () => {
    expect(splitWhole(10, [0, 1, 0, 2])).toEqual([0, 3, 0, 7]);
  });

  it('gives what is left to the first of equals', () => {
    expect(splitWhole(10, [1, 1, 1])).toEqual([4, 3, 3]);
  });
});
