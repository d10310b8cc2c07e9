import { periodsSince } from './periods';
import { periodParam } from './report-search';

test('there are reports of the years, halves and months of the log, the latest first', () => {
  const periods = periodsSince(new Date('2025-11-30T23:00:00Z'), new Date('2026-02-01T00:00:00Z'));
  expect(periods).toEqual(['2026', '2025', '2026-H1', '2025-H2', '2026-02', '2026-01', '2025-12', '2025-11']);
});

test('an address that names no period names none', () => {
  expect(['2026', 2026, '2026-H2', '2026-12'].map(periodParam)).toEqual(['2026', '2026', '2026-H2', '2026-12']);
  expect(['2026-13', '2026-H3', 'x', 26, null].map(periodParam)).toEqual(Array(5).fill(undefined));
});
