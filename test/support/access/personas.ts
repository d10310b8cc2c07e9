import { Role } from '../../../src/shared/auth/role.js';
import { createUser, type TestUser } from '../accounts.factory.js';
import type { TestApp } from '../app.js';
import { addMember, createCompany } from '../companies.factory.js';

/** Everybody who may come to a company's door. */
export const PERSONAS = [
  'anonymous',
  'unverified', // a member whose address is not confirmed
  'stranger', // a member of nothing
  'otherOwner', // the owner of another company
  'suspended', // a member
  'customer',
  'expert',
  'moderator',
  'manager',
  'owner',
] as const;
export type Persona = (typeof PERSONAS)[number];

/** Those who may not know that a private company exists. */
export const OUTSIDERS: readonly Persona[] = ['anonymous', 'stranger', 'otherOwner'];

const FAR = new Date('2999-01-01T00:00:00Z');

/** Somebody new of this kind, as the company knows them; null is signed out. */
export async function somebody(t: TestApp, company: { id: string }, persona: Persona): Promise<TestUser | null> {
  if (persona === 'anonymous') return null;
  const user = await createUser(t, { displayName: persona, verified: persona !== 'unverified' });
  if (persona === 'stranger') return user;
  if (persona === 'otherOwner') await createCompany(t, { owner: user });
  else if (persona === 'unverified') await addMember(t, company, user);
  else if (persona === 'suspended') await addMember(t, company, user, Role.CUSTOMER, { suspendedUntil: FAR });
  else await addMember(t, company, user, Role[persona.toUpperCase() as keyof typeof Role]);
  return user;
}
