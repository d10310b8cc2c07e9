import { fakeApi } from '@/test/render';
import { fetchAsViewer } from './graphql/fetch';
import { endSession, freshToken, leave, session } from './session';

const payload = (accessToken: string, minutes = 15) => ({
  accessToken,
  expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
  viewer: { id: 'u1', displayName: 'Ana' },
});
const ask = (name: string) =>
  fetchAsViewer('/graphql', { method: 'POST', body: JSON.stringify({ query: `query ${name} { x }`, variables: {} }) });
const sentTokens = () =>
  jest.mocked(fetch).mock.calls.map(([, init]) => new Headers(init?.headers).get('authorization'));

beforeEach(() => {
  endSession();
  session.set({ status: 'unknown', viewer: null, epoch: 0 });
});

test('a visitor makes no refresh call', async () => {
  const asked = fakeApi({ Home: () => ({ data: {} }) });
  await ask('Home');
  expect(asked).toEqual(['Home']);
  expect(session.get().status).toBe('out');
});

test('what changes something outlives its page; what reads does not, nor what is too much for that', async () => {
  fakeApi({ Vote: () => ({ data: {} }), Home: () => ({ data: {} }), Write: () => ({ data: {} }) });
  const send = (query: string, body = '') =>
    fetchAsViewer('/graphql', { method: 'POST', body: JSON.stringify({ query, variables: { body } }) });
  await send('mutation Vote { x }');
  await send('query Home { x }');
  await send('mutation Write { x }', 'long '.repeat(2000));
  expect(jest.mocked(fetch).mock.calls.map(([, init]) => Boolean(init?.keepalive))).toEqual([true, false, false]);
});

test('many requests at once wait for one refresh', async () => {
  localStorage.setItem('cocrea-session', '1');
  const asked = fakeApi({
    RefreshSession: () => ({ data: { refreshSession: payload('first') } }),
    Home: () => ({ data: {} }),
  });
  await Promise.all([ask('Home'), ask('Home'), freshToken()]);
  expect(asked).toEqual(['RefreshSession', 'Home', 'Home']);
  expect(sentTokens().slice(1)).toEqual(['Bearer first', 'Bearer first']);
});

test('a token no longer taken is renewed once, and the request sent again', async () => {
  localStorage.setItem('cocrea-session', '1');
  const tokens = ['first', 'second'];
  const asked = fakeApi({
    RefreshSession: () => ({ data: { refreshSession: payload(tokens.shift() ?? '') } }),
    Home: () =>
      tokens.length > 0
        ? { errors: [{ message: 'Sign in again.', extensions: { code: 'UNAUTHENTICATED' } }] }
        : { data: { x: 1 } },
  });
  const answers = await Promise.all([ask('Home'), ask('Home')]);
  expect(asked.filter((name) => name === 'RefreshSession')).toHaveLength(2);
  await expect(Promise.all(answers.map((answer) => answer.json()))).resolves.toEqual([
    { data: { x: 1 } },
    { data: { x: 1 } },
  ]);
});

test('a refused refresh ends the session', async () => {
  localStorage.setItem('cocrea-session', '1');
  fakeApi({
    RefreshSession: () => ({ errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] }),
    Home: () => ({ data: {} }),
  });
  await ask('Home');
  expect(session.get().status).toBe('out');
  expect(localStorage.getItem('cocrea-session')).toBeNull();
});

test('whoever leaves on purpose leaves no unsent text behind; a session that only ends does', () => {
  const texts = [
    'cocrea-idea/c1/box',
    'cocrea-edit/i1',
    'cocrea-comment/u1/i1',
    'cocrea-answer/u1/i1',
    'cocrea-reply/u1/r1',
  ];
  for (const key of texts) localStorage.setItem(key, 'unsent');
  localStorage.setItem('cocrea-scheme', 'dark');
  endSession();
  expect(Object.keys(localStorage)).toEqual(expect.arrayContaining(texts));
  leave();
  expect(Object.keys(localStorage)).toEqual(['cocrea-scheme']);
});
