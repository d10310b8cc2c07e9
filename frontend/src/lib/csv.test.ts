import { toCsv } from './csv';

const bare = (rows: (string | number | null)[][], locale = 'en') => toCsv(rows, locale).slice(1);

test('a cell can be no formula, whatever a stranger wrote', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) expect(bare([[text]])).toMatch(/^"?'/);
  expect(bare([['a=1']])).toBe('a=1\r\n');
});

test('numbers stay numbers, negative ones too', () => {
  expect(bare([[-3, 1.5, 0, null]])).toBe('-3,1.5,0,\r\n');
});

test('Spanish and Italian spreadsheets get semicolons and decimal commas, English ones commas and points', () => {
  expect(bare([['a', 22.804]], 'en')).toBe('a,22.8\r\n');
  expect(bare([['a', 22.804]], 'es')).toBe('a;22,8\r\n');
  expect(bare([['a', 22.804]], 'it')).toBe('a;22,8\r\n');
});

test('what parts cells and lines is quoted, and the file says that it is UTF-8', () => {
  expect(toCsv([['¿Más "pan"; sí, o no?', 'b']], 'es')).toBe('\ufeff"¿Más ""pan""; sí, o no?";b\r\n');
  expect(bare([['two\nlines'], ['x']])).toBe('"two\nlines"\r\nx\r\n');
});
