import { mask, restored, swapOf } from './mask.js';

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
