import { Devices } from '../src/features/accounts/sessions/devices.service.js';
import { accountsApi, cookieOf } from './support/accounts.api.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { type ApiResult, startTestApp, type TestApp } from './support/app.js';

const DAY = 86_400_000;
let t: TestApp;
let api: ReturnType<typeof accountsApi>;
beforeAll(async () => {
  t = await startTestApp({ PUBLIC_URL: 'https://cocrea.example' });
  api = accountsApi(t);
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

const signIn = ({ email, password }: TestUser, cookie?: string) => api.signIn({ email, password }, { cookie });
const deviceCookie = ({ headers }: Pick<ApiResult, 'headers'>): string =>
  [headers['set-cookie']].flat().find((one) => String(one).startsWith('cocrea_device='))! as string;
const valueOf = (answer: Pick<ApiResult, 'headers'>) => deviceCookie(answer).split(';')[0]!;
const seen = async ({ id }: TestUser) =>
  t.database.query<{ device: string; at: Date }>(
    'SELECT device, seen_at AS at FROM device_sighting WHERE user_id = $1 ORDER BY device',
    [id],
  );

describe('a browser', () => {
  it('is the same for all who sign in with it, and another one is not', async () => {
    const [ana, ben] = [await createUser(t), await createUser(t)];
    const first = await signIn(ana);
    await signIn(ben, valueOf(first));
    const [[hers], [his]] = [await seen(ana), await seen(ben)];
    expect(his!.device).toBe(hers!.device);
    await signIn(ben);
    expect(await seen(ben)).toHaveLength(2);
  });

  it('is known by a hash alone, of a cookie that scripts and other sites do not see', async () => {
    const ana = await createUser(t);
    const answer = await signIn(ana);
    expect(deviceCookie(answer)).toMatch(/; Path=\/graphql; HttpOnly; Secure; SameSite=Lax$/);
    expect(deviceCookie(answer)).toContain('Max-Age=2592000');
    expect((await seen(ana))[0]!.device).not.toContain(valueOf(answer).split('=')[1]!);
  });

  it('is not what somebody makes up', async () => {
    const ana = await createUser(t);
    expect(valueOf(await signIn(ana, 'cocrea_device=mine'))).not.toBe('cocrea_device=mine');
  });

  it('is kept as long as its session is used, and forgotten after 30 days, or with the account', async () => {
    const [ana, ben] = [await createUser(t), await createUser(t)];
    const first = await signIn(ana);
    await signIn(ben, valueOf(first));
    const { at } = (await seen(ana))[0]!;
    const cookies = `${cookieOf(first)}; ${valueOf(first)}`;
    t.clock.set(new Date(+at + 2 * DAY));
    expect(valueOf(await api.refresh({ cookie: cookies }))).toBe(valueOf(first));
    expect(await seen(ana)).toMatchObject([{ at: new Date(+at + 2 * DAY) }]);
    t.clock.set(new Date(+at + 31 * DAY));
    await t.app.get(Devices, { strict: false }).forget();
    expect([(await seen(ana)).length, (await seen(ben)).length]).toEqual([1, 0]);
    t.clock.set(null);
    const erased = await api.eraseAccount({ password: ana.password }, { token: ana.token });
    expect(erased.errors).toBeUndefined();
    expect(await seen(ana)).toEqual([]);
  });
});
