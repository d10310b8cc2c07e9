import { isPeriod, spanOf } from './period.js';

const days = (period: string) => {
  const { from, until } = spanOf(period);
  return [from, until].map((at) => at.toISOString().slice(0, 10));
};

describe('a period of the report', () => {
  it('is a month, half of a year or a year of UTC', () => {
    expect(days('2026-12')).toEqual(['2026-12-01', '2027-01-01']);
    expect(days('2026-H1')).toEqual(['2026-01-01', '2026-07-01']);
    expect(days('2026-H2')).toEqual(['2026-07-01', '2027-01-01']);
    expect(days('2026')).toEqual(['2026-01-01', '2027-01-01']);
  });

  it('is nothing else', () => {
    for (const text of ['2026-13', '2026-H3', '26', '2026-3', '1999', '', null, ['2026']])
      expect(isPeriod(text)).toBe(false);
    for (const text of ['2026', '2026-H2', '2026-01']) expect(isPeriod(text)).toBe(true);
  });
});
