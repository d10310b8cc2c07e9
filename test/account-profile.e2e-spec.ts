import { newId } from '../src/shared/database/ids.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { accountsApi, cookieOf, refusal } from './support/accounts.api.js';
import { mailsTo } from './support/mails.js';

let t: TestApp;
let api: ReturnType<typeof accountsApi>;
let user: TestUser;
let count = 0;

beforeAll(async () => {
  t = await startTestApp();
  api = accountsApi(t);
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.database.query('DELETE FROM rate_limit');
  user = await createUser(t, { displayName: `Grace ${++count}.` });
});

describe('A profile', () => {
  it('changes in what is given, and is public but for the address', async () => {
    const { data } = await api.updateProfile({ displayName: '  Ada L. ', bio: 'Reads.\nA lot.', locale: 'IT' }, user);
    expect(data!.updateProfile).toEqual({
      displayName: 'Ada L.',
      bio: 'Reads.\nA lot.',
      locale: 'IT',
      avatarUrl: null,
    });
    expect((await api.updateProfile({ bio: '' }, user)).data!.updateProfile).toMatchObject({
      displayName: 'Ada L.',
      bio: null,
    });
    const shown = await t.ask('query ($id: ID!) { user(id: $id) { id displayName bio erased avatarUrl } }', {
      id: user.id,
    });
    expect(shown.data).toEqual({
      user: { id: user.id, displayName: 'Ada L.', bio: null, erased: false, avatarUrl: null },
    });
    expect(refusal(await t.ask('query ($id: ID!) { user(id: $id) { email } }', { id: user.id }))).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('is changed so often an hour, and no more', async () => {
    const change = () => api.updateProfile({ bio: `Reads ${++count} books.` }, user);
    for (let i = 0; i < 30; i++) expect(refusal(await change())).toBeUndefined();
    expect(refusal(await change())).toBe('RATE_LIMITED');
    const other = await createUser(t);
    expect(refusal(await api.updateProfile({ bio: 'Reads.' }, other))).toBeUndefined();
  });

  it('shows a picture of one’s own, and no one else’s file', async () => {
    const upload = async (ownerId: string, purpose = 'AVATAR') => {
      const id = newId();
      await t.database.query(
        `INSERT INTO file (id, owner_id, purpose, kind, filename, mime_type, byte_size, storage_key) VALUES ($1, $2, $3, 'IMAGE', 'me.webp', 'image/webp', 1, $4)`,
        [id, ownerId, purpose, `key${count++}`],
      );
      return id;
    };
    const { data } = await api.updateProfile({ avatarFileId: await upload(user.id) }, user);
    expect(data!.updateProfile!.avatarUrl).toMatch(/^\/files\/key\d+\/original\/me\.webp$/);
    for (const wrong of [newId(), await upload((await createUser(t)).id), await upload(user.id, 'COVER')]) {
      expect(refusal(await api.updateProfile({ avatarFileId: wrong }, user))).toBe(
        'VALIDATION_FAILED avatarFileId:UNKNOWN_FILE',
      );
    }
    expect((await api.updateProfile({ avatarFileId: null }, user)).data!.updateProfile!.avatarUrl).toBeNull();
    const kept = await t.database.query('SELECT 1 FROM file WHERE owner_id = $1 AND claimed_at IS NOT NULL', [user.id]);
    expect(kept).toEqual([]);
  });

  it.each([
    ['displayName:', { displayName: ' ' }],
    ['displayName:', { displayName: null }],
    ['bio:MAX_LENGTH', { bio: 'x'.repeat(501) }],
    ['bio:MATCHES', { bio: 'a\u0000b' }],
    ['locale:', { locale: null }],
    ['avatarFileId:NOT_UUID', { avatarFileId: '7' }],
  ])('is not changed when it is wrong: %s', async (problem, wrong) => {
    expect(refusal(await api.updateProfile(wrong, user))).toContain(`VALIDATION_FAILED ${problem}`);
    expect(refusal(await api.updateProfile({ bio: 'x' }))).toBe('UNAUTHENTICATED');
  });

  it.each(['7', newId()])('of nobody is not found: %s', async (id) => {
    expect(refusal(await t.ask('query ($id: ID!) { user(id: $id) { id } }', { id }))).toBe('NOT_FOUND');
  });
});

describe('Erasing an account', () => {
  it('takes away all that is personal and leaves a former member', async () => {
    await api.updateProfile({ bio: 'About me' }, user);
    await api.requestEmailChange({ currentPassword: user.password, newEmail: 'grace@elsewhere.example' }, user);
    await api.signUp({
      email: user.email,
      displayName: user.displayName,
      password: 'three green umbrellas',
      locale: 'EN',
    });
    const cookie = cookieOf(await api.signIn({ email: user.email, password: user.password }));
    const answer = await api.eraseAccount({ password: user.password }, user);
    expect(answer.data).toEqual({ eraseAccount: { ok: true } });
    expect(answer.headers['set-cookie']).toMatch(/^cocrea_session=; /);

    const rows = await t.database.query<{ row: string }>(
      `SELECT u::text AS row FROM "user" u UNION ALL SELECT c::text FROM credential c UNION ALL SELECT r::text FROM refresh_token r
       UNION ALL SELECT a::text FROM account_token a UNION ALL SELECT s::text FROM sign_up s UNION ALL SELECT e::text FROM event e`,
    );
    const left = rows
      .map(({ row }) => row)
      .filter((row) => [user.id, user.email, user.displayName, 'grace@'].some((it) => row.includes(it)));
    expect(left).toHaveLength(2); // the empty user, and the event
    expect(left.join()).not.toMatch(/Grace|@|About me/);

    const shown = await t.ask('query ($id: ID!) { user(id: $id) { displayName bio avatarUrl erased } }', {
      id: user.id,
    });
    expect(shown.data).toEqual({ user: { displayName: '', bio: null, avatarUrl: null, erased: true } });
    expect(refusal(await api.refresh({ cookie }))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.viewer(user.token))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.updateProfile({ bio: 'back' }, user))).toBe('UNAUTHENTICATED');
    expect(refusal(await api.signIn({ email: user.email, password: user.password }))).toBe('WRONG_CREDENTIALS');
    await t.runJobs();
    expect(mailsTo(t, user.email).at(-1)!.subject).toBe('Your account is erased');
  });

  it('happens once, with one event, however often it is asked for at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => api.eraseAccount({ password: user.password }, user)),
    );
    expect(answers.filter((answer) => !refusal(answer))).toHaveLength(1);
    const events = await t.database.query('SELECT 1 FROM event WHERE aggregate_id = $1 AND type = $2', [
      user.id,
      'AccountErased',
    ]);
    expect(events).toHaveLength(1);
  });

  it('frees the address for a new account', async () => {
    await api.eraseAccount({ password: user.password }, user);
    await api.signUp({ email: user.email, displayName: 'Again', password: 'three green umbrellas', locale: 'EN' });
    const { data } = await api.verifyEmail({ token: await api.link(user.email) });
    expect(data!.verifyEmail!.viewer.id).not.toBe(user.id);
  });

  it.each([
    ['wrong', 'WRONG_PASSWORD password:WRONG_PASSWORD'],
    ['', 'VALIDATION_FAILED password:'],
  ])('is refused with the password "%s"', async (password, code) => {
    expect(refusal(await api.eraseAccount({ password }, user))).toContain(code);
    expect((await api.viewer(user.token)).data!.viewer!.displayName).toBe(user.displayName);
    expect(refusal(await api.eraseAccount({ password }))).toBe('UNAUTHENTICATED');
  });
});
