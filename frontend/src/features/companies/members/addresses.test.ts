import { readAddresses } from './addresses';

test('a list is read as people paste it', () => {
  const pasted = 'ana@example.org, Luis@Example.org;\n"García, Eva" <eva@example.org>\nleo@example.org max@example.org';
  expect(readAddresses('ana@example.org, Luis@Example.org;\nEva G. <eva@example.org> leo@example.org').good).toEqual([
    'ana@example.org',
    'luis@example.org',
    'eva@example.org',
    'leo@example.org',
  ]);
  expect(readAddresses(pasted).good).toContain('eva@example.org');
});

test('what comes twice, what is invited already and what is no address is told apart', () => {
  expect(readAddresses('a@b.es A@B.es c@d.it ana@ nonsense', ['c@d.it'])).toEqual({
    good: ['a@b.es'],
    twice: ['a@b.es'],
    invited: ['c@d.it'],
    wrong: ['ana@', 'nonsense'],
  });
});

test('nothing is nothing', () => {
  expect(readAddresses(' ,\n;')).toEqual({ good: [], twice: [], invited: [], wrong: [] });
});
