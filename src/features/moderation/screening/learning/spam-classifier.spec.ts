import { crossValidate, type Sample, SpamClassifier } from './spam-classifier.js';

const pause = () => Promise.resolve();
const repeat = (count: number, make: (i: number) => Sample[]) =>
  Array.from({ length: count }, (_, i) => make(i)).flat();
const sample = (text: string, bad: boolean): Sample => ({ words: text.split(' '), bad });

/** What moderators take down speaks of other things than what they keep. */
const clear = repeat(60, (i) => [sample(`casino bonus offer${i % 7}`, true), sample(`bench park tree${i % 7}`, false)]);

describe('what is learned from decisions', () => {
  it('is kept, and read again, as it was', async () => {
    const learned = await SpamClassifier.learn(clear, pause);
    const again = SpamClassifier.fromJson(JSON.parse(learned.toJson()) as object);
    for (const text of ['casino', 'bench', 'casino bench', 'unknown']) {
      expect(again.score(text.split(' '))).toBe(learned.score(text.split(' ')));
    }
  });

  it('says of a text what its words say', async () => {
    const learned = await SpamClassifier.learn(clear, pause);
    expect(learned.score(['casino', 'bonus'])).toBeGreaterThan(0.9);
    expect(learned.score(['bench', 'park'])).toBeLessThan(0.1);
    expect(learned.score(['unknown'])).toBeCloseTo(0.5);
    expect(learned.evidence(['bench', 'casino', 'unknown'])).toEqual(['casino']);
  });

  it('does not stumble over words that every object has', async () => {
    const odd = repeat(10, () => [
      sample('constructor __proto__ tostring', true),
      sample('valueof hasownproperty', false),
    ]);
    const learned = await SpamClassifier.learn(odd, pause);
    expect(learned.score(['constructor', '__proto__'])).toBeGreaterThan(0.9);
    expect(learned.score(['valueof'])).toBeLessThan(0.5);
  });
});

describe('how far it can be believed', () => {
  it('is found by asking about what it has not seen', async () => {
    expect(await crossValidate(clear, pause)).toEqual({ precision: 1, recall: 1 });
  });

  it('is nothing where the same is taken down and kept', async () => {
    const noise = repeat(60, (i) => [sample(`bread roll${i % 3}`, true), sample(`bread roll${i % 3}`, false)]);
    expect(await crossValidate(noise, pause)).toEqual({ precision: null, recall: 0 });
  });
});
