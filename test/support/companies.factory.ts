import { Role } from '../../src/shared/auth/role.js';
import { newId } from '../../src/shared/database/ids.js';
import { Locale } from '../../src/shared/errors/locale.js';
import { Company, PreModeration } from '../../src/features/companies/company.entity.js';
import { Membership } from '../../src/features/companies/membership.entity.js';
import { Rule } from '../../src/features/companies/rule.entity.js';
import { ScreeningSettings } from '../../src/features/moderation/screening/settings/screening-settings.entity.js';
import type { TestApp } from './app.js';

let count = 0;

/** A public, open company with one rule, no pre-moderation and no search for spam, unless told otherwise. */
export async function createCompany(
  t: TestApp,
  { owner, spamChecks = false, ...columns }: Partial<Company> & { owner?: { id: string }; spamChecks?: boolean } = {},
): Promise<Company> {
  const id = newId();
  const slug = `company-${++count}`;
  const base = { id, slug, name: `Company ${count}`, languages: [Locale.EN], defaultLanguage: Locale.EN };
  const { manager } = t.database;
  await manager.insert(Company, {
    ...base,
    preModeration: PreModeration.NOTHING,
    createdAt: t.clock.now(),
    ...columns,
  });
  await manager.insert(Rule, { id: newId(), companyId: id, position: 1, title: 'Be kind', text: 'To everybody.' });
  await manager.insert(ScreeningSettings, { companyId: id, spamChecks, updatedAt: t.clock.now() });
  if (owner) await addMember(t, { id }, owner, Role.OWNER);
  return manager.findOneByOrFail(Company, { id });
}

/** Makes a user a member; trusted (level 1) unless told otherwise. */
export async function addMember(
  t: TestApp,
  company: { id: string },
  user: { id: string },
  role = Role.CUSTOMER,
  { trustLevel = 1, suspendedUntil = null as Date | null } = {},
): Promise<Membership> {
  const ids = { id: newId(), companyId: company.id, userId: user.id };
  await t.database.manager.insert(Membership, { ...ids, role, trustLevel, suspendedUntil, joinedAt: t.clock.now() });
  return t.database.manager.findOneByOrFail(Membership, { id: ids.id });
}
