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

/** From the least to the most. */
export const ROLES: Role[] = ['CUSTOMER', 'EXPERT', 'MODERATOR', 'MANAGER', 'OWNER'];

export const useRoleName = (): ((role: Role) => string) => {
  const { i18n } = useLingui();
  return (role) => i18n._(NAMES[role]);
};
