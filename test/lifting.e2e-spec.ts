import { Membership } from '../src/features/companies/membership.entity.js';
import type { Rule } from '../src/features/companies/rule.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { codeOf, given } from './support/ideas.api.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
let rule: Rule;
beforeAll(async () => {
  ({ t, stage, api, rule } = await decisionsStage());
});
afterAll(() => t.close());

it('lifting a sanction is for those who could impose it: of nobody beside or above them, nor of their own', async () => {
  const { moderator, manager } = stage;
  const other = await createUser(t);
  await addMember(t, stage.company, other, Role.MODERATOR);
  const opened = await api.open({ userId: other.id, companyId: stage.company.id }, manager);
  const decided = await decide(t, manager, 'SILENCE', opened, { ruleId: rule.id, days: 3 });
  const silence = decided.review!.decisions![0]!.id;
  expect(codeOf(await api.undo(silence))).toBe('FORBIDDEN');
  expect(codeOf(await api.undo(silence, other))).toBe('OWN_CONTENT');
  const appeal = await given(
    api.mutate(other, 'fileAppeal', { decisionId: silence, text: 'I was on holiday.' }, 'id version'),
  );
  const judge = (by: TestUser) =>
    api.mutate(
      by,
      'decideAppeal',
      {
        ...{ appealId: appeal.id, version: appeal.version, outcome: 'OVERTURN', reasons: 'He was on holiday.' },
      },
      'id',
    );
  expect(codeOf(await judge(moderator))).toBe('FORBIDDEN');
  const { data } = await t.ask<{ appeals: { edges: { node: { id: string; viewerBarredBy: string } }[] } }>(
    'query ($id: ID!) { appeals(companyId: $id) { edges { node { id viewerBarredBy } } } }',
    { id: stage.company.id },
    { token: moderator.token },
  );
  expect(data!.appeals.edges).toContainEqual({ node: { id: appeal.id, viewerBarredBy: 'RANK' } });
  // nobody else stands above
  await given(judge(manager));
  const seat = { companyId: stage.company.id, userId: other.id };
  expect(await t.database.manager.findOneBy(Membership, seat)).toMatchObject({ silencedUntil: null });
});
