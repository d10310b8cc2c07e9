import { find, keep } from './seen';

const DAY = 86_400_000;
const body = (name: string) => JSON.stringify({ query: `query ${name} { x }`, variables: {} });
const yes = () => true;
const answerTo = async (viewer: string, name: string) => (await find(viewer, body(name)))?.response.text() ?? null;

let now = 1_000 * DAY;

/** As much of the browser's cache as is used here. */
beforeEach(() => {
  const kept = new Map<string, Response>();
  const cache = {
    match: (address: string) => Promise.resolve(kept.get(address)?.clone()),
    put: (address: string, response: Response) => Promise.resolve(kept.set(address, response)),
    delete: (address: string) => Promise.resolve(kept.delete(address)),
    keys: () => Promise.resolve([...kept.keys()]),
  };
  Object.assign(globalThis, { caches: { open: () => Promise.resolve(cache) } });
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

test('nobody is answered what somebody else was', async () => {
  await keep('ana', body('Home'), '{"data":1}', yes);
  await expect(answerTo('ana', 'Home')).resolves.toBe('{"data":1}');
  await expect(answerTo('bea', 'Home')).resolves.toBeNull();
  await expect(answerTo('visitor', 'Home')).resolves.toBeNull();
});

test('what comes after its reader has left is not kept, nor are errors', async () => {
  await keep('ana', body('Late'), '{"data":1}', () => false);
  await keep('ana', body('Wrong'), '{"errors":[{}],"data":null}', yes);
  await expect(answerTo('ana', 'Late')).resolves.toBeNull();
  await expect(answerTo('ana', 'Wrong')).resolves.toBeNull();
});

test('what is answered while somebody types pushes no page out', async () => {
  const typed = (variables: object) => JSON.stringify({ query: 'query Typed { x }', variables });
  for (const variables of [
    { text: 'brea' },
    { title: 'Bread', body: '' },
    { brief: 'Why', terms: '' },
    { color: '#0' },
  ]) {
    await keep('ana', typed(variables), '{"data":1}', yes);
    await expect(find('ana', typed(variables))).resolves.toBeNull();
  }
  await keep('ana', typed({ text: null }), '{"data":1}', yes);
  await expect(find('ana', typed({ text: null }))).resolves.not.toBeNull();
});

test('the oldest answers go first, and all of them in time', async () => {
  for (let n = 0; n < 160; n++) await keep('ana', body(`Q${n}`), '{"data":1}', yes);
  await expect(answerTo('ana', 'Q9')).resolves.toBeNull();
  await expect(answerTo('ana', 'Q10')).resolves.toBe('{"data":1}');
  now += 15 * DAY;
  await expect(answerTo('ana', 'Q10')).resolves.toBeNull();
});
