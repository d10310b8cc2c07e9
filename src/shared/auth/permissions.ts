import { Role } from './role.js';

/**
 * What an operation asks of its caller. The guard sees to the sign-in; the service, which knows the company, asks for
 * the role (`MembershipsService.require`). `verified`: only with a confirmed e-mail address;
 * `writes`: not while one is silenced.
 */
export const PERMISSIONS = {
  'account.use': {},
  'company.create': { verified: true },
  'company.join': { verified: true },
  'company.member': { role: Role.CUSTOMER },
  'company.manage': { role: Role.MANAGER },
  'company.own': { role: Role.OWNER },
  'challenge.manage': { role: Role.MANAGER },
  'challenge.participate': { role: Role.CUSTOMER, verified: true },
  'idea.write': { role: Role.CUSTOMER, verified: true, writes: true },
  'idea.follow': { verified: true },
  'idea.answer': { role: Role.MANAGER },
  'vote.cast': { role: Role.CUSTOMER, verified: true },
  'comment.write': { role: Role.CUSTOMER, verified: true, writes: true },
  'flag.raise': { role: Role.CUSTOMER, verified: true },
  'review.decide': { role: Role.MODERATOR },
  'reward.manage': { role: Role.MANAGER },
  'reward.redeem': { role: Role.CUSTOMER, verified: true },
  'gift.give': { role: Role.MODERATOR },
} as const satisfies Record<string, { role?: Role; verified?: boolean; writes?: boolean }>;

export type Permission = keyof typeof PERMISSIONS;
