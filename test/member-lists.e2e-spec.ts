import { createUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

interface Page {
  companyMembers: {
    totalCount: number;
    edges: { node: { user: { displayName: string } } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

describe('members', () => {
  it('of a large company are found by name and page by page, each once', async () => {
    const owner = await createUser(t);
    const { id } = await createCompany(t, { owner });
    for (let n = 0; n < 25; n++) {
      const user = await createUser(t, { displayName: n % 2 ? `Íñigo Otro ${n}` : `Lucía Vidal ${n}` });
      await addMember(t, { id }, user);
    }
    const seen: string[] = [];
    const variables: { after: string | null } = { after: null };
    for (let more = true; more;) {
      const { data } = await t.ask<Page>(
        `query ($after: String) { companyMembers(companyId: "${id}", text: "vidal", first: 5, after: $after) {
          totalCount edges { node { user { displayName } } } pageInfo { hasNextPage endCursor } } }`,
        variables,
        { token: owner.token },
      );
      const { totalCount, edges, pageInfo } = data!.companyMembers;
      expect(totalCount).toBe(13);
      seen.push(...edges.map(({ node }) => node.user.displayName));
      [variables.after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toHaveLength(13);
    expect(new Set(seen).size).toBe(13);
  });
});
