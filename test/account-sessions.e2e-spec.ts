import { createHash } from 'node:crypto';
import { startTestApp, type TestApp } from './support/app.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { accountsApi, cookieOf, refusal } from './support/accounts.api.js';

let t: TestApp;
let api: ReturnType<typeof accountsApi>;
let user: TestUser;

beforeAll(async () => {
  t = await startTestApp({ PUBLIC_URL: 'https://cocrea.example' });
  api = accountsApi(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.database.query('DELETE FROM rate_limit');
  user = await createUser(t);
});
afterEach(() => t.clock.set(null));

async function signIn() {
  const answer = await api.signIn({ email: user.email, password: user.password });
  return {
    token: answer.data!.signIn!.accessToken,
    cookie: cookieOf(answer),
    header: String(answer.headers['set-cookie']),
  };
}
const later = (seconds: number) => t.clock.set(new Date(Date.now() + seconds * 1000));

describe('A session', () => {
  it('lives in a cookie that is only sent over TLS where the site has it', async () => {
    expect((await signIn()).header).toContain('; Secure');
  });

  it('keeps only a hash of its token', async () => {
    const { cookie } = await signIn();
    const secret = cookie.split('=')[1]!;
    const rows = await t.database.query<{ row: string }>(
      'SELECT r::text AS row FROM refresh_token r WHERE user_id = $1',
      [user.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(secret);
    expect(rows[0]!.row).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it('goes on with a new token at each use', async () => {
    const { cookie } = await signIn();
    const answer = await api.refresh({ cookie });
    const { accessToken, expiresAt, viewer } = answer.data!.refreshSession!;
    expect(viewer.id).toBe(user.id);
    expect(cookieOf(answer)).not.toBe(cookie);
    expect((new Date(expiresAt).getTime() - Date.now()) / 1000).toBeCloseTo(900, -1);
    expect((await api.viewer(accessToken)).data!.viewer!.id).toBe(user.id);
    later(60);
    expect(refusal(await api.refresh({ cookie: cookieOf(answer) }))).toBeUndefined();
  });

  it('ends for everybody when a replaced token comes back', async () => {
    const { cookie: stolen } = await signIn();
    const owners = cookieOf(await api.refresh({ cookie: stolen }));
    later(11);
    const theft = await api.refresh({ cookie: stolen });
    expect(refusal(theft)).toBe('UNAUTHENTICATED');
    expect(theft.headers['set-cookie']).toMatch(/^cocrea_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(refusal(await api.refresh({ cookie: owners }))).toBe('UNAUTHENTICATED');
  });

  it('does not touch the person’s other sessions when it ends so', async () => {
    const other = await signIn();
    const { cookie } = await signIn();
    await api.refresh({ cookie });
    later(11);
    expect(refusal(await api.refresh({ cookie }))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.refresh({ cookie: other.cookie }))).toBeUndefined();
  });

  it('leads parallel tabs to one and the same next token', async () => {
    const { cookie } = await signIn();
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.refresh({ cookie })));
    expect(answers.map(refusal)).toEqual(Array(8).fill(undefined));
    expect(new Set(answers.map(cookieOf)).size).toBe(1);
    const rows = await t.database.query('SELECT 1 FROM refresh_token WHERE user_id = $1', [user.id]);
    expect(rows).toHaveLength(2);
  });

  it('leads a slow tab to the newest token even when that is two steps on', async () => {
    const { cookie } = await signIn();
    const second = cookieOf(await api.refresh({ cookie }));
    const third = cookieOf(await api.refresh({ cookie: second }));
    expect(cookieOf(await api.refresh({ cookie }))).toBe(third);
    expect(refusal(await api.refresh({ cookie: third }))).toBeUndefined();
  });

  it('gives no grace to another client', async () => {
    const { cookie } = await signIn();
    const next = cookieOf(await api.refresh({ cookie }));
    const thief = await t.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'user-agent': 'another', cookie },
      payload: JSON.stringify({ query: 'mutation { refreshSession { accessToken } }' }),
    });
    expect(refusal(thief.json())).toBe('UNAUTHENTICATED');
    expect(refusal(await api.refresh({ cookie: next }))).toBe('UNAUTHENTICATED');
  });

  it.each(['', 'cocrea_session=', 'cocrea_session=nonsense', `cocrea_session=${'A'.repeat(43)}`])(
    'is not given for "%s"',
    async (cookie) => {
      expect(refusal(await api.refresh({ cookie }))).toBe('UNAUTHENTICATED');
    },
  );

  it('runs out after 30 days without use', async () => {
    const { cookie } = await signIn();
    later(31 * 24 * 3600);
    expect(refusal(await api.refresh({ cookie }))).toBe('UNAUTHENTICATED');
  });
});

describe('Signing out', () => {
  it('ends this session and no other', async () => {
    const here = await signIn();
    const there = await signIn();
    const answer = await api.signOut({ cookie: here.cookie, token: here.token });
    expect(answer.data).toEqual({ signOut: { ok: true } });
    expect(answer.headers['set-cookie']).toMatch(/^cocrea_session=; /);
    expect(refusal(await api.refresh({ cookie: here.cookie }))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.refresh({ cookie: there.cookie }))).toBeUndefined();
  });

  it('works by the cookie alone, and for nobody too', async () => {
    const { cookie } = await signIn();
    expect(refusal(await api.signOut({ cookie }))).toBeUndefined();
    expect(refusal(await api.refresh({ cookie }))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.signOut())).toBeUndefined();
  });

  it('everywhere ends every session', async () => {
    const [here, there] = [await signIn(), await signIn()];
    expect(refusal(await api.signOutEverywhere({ token: here.token }))).toBeUndefined();
    expect(refusal(await api.refresh({ cookie: here.cookie }))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.refresh({ cookie: there.cookie }))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.signOutEverywhere())).toBe('UNAUTHENTICATED');
  });

  it('leaves no session to a refresh that runs at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { cookie, token } = await signIn();
      const [refreshed] = await Promise.all([api.refresh({ cookie }), api.signOutEverywhere({ token })]);
      for (const kept of [cookie, refreshed.data ? cookieOf(refreshed) : cookie]) {
        expect(refusal(await api.refresh({ cookie: kept }))).toBe('UNAUTHENTICATED');
      }
    }
  });
});

describe('An access token', () => {
  it.each(['nonsense', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.'])(
    'is refused when it is not one of ours, even where none is needed: %s',
    async (token) => {
      expect(refusal(await api.viewer(token))).toBe('UNAUTHENTICATED');
    },
  );

  it('is not needed to ask who is signed in', async () => {
    expect(await t.ask('{ viewer { id } }')).toMatchObject({ data: { viewer: null } });
  });
});

it('behind a proxy, attempts count for the address that the proxy names, not for what the sender wrote before it', async () => {
  const behind = await startTestApp({ TRUST_PROXY: 'true' }, t);
  const server = behind.app.getHttpAdapter().getInstance() as { inject(request: object): Promise<unknown> };
  const query = 'mutation { signIn(input: { email: "a@example.org", password: "wrong" }) { accessToken } }';
  const headers = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' };
  await server.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
  await behind.close();
  const hash = createHash('sha256').update('203.0.113.9').digest('base64url');
  const [counted] = await t.database.query<{ points: number }>('SELECT points FROM rate_limit WHERE key LIKE $1', [
    `sign-in-network:${hash}`,
  ]);
  expect(counted?.points).toBe(1);
});
