import { addMember, createCompany } from './support/companies.factory.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { codeOf, companiesApi, fieldsOf, type Node } from './support/companies.api.js';
import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import { CompanyVisibility, JoinPolicy } from '../src/features/companies/company.entity.js';
import { CompaniesService } from '../src/features/companies/companies.service.js';

type Api = ReturnType<typeof companiesApi>;

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

const mutate: Api['mutate'] = (...args) => companiesApi(t).mutate(...args);
const company: Api['company'] = (...args) => companiesApi(t).company(...args);

let serial = 0;
const draft = (more: object = {}) => ({
  name: 'Norte Rail',
  slug: `norte-${++serial}`,
  languages: ['ES', 'EN'],
  defaultLanguage: 'ES',
  ...more,
});

describe('founding a company', () => {
  it('makes a verified user its owner, with first rules in its language', async () => {
    const user = await createUser(t);
    const fields = `{ id slug languages defaultLanguage brandColor visibility joinPolicy preModeration voteMode version memberCount
      rules { position title } viewerMembership { role } viewerCan { join submitToIdeaBox manage moderate } emailDomains tags ideaBoxOpen }`;
    const { data } = await mutate(user, 'createCompany', draft({ brandColor: '#AABBCC' }), fields);
    expect(data!.createCompany).toMatchObject({
      languages: ['ES', 'EN'],
      brandColor: '#aabbcc',
      visibility: 'PUBLIC',
      version: 1,
      memberCount: 1,
      viewerMembership: { role: 'OWNER' },
      viewerCan: { join: false, submitToIdeaBox: true, manage: true, moderate: true },
      emailDomains: [],
    });
    expect(data!.createCompany!.rules).toHaveLength(6);
    expect((data!.createCompany!.rules as { title: string }[])[0]!.title).toBe('Habla con personas');
  });

  it('shows its colour in shades that can be read, and tells anybody what would become of another', async () => {
    const { data } = await mutate(
      await createUser(t),
      'createCompany',
      draft({ brandColor: '#FFD400' }),
      '{ brand { light dark } }',
    );
    expect(data!.createCompany).toEqual({ brand: { light: '#806a00', dark: '#ffd400' } });
    const ask = (color: string) =>
      t.ask<{ brandColors: object }>('query ($color: String!) { brandColors(color: $color) { light onLight } }', {
        color,
      });
    expect((await ask('#FFD400')).data!.brandColors).toMatchObject({ light: '#806a00' });
    expect(fieldsOf(await ask('yellow'))).toEqual(['color:MATCHES']);
  });

  it('refuses the signed-out and the unverified', async () => {
    expect(codeOf(await mutate(null, 'createCompany', draft()))).toBe('UNAUTHENTICATED');
    expect(codeOf(await mutate(await createUser(t, { verified: false }), 'createCompany', draft()))).toBe(
      'EMAIL_NOT_VERIFIED',
    );
  });

  it.each([
    ['name:MIN_LENGTH', { name: ' ' }],
    ['name:MAX_LENGTH', { name: 'x'.repeat(81) }],
    ['description:MAX_LENGTH', { description: 'x'.repeat(501) }],
    ['slug:BAD_SLUG', { slug: 'No spaces' }],
    ['slug:BAD_SLUG', { slug: 'a--b' }],
    ['slug:SLUG_UNAVAILABLE', { slug: 'sign-in' }],
    ['brandColor:BAD_COLOR', { brandColor: 'red' }],
    ['brandColor:BAD_COLOR', { brandColor: '#fff' }],
    ['languages:ARRAY_MIN_SIZE', { languages: [] }],
    ['languages:ARRAY_UNIQUE', { languages: ['ES', 'ES'] }],
    ['defaultLanguage:NOT_IN_LANGUAGES', { defaultLanguage: 'IT' }],
    ['logoFileId:NOT_UUID', { logoFileId: 'nonsense' }],
    ['logoFileId:UNKNOWN_FILE', { logoFileId: newId() }],
  ])('refuses %s', async (problem, wrong) => {
    const user = await createUser(t);
    const result = await mutate(user, 'createCompany', draft(wrong));
    expect(fieldsOf(result)).toEqual([problem]);
    const [left] = await t.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM membership WHERE user_id = $1',
      [user.id],
    );
    expect(left!.count).toBe(0);
  });

  it('gives a taken address to one only, and does not tell it from a private one', async () => {
    const hidden = await createCompany(t, { visibility: CompanyVisibility.PRIVATE });
    const user = await createUser(t);
    const taken = await mutate(user, 'createCompany', draft({ slug: hidden.slug }));
    const reserved = await mutate(user, 'createCompany', draft({ slug: 'graphql' }));
    expect(taken.errors![0]!.message).toBe(reserved.errors![0]!.message);
    const both = await Promise.all([1, 2].map(() => mutate(user, 'createCompany', draft({ slug: 'raced-for' }))));
    expect(both.map(codeOf).sort()).toEqual(['SLUG_UNAVAILABLE', null]);
  });

  it('is not thrown off by what no database takes', async () => {
    expect(codeOf(await company('a\u0000b'))).toBe('NOT_FOUND');
    const user = await createUser(t);
    const { data } = await mutate(user, 'createCompany', draft({ name: 'Norte\u0000 \ud800Rail' }), '{ id name }');
    expect(data!.createCompany!.name).not.toMatch(/[\u0000\ud800]/);
  });

  it('speaks the language of the caller', async () => {
    const result = await mutate(await createUser(t), 'createCompany', draft({ slug: 'blog' }), '{ id }', 'it');
    expect(result.errors![0]!.message).toMatch(/indirizzo non è disponibile/);
  });

  it('lets an operator found one with everything set', async () => {
    const owner = await createUser(t);
    const made = await t.database.transaction((tx) =>
      t.app.get(CompaniesService).createFor(tx, owner.id, {
        ...draft({ languages: ['es'], defaultLanguage: 'es' }),
        rules: [{ title: 'One', text: 'Only' }],
        tags: ['pan'],
      } as never),
    );
    const { data } = await company(made.slug, null, 'tags rules { title text }');
    expect(data!.company).toMatchObject({ tags: ['pan'], rules: [{ title: 'One', text: 'Only' }] });
  });
});

describe('settings', () => {
  it('change for managers only, one version at a time', async () => {
    const [owner, manager, moderator, stranger] = await Promise.all([1, 2, 3, 4].map(() => createUser(t)));
    const { id, slug } = await createCompany(t, { owner });
    await addMember(t, { id }, manager!, Role.MANAGER);
    await addMember(t, { id }, moderator!, Role.MODERATOR);
    const change = (user: TestUser | null, more: object) =>
      mutate(user, 'updateCompany', { companyId: id, version: 1, ...more }, '{ version name joinPolicy emailDomains }');
    expect(codeOf(await change(null, { name: 'Other' }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await change(stranger!, { name: 'Other' }))).toBe('FORBIDDEN');
    expect(codeOf(await change(moderator!, { name: 'Other' }))).toBe('FORBIDDEN');
    const both = await Promise.all([owner!, manager!].map((user, n) => change(user, { name: `Name ${n}` })));
    expect(both.map(codeOf).sort()).toEqual(['CONFLICT', null]);
    const { data } = await change(manager!, {
      version: 2,
      joinPolicy: 'EMAIL_DOMAIN',
      emailDomains: [' Example.COM', 'example.com'],
      name: null,
    });
    expect(data!.updateCompany).toMatchObject({ version: 3, emailDomains: ['example.com'] });
    const same = await change(manager!, { version: 3, joinPolicy: 'EMAIL_DOMAIN' });
    expect(same.data!.updateCompany).toMatchObject({ version: 3 });
    const seen = await company(slug, moderator!, 'emailDomains');
    expect(seen.data!.company.emailDomains).toBeNull();
  });

  it.each([
    ['emailDomains:BAD_DOMAIN', { joinPolicy: 'EMAIL_DOMAIN' }],
    ['emailDomains:BAD_DOMAIN', { emailDomains: ['not a domain'] }],
    ['defaultLanguage:NOT_IN_LANGUAGES', { languages: ['IT'] }],
    ['guidelines:MAX_LENGTH', { guidelines: 'x'.repeat(20_001) }],
    ['tags:ARRAY_MAX_SIZE', { tags: Array.from({ length: 51 }, (_, n) => `t${n}`) }],
    ['tags:MIN_LENGTH', { tags: [''] }],
    ['companyId:NOT_UUID', { companyId: 'x' }],
  ])('refuse %s', async (problem, wrong) => {
    const owner = await createUser(t);
    const { id } = await createCompany(t, { owner });
    expect(fieldsOf(await mutate(owner, 'updateCompany', { companyId: id, version: 1, ...wrong }))).toEqual([problem]);
  });

  it('show the guidelines as safe HTML', async () => {
    const { slug } = await createCompany(t, { guidelines: '**Hi** <script>alert(1)</script>' });
    const { data } = await company(slug, null, 'guidelinesHtml');
    expect(data!.company.guidelinesHtml).toBe('<p><strong>Hi</strong> </p>');
  });

  it('keep a reworded rule’s old words for what was decided under it', async () => {
    const owner = await createUser(t);
    const { id, slug } = await createCompany(t, { owner });
    const rules = async () =>
      (await company(slug, null, 'rules { id title position }')).data!.company.rules as unknown as Node[];
    const [kind] = await rules();
    const replace = (list: object[]) =>
      mutate(owner, 'updateRules', { companyId: id, rules: list }, '{ rules { id } }');
    await replace([
      { title: 'New', text: '' },
      { id: kind!.id, title: 'Be kind', text: 'To everybody.' },
    ]);
    const [, same] = await rules();
    expect(same).toMatchObject({ id: kind!.id, position: 2 });
    await replace([{ id: kind!.id, title: 'Be very kind', text: 'To everybody.' }]);
    expect(await rules()).toMatchObject([{ title: 'Be very kind' }]);
    expect(codeOf(await replace([{ id: kind!.id, title: 'Late', text: '' }]))).toBe('CONFLICT');
    expect(fieldsOf(await replace([]))).toEqual(['rules:ARRAY_MIN_SIZE']);
    const [old] = await t.database.query<{ title: string }>(
      'SELECT title FROM rule WHERE id = $1 AND retired_at IS NOT NULL',
      [kind!.id],
    );
    expect(old!.title).toBe('Be kind');
  });
});

describe('joining', () => {
  it('is open, by invitation, or for a domain’s confirmed addresses', async () => {
    const [open, closed, domain] = await Promise.all([
      createCompany(t),
      createCompany(t, { joinPolicy: JoinPolicy.INVITATION }),
      createCompany(t, { joinPolicy: JoinPolicy.EMAIL_DOMAIN, emailDomains: ['rail.example'] }),
    ]);
    const inside = await createUser(t, { email: 'Ana@Rail.Example' });
    const outside = await createUser(t, { email: 'ana@notrail.example' });
    const unverified = await createUser(t, { email: 'bo@rail.example', verified: false });
    const join = (user: TestUser, { id }: { id: string }) =>
      mutate(user, 'joinCompany', { companyId: id }, '{ id role trustLevel }');
    expect((await join(outside, open)).data!.joinCompany).toMatchObject({ role: 'CUSTOMER', trustLevel: 0 });
    expect(codeOf(await join(unverified, open))).toBe('EMAIL_NOT_VERIFIED');
    expect(codeOf(await join(outside, closed))).toBe('JOIN_BY_INVITATION');
    expect(codeOf(await join(outside, domain))).toBe('JOIN_EMAIL_DOMAIN');
    expect(codeOf(await join(unverified, domain))).toBe('EMAIL_NOT_VERIFIED');
    const can = await company(domain.slug, inside, 'viewerCan { join submitToIdeaBox }');
    expect(can.data!.company.viewerCan).toEqual({ join: true, submitToIdeaBox: false });
    const many = await Promise.all(Array.from({ length: 6 }, () => join(inside, domain)));
    expect(new Set(many.map(({ data }) => data!.joinCompany!.id)).size).toBe(1);
    expect((await company(domain.slug, null, 'memberCount')).data!.company.memberCount).toBe(1);
  });

  it('ends by leaving, but a suspension can’t be left behind', async () => {
    const [user, other] = await Promise.all([createUser(t), createUser(t)]);
    const { id, slug } = await createCompany(t);
    await addMember(t, { id }, user);
    await addMember(t, { id }, other, Role.CUSTOMER, { suspendedUntil: new Date(Date.now() + 3_600_000) });
    const leave = (who: TestUser) => mutate(who, 'leaveCompany', { companyId: id }, '{ ok }');
    expect((await leave(user)).data!.leaveCompany).toEqual({ ok: true });
    expect(codeOf(await leave(user))).toBe('FORBIDDEN');
    const refused = await leave(other);
    expect(codeOf(refused)).toBe('MEMBER_SUSPENDED');
    expect(refused.errors![0]!.extensions).toHaveProperty('suspendedUntil');
    const seen = await company(slug, other, 'viewerCan { submitToIdeaBox } viewerMembership { suspendedUntil }');
    expect(seen.data!.company).toMatchObject({ viewerCan: { submitToIdeaBox: false } });
    t.clock.set(new Date(Date.now() + 3_700_000));
    expect((await leave(other)).data!.leaveCompany).toEqual({ ok: true });
  });
});
