import { Role } from '../../shared/auth/role.js';
import { Locale } from '../../shared/errors/locale.js';
import { type Company, JoinPolicy, PreModeration } from './company.entity.js';
import {
  companyPermissions,
  holdReason,
  HoldReason,
  isReservedSlug,
  mayChangeRole,
  mayJoin,
} from './company.policy.js';
import { settingsProblem } from './company-settings.checks.js';
import type { Membership } from './membership.entity.js';

const { CUSTOMER, EXPERT, MODERATOR, MANAGER, OWNER } = Role;
const NOW = new Date('2026-01-01T00:00:00Z');

describe('what is held', () => {
  it.each([
    [PreModeration.NOTHING, CUSTOMER, 0, null],
    [PreModeration.NEWCOMERS, CUSTOMER, 0, HoldReason.NEWCOMER],
    [PreModeration.NEWCOMERS, CUSTOMER, 1, null],
    [PreModeration.NEWCOMERS, EXPERT, 0, null],
    [PreModeration.EVERYTHING, CUSTOMER, 3, HoldReason.COMPANY_REVIEWS_EVERYTHING],
    [PreModeration.EVERYTHING, CUSTOMER, 0, HoldReason.COMPANY_REVIEWS_EVERYTHING],
    [PreModeration.EVERYTHING, MODERATOR, 0, null],
  ])('%s, %s of trust %i: %s', (preModeration, role, trustLevel, reason) => {
    expect(holdReason({ preModeration }, { role, trustLevel })).toBe(reason);
  });
});

describe('who changes roles', () => {
  const roles = [null, ...Object.values(Role)];
  it('owners change any', () => {
    for (const from of roles) for (const to of roles) expect(mayChangeRole(OWNER, from, to)).toBe(true);
  });
  it('managers change those below them, to below them', () => {
    const below = [null, CUSTOMER, EXPERT, MODERATOR] as (Role | null)[];
    for (const from of roles)
      for (const to of roles) expect(mayChangeRole(MANAGER, from, to)).toBe(below.includes(from) && below.includes(to));
  });
  it('nobody else changes any', () => {
    for (const actor of [CUSTOMER, EXPERT, MODERATOR]) expect(mayChangeRole(actor, CUSTOMER, CUSTOMER)).toBe(false);
  });
});

describe('who joins', () => {
  const domain = { joinPolicy: JoinPolicy.EMAIL_DOMAIN, emailDomains: ['rail.example'] };
  it.each([
    ['a@rail.example', true],
    ['A@RAIL.example', true],
    ['a@sub.rail.example', false],
    ['a@xrail.example', false],
    ['"a@rail.example"@evil.example', false],
  ])('%s by domain: %s', (email, may) => expect(mayJoin(domain, email)).toBe(may));
  it('everybody, or nobody', () => {
    expect(mayJoin({ joinPolicy: JoinPolicy.OPEN, emailDomains: [] }, 'a@b.example')).toBe(true);
    expect(mayJoin({ joinPolicy: JoinPolicy.INVITATION, emailDomains: ['b.example'] }, 'a@b.example')).toBe(false);
  });
});

describe('permissions', () => {
  const company = { joinPolicy: JoinPolicy.OPEN, emailDomains: [], ideaBoxOpen: true } as unknown as Company;
  const user = { email: 'a@b.example', emailVerifiedAt: NOW };
  const member = (role: Role, suspendedUntil: Date | null = null) => ({ role, suspendedUntil }) as Membership;
  const of = (membership: Membership | null, who: { email: string; emailVerifiedAt: Date | null } | null = user) =>
    Object.entries(companyPermissions({ company, membership, user: who }, NOW)).flatMap(([name, may]) =>
      may ? [name] : [],
    );
  it.each([
    [null, ['join']],
    [CUSTOMER, ['submitToIdeaBox']],
    [MODERATOR, ['submitToIdeaBox', 'moderate']],
    [MANAGER, ['submitToIdeaBox', 'manage', 'moderate']],
  ])('%s: %j', (role, may) => expect(of(role && member(role))).toEqual(may));
  it('shrink with a suspension, until its very end', () => {
    expect(of(member(OWNER, new Date(NOW.getTime() + 1)))).toEqual([]);
    expect(of(member(OWNER, NOW))).toHaveLength(3);
  });
  it('need an account, and for taking part a confirmed address', () => {
    expect(of(null, null)).toEqual([]);
    expect(of(null, { ...user, emailVerifiedAt: null })).toEqual([]);
    expect(of(member(MODERATOR), { ...user, emailVerifiedAt: null })).toEqual(['moderate']);
  });
});

describe('settings', () => {
  const good = {
    slug: 'norte-rail',
    brandColor: '#0b7363',
    languages: [Locale.ES],
    defaultLanguage: Locale.ES,
    joinPolicy: JoinPolicy.OPEN,
    emailDomains: [] as string[],
  };
  it('are good together', () => expect(settingsProblem(good)).toBeNull());
  it.each(['', 'ab', 'a'.repeat(41), 'Upper', '-a-b', 'a_b', 'año', 'a.b.c'])('refuse the address "%s"', (slug) =>
    expect(settingsProblem({ ...good, slug })?.options.fields?.map(({ path }) => path)).toEqual(['slug']),
  );
  it.each(['localhost', 'a..b', '-a.com', 'a.com/', '1.2.3.4'])('refuse the domain "%s"', (domain) =>
    expect(settingsProblem({ ...good, emailDomains: [domain] })).not.toBeNull(),
  );
  it('name every wrong field at once', () => {
    const wrong = settingsProblem({ ...good, slug: '', brandColor: 'red', joinPolicy: JoinPolicy.EMAIL_DOMAIN });
    expect(wrong?.options.fields?.map(({ path }) => path)).toEqual(['slug', 'brandColor', 'emailDomains']);
  });
  it('keep the site’s own addresses free', () => {
    for (const slug of ['me', 'u', 'i', 'sign-in', 'companies', 'graphql', 'files'])
      expect(isReservedSlug(slug)).toBe(true);
    expect(isReservedSlug('alagarza')).toBe(false);
  });
});
