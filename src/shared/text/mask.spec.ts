import fc from 'fast-check';
import { fold, foldInPlace } from './fold.js';
import { isIn, mask, restored, swapOf, unmaskedIn } from './mask.js';

const CALL = /@\[[^\]]+\]\([^)]+\)/g;

describe('masking', () => {
  it('leaves five blocks, however long the passage is and wherever', () => {
    expect(mask('Call 600 11 22 33, or 600 11 22 33!', ['600 11 22 33'])).toBe('Call █████, or █████!');
    expect(mask('👩‍🚒 Ño', ['Ño'])).toBe('👩‍🚒 █████');
    expect(mask('Nothing of it', ['else'])).toBe('Nothing of it');
  });

  it('finds it however it is written', () => {
    expect(mask('Ring ÁNNA, anna or Ａnna', ['Anná'])).toBe('Ring █████, █████ or █████');
    expect(mask('e\u0301tat ﬁn', ['état', 'f'])).toBe('█████ █████n');
  });

  it('finds Greek words, whose last sigma is written in another way', () => {
    expect(mask('ΟΔΟΣ, οδός, Οδοσ', ['ΟΔΟΣ'])).toBe('█████, █████, █████');
    expect(mask('οδός', ['οδο'])).toBe('█████ς');
  });

  it('compares a text as it does each of its signs', () => {
    const signs = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Σ', 'ΑΣ ', 'ς', 'İ', 'ß', '\u0301'));
    const texts = fc.array(signs).map((all) => all.join(''));
    fc.assert(fc.property(texts, (text) => foldInPlace(text).text === fold(text)));
  });

  it('can leave what is only a part of a word', () => {
    expect(mask('An ass in class, Ass!', ['ass'], { asWords: true })).toBe('An █████ in class, █████!');
    expect(mask('𝒜ass ass𝒜 ass', ['ass'], { asWords: true })).toBe('𝒜ass ass𝒜 █████');
  });

  it('makes one of what overlaps', () => {
    expect(mask('Anna Maria Rossi', ['Anna Maria', 'Maria Rossi'])).toBe('█████');
    expect(mask('aaaa b', ['aaa'])).toBe('█████ b');
    expect(mask(`<${'x'.repeat(200)}>`, ['x'.repeat(200)])).toBe('<█████>');
  });

  it('takes as a whole what would still say it by another part', () => {
    expect(mask('Ask @[Bea](user:1) and @[Cai](user:2)', ['Bea'], { whole: CALL })).toBe(
      'Ask █████ and @[Cai](user:2)',
    );
  });

  it('is undone where the text is still the masked one', () => {
    const swap = swapOf(['a', 'b'], ['a', '█']);
    expect(restored(['a', '█'], swap)).toEqual(['a', 'b']);
    expect(restored(['c'], swap)).toEqual(['c']);
    expect(swapOf('a', 'a')).toBeUndefined();
  });
});

describe('what a text says', () => {
  it('is found however it is written', () => {
    expect(isIn(['Una', 'Η ΟΔΟΣ μου'], 'οδός')).toBe(true);
    expect(isIn(['Una', 'Ana'], 'Anna')).toBe(false);
  });

  it('is neither what is masked nor what compares as nothing', () => {
    expect(isIn(['Buy █ now'], 'Buy █ now')).toBe(false);
    expect(isIn(['Cafe\u0301'], '\u0301')).toBe(false);
  });

  it('is the rest, beside what is masked', () => {
    expect(unmaskedIn('Buy ██ \u0301█, █ it now')).toEqual(['Buy', 'it now']);
    expect(unmaskedIn('Buy it')).toEqual(['Buy it']);
    expect(unmaskedIn('█████')).toEqual([]);
  });
});
