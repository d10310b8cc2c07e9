import { addMember, createCompany } from './support/companies.factory.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { codeOf, companiesApi, fieldsOf, type Node } from './support/companies.api.js';
import { Role } from '../src/shared/auth/role.js';
import { Outbox } from '../src/shared/events/outbox.js';
import { newId } from '../src/shared/database/ids.js';
import { AccountErased } from '../src/features/accounts/accounts.events.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';

type Api = ReturnType<typeof companiesApi>;

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

const mutate: Api['mutate'] = (...args) => companiesApi(t).mutate(...args);
const company: Api['company'] = (...args) => companiesApi(t).company(...args);

describe('a private company', () => {
  it('does not exist for others, in any operation', async () => {
    const [owner, stranger] = await Promise.all([createUser(t), createUser(t)]);
    const { id, slug } = await createCompany(t, { owner, visibility: CompanyVisibility.PRIVATE });
    const member = await addMember(t, { id }, await createUser(t));
    const { data } = await mutate(owner, 'inviteMember', { companyId: id, email: 'x@example.com', role: 'CUSTOMER' });
    const attempts = [
      company(slug, stranger),
      company(slug, null),
      mutate(stranger, 'updateCompany', { companyId: id, version: 1 }),
      mutate(stranger, 'updateRules', { companyId: id, rules: [{ title: 'a', text: '' }] }),
      mutate(stranger, 'joinCompany', { companyId: id }),
      mutate(stranger, 'leaveCompany', { companyId: id }, '{ ok }'),
      mutate(stranger, 'changeMemberRole', { membershipId: member.id, role: 'OWNER' }),
      mutate(stranger, 'removeMember', { membershipId: member.id }, '{ ok }'),
      mutate(stranger, 'inviteMember', { companyId: id, email: 'x@example.com', role: 'CUSTOMER' }),
      mutate(stranger, 'revokeInvitation', { invitationId: data!.inviteMember!.id }),
      t.ask(`{ companyMembers(companyId: "${id}") { totalCount } }`, {}, { token: stranger.token }),
      t.ask(`{ companyInvitations(companyId: "${id}") { id } }`, {}, { token: stranger.token }),
    ];
    const missing = await mutate(stranger, 'joinCompany', { companyId: newId() });
    for (const result of await Promise.all(attempts)) {
      expect(result.errors![0]!.extensions.code).toBe('NOT_FOUND');
      expect(result.errors![0]!.message).toBe(missing.errors![0]!.message);
    }
    expect((await company(slug, owner)).data!.company.id).toBe(id);
  });

  it('is listed for its members only; the list pages without loss', async () => {
    const [owner, stranger] = await Promise.all([createUser(t), createUser(t)]);
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      const visibility = n % 2 ? CompanyVisibility.PRIVATE : CompanyVisibility.PUBLIC;
      t.clock.set(new Date(Date.now() + 1000 * n));
      ids.unshift((await createCompany(t, { owner, visibility })).id);
    }
    const page = async (user: TestUser | null, after: string | null, first = 2) =>
      (
        await t.ask<{
          companies: {
            edges: { node: Node }[];
            pageInfo: { endCursor: string; hasNextPage: boolean };
            totalCount: number;
          };
        }>(
          `query ($after: String, $first: Int) { companies(first: $first, after: $after) { totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } }`,
          { after, first },
          { token: user?.token },
        )
      ).data!.companies;
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await page(owner, after);
      seen.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen.slice(0, 5)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
    const [all, some] = await Promise.all([page(owner, null, 100), page(stranger, null, 100)]);
    expect(all.totalCount - some.totalCount).toBe(2);
    expect(some.edges.map(({ node }) => node.id)).not.toContain(ids[1]);
    expect(fieldsOf(await t.ask('{ companies(after: "rubbish") { totalCount } }'))).toEqual(['after:BAD_CURSOR']);
    expect(fieldsOf(await t.ask('{ companies(first: 101) { totalCount } }'))).toEqual(['first:MAX']);
  });
});

describe('roles', () => {
  /** a company with one member of each role */
  async function staffed() {
    const users = Object.fromEntries(
      await Promise.all(Object.values(Role).map(async (role) => [role, await createUser(t)] as const)),
    ) as Record<Role, TestUser>;
    const made = await createCompany(t);
    const seats = {} as Record<Role, string>;
    for (const role of Object.values(Role)) seats[role] = (await addMember(t, made, users[role], role)).id;
    return { ...made, users, seats };
  }
  const setRole = (user: TestUser, membershipId: string, role: Role) =>
    mutate(user, 'changeMemberRole', { membershipId, role }, '{ id role }');
  const remove = (user: TestUser, membershipId: string) => mutate(user, 'removeMember', { membershipId }, '{ ok }');

  it('are given by managers up to moderator, above by owners', async () => {
    const { users, seats } = await staffed();
    const { CUSTOMER, EXPERT, MODERATOR, MANAGER, OWNER } = Role;
    for (const nobody of [CUSTOMER, EXPERT, MODERATOR]) {
      expect(codeOf(await setRole(users[nobody], seats[nobody], MANAGER))).toBe('FORBIDDEN');
      expect(codeOf(await remove(users[nobody], seats.CUSTOMER))).toBe('FORBIDDEN');
    }
    expect((await setRole(users.MANAGER, seats.CUSTOMER, MODERATOR)).data!.changeMemberRole).toMatchObject({
      role: MODERATOR,
    });
    const refused = [
      setRole(users.MANAGER, seats.EXPERT, MANAGER),
      setRole(users.MANAGER, seats.MANAGER, OWNER),
      setRole(users.MANAGER, seats.MANAGER, CUSTOMER),
      setRole(users.MANAGER, seats.OWNER, CUSTOMER),
      remove(users.MANAGER, seats.OWNER),
    ];
    for (const result of await Promise.all(refused)) expect(codeOf(result)).toBe('FORBIDDEN');
    expect((await setRole(users.OWNER, seats.MANAGER, OWNER)).data!.changeMemberRole).toMatchObject({ role: OWNER });
    expect((await remove(users.MANAGER, seats.OWNER)).data!.removeMember).toEqual({ ok: true });
    expect(codeOf(await remove(users.MANAGER, seats.OWNER))).toBe('NOT_FOUND');
    expect(fieldsOf(await remove(users.MANAGER, 'x'))).toEqual(['membershipId:NOT_UUID']);
  });

  it('of another company give nothing here, a suspended one nothing at all', async () => {
    const [here, there] = await Promise.all([staffed(), staffed()]);
    expect(codeOf(await setRole(there.users.OWNER, here.seats.CUSTOMER, Role.EXPERT))).toBe('FORBIDDEN');
    await t.database.query(`UPDATE membership SET suspended_until = now() + interval '1 hour' WHERE id = $1`, [
      here.seats.MANAGER,
    ]);
    expect(codeOf(await setRole(here.users.MANAGER, here.seats.CUSTOMER, Role.EXPERT))).toBe('MEMBER_SUSPENDED');
  });

  it('never leave a company without an owner, whoever goes at once', async () => {
    for (let round = 0; round < 5; round++) {
      const owners = await Promise.all([1, 2, 3].map(() => createUser(t)));
      const { id } = await createCompany(t);
      const seats = await Promise.all(owners.map((owner) => addMember(t, { id }, owner, Role.OWNER)));
      const results = await Promise.all([
        mutate(owners[0]!, 'leaveCompany', { companyId: id }, '{ ok }'),
        setRole(owners[1]!, seats[1]!.id, Role.CUSTOMER),
        remove(owners[0]!, seats[2]!.id),
        mutate(owners[2]!, 'leaveCompany', { companyId: id }, '{ ok }'),
      ]);
      expect(results.map(codeOf)).toContainEqual(expect.stringMatching(/LAST_OWNER|FORBIDDEN|NOT_FOUND/));
      const [row] = await t.database.query<{ owners: number }>(
        `SELECT count(*)::int AS owners FROM membership WHERE company_id = $1 AND role = 'OWNER'`,
        [id],
      );
      expect(row!.owners).toBeGreaterThanOrEqual(1);
    }
    const owner = await createUser(t);
    const { id } = await createCompany(t, { owner });
    const alone = await mutate(owner, 'leaveCompany', { companyId: id }, '{ ok }', 'es');
    expect(alone.errors![0]!.message).toMatch(/necesita propietario/);
  });

  it('pass to the longest-standing manager when the last owner’s account is erased', async () => {
    const { id, users, seats } = await staffed();
    const younger = await createUser(t);
    t.clock.set(new Date(Date.now() + 60_000));
    await addMember(t, { id }, younger, Role.MANAGER);
    const event = {
      companyId: null,
      aggregateId: users.OWNER.id,
      actorId: users.OWNER.id,
      payload: {},
      occurredAt: t.clock.now(),
    };
    await t.database.transaction((tx) => t.app.get(Outbox).append(tx, AccountErased(event)));
    await t.runJobs();
    const rows = await t.database.query<{ id: string; role: Role }>(
      `SELECT id, role FROM membership WHERE company_id = $1`,
      [id],
    );
    expect(rows.find((row) => row.id === seats.OWNER)).toBeUndefined();
    expect(rows.filter(({ role }) => role === Role.OWNER).map((row) => row.id)).toEqual([seats.MANAGER]);
  });
});

it('a viewer sees where they belong, and nobody else’s places', async () => {
  const user = await createUser(t);
  const [first, second] = [
    await createCompany(t, { visibility: CompanyVisibility.PRIVATE }),
    await createCompany(t, { owner: user }),
  ];
  await addMember(t, first, user);
  const { data } = await t.ask<{ viewer: { memberships: { role: Role; company: { id: string } }[] } }>(
    '{ viewer { memberships { role company { id } } } }',
    {},
    { token: user.token },
  );
  expect(data!.viewer.memberships).toEqual([
    { role: Role.OWNER, company: { id: second.id } },
    { role: Role.CUSTOMER, company: { id: first.id } },
  ]);
  const { status } = await t.ask(`{ user(id: "${user.id}") { memberships { id } } }`);
  expect(status).toBe(400);
});

describe('the member list', () => {
  it('is for members; by role and by the beginning of a name', async () => {
    const [ana, bo, stranger] = await Promise.all([
      createUser(t, { displayName: 'José Ángel Núñez' }),
      createUser(t, { displayName: '100%_Bo' }),
      createUser(t),
    ]);
    const { id } = await createCompany(t);
    await addMember(t, { id }, ana);
    await addMember(t, { id }, bo, Role.EXPERT, { suspendedUntil: new Date(Date.now() + 60_000) });
    const list = async (user: TestUser | null, args = '') => {
      const fields = '{ totalCount edges { node { role suspendedUntil user { displayName } company { id } } } }';
      return t.ask<{
        companyMembers: { totalCount: number; edges: { node: Node & { user: { displayName: string } } }[] };
      }>(`{ companyMembers(companyId: "${id}" ${args}) ${fields} }`, {}, { token: user?.token });
    };
    const names = async (args: string) =>
      (await list(ana, args)).data!.companyMembers.edges.map(({ node }) => node.user.displayName);
    expect(codeOf(await list(null))).toBe('UNAUTHENTICATED');
    expect(codeOf(await list(stranger))).toBe('FORBIDDEN');
    expect(await names('')).toEqual(['José Ángel Núñez', '100%_Bo']);
    expect(await names('role: EXPERT')).toEqual(['100%_Bo']);
    expect(await names('text: "ange"')).toEqual(['José Ángel Núñez']);
    expect(await names('text: "nún"')).toEqual(['José Ángel Núñez']);
    expect(await names('text: "gel"')).toEqual([]);
    expect(await names('text: "100%_"')).toEqual(['100%_Bo']);
    expect(await names('text: "%"')).toEqual([]);
    const [asAna, asBo] = await Promise.all([list(ana), list(bo)]);
    expect(asAna.data!.companyMembers.edges[1]!.node.suspendedUntil).toBeNull();
    expect(asBo.data!.companyMembers.edges[1]!.node.suspendedUntil).not.toBeNull();
    expect(asBo.data!.companyMembers.totalCount).toBe(2);
  });
});
