import { mask, restored, swapOf } from './mask.js';

const CALL = /@\[[^\]]+\]\([^)]+\)/g;

describe('masking', () => {
  it('leaves as many blocks as there were letters, wherever the passage is', () => {
    expect(mask('Call 600 11 22 33, or 600 11 22 33!', ['600 11 22 33'])).toBe('Call ████████████, or ████████████!');
    expect(mask('👩‍🚒 Ño', ['Ño'])).toBe('👩‍🚒 ██');
    expect(mask('Nothing of it', ['else'])).toBe('Nothing of it');
  });

  it('makes one of what overlaps, and says of a long one only that it is long', () => {
    expect(mask('Anna Maria Rossi', ['Anna Maria', 'Maria Rossi'])).toBe('█'.repeat(16));
    expect(mask('aaaa b', ['aaa'])).toBe('████ b');
    expect(mask(`<${'x'.repeat(200)}>`, ['x'.repeat(200)])).toBe(`<${'█'.repeat(40)}>`);
  });

  it('takes as a whole what would still say it by another part', () => {
    expect(mask('Ask @[Bea](user:1) and @[Cai](user:2)', ['Bea'], CALL)).toBe(
      `Ask ${'█'.repeat('@[Bea](user:1)'.length)} and @[Cai](user:2)`,
    );
  });

  it('is undone where the text is still the masked one', () => {
    const swap = swapOf(['a', 'b'], ['a', '█']);
    expect(restored(['a', '█'], swap)).toEqual(['a', 'b']);
    expect(restored(['c'], swap)).toEqual(['c']);
    expect(swapOf('a', 'a')).toBeUndefined();
  });
});
