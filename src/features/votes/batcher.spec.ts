import { Batcher, type Outcome } from './batcher.js';

type Add = { key: string; value: number };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function batcherOf(run: (operations: Add[]) => Promise<Outcome<number>[]>, most?: number) {
  const batches: Add[][] = [];
  const batcher = new Batcher<Add, number>({
    run: (operations) => {
      batches.push(operations);
      return run(operations);
    },
    keyOf: ({ key }) => key,
    retryAlone: (error) => (error as Error).message === 'bad row',
    most,
  });
  return { batcher, batches };
}

const fine = async (operations: Add[]): Promise<Outcome<number>[]> => {
  await sleep(5);
  return operations.map(({ value }) => ({ ok: true, value: value * 10 }));
};
const add = (batcher: Batcher<Add, number>, count: number) =>
  Array.from({ length: count }, (_, value) => batcher.add({ key: `k${value}`, value }));

describe('Batcher', () => {
  it('takes one batch at a time; what arrives meanwhile forms the next', async () => {
    let running = 0;
    const { batcher, batches } = batcherOf(async (operations) => {
      expect(++running).toBe(1);
      const outcomes = await fine(operations);
      running--;
      return outcomes;
    });
    const first = add(batcher, 3);
    await sleep(2);
    const second = add(batcher, 50);
    expect(await Promise.all([...first, ...second])).toEqual([
      0,
      10,
      20,
      ...Array.from({ length: 50 }, (_, n) => n * 10),
    ]);
    expect(batches.map((batch) => batch.length)).toEqual([3, 50]);
  });

  it('leaves the later of two with one key to the next batch, and keeps their order', async () => {
    const { batcher, batches } = batcherOf(fine);
    await Promise.all([1, 2, 3].map((value) => batcher.add({ key: 'same', value })));
    expect(batches.map((batch) => batch.map(({ value }) => value))).toEqual([[1], [2], [3]]);
  });

  it('does not let a later operation of a key overtake one that found its batch full', async () => {
    const { batcher, batches } = batcherOf(fine, 1);
    await Promise.all([
      batcher.add({ key: 'a', value: 1 }),
      batcher.add({ key: 'b', value: 2 }),
      batcher.add({ key: 'b', value: 3 }),
    ]);
    expect(batches.map(([operation]) => operation!.value)).toEqual([1, 2, 3]);
  });

  it('answers each caller by their own outcome', async () => {
    const { batcher } = batcherOf((operations) =>
      Promise.resolve(
        operations.map(({ value }) =>
          value % 2 ? { ok: false, error: new Error(`odd ${value}`) } : { ok: true, value },
        ),
      ),
    );
    const results = await Promise.allSettled(add(batcher, 4));
    expect(results.map((r) => (r.status === 'fulfilled' ? r.value : (r.reason as Error).message))).toEqual([
      0,
      'odd 1',
      2,
      'odd 3',
    ]);
  });

  it('tries each alone when one bad operation may have spoilt the batch', async () => {
    const { batcher } = batcherOf((operations) =>
      operations.some(({ value }) => value === 2) ? Promise.reject(new Error('bad row')) : fine(operations),
    );
    const results = await Promise.allSettled(add(batcher, 4));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('answers all with the error when the database is gone, and goes on afterwards', async () => {
    let down = true;
    const { batcher, batches } = batcherOf((operations) =>
      down ? Promise.reject(new Error('no connection')) : fine(operations),
    );
    const results = await Promise.allSettled(add(batcher, 4));
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    expect(batches).toHaveLength(1);
    down = false;
    expect(await Promise.all(add(batcher, 2))).toEqual([0, 10]);
  });
});
