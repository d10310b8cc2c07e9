import { HoldReason } from '../src/features/companies/company.policy.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { ReviewDesk } from '../src/features/ideas/review-desk.port.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { decide, reviewPage } from './support/reviews.api.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());

it('shows a moderator the author’s record in this company, and in no other', async () => {
  const writer = await createUser(t);
  const company = await createCompany(t, { owner: await createUser(t) });
  const moderator = await createUser(t);
  await addMember(t, company, moderator, Role.MODERATOR);
  const rule = await t.database.manager.findOneByOrFail(Rule, { companyId: company.id });
  const hold = async (title: string, author: TestUser) => {
    const { id: ideaId } = await createIdea(t, { company, author, title, visibility: 'HELD' });
    const post = {
      ideaId,
      companyId: company.id,
      kind: 'IDEA',
      authorId: author.id,
      reason: HoldReason.NEWCOMER,
      reasons: [],
    } as const;
    await t.database.transaction((tx) => t.app.get(ReviewDesk, { strict: false }).hold(tx, post));
  };
  const elsewhere = await createCompany(t, { owner: await createUser(t) });
  for (const place of [company, elsewhere]) await addMember(t, place, writer, Role.CUSTOMER, { trustLevel: 0 });
  await createIdea(t, { company, author: writer });
  await createIdea(t, { company: elsewhere, author: writer });
  for (const title of ['one', 'two']) {
    await hold(title, writer);
    const { edges } = await reviewPage(t, company, moderator);
    await decide(t, moderator, 'HIDE', edges[0]!.node, { ruleId: rule.id });
  }
  await hold('three', writer);
  const { data } = await t.ask(
    `query ($companyId: ID!) { reviews(companyId: $companyId) { edges { node { authorRecord {
      publishedIdeaCount publishedCommentCount rejectedCount recent { state idea { title } rule { title } } } } } } }`,
    { companyId: company.id },
    { token: moderator.token },
  );
  const rejected = (title: string) => ({ state: 'REJECTED', idea: { title }, rule: { title: rule.title } });
  expect(data).toEqual({
    reviews: {
      edges: [
        {
          node: {
            authorRecord: {
              publishedIdeaCount: 1,
              publishedCommentCount: 0,
              rejectedCount: 2,
              recent: [rejected('two'), rejected('one')],
            },
          },
        },
      ],
    },
  });
});
