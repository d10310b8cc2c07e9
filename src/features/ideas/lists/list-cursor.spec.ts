import fc from 'fast-check';
import { encodeCursor } from '../../../shared/graphql/connection.js';
import { newId } from '../../../shared/database/ids.js';
import { cursorValues, type Position, readPosition, seedOf } from './list-cursor.js';

const refused = (values: (string | number | boolean | null)[]) => () => readPosition(encodeCursor(values));

describe('a cursor of a list', () => {
  it('comes back as it was', () => {
    const key = {
      TOP: fc.integer({ min: -99, max: 999 }),
      TRENDING: fc.double({ min: 0, max: 1e6, noNaN: true }).filter((n) => !String(n).includes('e')),
      NEWEST: fc.nat(),
      RANDOM: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      MATCH: fc.nat(999_999),
      WAITING: fc.integer({ min: -(10 ** 15), max: 10 ** 15 }),
    };
    for (const sorting of Object.keys(key) as (keyof typeof key)[]) {
      fc.assert(
        fc.property<[unknown]>(key[sorting] as fc.Arbitrary<unknown>, (value) => {
          const position: Position = { sorting, key: String(value), id: newId(), seed: '7' };
          expect(readPosition(encodeCursor(cursorValues(position)))).toEqual(position);
        }),
      );
    }
    expect(readPosition(null)).toBeNull();
  });

  it('is refused when it was made up', () => {
    const id = newId();
    for (const sorting of ['TOP', 'TRENDING', 'NEWEST', 'RANDOM', 'MATCH', 'WAITING', '__proto__', 'toString', '']) {
      fc.assert(
        fc.property(fc.string(), (text) => {
          fc.pre(!/^-?[\d.]+$/.test(text));
          expect(refused([sorting, text, id, '1'])).toThrow('VALIDATION_FAILED');
          expect(refused([sorting, '1', text, '1'])).toThrow('VALIDATION_FAILED');
        }),
      );
    }
    expect(refused(['RANDOM', String(2n ** 63n), id, '1'])).toThrow();
    expect(refused(['RANDOM', '1', id, null])).toThrow();
    // no moment lies so far away
    expect(refused(['WAITING', String(2n ** 63n - 1n), id, null])).toThrow();
    expect(refused(['TOP', '1', id])).toThrow();
  });
});

describe('the seed', () => {
  it('is a 64-bit integer of the viewer and the day', () => {
    const at = (iso: string, userId?: string) => seedOf(userId ? { userId, sessionId: '' } : null, new Date(iso));
    expect(at('2026-01-01T00:00:00Z')).toBe(at('2026-01-01T23:59:59Z'));
    expect(
      new Set([at('2026-01-01T00:00:00Z'), at('2026-01-02T00:00:00Z'), at('2026-01-01T00:00:00Z', 'ana')]).size,
    ).toBe(3);
    expect(at('2026-01-01T00:00:00Z')).toMatch(/^-?\d{1,19}$/);
  });
});
