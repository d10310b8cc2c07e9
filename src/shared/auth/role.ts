import { registerEnumType } from '@nestjs/graphql';

/** What a member may do in a company; each role may do all that the ones before it may. */
export enum Role {
  CUSTOMER = 'CUSTOMER',
  EXPERT = 'EXPERT',
  MODERATOR = 'MODERATOR',
  MANAGER = 'MANAGER',
  OWNER = 'OWNER',
}
registerEnumType(Role, {
  name: 'Role',
  description: 'What a member may do in a company; each role may do all that the ones before it may.',
  valuesMap: {
    CUSTOMER: { description: 'Submits, votes and comments.' },
    EXPERT: { description: 'Also evaluates ideas.' },
    MODERATOR: { description: 'Also reviews what is held.' },
    MANAGER: { description: 'Also runs challenges, answers ideas and invites members.' },
    OWNER: { description: 'Also decides about roles and the company itself.' },
  },
});

const ORDER = Object.values(Role);

/** Whether `role` is `least` or above; false for someone who is no member. */
export const roleAtLeast = (role: Role | null | undefined, least: Role): boolean =>
  role != null && ORDER.indexOf(role) >= ORDER.indexOf(least);
