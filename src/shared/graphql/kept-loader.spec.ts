import type { GraphqlContext } from './context.js';
import { KeptLoader } from './kept-loader.js';

class Counts extends KeptLoader<{ count: number }> {
  readonly asked: string[][] = [];
  answer: () => Promise<{ id: string; count: number }[]> = () => Promise.resolve([]);

  protected count(ids: readonly string[]) {
    this.asked.push([...ids]);
    return this.answer();
  }
}
const request = () => ({ loaders: new Map() }) as GraphqlContext;

describe('what is dear to count', () => {
  it('is counted once for a crowd that asks at once, and kept', async () => {
    const counts = new Counts();
    let done: () => void = () => undefined;
    counts.answer = () => new Promise((resolve) => (done = () => resolve([{ id: 'a', count: 1 }])));
    const crowd = Array.from({ length: 5 }, () => counts.of(request()).load('a'));
    await new Promise(setImmediate);
    done();
    expect(await Promise.all(crowd)).toEqual(Array(5).fill({ id: 'a', count: 1 }));
    expect(await counts.of(request()).load('a')).toEqual({ id: 'a', count: 1 });
    expect(counts.asked).toEqual([['a']]);
  });

  it('is counted anew where it failed, and where there was nothing', async () => {
    const counts = new Counts();
    counts.answer = () => Promise.reject(new Error('down'));
    await expect(counts.of(request()).load('a')).rejects.toThrow('down');
    counts.answer = () => Promise.resolve([]);
    expect(await counts.of(request()).load('a')).toBeUndefined();
    counts.answer = () => Promise.resolve([{ id: 'a', count: 2 }]);
    expect(await counts.of(request()).load('a')).toEqual({ id: 'a', count: 2 });
  });
});
