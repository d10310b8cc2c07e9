import { Rule } from '../src/features/companies/rule.entity.js';
import { verifyAll } from '../src/cli/verify.js';
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
async function reviewOf(id: string): Promise<FlaggedReview> {
  const reviews = await api.reviewsOf(stage.moderator, stage.company.id, id);
  expect(reviews).toHaveLength(1);
  return reviews[0]!;
}
const flagAll = (people: TestUser[], item: object) =>
  Promise.all(people.map((who) => api.flag(who, { ...item, ruleId })));
const visibility = async (table: 'idea' | 'comment', id: string) =>
  (await t.database.query<{ visibility: string }>(`SELECT visibility FROM ${table} WHERE id = $1`, [id]))[0]!
    .visibility;
const newCrowd = (size: number, trust: number) => crowd(t, stage.company, size, trust);

describe('hiding without a person', () => {
  it('takes several trusted members; the log and the author read that no person decided', async () => {
    const people = await newCrowd(3, 2);
    for (const [table, item] of [
      ['idea', { ideaId: await anIdea() }],
      ['comment', { commentId: await aComment() }],
    ] as const) {
      const id = Object.values(item)[0]!;
      await flagAll(people.slice(0, 2), item);
      expect(await visibility(table, id)).toBe('PUBLISHED');
      await flagAll(people.slice(2), item);
      expect(await visibility(table, id)).toBe('HIDDEN');
      const review = await reviewOf(id);
      // it waits for a person all the same
      expect(review).toMatchObject({ state: 'PENDING', flagCount: 3 });
      expect(review.decisions).toMatchObject([{ act: 'HIDE', automatic: true, foundBy: 'FLAGS', flagCount: 3 }]);
    }
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('is not in the hands of sock puppets, however many they are', async () => {
    const ideaId = await anIdea();
    await flagAll(await newCrowd(14, 0), { ideaId });
    await flagAll(await newCrowd(2, 3), { ideaId });
    expect(await visibility('idea', ideaId)).toBe('PUBLISHED');
    expect(await reviewOf(ideaId)).toMatchObject({ state: 'PENDING', flagCount: 16, decisions: [] });
  });

  it('happens once, of however many reports at once', async () => {
    const people = await newCrowd(8, 2);
    for (const item of [{ ideaId: await anIdea() }, { commentId: await aComment() }]) {
      const codes = await flagAll(people, item);
      expect(codes.filter((code) => code === 'OK')).toHaveLength(3);
      expect(codes).not.toContain('CONFLICT');
      expect((await reviewOf(Object.values(item)[0]!)).decisions).toHaveLength(1);
    }
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('never happens to what staff wrote', async () => {
    const ideaId = await anIdea(stage.manager);
    await flagAll(await newCrowd(5, 3), { ideaId });
    expect(await visibility('idea', ideaId)).toBe('PUBLISHED');
  });

  it('is over once a person has kept the text, or put it back', async () => {
    const { moderator } = stage;
    const [kept, restored] = [await anIdea(), await anIdea()];
    await api.flag(stage.bea, { ideaId: kept, ruleId });
    await decide(t, moderator, 'KEEP', await reviewOf(kept));
    await flagAll(await newCrowd(3, 2), { ideaId: restored });
    const { decisions } = await reviewOf(restored);
    await given(mutate(moderator, 'undoDecision', { decisionId: decisions[0]!.id }, 'id'));
    const others = await newCrowd(4, 3);
    for (const ideaId of [kept, restored]) {
      expect(new Set(await flagAll(others, { ideaId }))).toEqual(new Set(['OK']));
      expect(await visibility('idea', ideaId)).toBe('PUBLISHED');
    }
  });

  it('is as the company sets it, never one person’s act', async () => {
    const { manager, company } = stage;
    const [{ version }] = (await t.database.query('SELECT version FROM company WHERE id = $1', [company.id])) as [
      { version: number },
    ];
    const set = (input: object) => mutate(manager, 'updateCompany', { companyId: company.id, version, ...input }, 'id');
    expect(codeOf(await set({ hideFlaggers: 1 }))).toBe('VALIDATION_FAILED');
    await given(set({ hideFlaggers: 4, hideWeight: 100 }));
    const ideaId = await anIdea();
    await flagAll(await newCrowd(5, 3), { ideaId });
    expect(await visibility('idea', ideaId)).toBe('PUBLISHED');
  });
});
