import { registerEnumType } from '@nestjs/graphql';
import { Role, roleAtLeast } from '../../shared/auth/role.js';
import type { User } from '../accounts/user.entity.js';
import { type Company, JoinPolicy, PreModeration } from './company.entity.js';
import type { CompanyPermissions } from './company-permissions.type.js';
import type { Membership } from './membership.entity.js';

/** Why something waits for review. */
export enum HoldReason {
  COMPANY_REVIEWS_EVERYTHING = 'COMPANY_REVIEWS_EVERYTHING',
  NEWCOMER = 'NEWCOMER',
  EDIT_REQUESTED = 'EDIT_REQUESTED',
  REPEATED = 'REPEATED',
  MANY_POSTS = 'MANY_POSTS',
  MANY_LINKS = 'MANY_LINKS',
  WATCHED_LINK = 'WATCHED_LINK',
  WATCHED_WORD = 'WATCHED_WORD',
  AUTOMATIC_CHECK = 'AUTOMATIC_CHECK',
}
registerEnumType(HoldReason, {
  name: 'HoldReason',
  description: 'Why something waits for review before it is published.',
  valuesMap: {
    COMPANY_REVIEWS_EVERYTHING: { description: 'The company reviews everything.' },
    NEWCOMER: { description: 'The author is new here, and the company reviews what newcomers write.' },
    EDIT_REQUESTED: { description: 'A moderator has asked the author to change it.' },
    REPEATED: { description: 'Its author has posted the same before, or nearly the same.' },
    MANY_POSTS: { description: 'Its author has posted much in a short time.' },
    MANY_LINKS: { description: 'It has more links than its author may post unread.' },
    WATCHED_LINK: { description: 'It names a site of which the company reads first what is said.' },
    WATCHED_WORD: { description: 'It has words of which the company reads first what is said with them.' },
    AUTOMATIC_CHECK: { description: 'An automatic check asks for a person to read it.' },
  },
});

type Standing = Pick<Membership, 'role' | 'trustLevel'>;

/** Experts and above speak for the company. */
export const isStaff = ({ role }: Pick<Membership, 'role'>): boolean => roleAtLeast(role, Role.EXPERT);

/** A customer who has not yet earned any trust. */
export const isNewcomer = ({ role, trustLevel }: Standing): boolean => role === Role.CUSTOMER && trustLevel === 0;

/** Why what this member writes is held before it is published; null when it is not. */
export function holdReason({ preModeration }: Pick<Company, 'preModeration'>, member: Standing): HoldReason | null {
  if (isStaff(member) || preModeration === PreModeration.NOTHING) return null;
  if (preModeration === PreModeration.EVERYTHING) return HoldReason.COMPANY_REVIEWS_EVERYTHING;
  return isNewcomer(member) ? HoldReason.NEWCOMER : null;
}

export const isSuspended = ({ suspendedUntil }: Pick<Membership, 'suspendedUntil'>, now: Date): boolean =>
  suspendedUntil !== null && suspendedUntil > now;

export const isSilenced = ({ silencedUntil }: Pick<Membership, 'silencedUntil'>, now: Date): boolean =>
  silencedUntil !== null && silencedUntil > now;

/** Whether they earn, win and redeem nothing for now: by a decision, which says why. */
export const isExcluded = ({ excludedUntil }: Pick<Membership, 'excludedUntil'>, now: Date): boolean =>
  excludedUntil !== null && excludedUntil > now;

/** The same in statements. @param membership an alias of the table @param now the place of the moment */
export const excludedSql = (membership: string, now: string): string =>
  `coalesce(${membership}.excluded_until > ${now}, false)`;

/**
 * Whether `actor` may turn a member's role `from` into `to`; null stands for no member. Owners decide about everybody,
 * managers about customers, experts and moderators: so nobody raises anybody above themselves.
 */
export function mayChangeRole(actor: Role, from: Role | null, to: Role | null): boolean {
  if (actor === Role.OWNER) return true;
  return actor === Role.MANAGER && ![from, to].some((role) => roleAtLeast(role, Role.MANAGER));
}

/** Whether the company's own policy, without an invitation, lets in somebody with this confirmed address. */
export function mayJoin(company: Pick<Company, 'joinPolicy' | 'emailDomains'>, email: string): boolean {
  if (company.joinPolicy === JoinPolicy.OPEN) return true;
  return company.joinPolicy === JoinPolicy.EMAIL_DOMAIN && company.emailDomains.includes(domainOf(email));
}

interface Standpoint {
  company: Company;
  membership: Membership | null;
  user: Pick<User, 'email' | 'emailVerifiedAt'> | null;
}

/** What somebody may do in a company now. */
export function companyPermissions({ company, membership, user }: Standpoint, now: Date): CompanyPermissions {
  const address = user?.emailVerifiedAt ? user.email : null;
  const active = membership !== null && !isSuspended(membership, now);
  return {
    join: !membership && address !== null && mayJoin(company, address),
    submitToIdeaBox: active && !isSilenced(membership, now) && address !== null && company.ideaBoxOpen,
    manage: active && roleAtLeast(membership.role, Role.MANAGER),
    moderate: active && roleAtLeast(membership.role, Role.MODERATOR),
  };
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** First segments of the addresses that are the site's own. */
const RESERVED_SLUGS = new Set(
  `about account accounts admin api app assets blog c challenges comments companies company contact cookies decision
   decisions dev docs embed explore exports favicon feed feeds files graphql health help home i ideas invitation invitations
   legal locales login logout manage me members moderation new news notice notices notifications oauth offline oidc
   privacy public review robots rss search security settings sign-in sign-out sign-up sitemap static status support
   terms u unsubscribe user users verify-email reset-password webhooks well-known widget ws www cocrea`.split(/\s+/),
);

export const isReservedSlug = (slug: string): boolean => RESERVED_SLUGS.has(slug);
