import { Rule } from '../src/features/companies/rule.entity.js';
import { verifyAll } from '../src/cli/verify.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { flagsApi } from './support/flags.api.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';

let t: TestApp;
let stage: IdeasStage;
let ruleId: string;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  ruleId = (await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id })).id;
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.database.query('DELETE FROM rate_limit');
  await t.database.query(`UPDATE review SET state = 'WITHDRAWN' WHERE state = 'PENDING'`);
});

async function flagged(): Promise<string> {
  const { id } = await createIdea(t, { company: stage.company, author: stage.ana });
  expect(await flagsApi(t).flag(stage.bea, { ideaId: id, ruleId })).toBe('OK');
  return id;
}
const queue = async () => (await flagsApi(t).page(stage.moderator, { companyId: stage.company.id })).nodes;

describe('many at once', () => {
  const bulk = async (who: TestUser, reviews: { id: string; version: number }[], more: object = {}) => {
    const seen = reviews.map(({ id, version }) => ({ reviewId: id, version }));
    const input = { companyId: stage.company.id, reviews: seen, act: 'HIDE', ruleId, ...more };
    const { data, errors } = await t.ask<{
      result: { decided: { id: string; decisions: { id: string }[] }[]; refused: { id: string; code: string }[] };
    }>(
      'mutation ($input: DecideReviewsInput!) { result: decideReviews(input: $input) { decided { id decisions { id } } refused { id code } } }',
      { input },
      { token: who.token },
    );
    if (errors) throw new Error(errors[0]!.extensions.code);
    return data!.result;
  };
  const visible = async (ids: string[]) =>
    (
      await t.database.query<{ id: string }>(
        `SELECT id FROM idea WHERE id = ANY ($1::uuid[]) AND visibility = 'PUBLISHED' ORDER BY id`,
        [ids],
      )
    ).map(({ id }) => id);

  it('are decided each for itself, and taken back by one undo', async () => {
    const { moderator, manager, company } = stage;
    const ideas: string[] = [];
    for (let index = 0; index < 4; index++) ideas.push(await flagged());
    const reviews = await queue();
    const [taken, ...free] = reviews;
    await given(stage.api.mutate(manager, 'claimReview', { reviewId: taken!.id }, 'id version'));
    const old = { ...free[0]!, version: free[0]!.version + 1 };
    const elsewhere = { id: stage.strict.id, version: 1 };
    const { decided, refused } = await bulk(moderator, [taken!, old, ...free.slice(1), elsewhere]);
    expect(decided.map(({ id }) => id)).toEqual(free.slice(1).map(({ id }) => id));
    expect(refused).toEqual([
      { id: taken!.id, code: 'CLAIMED' },
      { id: old.id, code: 'CONFLICT' },
      { id: elsewhere.id, code: 'NOT_FOUND' },
    ]);
    expect(await visible(ideas)).toHaveLength(2);
    const decisionIds = decided.map(({ decisions }) => decisions[0]!.id);
    const undo = () =>
      t.ask<{ result: { undone: object[]; refused: { code: string }[] } }>(
        'mutation ($input: UndoDecisionsInput!) { result: undoDecisions(input: $input) { undone { id } refused { id code } } }',
        { input: { companyId: company.id, decisionIds } },
        { token: moderator.token },
      );
    expect((await undo()).data!.result).toMatchObject({ undone: [{}, {}], refused: [] });
    expect(await visible(ideas)).toEqual([...ideas].sort());
    expect((await undo()).data!.result.refused.map(({ code }) => code)).toEqual(['CONFLICT', 'CONFLICT']);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('are decided but for one that fails, which stays as it was', async () => {
    const ideas = [await flagged(), await flagged(), await flagged()];
    const reviews = await queue();
    const broken = reviews[1]!;
    await t.database.query(`ALTER TABLE decision ADD CONSTRAINT broken CHECK (review_id <> '${broken.id}') NOT VALID`);
    const { decided, refused } = await bulk(stage.moderator, reviews);
    await t.database.query('ALTER TABLE decision DROP CONSTRAINT broken');
    expect(decided.map(({ id }) => id)).toEqual([reviews[0]!.id, reviews[2]!.id]);
    expect(refused).toEqual([{ id: broken.id, code: 'INTERNAL' }]);
    expect(await visible(ideas)).toHaveLength(1);
    expect(await queue()).toMatchObject([{ id: broken.id, version: broken.version }]);
    expect((await bulk(stage.moderator, [broken])).decided).toHaveLength(1);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('are decided once, by two moderators at once', async () => {
    const ideas: string[] = [];
    for (let index = 0; index < 5; index++) ideas.push(await flagged());
    const reviews = await queue();
    const [one, other] = await Promise.all([
      bulk(stage.moderator, reviews),
      bulk(stage.manager, [...reviews].reverse()),
    ]);
    expect(one.decided.length + other.decided.length).toBe(5);
    expect([...one.refused, ...other.refused].every(({ code }) => code === 'CONFLICT')).toBe(true);
    expect(await visible(ideas)).toEqual([]);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('are for moderators of that company', async () => {
    await flagged();
    await expect(bulk(stage.bea, await queue())).rejects.toThrow('FORBIDDEN');
    await expect(bulk(stage.moderator, [], {})).rejects.toThrow('VALIDATION_FAILED');
  });
});
