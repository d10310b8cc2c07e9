import { fillIn, hasPlaces, insertAt } from './fill-in';

const values = { name: 'Ana *x*', title: 'See www.evil.example', company: 'Forno' };

test('places are filled in as they are written: they can be no Markdown', () => {
  expect(fillIn('Dear {name}, “{title}” — {company}, {other}', values)).toBe(
    'Dear Ana \\*x\\*, “See www\\.evil.example” — Forno, {other}',
  );
});

test('what is filled in is not filled in again', () => {
  expect(fillIn('{title}', { ...values, title: '{company}' })).toBe('\\{company\\}');
});

test('what is filled in begins no list, line or heading', () => {
  const filled = ['---', '===', '- a', '+ a', '1. a', '12) a', 'a - 1. b'].map((title) =>
    fillIn('{title}', { ...values, title }),
  );
  expect(filled).toEqual(['\\---', '\\===', '\\- a', '\\+ a', '1\\. a', '12\\) a', 'a - 1. b']);
});

test('a text knows whether it has places', () => {
  expect([hasPlaces('Dear {name}'), hasPlaces('Dear {you}')]).toEqual([true, false]);
});

test('a reply goes in where the caret is, in place of what is marked', () => {
  expect(insertAt('Dear Ana, bye', 10, 13, 'thanks')).toEqual({ text: 'Dear Ana, thanks', caret: 16 });
});
