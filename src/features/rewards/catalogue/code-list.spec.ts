import { codesOf } from './code-list.js';

describe('a list of codes', () => {
  it('is one a line, without blanks and empty lines', () =>
    expect(codesOf('  A-1 \r\n\nB 2\n').codes).toEqual(['A-1', 'B 2']));

  it('is a CSV, of which the first column counts, or that which is called code', () => {
    expect(codesOf('A1,10 %\nA2,20 %').codes).toEqual(['A1', 'A2']);
    expect(codesOf('value;Código\n10 €;"B;1"\n10 €;B2\n10 €;').codes).toEqual(['B;1', 'B2']);
    expect(codesOf('code\nC1').codes).toEqual(['C1']);
  });

  it('has each once, and says how many were there again', () =>
    expect(codesOf('A\nB\nA\nA')).toEqual({ codes: ['A', 'B'], twice: 2 }));

  it('keeps quotes that are part of a code', () => expect(codesOf('A"1\n"B').codes).toEqual(['A"1', '"B']));

  it('is refused where there is none, or what is there is no code', () => {
    for (const text of ['code', ',\n;', 'x'.repeat(201)]) expect(() => codesOf(text)).toThrow('VALIDATION_FAILED');
  });
});
