import { piecesOf } from './pieces';

test('a short list is one piece, without empty lines', () => expect(piecesOf('A\r\n\n B\n')).toEqual(['A\n B']));

test('a long list is several, none of them too long, and nothing is lost', () => {
  const lines = Array.from({ length: 5_000 }, (_, n) => `CODE-${n}`);
  const pieces = piecesOf(lines.join('\n'));
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.every(({ length }) => length <= 20_000)).toBe(true);
  expect(pieces.flatMap((piece) => piece.split('\n'))).toEqual(lines);
});

test('the heading of a table goes with each piece', () => {
  const rows = Array.from({ length: 3_000 }, (_, n) => `10 %;CODE-${n}`);
  for (const piece of piecesOf(['valor;Código', ...rows].join('\n'))) expect(piece.split('\n')[0]).toBe('valor;Código');
  expect(piecesOf('discode-1\ncode-2')).toEqual(['discode-1\ncode-2']);
});
