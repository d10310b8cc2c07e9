import { startTestApp, type TestApp } from './support/app.js';
import type { TestUser } from './support/accounts.factory.js';
import { createComment } from './support/comments.factory.js';
import { GiftsStage } from './support/gifts.stage.js';
import { createIdea } from './support/ideas.factory.js';
import { decide } from './support/reviews.api.js';
import { given, ideasApi } from './support/ideas.api.js';
import { answers } from './support/thanks.stage.js';
import { Rule } from '../src/features/companies/rule.entity.js';

const DAY = 86_400_000;
let t: TestApp;
let s: GiftsStage;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  s = await GiftsStage.of(t);
});

const ago = (days: number) => new Date(+t.clock.now() - days * DAY);
const critics = async () =>
  (await s.suggestions())
    .filter(({ reason }) => reason === 'CRITIC_WAS_RIGHT')
    .map(({ user, critic, idea, commentId }) => ({ user: user.id, critic, idea: idea?.id ?? null, commentId }));
const idea = (author: TestUser) => createIdea(t, { company: s.company, author, publishedAt: ago(40) });
const said = (of: { id: string }, ...words: [string, Date][]) => answers(t, s.company, of, s.manager, words);
const says = (author: TestUser, about: { id: string }, createdAt: Date) =>
  createComment(t, { idea: about, author, createdAt });
const votes = (user: TestUser, on: { id: string }, value: number, at = ago(30)) =>
  t.database.query('INSERT INTO vote VALUES ($1, $2, $3, $4, $5, $5)', [s.company.id, on.id, user.id, value, at]);

describe('a critic who was right', () => {
  it('is the author of what was declined, and is done now', async () => {
    const theirs = await idea(s.ana);
    await said(theirs, ['UNDER_REVIEW', ago(30)], ['DECLINED', ago(20)], ['PLANNED', ago(5)], ['DELIVERED', ago(1)]);
    expect(await critics()).toEqual([
      { user: s.ana.id, critic: 'DECLINED_THEN_PLANNED', idea: theirs.id, commentId: null },
    ]);
  });

  it('is who had voted for it and spoke after it was declined, and not who spoke before, later, or without a vote', async () => {
    const theirs = await idea(s.ana);
    const [spoke, before, after, silent, against] = [
      await s.member(),
      await s.member(),
      await s.member(),
      await s.member(),
      await s.member(),
    ];
    await said(theirs, ['DECLINED', ago(20)], ['PLANNED', ago(5)]);
    const comment = await says(spoke, theirs, ago(10));
    await says(before, theirs, ago(25));
    await says(after, theirs, ago(2));
    for (const user of [silent, against]) await says(user, theirs, ago(10));
    for (const user of [spoke, before, after]) await votes(user, theirs, 1);
    await votes(against, theirs, -1);
    expect(await critics()).toContainEqual({
      ...{ user: spoke.id, critic: 'DECLINED_THEN_PLANNED', idea: theirs.id, commentId: comment.id },
    });
    expect((await critics()).map(({ user }) => user).sort()).toEqual([s.ana.id, spoke.id].sort());
  });

  it('is who had voted against what the company meant to do and said so, once it does not any more', async () => {
    const theirs = await idea(s.ana);
    await says(s.bea, theirs, ago(35));
    const last = await says(s.bea, theirs, ago(10));
    await votes(s.bea, theirs, -1);
    const friend = await s.member();
    await says(friend, theirs, ago(10));
    await votes(friend, theirs, 1);
    await said(theirs, ['PLANNED', ago(20)], ['IN_PROGRESS', ago(15)], ['DECLINED', ago(3)]);
    expect(await critics()).toEqual([
      { user: s.bea.id, critic: 'PLANNED_THEN_DECLINED', idea: theirs.id, commentId: last.id },
    ]);
  });

  it('is nobody where the company did not change course, or longer ago', async () => {
    const [declined, planned, old] = [await idea(s.ana), await idea(s.ana), await idea(s.ana)];
    await said(declined, ['DECLINED', ago(20)], ['DECLINED', ago(2)]);
    await said(planned, ['UNDER_REVIEW', ago(9)], ['PLANNED', ago(8)], ['DELIVERED', ago(2)]);
    await said(old, ['DECLINED', ago(39)], ['PLANNED', ago(35)], ['DELIVERED', ago(2)]);
    expect(await critics()).toEqual([]);
  });

  it('is who appealed against a decision, and was right', async () => {
    const api = ideasApi(t);
    const theirs = await createIdea(t, { company: s.company, author: s.ana });
    const rule = await t.database.manager.findOneByOrFail(Rule, { companyId: s.company.id });
    const review = await given(api.mutate(s.moderator, 'openReview', { ideaId: theirs.id }, 'id version kind state'));
    const made = await decide(t, s.moderator, 'HIDE', review as never, { ruleId: rule.id });
    const decisionId = made.review!.decisions![0]!.id;
    const appeal = await given(
      api.mutate(s.ana, 'fileAppeal', { decisionId, text: 'It names nobody at all.' }, 'id version'),
    );
    expect(await critics()).toEqual([]);
    const words = { outcome: 'OVERTURN', reasons: 'Indeed, it names nobody.' };
    await given(
      api.mutate(s.manager, 'decideAppeal', { appealId: appeal.id, version: appeal.version, ...words }, 'id version'),
    );
    expect(await critics()).toEqual([{ user: s.ana.id, critic: 'OVERTURNED', idea: theirs.id, commentId: null }]);
    await given(
      api.mutate(
        s.manager,
        'giveGift',
        {
          ...{ companyId: s.company.id, userId: s.ana.id, kind: 'THANKS', note: 'You were right, thank you.' },
          because: 'CRITIC_WAS_RIGHT',
        },
        'id',
      ) as never,
    );
    expect(await critics()).toEqual([]);
  });
});

it('who found what was there already has helped its author', async () => {
  const target = await createIdea(t, { company: s.company, author: s.manager });
  const api = ideasApi(t);
  const rule = await t.database.manager.findOneByOrFail(Rule, { companyId: s.company.id });
  for (let n = 0; n < 3; n++) {
    const same = await createIdea(t, { company: s.company, author: await s.member() });
    for (const by of [s.ana, s.bea])
      await given(api.mutate(by, 'flagItem', { ideaId: same.id, ruleId: rule.id }, 'id') as never);
    const review = await given(api.mutate(s.moderator, 'openReview', { ideaId: same.id }, 'id version kind state'));
    const made = await decide(t, s.moderator, 'MERGE', review as never, { targetIdeaId: target.id });
    expect(made.code).toBeUndefined();
  }
  // the first who reported it
  expect(await s.suggestions()).toEqual([
    expect.objectContaining({ reason: 'HELPED_MANY', helped: 3, user: { id: s.ana.id } }),
  ]);
});
