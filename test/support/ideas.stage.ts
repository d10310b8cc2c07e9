import { type Company, PreModeration } from '../../src/features/companies/company.entity.js';
import { Role } from '../../src/shared/auth/role.js';
import { createUser, type TestUser } from './accounts.factory.js';
import type { TestApp } from './app.js';
import { addMember, createCompany } from './companies.factory.js';
import { codeOf, given, type IdeaNode, ideasApi } from './ideas.api.js';

export const TEXT = { title: 'Warm bread at eight', body: 'People who go to work **early** would buy it.' };

/** Two companies, of which the second reviews everything, with the same people: two customers and their staff. */
export interface IdeasStage {
  api: ReturnType<typeof ideasApi>;
  company: Company;
  strict: Company;
  ana: TestUser;
  bea: TestUser;
  manager: TestUser;
  moderator: TestUser;
  /** a member of neither */
  stranger: TestUser;
  /** Ana's idea, or another's, as submitted */
  submit(user: TestUser, input?: object): Promise<IdeaNode>;
  /** the code that an operation was refused with; null where it was not */
  refusal(asked: ReturnType<ReturnType<typeof ideasApi>['mutate']>): Promise<string | null>;
  /** what happened to an idea */
  events(id: string): Promise<string[]>;
}

export async function ideasStage(t: TestApp): Promise<IdeasStage> {
  const api = ideasApi(t);
  const named = (displayName: string) => createUser(t, { displayName });
  const [ana, bea, manager] = [await named('Ana'), await named('Bea'), await named('Marta')];
  const [moderator, stranger] = [await named('Nora'), await named('Otto')];
  const company = await createCompany(t);
  const strict = await createCompany(t, { preModeration: PreModeration.EVERYTHING });
  for (const place of [company, strict]) {
    await addMember(t, place, ana, Role.CUSTOMER, { trustLevel: 2 });
    await addMember(t, place, bea);
    await addMember(t, place, manager, Role.MANAGER);
    await addMember(t, place, moderator, Role.MODERATOR);
  }
  return {
    ...{ api, company, strict, ana, bea, manager, moderator, stranger },
    submit: (user, input = {}) => given(api.mutate(user, 'submitIdea', { companyId: company.id, ...TEXT, ...input })),
    refusal: async (asked) => codeOf(await asked),
    async events(id) {
      const sql = 'SELECT type FROM event WHERE aggregate_id = $1 ORDER BY position';
      return (await t.database.query<{ type: string }>(sql, [id])).map(({ type }) => type);
    },
  };
}
