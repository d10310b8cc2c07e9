import type { Company } from '../../src/features/companies/company.entity.js';
import { Role } from '../../src/shared/auth/role.js';
import { createUser, type TestUser } from './accounts.factory.js';
import type { ApiResult, TestApp } from './app.js';
import { addMember, createCompany } from './companies.factory.js';

interface Item {
  id: string;
  version: number;
  visibility: string;
  holdReason: string | null;
  title?: string;
  body: string;
}
type Answer = Promise<Item & { code?: string; fields?: string[] }>;

export interface Waiting {
  id: string;
  version: number;
  reason: string | null;
  idea: { id: string } | null;
  comment: { id: string } | null;
  author: { id: string };
  reasons: { code: string; score: number; detail: string }[];
}

const QUEUE = `query ($companyId: ID!) { reviews(companyId: $companyId, first: 100) { edges { node { id version reason
  idea { id } comment { id } author { id } reasons { code score detail } } } } }`;
const ITEM: Record<string, string> = {
  submitIdea: 'id version visibility holdReason title body',
  editIdea: 'id version visibility holdReason title body',
  saveIdeaDraft: 'id version visibility',
  updateProfile: 'id',
  addComment: 'id version visibility holdReason body',
  editComment: 'id version visibility holdReason body',
};

/** A company that looks for spam, and the ways to post in it. */
export interface ScreeningStage {
  company: Company;
  manager: TestUser;
  moderator: TestUser;
  /** a new member of this trust */
  member(trustLevel?: number, role?: Role): Promise<TestUser>;
  post(who: TestUser, operation: string, input: object, ip?: string): Answer;
  idea(who: TestUser, input?: object): Answer;
  /** changes the settings, whatever their version is */
  set(changes: object): Promise<void>;
  /** the review of an idea, a comment or a member that waits */
  waiting(itemId: string): Promise<Waiting | undefined>;
}

export async function screeningStage(t: TestApp): Promise<ScreeningStage> {
  const company = await createCompany(t, { spamChecks: true });
  const member = async (trustLevel = 1, role = Role.CUSTOMER) => {
    const user = await createUser(t);
    await addMember(t, company, user, role, { trustLevel });
    return user;
  };
  const [manager, moderator] = [await member(1, Role.MANAGER), await member(1, Role.MODERATOR)];
  let count = 0;

  async function post(who: TestUser, operation: string, input: object, ip?: string): Answer {
    const type = `${operation[0]!.toUpperCase()}${operation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { item: ${operation}(input: $input) { ${ITEM[operation]} } }`;
    const { data, errors }: ApiResult<{ item: Item }> = await t.ask(query, { input }, { token: who.token, ip });
    const refusal = errors?.[0]?.extensions;
    const fields = refusal?.fields?.map(({ path, code }) => `${path}:${code}`);
    return { ...data?.item, ...(refusal && { code: refusal.code, fields }) } as Awaited<Answer>;
  }

  async function ask<T>(who: TestUser, query: string, variables: object): Promise<T> {
    const { data, errors } = await t.ask<T>(query, variables, { token: who.token });
    if (errors) throw new Error(JSON.stringify(errors));
    return data!;
  }

  return {
    ...{ company, manager, moderator, member, post },
    idea: (who, input = {}) =>
      post(who, 'submitIdea', { companyId: company.id, title: `Idea ${++count}`, body: `Number ${count}.`, ...input }),
    async set(changes) {
      const [row] = await t.database.query<{ version: number }>(
        'SELECT version FROM screening_settings WHERE company_id = $1',
        [company.id],
      );
      const input = { companyId: company.id, version: row!.version, ...changes };
      const query = 'mutation ($input: UpdateScreeningInput!) { updateScreening(input: $input) { version } }';
      await ask(manager, query, { input });
    },
    async waiting(itemId) {
      const { reviews } = await ask<{ reviews: { edges: { node: Waiting }[] } }>(moderator, QUEUE, {
        companyId: company.id,
      });
      return reviews.edges
        .map(({ node }) => node)
        .find(({ idea, comment, author }) => (idea ?? comment ?? author).id === itemId);
    },
  };
}
