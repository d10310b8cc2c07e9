import { verifyAll } from '../src/cli/verify.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { given } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { awardsOf, balanceOf, settle, storyOf } from './support/points.api.js';
import { decide } from './support/reviews.api.js';
import { vote } from './support/votes.factory.js';

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

async function member(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, undefined, { trustLevel: 2 });
  return user;
}
const balance = (who: TestUser) => balanceOf(t, stage.company, who);
const mutate = (who: TestUser, name: string, input: object, fields = 'id') =>
  stage.api.mutate(who, name, input, fields);
/** @returns the decision */
async function exclude(who: TestUser): Promise<string> {
  const profile = { userId: who.id, companyId: stage.company.id };
  const review = await given(mutate(stage.moderator, 'openReview', profile, 'id version'));
  const more = { ruleId: rule.id, note: 'Six accounts vote for each other alone.', days: 30 };
  const decided = await decide(t, stage.moderator, 'EXCLUDE', review, more);
  if (decided.code) throw new Error(decided.code);
  await settle(t);
  return decided.review!.decisions![0]!.id;
}
async function readmit(decisionId: string): Promise<void> {
  await given(mutate(stage.moderator, 'undoDecision', { decisionId }));
  await settle(t);
}

describe('who is excluded from rewards', () => {
  it('loses the use of their points, and has them again, exactly, once that is undone', async () => {
    const cai = await member();
    await stage.submit(cai);
    await settle(t);
    const decision = await exclude(cai);
    expect(await balance(cai)).toBe(0);
    expect((await storyOf(t, stage.company, cai)).lines[0]).toMatchObject({
      kind: 'FORFEIT',
      points: -5,
      stands: true,
    });
    await stage.submit(cai, { title: 'Another one' });
    await settle(t);
    await readmit(decision);
    expect(await balance(cai)).toBe(5);
    expect(await awardsOf(t, stage.company, cai)).toEqual(['IDEA_PUBLISHED 5', 'IDEA_PUBLISHED 0']);
  });

  it('owes what is reversed meanwhile, and has the rest when readmitted', async () => {
    const cai = await member();
    const { id, version } = await stage.submit(cai);
    await stage.submit(cai, { title: 'Another one' });
    await settle(t);
    const decision = await exclude(cai);
    await stage.api.mutate(cai, 'withdrawIdea', { ideaId: id, version });
    await settle(t);
    expect(await balance(cai)).toBe(-5);
    await readmit(decision);
    expect(await balance(cai)).toBe(5);
  });

  it('twice has no use of them until both are undone', async () => {
    const cai = await member();
    await stage.submit(cai);
    await settle(t);
    const [first, second] = [await exclude(cai), await exclude(cai)];
    await readmit(first);
    expect(await balance(cai)).toBe(0);
    await readmit(second);
    expect(await balance(cai)).toBe(5);
  });

  it('earns others nothing by a vote for as long', async () => {
    const [cai, dan] = [await member(), await member()];
    const { id } = await createIdea(t, { company: stage.company, author: dan });
    await vote(t, cai, id, 'UP');
    await settle(t);
    const decision = await exclude(cai);
    expect(await awardsOf(t, stage.company, dan)).toEqual(['FIRST_VOTE 2 VOTES_WITHDRAWN', 'IDEA_PUBLISHED 5']);
    await readmit(decision);
    expect(await awardsOf(t, stage.company, dan)).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']);
  });
});

describe('who erases their account', () => {
  it('leaves no points that anybody could use, and none come back', async () => {
    const cai = await member();
    const { id } = await stage.submit(cai);
    await settle(t);
    const { errors } = await t.ask(
      'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }',
      { input: { password: cai.password } },
      { token: cai.token },
    );
    expect(errors).toBeUndefined();
    await settle(t);
    const [account] = await t.database.query<{ balance: string }>(
      'SELECT balance FROM ledger_account WHERE user_id = $1',
      [cai.id],
    );
    expect(account!.balance).toBe('0');
    expect(id).toBeDefined();
  });
});
