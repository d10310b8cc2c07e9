import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { Role } from '@/gql/graphql';

const NAMES: Record<Role, MessageDescriptor> = {
  CUSTOMER: msg`Member`,
  EXPERT: msg`Expert`,
  MODERATOR: msg`Moderator`,
  MANAGER: msg`Manager`,
  OWNER: msg`Owner`,
};

const MEANINGS: Record<Role, MessageDescriptor> = {
  CUSTOMER: msg`Proposes, votes and comments.`,
  EXPERT: msg`Also speaks for the company: what they write carries its mark.`,
  MODERATOR: msg`Also decides about what is reported or waits for review.`,
  MANAGER: msg`Also runs challenges, answers ideas, changes settings, invites people and gives the roles below.`,
  OWNER: msg`Also decides about managers and other owners. There is always one.`,
};

/** From the least to the most. */
export const ROLES: Role[] = ['CUSTOMER', 'EXPERT', 'MODERATOR', 'MANAGER', 'OWNER'];

export const useRoleName = (): ((role: Role) => string) => {
  const { i18n } = useLingui();
  return (role) => i18n._(NAMES[role]);
};

/** What a role may do, in a sentence. */
export const useRoleMeaning = (): ((role: Role) => string) => {
  const { i18n } = useLingui();
  return (role) => i18n._(MEANINGS[role]);
};

/** The roles that somebody may give: managers none of their own height, as the server has it. */
export const rolesToGive = (own: Role | undefined): Role[] => (own === 'OWNER' ? ROLES : ROLES.slice(0, 3));
