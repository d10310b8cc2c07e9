import { Rule } from '../src/features/companies/rule.entity.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { crowd, flagsApi } from './support/flags.api.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: ReturnType<typeof flagsApi>;
const rules: Record<string, string> = {};
const NOON = new Date('2026-05-05T12:00:00Z');
const at = (hours: number) => t.clock.set(new Date(NOON.getTime() + hours * 3_600_000));

const mutate = (who: TestUser, name: string, input: object, fields: string) =>
  stage.api.mutate(who, name, input, fields);

beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  api = flagsApi(t);
  const { company, manager } = stage;
  const wanted = ['LOW', 'MEDIUM', 'HIGH'].map((severity) => ({ title: severity, text: 'As it says.', severity }));
  await mutate(manager, 'updateRules', { companyId: company.id, rules: wanted }, 'id version');
  for (const { id, title } of await t.database.manager.findBy(Rule, { companyId: company.id })) rules[title] = id;
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.database.query('DELETE FROM rate_limit');
  // the queue is the company's: each test begins with an empty one
  await t.database.query(`UPDATE review SET state = 'WITHDRAWN' WHERE state = 'PENDING'`);
  at(0);
});
afterEach(() => t.clock.set(null));

const anIdea = async (more: object = {}) =>
  (await createIdea(t, { company: stage.company, author: stage.ana, ...more })).id;
async function flagged(severity: string | null, more: object = {}, who = stage.bea): Promise<string> {
  const ideaId = await anIdea(more);
  const why = severity ? { ruleId: rules[severity] } : { note: 'It is illegal to say so.' };
  expect(await api.flag(who, { ideaId, ...why })).toBe('OK');
  return ideaId;
}
const queue = async (filter: object = {}, who = stage.moderator) =>
  (await api.page(who, { companyId: stage.company.id, ...filter })).nodes;
const ideasOf = async (filter: object = {}) =>
  (await queue(filter)).map(({ idea, comment }) => idea?.id ?? comment?.id);

describe('the rules', () => {
  it('say how grave they are, and within how many hours to decide', async () => {
    const { manager, company } = stage;
    const list = `rules { id title severity targetHours }`;
    const ask = async (rules: object[]) => {
      const { data } = await mutate(manager, 'updateRules', { companyId: company.id, rules }, `id version ${list}`);
      return data!.result!.rules as { id: string; title: string; severity: string; targetHours: number }[];
    };
    const before = (await t.ask<{ company: { rules: object[] } }>(
      `query ($slug: String!) { company(slug: $slug) { ${list} } }`,
      { slug: company.slug },
    ))!.data!.company.rules as Awaited<ReturnType<typeof ask>>;
    expect(before.map(({ severity, targetHours }) => [severity, targetHours])).toEqual([
      ['LOW', 72],
      ['MEDIUM', 24],
      ['HIGH', 4],
    ]);
    const same = before.map(({ id, title }) => ({ id, title, text: 'As it says.' }));
    expect(await ask(same)).toEqual(before);
    const [low, ...others] = same;
    const changed = await ask([{ ...low!, severity: 'HIGH', targetHours: 6 }, ...others]);
    expect(changed[0]).toEqual({ ...before[0], severity: 'HIGH', targetHours: 6 });
    expect(await ask([{ ...low!, severity: 'LOW' }, ...others])).toEqual(before);
  });
});

describe('the queue', () => {
  it('has the earliest deadline first; what is graver, reported more, or reaches more comes forward', async () => {
    const low = await flagged('LOW');
    const medium = await flagged('MEDIUM');
    const wide = await flagged('MEDIUM', { score: 1000 });
    const reported = await flagged('MEDIUM');
    for (const who of await crowd(t, stage.company, 8, 0))
      await api.flag(who, { ideaId: reported, ruleId: rules.MEDIUM });
    const high = await flagged('HIGH');
    expect(await ideasOf()).toEqual([high, wide, reported, medium, low]);
    at(1);
    const illegal = await flagged(null);
    const [first, second] = await queue();
    expect([first!.idea!.id, second!.idea!.id]).toEqual([high, illegal]);
    expect(first).toMatchObject({ score: 12, dueAt: '2026-05-05T16:00:00.000Z', rankAt: '2026-05-05T04:00:00.000Z' });
    // nobody has voted: the counts are put right again
    await t.database.query(
      'UPDATE idea_tally SET up_count = 0, score = 0, trending = trending_score(0, 0, 0, published_at) WHERE idea_id = $1',
      [wide],
    );
  });

  it('brings forward what waits already when somebody reports it for something graver', async () => {
    const [old, other] = [await flagged('LOW'), await flagged('MEDIUM')];
    expect(await ideasOf()).toEqual([other, old]);
    at(30);
    expect(await api.flag(stage.manager, { ideaId: old, ruleId: rules.HIGH })).toBe('OK');
    const [first] = await queue();
    expect(first).toMatchObject({ idea: { id: old }, dueAt: '2026-05-06T22:00:00.000Z', overdue: false });
    await given(mutate(stage.manager, 'withdrawFlag', { ideaId: old }, 'id'));
    expect(await ideasOf()).toEqual([other, old]);
  });

  it('is filtered by kind, rule, language, age, and what is overdue', async () => {
    const [low, high] = [await flagged('LOW', { language: 'es' }), await flagged('HIGH', { language: 'it' })];
    const { id: commentId } = await createComment(t, { idea: { id: await anIdea() }, author: stage.ana });
    await api.flag(stage.bea, { commentId, ruleId: rules.LOW });
    expect(await ideasOf({ kind: 'COMMENT' })).toEqual([commentId]);
    expect((await ideasOf({ ruleId: rules.LOW })).sort()).toEqual([low, commentId].sort());
    expect(await ideasOf({ language: 'ES' })).toEqual([low]);
    expect(await ideasOf({ language: 'EN' })).toEqual([commentId]);
    expect(await ideasOf({ overdueOnly: true })).toEqual([]);
    at(5);
    expect(await queue({ overdueOnly: true })).toMatchObject([{ idea: { id: high }, overdue: true }]);
    expect((await queue()).filter(({ overdue }) => overdue)).toHaveLength(1);
    at(80);
    expect(await ideasOf({ overdueOnly: true, kind: 'IDEA' })).toEqual([high, low]);
    const late = await flagged('MEDIUM');
    expect(await ideasOf({ kind: 'IDEA' })).toEqual([high, low, late]);
    expect(await ideasOf({ kind: 'IDEA', waitingHours: 80 })).toEqual([high, low]);
    expect(await ideasOf({ waitingHours: 81 })).toEqual([]);
    at(81);
    expect(await ideasOf({ waitingHours: 1, language: 'ES' })).toEqual([low]);
    expect(await ideasOf({ waitingHours: 1, kind: 'IDEA' })).toEqual([high, low, late]);
  });

  it('is read page by page, without a gap, while others report', async () => {
    const ideas: string[] = [];
    for (let index = 0; index < 7; index++) {
      at(index);
      ideas.push(await flagged('MEDIUM'));
    }
    const { id: companyId } = stage.company;
    const first = await api.page(stage.moderator, { companyId, first: 3 });
    expect(first).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: true } });
    await flagged('HIGH');
    const after = first.pageInfo.endCursor;
    const rest = await api.page(stage.moderator, { companyId, first: 10, after });
    const seen = [...first.nodes, ...rest.nodes].map(({ idea }) => idea!.id);
    expect(seen.filter((id) => ideas.includes(id))).toEqual(ideas);
  });
});

describe('a claim', () => {
  const claim = (who: TestUser, reviewId: string, name = 'claimReview') =>
    mutate(who, name, { reviewId }, 'id version claimedBy { id } claimedUntil');

  it('leaves a review to one moderator, for a quarter of an hour', async () => {
    const { moderator, manager } = stage;
    await flagged('MEDIUM');
    const [review] = await queue();
    expect(await given(claim(moderator, review!.id))).toMatchObject({
      ...{ version: review!.version, claimedBy: { id: moderator.id }, claimedUntil: '2026-05-05T12:15:00.000Z' },
    });
    expect((await queue({}, manager))[0]).toMatchObject({ claimedBy: { id: moderator.id } });
    expect(codeOf(await claim(manager, review!.id))).toBe('CLAIMED');
    expect(codeOf(await claim(manager, review!.id, 'releaseReview'))).toBe('CLAIMED');
    expect((await decide(t, manager, 'KEEP', review!)).code).toBe('CLAIMED');
    at(0.25);
    expect((await queue())[0]).toMatchObject({ claimedBy: null, claimedUntil: null });
    expect(await given(claim(manager, review!.id))).toMatchObject({ claimedBy: { id: manager.id } });
    expect(await given(claim(manager, review!.id, 'releaseReview'))).toMatchObject({ claimedBy: null });
    expect((await decide(t, moderator, 'KEEP', review!)).review?.state).toBe('APPROVED');
    expect(codeOf(await claim(manager, review!.id))).toBe('CONFLICT');
  });

  it('is one moderator’s, of two at once', async () => {
    const { moderator, manager } = stage;
    for (let round = 0; round < 3; round++) {
      await flagged('MEDIUM');
      const { id } = (await queue()).find(({ claimedBy }) => !claimedBy)!;
      const codes = (await Promise.all([claim(moderator, id), claim(manager, id)])).map(
        (asked) => codeOf(asked) ?? 'OK',
      );
      expect(codes.sort()).toEqual(['CLAIMED', 'OK']);
    }
  });

  it('is not for the author, nor for who reported', async () => {
    const { moderator, manager, company, bea } = stage;
    const own = await createIdea(t, { company, author: moderator });
    await api.flag(bea, { ideaId: own.id, ruleId: rules.LOW });
    const [review] = await queue();
    expect(codeOf(await claim(moderator, review!.id))).toBe('OWN_CONTENT');
    await api.flag(manager, { ideaId: own.id, ruleId: rules.LOW });
    expect(codeOf(await claim(manager, review!.id))).toBe('OWN_FLAG');
  });
});
