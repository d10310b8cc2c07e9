import { Rule } from '../src/features/companies/rule.entity.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { crowd, flagsApi, type FlaggedReview } from './support/flags.api.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: ReturnType<typeof flagsApi>;
let ruleId: string;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  api = flagsApi(t);
  ruleId = (await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id })).id;
});
afterAll(() => t.close());
beforeEach(() => t.database.query('DELETE FROM rate_limit'));

const mutate = (who: TestUser, name: string, input: object, fields: string) =>
  stage.api.mutate(who, name, input, fields);
const anIdea = async (author = stage.ana) => (await createIdea(t, { company: stage.company, author })).id;
const aComment = async (author = stage.ana) =>
  (await createComment(t, { idea: { id: await anIdea(stage.bea) }, author })).id;
const reviewsOf = (id: string, who = stage.moderator) => api.reviewsOf(who, stage.company.id, id);
async function reviewOf(id: string): Promise<FlaggedReview> {
  const reviews = await reviewsOf(id);
  expect(reviews).toHaveLength(1);
  return reviews[0]!;
}
const flagAll = (people: TestUser[], item: object) =>
  Promise.all(people.map((who) => api.flag(who, { ...item, ruleId })));
const newCrowd = (size: number, trust: number) => crowd(t, stage.company, size, trust);

describe('a report', () => {
  it('of a public item comes before the moderators, with who, why, and what it weighs', async () => {
    const { ana, bea } = stage;
    for (const item of [{ ideaId: await anIdea() }, { commentId: await aComment() }]) {
      expect(await api.flag(bea, { ...item, ruleId, note: 'It names a neighbour.' })).toBe('OK');
      const review = await reviewOf(Object.values(item)[0]!);
      expect(review).toMatchObject({ state: 'PENDING', flagCount: 1 });
      expect(review.flags).toEqual([
        {
          ...{ flagger: { id: bea.id }, rule: { title: 'Be kind' }, note: 'It names a neighbour.' },
          ...{ weight: 2, state: 'OPEN' },
        },
      ]);
    }
    expect(ana.id).toBeTruthy();
  });

  it('is made once; taken back, it may be made again', async () => {
    const { bea } = stage;
    const ideaId = await anIdea();
    expect(await api.flag(bea, { ideaId, ruleId })).toBe('OK');
    expect(await api.flag(bea, { ideaId, note: 'It is illegal, too.' })).toBe('ALREADY_FLAGGED');
    await given(mutate(bea, 'withdrawFlag', { ideaId }, 'id state'));
    expect(codeOf(await mutate(bea, 'withdrawFlag', { ideaId }, 'id'))).toBe('NOT_FOUND');
    expect(await reviewOf(ideaId)).toMatchObject({ flagCount: 0, flags: [], score: 0 });
    expect(await api.flag(bea, { ideaId, note: 'It is illegal.' })).toBe('OK');
    expect((await reviewOf(ideaId)).flags).toMatchObject([{ rule: null, note: 'It is illegal.' }]);
  });

  it('is about what others have made public', async () => {
    const { ana, bea, moderator } = stage;
    const [ideaId, commentId] = [await anIdea(), await aComment()];
    expect(await api.flag(ana, { ideaId, ruleId })).toBe('OWN_POST');
    expect(await api.flag(ana, { commentId, ruleId })).toBe('OWN_POST');
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
      [stage.company.id, ideaId, bea.id],
    );
    expect(await api.flag(bea, { ideaId, ruleId })).toBe('OWN_POST');
    const held = await createIdea(t, { company: stage.company, author: ana, visibility: 'HELD' });
    expect(await api.flag(bea, { ideaId: held.id, ruleId })).toBe('NOT_FOUND');
    expect(await api.flag(moderator, { ideaId: held.id, ruleId })).toBe('NOT_PUBLIC');
    expect(await reviewsOf(held.id)).toEqual([]);
  });

  it('names a rule in force of this company, or says what is illegal', async () => {
    const { bea, strict } = stage;
    const ideaId = await anIdea();
    const other = await t.database.manager.findOneByOrFail(Rule, { companyId: strict.id });
    const refused = (input: object) => mutate(bea, 'flagItem', { ideaId, ...input }, 'id');
    const fields = async (input: object) =>
      (await refused(input)).errors?.[0]?.extensions.fields?.map(({ path, code }) => `${path}:${code}`);
    expect(await fields({ ruleId: other.id })).toEqual(['ruleId:UNKNOWN_RULE']);
    expect(await fields({})).toEqual(['note:EMPTY']);
    expect(await fields({ ruleId, note: 'x'.repeat(501) })).toEqual(['note:MAX_LENGTH']);
  });

  it('of many at once ends in one review, whoever else opens it', async () => {
    const { moderator } = stage;
    const people = await newCrowd(6, 0);
    for (const item of [{ ideaId: await anIdea() }, { commentId: await aComment() }]) {
      const [codes, opened] = await Promise.all([
        flagAll([...people, people[0]!], item),
        mutate(moderator, 'openReview', item, 'id version'),
      ]);
      expect(codes.sort()).toEqual(['ALREADY_FLAGGED', ...people.map(() => 'OK')]);
      const review = await reviewOf(Object.values(item)[0]!);
      expect(review).toMatchObject({ id: opened.data?.result?.id, flagCount: 6 });
    }
  });
});

describe('what becomes of reports', () => {
  it('is what is decided, and nothing once that is undone', async () => {
    const { bea, moderator } = stage;
    const people = [bea, ...(await newCrowd(1, 0))];
    const ideaId = await anIdea();
    await flagAll(people, { ideaId });
    const review = await reviewOf(ideaId);
    await decide(t, moderator, 'HIDE', review, { ruleId });
    const decided = await reviewOf(ideaId);
    expect(decided.flags.map(({ state }) => state)).toEqual(['UPHELD', 'UPHELD']);
    expect(decided.decisions).toMatchObject([{ act: 'HIDE', foundBy: 'FLAGS', flagCount: 2, automatic: false }]);
    expect((await stage.events(review.id)).sort()).toEqual(
      ['DecisionMade', 'FlagDecided', 'FlagDecided', 'FlagRaised', 'FlagRaised'].sort(),
    );
    await given(mutate(moderator, 'undoDecision', { decisionId: decided.decisions[0]!.id }, 'id'));
    const again = await reviewOf(ideaId);
    expect(again).toMatchObject({ state: 'PENDING', score: review.score, rankAt: review.rankAt });
    expect(again.flags.map(({ state }) => state)).toEqual(['OPEN', 'OPEN']);
    await decide(t, moderator, 'KEEP', again);
    expect((await reviewOf(ideaId)).flags.map(({ state }) => state)).toEqual(['REJECTED', 'REJECTED']);
    expect(codeOf(await mutate(bea, 'withdrawFlag', { ideaId }, 'id'))).toBe('CONFLICT');
  });

  it('is about the text that the moderator has read', async () => {
    const { ana, bea, moderator } = stage;
    const ideaId = await anIdea();
    await api.flag(bea, { ideaId, ruleId });
    const review = await reviewOf(ideaId);
    await given(mutate(ana, 'editIdea', { ideaId, version: 1, title: 'Without the name' }, 'id'));
    expect((await decide(t, moderator, 'HIDE', review, { ruleId })).code).toBe('CONFLICT');
    expect((await decide(t, moderator, 'KEEP', await reviewOf(ideaId))).review?.state).toBe('APPROVED');
  });

  it('is not for who reported to decide', async () => {
    const { moderator, manager } = stage;
    const ideaId = await anIdea();
    expect(await api.flag(moderator, { ideaId, ruleId })).toBe('OK');
    const review = await reviewOf(ideaId);
    expect((await decide(t, moderator, 'HIDE', review, { ruleId })).code).toBe('OWN_FLAG');
    expect((await decide(t, manager, 'HIDE', review, { ruleId })).review?.state).toBe('REJECTED');
    const { decisions } = await reviewOf(ideaId);
    expect(codeOf(await mutate(moderator, 'undoDecision', { decisionId: decisions[0]!.id }, 'id'))).toBe('OWN_FLAG');
  });

  it('counts for the weight of the next ones: who is always wrong is hardly heard', async () => {
    const { moderator } = stage;
    const [right, wrong] = (await newCrowd(2, 1)) as [TestUser, TestUser];
    const judge = async (who: TestUser, act: string) => {
      const ideaId = await anIdea();
      await api.flag(who, { ideaId, ruleId });
      await decide(t, moderator, act, await reviewOf(ideaId), act === 'KEEP' ? {} : { ruleId });
    };
    for (let at = 0; at < 6; at++) {
      await judge(right, 'HIDE');
      await judge(wrong, 'KEEP');
    }
    const ideaId = await anIdea();
    await flagAll([right, wrong], { ideaId });
    const weights = (await reviewOf(ideaId)).flags.map(({ flagger, weight }) => [flagger!.id, weight]);
    expect(weights).toEqual([
      [right.id, expect.closeTo(8.46, 2)],
      [wrong.id, expect.closeTo(0.1, 2)],
    ]);
  });

  it('is nothing where the author takes the item back', async () => {
    const { ana, bea, moderator } = stage;
    const [ideaId, commentId] = [await anIdea(), await aComment()];
    await api.flag(bea, { ideaId, ruleId });
    await api.flag(moderator, { commentId, ruleId });
    await given(mutate(ana, 'withdrawIdea', { ideaId, version: 1 }, 'id'));
    await given(mutate(ana, 'deleteComment', { commentId }, 'id'));
    const reviews = await t.database.query<{ state: string }>(
      'SELECT state FROM review WHERE idea_id = $1 OR comment_id = $2',
      [ideaId, commentId],
    );
    expect(reviews.map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    const flags = await t.database.query<{ state: string; decided: boolean }>(
      'SELECT state, decided_at IS NOT NULL AS decided FROM flag WHERE idea_id = $1 OR comment_id = $2',
      [ideaId, commentId],
    );
    expect(flags).toEqual(Array(2).fill({ state: 'GONE', decided: true }));
  });
});
