import { fingerprintOf, likeness } from './fingerprint.js';
import { wordsOf } from './words.js';

const print = (text: string) => fingerprintOf(wordsOf(text));
const words = (from: number, count: number) => Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ');

describe('a fingerprint', () => {
  it('is the same for the same words', () => {
    expect(print('One two three, four five six seven EIGHT.')).toEqual(
      print('one two three four five six seven eight'),
    );
  });

  it('is not taken of a few words', () => expect(print('one two three four five six seven')).toBeNull());

  it('tells how much two texts share', () => {
    const whole = print(words(0, 400))!;
    expect(likeness(whole, whole)).toBe(1);
    expect(likeness(whole, print(words(1000, 400))!)).toBe(0);
    const half = likeness(whole, print(words(200, 400))!); // 200 of 600
    expect(half).toBeGreaterThan(0.1);
    expect(half).toBeLessThan(0.6);
  });
});
