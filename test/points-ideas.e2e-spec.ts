import { verifyAll } from '../src/cli/verify.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { codeOf, given } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { awardsOf, balanceOf, settle } from './support/points.api.js';
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

const mutate = (who: TestUser, name: string, input: object, fields?: string) =>
  stage.api.mutate(who, name, input, fields);
async function member(role = Role.CUSTOMER): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, role, { trustLevel: 2 });
  return user;
}
const awards = (who: TestUser) => awardsOf(t, stage.company, who);
const balance = (who: TestUser) => balanceOf(t, stage.company, who);
const decisions = async (ideaId: string, act: string, more: object = {}) => {
  const review = await given(mutate(stage.moderator, 'openReview', { ideaId }, 'id version'));
  const decided = await decide(t, stage.moderator, act, review, { ruleId: rule.id, ...more });
  if (decided.code) throw new Error(decided.code);
  return decided.review!.decisions![0]!.id;
};
const answer = async (ideaId: string, status: string) => {
  const { version } = await given(stage.api.idea(stage.manager, ideaId, 'id version'));
  const input = { ideaId, version, status, body: 'We have read it.', pinned: false };
  expect(codeOf(await mutate(stage.manager, 'answerIdea', input, 'id'))).toBeNull();
};

describe('an idea', () => {
  it('earns its author points once it is public, and not before', async () => {
    const cai = await member();
    const { id } = await stage.submit(cai);
    expect(await awards(cai)).toEqual([]);
    await settle(t);
    expect(await awards(cai)).toEqual(['IDEA_PUBLISHED 5']);
    expect(await balance(cai)).toBe(5);
    expect(id).toBeDefined();
  });

  it('loses them with what a moderator decides against it, and has them again when that is undone', async () => {
    const cai = await member();
    const { id } = await stage.submit(cai);
    await settle(t);
    const decisionId = await decisions(id, 'HIDE');
    await settle(t);
    expect(await awards(cai)).toEqual(['IDEA_PUBLISHED 5 HIDDEN']);
    expect(await balance(cai)).toBe(0);
    await given(mutate(stage.moderator, 'undoDecision', { decisionId }, 'id'));
    await settle(t);
    expect(await awards(cai)).toEqual(['IDEA_PUBLISHED 5']);
    expect(await balance(cai)).toBe(5);
  });

  it('loses them when its author takes it back', async () => {
    const cai = await member();
    const { id, version } = await stage.submit(cai);
    await settle(t);
    await given(mutate(cai, 'withdrawIdea', { ideaId: id, version }));
    await settle(t);
    expect(await awards(cai)).toEqual(['IDEA_PUBLISHED 5 WITHDRAWN']);
  });

  it('earns far more by what becomes of it, each once, and keeps it whatever the company says later', async () => {
    const cai = await member();
    const { id } = await stage.submit(cai);
    for (const status of ['UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED', 'DELIVERED'])
      await answer(id, status);
    await settle(t);
    const all = ['IDEA_DELIVERED 120', 'IDEA_PLANNED 60', 'IDEA_PUBLISHED 5', 'IDEA_SHORTLISTED 20'];
    expect(await awards(cai)).toEqual(all);
    expect(await balance(cai)).toBe(205);
    const events = await t.database.query<{ rule: string }>(
      `SELECT payload->>'rule' AS rule FROM event WHERE type = 'PointsAwarded' AND payload->>'userId' = $1 ORDER BY 1`,
      [cai.id],
    );
    expect(events.map((event) => event.rule)).toEqual(['IDEA_DELIVERED', 'IDEA_PLANNED', 'IDEA_SHORTLISTED']);
  });

  it('merged into another earns nothing any more; set free, again', async () => {
    const [cai, dan] = [await member(), await member()];
    const [mine, target] = [await stage.submit(cai), await stage.submit(dan, { title: 'Another one' })];
    await settle(t);
    const decisionId = await decisions(mine.id, 'MERGE', { ruleId: undefined, targetIdeaId: target.id });
    await settle(t);
    expect(await awards(cai)).toEqual(['IDEA_PUBLISHED 5 MERGED']);
    await given(mutate(stage.moderator, 'undoDecision', { decisionId }, 'id'));
    await settle(t);
    expect(await awards(cai)).toEqual(['IDEA_PUBLISHED 5']);
  });

  it('keeps no points for votes that came with another one, once that is set free, through all it was merged into', async () => {
    const [cai, dan, eva, fay] = [await member(), await member(), await member(), await member()];
    const [first, second] = [await stage.submit(cai), await stage.submit(dan, { title: 'Another one' })];
    const last = await stage.submit(eva, { title: 'A third one' });
    await vote(t, fay, first.id, 'UP');
    const decisionId = await decisions(first.id, 'MERGE', { ruleId: undefined, targetIdeaId: second.id });
    await decisions(second.id, 'MERGE', { ruleId: undefined, targetIdeaId: last.id });
    await settle(t);
    expect(await awards(eva)).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']);
    await given(mutate(stage.moderator, 'undoDecision', { decisionId }, 'id'));
    await settle(t);
    expect(await awards(eva)).toEqual(['FIRST_VOTE 2 VOTES_WITHDRAWN', 'IDEA_PUBLISHED 5']);
    expect(await awards(cai)).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']);
  });

  it('of staff who decide about others earns them none, of experts it does', async () => {
    const expert = await member(Role.EXPERT);
    await stage.submit(stage.moderator);
    await stage.submit(expert);
    await settle(t);
    expect(await awards(stage.moderator)).toEqual(['IDEA_PUBLISHED 0']);
    expect(await awards(expert)).toEqual(['IDEA_PUBLISHED 5']);
  });

  it('that nothing happened to is settled again and again without a change', async () => {
    const cai = await member();
    const { id } = await stage.submit(cai);
    await settle(t);
    await t.database.query(`UPDATE event SET dispatched_at = NULL WHERE aggregate_id = $1`, [id]);
    await t.database.query(
      'DELETE FROM event_delivery WHERE event_id IN (SELECT id FROM event WHERE aggregate_id = $1)',
      [id],
    );
    await t.database.transaction((tx) =>
      tx.query(`SELECT graphile_worker.add_job('dispatch-events', json_build_object('aggregateId', $1::text))`, [id]),
    );
    await settle(t);
    expect(await awards(cai)).toEqual(['IDEA_PUBLISHED 5']);
    expect(await balance(cai)).toBe(5);
  });
});

describe('an idea of several authors', () => {
  /** Cai's idea, which Dan has accepted to write with them. */
  async function together(): Promise<{ cai: TestUser; dan: TestUser; id: string; version: number }> {
    const [cai, dan] = [await member(), await member()];
    const { id } = await stage.submit(cai);
    await given(mutate(cai, 'inviteCoauthor', { ideaId: id, userId: dan.id }, 'id'));
    const accepted = await given(mutate(dan, 'answerCoauthorInvitation', { ideaId: id, accept: true }, 'id version'));
    return { cai, dan, id, version: accepted.version };
  }

  it('earns each their part: one for taking part, and one for each version that they wrote', async () => {
    const { cai, dan, id } = await together();
    await settle(t);
    await answer(id, 'PLANNED');
    await settle(t);
    // Cai wrote the first version: 2 parts of 3; Dan was not there when it was published
    expect(await awards(cai)).toEqual(['IDEA_PLANNED 40', 'IDEA_PUBLISHED 5']);
    expect(await awards(dan)).toEqual(['IDEA_PLANNED 20']);
  });

  it('is divided anew for what it earns later, and never for what it has earned', async () => {
    const { cai, dan, id } = await together();
    await answer(id, 'PLANNED');
    await settle(t);
    const { version } = await given(stage.api.idea(dan, id, 'id version'));
    const text = { title: 'Warm bread at seven', body: 'Earlier, please.' };
    await given(mutate(dan, 'editIdea', { ideaId: id, version, ...text }));
    await answer(id, 'DELIVERED');
    await settle(t);
    expect(await awards(cai)).toEqual(['IDEA_DELIVERED 60', 'IDEA_PLANNED 40', 'IDEA_PUBLISHED 5']);
    expect(await awards(dan)).toEqual(['IDEA_DELIVERED 60', 'IDEA_PLANNED 20']);
    const decisionId = await decisions(id, 'HIDE');
    await given(mutate(cai, 'removeCoauthor', { ideaId: id, userId: dan.id }, 'id'));
    await settle(t);
    expect([await balance(cai), await balance(dan)]).toEqual([0, 0]);
    await given(mutate(stage.moderator, 'undoDecision', { decisionId }, 'id'));
    await settle(t);
    expect([await balance(cai), await balance(dan)]).toEqual([105, 80]);
  });
});
