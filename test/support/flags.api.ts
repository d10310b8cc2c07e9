import type { TestUser } from './accounts.factory.js';
import { createUser } from './accounts.factory.js';
import type { TestApp } from './app.js';
import { addMember } from './companies.factory.js';
import { codeOf, ideasApi } from './ideas.api.js';

interface ApiFlag {
  flagger: { id: string } | null;
  rule: { title: string } | null;
  note: string | null;
  weight: number;
  state: string;
}

export interface FlaggedReview {
  id: string;
  version: number;
  state: string;
  score: number;
  dueAt: string;
  rankAt: string;
  overdue: boolean;
  flagCount: number;
  flags: ApiFlag[];
  claimedBy: { id: string } | null;
  claimedUntil: string | null;
  decisions: { id: string; act: string; foundBy: string; flagCount: number; automatic: boolean }[];
  idea: { id: string } | null;
  comment: { id: string } | null;
}

const TYPES: Record<string, string> = {
  companyId: 'ID!',
  state: 'ReviewState',
  kind: 'ReviewKind',
  ruleId: 'ID',
  language: 'Locale',
  overdueOnly: 'Boolean',
  waitingHours: 'Int',
  first: 'Int',
  after: 'String',
};
const FIELDS = `id version state score dueAt rankAt overdue flagCount flags { flagger { id } rule { title } note weight state }
  claimedBy { id } claimedUntil decisions { id act foundBy flagCount automatic } idea { id } comment { id }`;

interface FlagPage {
  nodes: FlaggedReview[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  totalCount: number;
}

/** Reports, and the queue that they end up in, as the API has them. */
export const flagsApi = (t: TestApp) => ({
  /** `OK`, or the code of the refusal */
  async flag(who: TestUser | null, input: object): Promise<string> {
    return codeOf(await ideasApi(t).mutate(who, 'flagItem', input, 'id state')) ?? 'OK';
  },

  async page(who: TestUser, filter: { companyId: string } & Record<string, unknown>): Promise<FlagPage> {
    const names = Object.keys(filter);
    const declared = names.map((name) => `$${name}: ${TYPES[name]}`).join(', ');
    const passed = names.map((name) => `${name}: $${name}`).join(', ');
    const { data, errors } = await t.ask<{ reviews: FlagPage & { edges: { node: FlaggedReview }[] } }>(
      `query (${declared}) { reviews(${passed}) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${FIELDS} } } } }`,
      filter,
      { token: who.token },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return { ...data!.reviews, nodes: data!.reviews.edges.map(({ node }) => node) };
  },

  /** Every review of an idea or a comment, whatever its state. */
  async reviewsOf(who: TestUser, companyId: string, itemId: string): Promise<FlaggedReview[]> {
    const { nodes } = await this.page(who, { companyId, state: null, first: 100 });
    return nodes.filter(({ idea, comment }) => [idea?.id, comment?.id].includes(itemId));
  },
});

/** Members with nothing to do but to report. */
export async function crowd(
  t: TestApp,
  company: { id: string },
  size: number,
  trustLevel: number,
): Promise<TestUser[]> {
  const people: TestUser[] = [];
  for (let at = 0; at < size; at++) {
    const user = await createUser(t);
    await addMember(t, company, user, undefined, { trustLevel });
    people.push(user);
  }
  return people;
}
