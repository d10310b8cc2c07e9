import { startTestApp, type TestApp } from './support/app.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { accountsApi, cookieOf, refusal } from './support/accounts.api.js';
import { mailsTo, tokenIn } from './support/mails.js';

const NEW = 'three green umbrellas';
const HOUR = 3_600_000;

let t: TestApp;
let api: ReturnType<typeof accountsApi>;
let user: TestUser;
let count = 0;
const someone = () => `new-${++count}@example.org`;

beforeAll(async () => {
  t = await startTestApp();
  api = accountsApi(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.database.query('DELETE FROM rate_limit');
  user = await createUser(t);
});
afterEach(() => t.clock.set(null));

const signIn = async () => cookieOf(await api.signIn({ email: user.email, password: user.password }));

describe('A forgotten password', () => {
  const ask = async () => {
    expect(refusal(await api.requestPasswordReset({ email: user.email }))).toBeUndefined();
    return api.link(user.email);
  };

  it('is replaced by a mailed link, which signs in here and out everywhere else', async () => {
    const elsewhere = await signIn();
    const answer = await api.resetPassword({ token: await ask(), password: NEW });
    expect(answer.data!.resetPassword!.viewer.id).toBe(user.id);
    expect(refusal(await api.refresh({ cookie: cookieOf(answer) }))).toBeUndefined();
    expect(refusal(await api.refresh({ cookie: elsewhere }))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.signIn({ email: user.email, password: user.password }))).toBe('WRONG_CREDENTIALS');
    expect(refusal(await api.signIn({ email: user.email, password: NEW }))).toBeUndefined();
    await t.runJobs();
    expect(mailsTo(t, user.email).at(-1)!.subject).toBe('Your password was changed');
  });

  it('is asked for with the same answer where there is no account, and nothing is mailed', async () => {
    const email = someone();
    expect((await api.requestPasswordReset({ email })).data).toEqual({ requestPasswordReset: { ok: true } });
    await t.runJobs();
    expect(mailsTo(t, email)).toEqual([]);
  });

  it('has links that work once, for an hour, and only the newest', async () => {
    const first = await ask();
    const second = await ask();
    expect(refusal(await api.resetPassword({ token: first, password: NEW }))).toBe('LINK_INVALID');
    const both = await Promise.all([0, 1].map(() => api.resetPassword({ token: second, password: NEW })));
    expect(both.map(refusal).sort()).toEqual(['LINK_INVALID', undefined]);
    const third = await ask();
    t.clock.set(new Date(Date.now() + 1.1 * HOUR));
    expect(refusal(await api.resetPassword({ token: third, password: NEW }))).toBe('LINK_INVALID');
  });

  it('must be replaced by a good one, and the link survives a bad one', async () => {
    const token = await ask();
    expect(refusal(await api.resetPassword({ token, password: 'password123' }))).toBe(
      'VALIDATION_FAILED password:PASSWORD_TOO_COMMON',
    );
    expect(refusal(await api.resetPassword({ token, password: 'short' }))).toBe(
      'VALIDATION_FAILED password:MIN_LENGTH',
    );
    expect(refusal(await api.resetPassword({ token, password: NEW }))).toBeUndefined();
  });

  it.each(['unknown', ' ', 'x'.repeat(201)])('is not replaced by the link "%s"', async (token) => {
    expect(refusal(await api.resetPassword({ token, password: NEW }))).toMatch(
      /^(LINK_INVALID|VALIDATION_FAILED token:)/,
    );
  });

  it('is asked for five times an hour for one address', async () => {
    for (let i = 0; i < 5; i++) await api.requestPasswordReset({ email: user.email });
    expect(refusal(await api.requestPasswordReset({ email: user.email }))).toBe('RATE_LIMITED');
  });

  it('is no way to open a link that is for something else', async () => {
    await api.requestEmailChange({ currentPassword: user.password, newEmail: someone() }, user);
    const token = await api.link(`new-${count}@example.org`);
    expect(refusal(await api.resetPassword({ token, password: NEW }))).toBe('LINK_INVALID');
    expect(refusal(await api.verifyEmail({ token: await ask() }))).toBe('LINK_INVALID');
  });
});

describe('A password', () => {
  it('is changed by who knows it, and ends all other sessions', async () => {
    const elsewhere = await signIn();
    const answer = await api.changePassword({ currentPassword: user.password, newPassword: NEW }, user);
    expect(refusal(await api.refresh({ cookie: cookieOf(answer) }))).toBeUndefined();
    expect(refusal(await api.refresh({ cookie: elsewhere }))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.signIn({ email: user.email, password: NEW }))).toBeUndefined();
  });

  it.each([
    [{ currentPassword: 'wrong' }, 'WRONG_PASSWORD currentPassword:WRONG_PASSWORD'],
    [{ newPassword: 'qwertyuiop' }, 'VALIDATION_FAILED newPassword:PASSWORD_TOO_COMMON'],
    [{ newPassword: 'a quiet river in May' }, 'PASSWORD_UNCHANGED newPassword:PASSWORD_UNCHANGED'],
  ])('is not changed with %j', async (wrong, code) => {
    const input = { currentPassword: user.password, newPassword: NEW, ...wrong };
    expect(refusal(await api.changePassword(input, user))).toBe(code);
    expect(refusal(await api.signIn({ email: user.email, password: user.password }))).toBeUndefined();
  });

  it('is changed once by two who try at the same moment', async () => {
    const change = (newPassword: string) => api.changePassword({ currentPassword: user.password, newPassword }, user);
    const answers = await Promise.all([change(NEW), change('seven blue lanterns')]);
    expect(answers.map(refusal).sort()).toEqual(['WRONG_PASSWORD currentPassword:WRONG_PASSWORD', undefined]);
  });

  it('cannot be guessed by who holds an open session', async () => {
    for (let i = 0; i < 10; i++) await api.eraseAccount({ password: 'wrong' }, user);
    expect(refusal(await api.changePassword({ currentPassword: user.password, newPassword: NEW }, user))).toBe(
      'RATE_LIMITED',
    );
  });
});

describe('An e-mail address', () => {
  const ask = async (newEmail: string) => {
    const answer = await api.requestEmailChange({ currentPassword: user.password, newEmail }, user);
    expect(refusal(answer)).toBeUndefined();
  };

  it('changes when the link mailed to the new one is opened by its owner', async () => {
    const email = someone();
    await ask(email);
    expect((await api.viewer(user.token)).data!.viewer).toMatchObject({ email: user.email, pendingEmail: email });
    const answer = await api.verifyEmail({ token: await api.link(email) }, user);
    expect(answer.data!.verifyEmail!.viewer).toMatchObject({ email, pendingEmail: null, emailVerified: true });
    await t.runJobs();
    expect(mailsTo(t, user.email).at(-1)!.subject).toBe('Your e-mail address was changed');
    expect(refusal(await api.signIn({ email, password: user.password }))).toBeUndefined();
    expect(refusal(await api.signIn({ email: user.email, password: user.password }))).toBe('WRONG_CREDENTIALS');
  });

  it('lets nobody in who opens the link without being its owner; the cookie is enough to be', async () => {
    const email = someone();
    await ask(email);
    const token = await api.link(email);
    expect(refusal(await api.verifyEmail({ token }))).toBe('SIGN_IN_TO_CONFIRM');
    expect(refusal(await api.verifyEmail({ token }, await createUser(t)))).toBe('SIGN_IN_TO_CONFIRM');
    expect(refusal(await api.verifyEmail({ token }, { cookie: await signIn() }))).toBeUndefined();
    expect(refusal(await api.verifyEmail({ token }, user))).toBe('LINK_INVALID');
  });

  it('of another account is not given away: its owner is told, and no link is mailed', async () => {
    const other = await createUser(t);
    await ask(other.email);
    await t.runJobs();
    expect(mailsTo(t, other.email).map(({ subject }) => subject)).toEqual(['You already have an account']);
    expect(mailsTo(t, other.email)[0]!.text).not.toContain('token=');
  });

  it('that two want goes to the first who confirms it', async () => {
    const [email, rival] = [someone(), await createUser(t)];
    await ask(email);
    await t.runJobs();
    const mine = tokenIn(mailsTo(t, email).at(-1));
    await api.requestEmailChange({ currentPassword: rival.password, newEmail: email }, rival);
    const theirs = await api.link(email);
    const answers = await Promise.all([
      api.verifyEmail({ token: mine }, user),
      api.verifyEmail({ token: theirs }, rival),
    ]);
    expect(answers.map(refusal).sort()).toEqual(['EMAIL_TAKEN', undefined]);
  });

  it.each([
    [{ newEmail: 'nobody' }, 'VALIDATION_FAILED newEmail:NOT_EMAIL'],
    [{ currentPassword: 'wrong' }, 'WRONG_PASSWORD currentPassword:WRONG_PASSWORD'],
  ])('is not changed with %j', async (wrong, code) => {
    const input = { currentPassword: user.password, newEmail: someone(), ...wrong };
    expect(refusal(await api.requestEmailChange(input, user))).toBe(code);
    const same = { currentPassword: user.password, newEmail: user.email };
    expect(refusal(await api.requestEmailChange(same, user))).toBe('EMAIL_UNCHANGED newEmail:EMAIL_UNCHANGED');
  });

  it('that was imported is confirmed by a link that can be mailed again', async () => {
    const imported = await createUser(t, { verified: false });
    expect(refusal(await api.resend(imported))).toBeUndefined();
    const answer = await api.verifyEmail({ token: await api.link(imported.email) });
    expect(answer.data!.verifyEmail!.viewer).toMatchObject({ id: imported.id, emailVerified: true });
    expect(refusal(await api.resend(imported))).toBe('ALREADY_VERIFIED');
    expect(refusal(await api.resend())).toBe('UNAUTHENTICATED');
  });
});
