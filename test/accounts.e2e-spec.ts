import { startTestApp, type TestApp } from './support/app.js';
import { createUser } from './support/accounts.factory.js';
import { accountsApi, cookieOf, refusal } from './support/accounts.api.js';
import { mailsTo, tokenIn } from './support/mails.js';

const PASSWORD = 'three green umbrellas';
const HOUR = 3_600_000;

let t: TestApp;
let api: ReturnType<typeof accountsApi>;
let count = 0;
const someone = () => `person-${++count}@example.org`;
const details = (email: string) => ({ email, displayName: 'Núria', password: PASSWORD, locale: 'ES' });

beforeAll(async () => {
  t = await startTestApp();
  api = accountsApi(t);
});
afterAll(() => t.close());
beforeEach(() => t.database.query('DELETE FROM rate_limit'));
afterEach(() => t.clock.set(null));

describe('Signing up', () => {
  it('mails a link in the chosen language, which opens the first session', async () => {
    const email = someone();
    expect((await api.signUp(details(email))).data).toEqual({ signUp: { ok: true } });
    const token = await api.link(email);
    expect(mailsTo(t, email)).toMatchObject([{ subject: 'Confirma tu correo electrónico', locale: 'es' }]);
    const { data } = await api.verifyEmail({ token });
    expect(data!.verifyEmail!.viewer).toMatchObject({ email, emailVerified: true, displayName: 'Núria' });
    expect((await api.viewer(data!.verifyEmail!.accessToken)).data!.viewer).toMatchObject({ email });
    expect((await api.signIn({ email: email.toUpperCase(), password: PASSWORD })).data!.signIn!.viewer.email).toBe(
      email,
    );
  });

  it('answers the same for a taken address, whose owner is told by mail', async () => {
    const owner = await createUser(t);
    expect(await api.signUp(details(owner.email.toUpperCase()))).toMatchObject({ data: { signUp: { ok: true } } });
    await t.runJobs();
    const mails = mailsTo(t, owner.email);
    expect(mails).toMatchObject([{ subject: 'You already have an account' }]);
    expect(mails[0]!.text).not.toContain('token=');
    expect(refusal(await api.signIn({ email: owner.email, password: PASSWORD }))).toBe('WRONG_CREDENTIALS');
  });

  it('twice leaves two links, of which the first one opened counts', async () => {
    const email = someone();
    await Promise.all([
      api.signUp(details(email)),
      api.signUp({ ...details(email), displayName: 'Other', password: 'seven blue lanterns' }),
    ]);
    await t.runJobs();
    const tokens = mailsTo(t, email).map(tokenIn);
    expect(new Set(tokens).size).toBe(2);
    const answers = await Promise.all(tokens.map((token) => api.verifyEmail({ token })));
    expect(answers.map(refusal).sort()).toEqual(['LINK_INVALID', undefined]);
    expect(await t.database.query('SELECT 1 FROM "user" WHERE email = $1', [email])).toHaveLength(1);
  });

  it('keeps a pending sign-up’s password out of an account that its owner confirms by another link', async () => {
    const email = someone();
    await api.signUp({ ...details(email), password: 'seven blue lanterns' });
    await t.runJobs();
    await api.signUp(details(email));
    await t.runJobs();
    const [, own] = mailsTo(t, email);
    expect(refusal(await api.verifyEmail({ token: tokenIn(own) }))).toBeUndefined();
    expect(refusal(await api.signIn({ email, password: 'seven blue lanterns' }))).toBe('WRONG_CREDENTIALS');
  });

  it('can have its link mailed again, which replaces the first one', async () => {
    const email = someone();
    await api.signUp(details(email));
    const first = await api.link(email);
    expect((await api.resendTo({ email })).data).toEqual({ resendVerification: { ok: true } });
    const second = await api.link(email);
    expect(refusal(await api.verifyEmail({ token: first }))).toBe('LINK_INVALID');
    expect(refusal(await api.verifyEmail({ token: second }))).toBeUndefined();
    expect((await api.resendTo({ email: someone() })).data).toEqual({ resendVerification: { ok: true } });
  });

  it('opens one session when its link is opened twice at once', async () => {
    const email = someone();
    await api.signUp(details(email));
    const token = await api.link(email);
    const answers = await Promise.all([api.verifyEmail({ token }), api.verifyEmail({ token })]);
    expect(answers.map(refusal).sort()).toEqual(['LINK_INVALID', undefined]);
    expect(refusal(await api.verifyEmail({ token }))).toBe('LINK_INVALID');
  });

  it('refuses a link after two days, and forgets the sign-up', async () => {
    const email = someone();
    await api.signUp(details(email));
    const token = await api.link(email);
    t.clock.set(new Date(Date.now() + 49 * HOUR));
    expect(refusal(await api.verifyEmail({ token }))).toBe('LINK_INVALID');
    expect(refusal(await api.signIn({ email, password: PASSWORD }))).toBe('WRONG_CREDENTIALS');
  });

  it('lets the owner of an imported account take it over, and nobody else use it before', async () => {
    const imported = await createUser(t, { verified: false });
    await api.signUp(details(imported.email));
    const token = await api.link(imported.email);
    expect(
      (
        await t.database.query<{ display_name: string }>('SELECT display_name FROM "user" WHERE id = $1', [imported.id])
      )[0]!.display_name,
    ).toBe('Ada');
    const { data } = await api.verifyEmail({ token });
    expect(data!.verifyEmail!.viewer).toMatchObject({ id: imported.id, emailVerified: true, displayName: 'Núria' });
  });

  it.each([
    ['email:NOT_EMAIL', { email: 'nobody' }],
    ['email:', { email: `${'a'.repeat(300)}@example.org` }],
    ['displayName:EMPTY', { displayName: '   ' }],
    ['displayName:MAX_LENGTH', { displayName: 'x'.repeat(81) }],
    ['displayName:MATCHES', { displayName: 'Ada\u202egnp.exe' }],
    ['displayName:MATCHES', { displayName: 'A\u0000da' }],
    ['password:MIN_LENGTH', { password: 'short' }],
    ['password:MAX_LENGTH', { password: 'x'.repeat(201) }],
    ['password:PASSWORD_TOO_COMMON', { password: 'password123' }],
    ['password:PASSWORD_TOO_GUESSABLE', { password: 'verano2024' }],
  ])('refuses %s', async (problem, wrong) => {
    const before = await t.database.query('SELECT 1 FROM sign_up');
    const answer = await api.signUp({ ...details(someone()), ...wrong }, { language: 'it' });
    expect(refusal(answer)).toContain(`VALIDATION_FAILED ${problem}`);
    expect(answer.errors![0]!.message).toBe('Controlla i campi indicati.');
    expect(await t.database.query('SELECT 1 FROM sign_up')).toHaveLength(before.length);
  });

  it.each([{ email: 7 }, { email: null }, { password: undefined }, { locale: 'FR' }])(
    'refuses the wrong type in %j',
    async (wrong) => {
      expect(refusal(await api.signUp({ ...details(someone()), ...wrong }))).toMatch(/BAD_USER_INPUT/);
    },
  );

  it('is limited per address and per network', async () => {
    const email = someone();
    for (let i = 0; i < 5; i++) expect(refusal(await api.signUp(details(email)))).toBeUndefined();
    const answer = await api.signUp(details(email.toUpperCase()));
    expect(refusal(answer)).toBe('RATE_LIMITED');
    expect(answer.errors![0]!.extensions.retryAfter).toBeGreaterThan(3500);
    expect(refusal(await api.signUp(details(someone())))).toBeUndefined();
  });
});

describe('Signing in', () => {
  it('sets a cookie that scripts and other sites cannot use', async () => {
    const user = await createUser(t);
    const answer = await api.signIn({ email: user.email, password: user.password });
    const cookie = [answer.headers['set-cookie']].flat()[0];
    expect(cookie).toMatch(/^cocrea_session=[\w-]{43}; Max-Age=2592000; Path=\/graphql; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(answer.data)).not.toContain(cookieOf(answer).split('=')[1]);
    expect(answer.data!.signIn!.viewer.id).toBe(user.id);
  });

  it('gives one answer for an unknown address and a wrong password', async () => {
    const user = await createUser(t);
    const wrong = await api.signIn({ email: user.email, password: 'not my password' }, { language: 'es' });
    const unknown = await api.signIn({ email: someone(), password: 'not my password' }, { language: 'es' });
    const told = ({ errors }: typeof wrong) => errors!.map(({ message, extensions: { code } }) => ({ message, code }));
    expect(told(wrong)).toEqual([
      { message: 'El correo o la contraseña no son correctos.', code: 'WRONG_CREDENTIALS' },
    ]);
    expect(told(unknown)).toEqual(told(wrong));
  });

  it('takes the same time for an unknown address and a wrong password', async () => {
    const user = await createUser(t);
    const time = async (email: string) => {
      const started = performance.now();
      await api.signIn({ email, password: 'not my password' });
      return performance.now() - started;
    };
    const times: { known: number; unknown: number }[] = [];
    for (let i = 0; i < 7; i++) times.push({ known: await time(user.email), unknown: await time(someone()) });
    const median = (values: number[]) => values.sort((a, b) => a - b)[3]!;
    const ratio = median(times.map(({ known }) => known)) / median(times.map(({ unknown }) => unknown));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('tells who knows a pending sign-up’s password, and only them, to confirm the address', async () => {
    const email = someone();
    await api.signUp(details(email));
    expect(refusal(await api.signIn({ email, password: PASSWORD }))).toBe('EMAIL_NOT_VERIFIED');
    expect(refusal(await api.signIn({ email, password: 'not my password' }))).toBe('WRONG_CREDENTIALS');
  });

  it.each(['known', 'unknown'])('is limited to ten wrong passwords for an address, %s', async (kind) => {
    const { email, password } = kind === 'known' ? await createUser(t) : { email: someone(), password: PASSWORD };
    const guesses = await Promise.all(
      Array.from({ length: 14 }, () => api.signIn({ email, password: 'not my password' })),
    );
    expect(guesses.map(refusal).filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
    const answer = await api.signIn({ email, password });
    expect(refusal(answer)).toBe('RATE_LIMITED');
    expect(answer.errors![0]!.extensions.retryAfter).toBeGreaterThan(0);
  });

  it('forgets wrong passwords after a right one', async () => {
    const { email, password } = await createUser(t);
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 9; i++) await api.signIn({ email, password: 'not my password' });
      expect(refusal(await api.signIn({ email, password }))).toBeUndefined();
    }
  });

  it('is limited per network, whoever is aimed at', async () => {
    await t.database.query('DELETE FROM rate_limit');
    await Promise.all(Array.from({ length: 100 }, () => api.signIn({ email: someone(), password: 'x' })));
    expect(refusal(await api.signIn({ email: someone(), password: 'x' }))).toBe('RATE_LIMITED');
  });
});
