import { addMember, createCompany } from './support/companies.factory.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { mailsTo, tokenIn } from './support/mails.js';
import { codeOf, companiesApi, fieldsOf } from './support/companies.api.js';
import { Role } from '../src/shared/auth/role.js';
import { Locale } from '../src/shared/errors/locale.js';
import { InvitationsService } from '../src/features/companies/invitations/invitations.service.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';

type Api = ReturnType<typeof companiesApi>;

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

const mutate: Api['mutate'] = (...args) => companiesApi(t).mutate(...args);

const DAY = 24 * 3_600_000;
const preview = async (token: string) =>
  (
    await t.ask<{ invitation: object | null }>(
      'query ($token: String!) { invitation(token: $token) { companyName companySlug role email } }',
      { token },
    )
  ).data!.invitation;
const accept = (user: TestUser | null, token: string) =>
  mutate(user, 'acceptInvitation', { token }, '{ id role company { id } }');

async function invited(email: string, role = 'EXPERT', owner?: TestUser) {
  const by = owner ?? (await createUser(t, { displayName: 'Olga' }));
  const company = await createCompany(t, {
    owner: by,
    visibility: CompanyVisibility.PRIVATE,
    defaultLanguage: Locale.IT,
  });
  const { data } = await mutate(
    by,
    'inviteMember',
    { companyId: company.id, email, role },
    '{ id email expiresAt accepted revoked }',
  );
  await t.runJobs();
  return {
    company,
    owner: by,
    invitation: data!.inviteMember!,
    token: tokenIn(mailsTo(t, email.trim().toLowerCase()).at(-1)),
  };
}

describe('an invitation', () => {
  it('comes by mail in the receiver’s language and opens a private company to them alone', async () => {
    const guest = await createUser(t, { email: 'guest@example.com', locale: Locale.ES });
    const { company, token, invitation } = await invited(' Guest@Example.com ');
    expect(invitation).toMatchObject({ email: 'guest@example.com', accepted: false, revoked: false });
    expect(mailsTo(t, 'guest@example.com').at(-1)!.subject).toBe(`Olga te invita a ${company.name}`);
    expect(await preview(token)).toEqual({
      companyName: company.name,
      companySlug: company.slug,
      role: 'EXPERT',
      email: 'guest@example.com',
    });
    expect(codeOf(await accept(null, token))).toBe('UNAUTHENTICATED');
    expect(codeOf(await accept(await createUser(t), token))).toBe('INVITATION_OTHER_ADDRESS');
    const twice = await Promise.all([accept(guest, token), accept(guest, token)]);
    expect(twice.map(({ data }) => data!.acceptInvitation!.role)).toEqual(['EXPERT', 'EXPERT']);
    expect(twice[0]!.data!.acceptInvitation!.id).toBe(twice[1]!.data!.acceptInvitation!.id);
    expect(await preview(token)).toBeNull();
  });

  it('is for a confirmed address, and speaks the company’s language to strangers', async () => {
    const { token } = await invited('later@example.com');
    expect(mailsTo(t, 'later@example.com')[0]!.subject).toMatch(/^Olga ti invita in /);
    const later = await createUser(t, { email: 'later@example.com', verified: false });
    expect(codeOf(await accept(later, token))).toBe('EMAIL_NOT_VERIFIED');
  });

  it('holds for seven days', async () => {
    const guest = await createUser(t, { email: 'slow@example.com' });
    const { token } = await invited('slow@example.com');
    t.clock.set(new Date(Date.now() + 7 * DAY + 1000));
    expect(codeOf(await accept(guest, token))).toBe('INVITATION_EXPIRED');
    expect(await preview(token)).toBeNull();
    expect(codeOf(await accept(guest, 'wrong'))).toBe('INVITATION_INVALID');
    expect(await preview('wrong')).toBeNull();
    t.clock.set(new Date(Date.now() + 38 * DAY));
    await t.app.get(InvitationsService).removeOld();
    expect(codeOf(await accept(guest, token))).toBe('INVITATION_INVALID');
  });

  it('can be revoked until it is accepted, and is replaced by a newer one', async () => {
    const guest = await createUser(t, { email: 'again@example.com' });
    const { token, invitation, owner, company } = await invited('again@example.com');
    const revoke = (id: unknown) => mutate(owner, 'revokeInvitation', { invitationId: id }, '{ revoked }');
    expect((await revoke(invitation.id)).data!.revokeInvitation).toEqual({ revoked: true });
    expect(codeOf(await accept(guest, token))).toBe('INVITATION_INVALID');
    const invite = () => mutate(owner, 'inviteMember', { companyId: company.id, email: guest.email, role: 'CUSTOMER' });
    await invite();
    const second = await invite();
    const list = await t.ask<{ companyInvitations: { revoked: boolean }[] }>(
      `{ companyInvitations(companyId: "${company.id}") { revoked } }`,
      {},
      { token: owner.token },
    );
    expect(list.data!.companyInvitations.map(({ revoked }) => revoked)).toEqual([false, true, true]);
    await t.runJobs();
    const tokens = mailsTo(t, guest.email).map(tokenIn);
    const results = await Promise.all(tokens.map((each) => accept(guest, each)));
    expect(results.map(codeOf).filter((code) => code === null)).toHaveLength(1);
    expect(codeOf(await revoke(second.data!.inviteMember!.id))).toBe('INVITATION_USED');
    await mutate(guest, 'leaveCompany', { companyId: company.id }, '{ ok }');
    const used = tokens[results.findIndex((result) => codeOf(result) === null)]!;
    expect(codeOf(await accept(guest, used))).toBe('INVITATION_USED');
  });

  it('holds no longer than its sender may offer the role', async () => {
    const second = await createUser(t, { email: 'second@example.com' });
    const { company, owner, token } = await invited(second.email, 'OWNER');
    const heir = await createUser(t);
    await addMember(t, company, heir, Role.OWNER);
    await mutate(owner, 'leaveCompany', { companyId: company.id }, '{ ok }');
    expect(await preview(token)).toBeNull();
    expect(codeOf(await accept(second, token))).toBe('INVITATION_INVALID');
  });

  it('raises a member, and never lowers one', async () => {
    const owner = await createUser(t);
    const guest = await createUser(t, { email: 'member@example.com' });
    const { token, company } = await invited('member@example.com', 'MANAGER', owner);
    await addMember(t, company, guest);
    expect((await accept(guest, token)).data!.acceptInvitation).toMatchObject({ role: 'MANAGER' });
    await mutate(owner, 'inviteMember', { companyId: company.id, email: guest.email, role: 'CUSTOMER' });
    await t.runJobs();
    const [one, other] = mailsTo(t, guest.email).map(tokenIn);
    const again = await accept(guest, one === token ? other! : one!);
    expect(again.data!.acceptInvitation).toMatchObject({ role: 'MANAGER' });
  });

  it('is sent by managers, up to moderator, not too often', async () => {
    const [owner, manager, customer] = await Promise.all([1, 2, 3].map(() => createUser(t)));
    const { id } = await createCompany(t, { owner: owner! });
    await addMember(t, { id }, manager!, Role.MANAGER);
    await addMember(t, { id }, customer!);
    const invite = (user: TestUser | null, role: string, email = 'many@example.com') =>
      mutate(user, 'inviteMember', { companyId: id, email, role });
    expect(codeOf(await invite(null, 'CUSTOMER'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await invite(customer!, 'CUSTOMER'))).toBe('FORBIDDEN');
    expect(codeOf(await invite(manager!, 'MANAGER'))).toBe('FORBIDDEN');
    const offered = await invite(owner!, 'OWNER');
    const revoked = await mutate(manager!, 'revokeInvitation', { invitationId: offered.data!.inviteMember!.id });
    expect(codeOf(revoked)).toBe('FORBIDDEN');
    expect(fieldsOf(await invite(manager!, 'CUSTOMER', 'nobody'))).toEqual(['email:NOT_EMAIL']);
    for (let n = 0; n < 3; n++) await invite(manager!, 'CUSTOMER');
    const often = await invite(manager!, 'CUSTOMER');
    expect(codeOf(often)).toBe('RATE_LIMITED');
    expect(often.errors![0]!.extensions.retryAfter).toBeGreaterThan(0);
  });
});
