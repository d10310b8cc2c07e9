import { verifyAll } from '../src/cli/verify.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { createComment } from './support/comments.factory.js';
import { addMember } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { given } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { awardsOf, settle } from './support/points.api.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let rule: Rule;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  rule = await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id });
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});

async function member(displayName?: string): Promise<TestUser> {
  const user = await createUser(t, { displayName });
  await addMember(t, stage.company, user);
  return user;
}
const mutate = (who: TestUser, name: string, input: object) => stage.api.mutate(who, name, input, 'id');
const awards = (who: TestUser) => awardsOf(t, stage.company, who);
const idea = () => createIdea(t, { company: stage.company, author: stage.ana });
const flag = (who: TestUser, item: object) => given(mutate(who, 'flagItem', { ...item, ruleId: rule.id }));
async function decideOn(item: object, act: string, more: object = {}): Promise<string> {
  const review = await given(stage.api.mutate(stage.moderator, 'openReview', item, 'id version'));
  const decided = await decide(t, stage.moderator, act, review, more);
  if (decided.code) throw new Error(decided.code);
  return decided.review!.decisions![0]!.id;
}
/** Who is on a leaderboard. */
async function ranked(which: object): Promise<string[]> {
  const query = `query ($companyId: ID!, $period: LeaderboardPeriod, $challengeId: ID) {
    leaderboard(companyId: $companyId, period: $period, challengeId: $challengeId) { edges { node { user { displayName } } } } }`;
  const variables = { companyId: stage.company.id, ...which };
  const { data } = await t.ask<{ leaderboard: { edges: { node: { user: { displayName: string } } }[] } }>(
    query,
    variables,
    { token: stage.manager.token },
  );
  return data!.leaderboard.edges.map(({ node }) => node.user.displayName);
}

describe('a report', () => {
  it('earns something where a moderator finds it right, and no more once that is undone', async () => {
    const cai = await member('Cai');
    const challenge = await createChallenge(t, stage.company);
    await stage.submit(await member('Dan'), { challengeId: challenge.id });
    const { id: ideaId } = await createIdea(t, { company: stage.company, challenge, author: stage.bea });
    await flag(cai, { ideaId });
    await settle(t);
    expect(await awards(cai)).toEqual([]);
    const decisionId = await decideOn({ ideaId }, 'HIDE', { ruleId: rule.id });
    await settle(t);
    expect(await awards(cai)).toEqual(['FLAG_UPHELD 3']);
    for (const which of [{}, { period: 'MONTH' }, { challengeId: challenge.id }]) {
      expect(await ranked(which)).toContain('Dan');
      expect(await ranked(which)).not.toContain('Cai');
    }
    await given(mutate(stage.moderator, 'undoDecision', { decisionId }));
    await settle(t);
    expect(await awards(cai)).toEqual(['FLAG_UPHELD 3 DECISION_UNDONE']);
    await decideOn({ ideaId }, 'REMOVE', { ruleId: rule.id });
    await settle(t);
    expect(await awards(cai)).toEqual(['FLAG_UPHELD 3']);
  });

  it('of what stays earns nothing', async () => {
    const cai = await member();
    const comment = await createComment(t, { idea: await idea(), author: stage.bea });
    await flag(cai, { commentId: comment.id });
    await decideOn({ commentId: comment.id }, 'KEEP');
    await settle(t);
    expect(await awards(cai)).toEqual([]);
  });

  it('of a comment earns something as well', async () => {
    const cai = await member();
    const comment = await createComment(t, { idea: await idea(), author: stage.bea });
    await flag(cai, { commentId: comment.id });
    await decideOn({ commentId: comment.id }, 'HIDE', { ruleId: rule.id });
    await settle(t);
    expect(await awards(cai)).toEqual(['FLAG_UPHELD 3']);
  });

  it('that led to a merge earns the first who made it something for a similar idea, and others nothing', async () => {
    const [cai, dan] = [await member(), await member()];
    const [one, other] = [await idea(), await idea()];
    await flag(cai, { ideaId: one.id });
    await flag(dan, { ideaId: one.id });
    const decisionId = await decideOn({ ideaId: one.id }, 'MERGE', { targetIdeaId: other.id });
    await settle(t);
    expect(await awards(cai)).toEqual(['SIMILAR_FOUND 3']);
    expect(await awards(dan)).toEqual([]);
    await given(mutate(stage.moderator, 'undoDecision', { decisionId }));
    await settle(t);
    expect(await awards(cai)).toEqual(['SIMILAR_FOUND 3 DECISION_UNDONE']);
  });
});
