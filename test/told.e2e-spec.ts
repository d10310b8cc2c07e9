import type { TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { given } from './support/ideas.api.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { type ToldApi, toldStage } from './support/told.api.js';
import { vote } from './support/votes.factory.js';
import { PhaseStarted } from '../src/features/challenges/challenges.events.js';
import { Outbox } from '../src/shared/events/outbox.js';

let t: TestApp;
let stage: IdeasStage;
let api: ToldApi;
beforeAll(async () => {
  ({ t, stage, api } = await toldStage());
});
afterEach(() => t.database.query('DELETE FROM notification'));
afterAll(() => t.close());

describe('an answer', () => {
  it('is told to its authors, followers and voters, not to who gave it, nor to who does not want to hear', async () => {
    const { ana, bea, manager, moderator } = stage;
    const { id } = await stage.submit(ana);
    const deaf = await api.member('Deaf');
    for (const voter of [bea, deaf]) await vote(t, voter, id, 'UP');
    await t.ask(`mutation { unfollowIdea(input: { ideaId: "${id}" }) { id } }`, {}, { token: deaf.token });
    await t.ask(`mutation { followIdea(input: { ideaId: "${id}" }) { id } }`, {}, { token: manager.token });
    await api.answer(id, 'PLANNED');
    await t.runJobs();
    for (const user of [ana, bea])
      expect(await api.told(user)).toMatchObject([
        { kind: 'IDEA_ANSWERED', ideaId: id, detail: 'PLANNED', actors: [] },
      ]);
    for (const user of [manager, moderator, deaf]) expect(await api.told(user)).toEqual([]);
  });

  it('and another before it is read are one notification, with what holds now; after that a new one', async () => {
    const { ana } = stage;
    const { id } = await stage.submit(ana);
    await api.answer(id, 'PLANNED');
    await api.answer(id, 'IN_PROGRESS');
    await t.runJobs();
    expect(await api.told(ana)).toMatchObject([{ detail: 'IN_PROGRESS' }]);
    await api.markRead(ana, { all: true });
    await api.answer(id, 'DELIVERED');
    await t.runJobs();
    expect((await api.told(ana)).map(({ detail, readAt }) => [detail, readAt !== null])).toEqual([
      ['DELIVERED', false],
      ['IN_PROGRESS', true],
    ]);
    expect((await api.told(ana, '(unreadOnly: true)')).map(({ detail }) => detail)).toEqual(['DELIVERED']);
  });
});

describe('a discussion', () => {
  it('is told as what concerns each most: a mention, a reply, a comment on one’s idea', async () => {
    const { ana, bea, manager, moderator } = stage;
    const { id } = await stage.submit(ana);
    const first = await api.say(bea, id, 'With butter?');
    await t.runJobs();
    expect(await api.told(ana)).toMatchObject([
      {
        kind: 'IDEA_COMMENTED',
        ideaId: id,
        commentId: first.id,
        excerpt: 'With butter?',
        actors: [{ displayName: 'Bea' }],
      },
    ]);
    await api.say(manager, id, `Ask @[Nora](user:${moderator.id}), who bakes.`, first.id);
    await t.runJobs();
    expect(await api.kinds(bea)).toEqual(['COMMENT_REPLIED']);
    expect(await api.kinds(moderator)).toEqual(['MENTIONED']);
    expect(await api.kinds(manager)).toEqual([]);
    // a second commenter joins the first
    expect(await api.told(ana)).toMatchObject([{ kind: 'IDEA_COMMENTED', actorCount: 2, commentId: first.id }]);
  });

  it('goes on when what began it is gone: what came in between and after it is told, who is not heard any more is not', async () => {
    const { ana, bea, manager } = stage;
    const { id } = await stage.submit(ana);
    const [troll, carl] = [await api.member('Troll'), await api.member('Carl')];
    const remove = (user: TestUser, commentId: string) =>
      given(stage.api.mutate(user, 'deleteComment', { commentId }, 'id'));
    const first = await api.say(troll, id, 'Buy my things!');
    const between = await api.say(bea, id, 'With butter?');
    await t.runJobs();
    await remove(troll, first.id);
    await t.runJobs();
    const told = { kind: 'IDEA_COMMENTED', actorCount: 1 };
    expect(await api.told(ana)).toMatchObject([{ ...told, commentId: between.id, actors: [{ displayName: 'Bea' }] }]);
    await remove(bea, between.id);
    await t.runJobs();
    expect(await api.told(ana)).toEqual([]);
    const after = await api.say(carl, id, 'With jam!');
    await t.runJobs();
    expect(await api.told(ana)).toMatchObject([{ ...told, commentId: after.id, actors: [{ displayName: 'Carl' }] }]);
    const reply = await api.say(bea, id, 'No.', after.id);
    await t.runJobs();
    await remove(bea, reply.id);
    const second = await api.say(manager, id, 'Yes.', after.id);
    await t.runJobs();
    expect(await api.told(carl)).toMatchObject([
      { kind: 'COMMENT_REPLIED', commentId: second.id, actors: [{ displayName: 'Marta' }] },
    ]);
  });

  it('is told of a comment that its author changed before anybody could be told', async () => {
    const { ana, bea } = stage;
    const { id } = await stage.submit(ana);
    const comment = await api.say(bea, id, 'With buter?');
    await given(
      stage.api.mutate(bea, 'editComment', { commentId: comment.id, version: 1, body: 'With butter?' }, 'id'),
    );
    await t.runJobs();
    expect(await api.told(ana)).toMatchObject([{ kind: 'IDEA_COMMENTED', excerpt: 'With butter?' }]);
  });

  it('never tells one’s own acts', async () => {
    const { ana } = stage;
    const { id } = await stage.submit(ana);
    const own = await api.say(ana, id, `I, @[Ana](user:${ana.id}), go on.`);
    await api.say(ana, id, 'And on.', own.id);
    await t.runJobs();
    expect(await api.told(ana)).toEqual([]);
  });

  it('groups appreciations: the last three by name, all counted; taken back they are gone', async () => {
    const { ana, bea } = stage;
    const { id } = await stage.submit(ana);
    const comment = await api.say(bea, id, 'With butter!');
    const people = await Promise.all(['Al', 'Bo', 'Cy', 'Di'].map(api.member));
    const appreciate = (user: TestUser, name: string) =>
      given(stage.api.mutate(user, name, { commentId: comment.id }, 'id'));
    for (const user of people) await appreciate(user, 'appreciateComment');
    await t.runJobs();
    const [group] = await api.told(bea);
    expect(group).toMatchObject({ kind: 'COMMENT_APPRECIATED', actorCount: 4, commentId: comment.id });
    expect(group!.actors).toHaveLength(3);
    for (const user of people.slice(1)) await appreciate(user, 'unappreciateComment');
    await t.runJobs();
    expect(await api.told(bea)).toMatchObject([{ actorCount: 1, actors: [{ displayName: 'Al' }] }]);
    await appreciate(people[0]!, 'unappreciateComment');
    await t.runJobs();
    expect(await api.told(bea)).toEqual([]);
  });
});

describe('a moderator’s decision', () => {
  it('is told with its reason, without the moderator, and also to an author who follows no more', async () => {
    const { ana, strict, moderator } = stage;
    const { id } = await given(
      stage.api.mutate(ana, 'submitIdea', { companyId: strict.id, title: 'Bread for all', body: 'Warm and soon.' }),
    );
    await given(stage.api.mutate(ana, 'unfollowIdea', { ideaId: id }, 'id'));
    const [review] = await t.database.query<{ id: string; version: number; rule: string }>(
      `SELECT r.id, r.version, (SELECT id FROM rule WHERE company_id = r.company_id LIMIT 1) AS rule FROM review r WHERE idea_id = $1`,
      [id],
    );
    const input = { reviewId: review!.id, version: review!.version, ruleId: review!.rule, note: 'Too short.' };
    await given(stage.api.mutate(moderator, 'decideReview', { ...input, act: 'HIDE' }, 'id'));
    await t.runJobs();
    const [rejected] = await api.told(ana);
    expect(rejected).toMatchObject({ kind: 'DECISION_MADE', detail: 'HIDE', ideaId: id, actors: [], actorCount: 0 });
    expect(rejected!.excerpt).toContain('Too short.');
    expect(rejected!.excerptLanguage).toBe('EN');
  });
});

it('says in which language a title and the quoted words are', async () => {
  const { ana, bea } = stage;
  const body = 'Quisiera comprar pan recién hecho cuando salgo del trabajo por la tarde.';
  const { id } = await stage.submit(ana, { title: 'Pan recién hecho por la tarde', body });
  await api.say(bea, id, 'Anche la mattina presto, quando apre il mercato, sarebbe una bella idea per tutti.');
  await t.runJobs();
  expect(await api.told(ana)).toMatchObject([{ titleLanguage: 'ES', excerptLanguage: 'IT' }]);
});

it('a phase that begins is told to who takes part in its challenge', async () => {
  const { company, ana, bea, stranger } = stage;
  const challenge = await createChallenge(t, company, { title: 'Better bread' });
  const { id } = await stage.submit(ana, { challengeId: challenge.id });
  await vote(t, bea, id, 'UP');
  const payload = { phaseId: challenge.phases[0]!.id, kind: challenge.phases[0]!.kind };
  const fact = { companyId: company.id, aggregateId: challenge.id, actorId: null, occurredAt: t.clock.now() };
  await t.database.transaction((tx) =>
    t.app.get(Outbox, { strict: false }).append(tx, PhaseStarted({ ...fact, payload })),
  );
  await t.runJobs();
  for (const user of [ana, bea])
    expect(await api.told(user)).toMatchObject([
      { kind: 'PHASE_STARTED', challengeTitle: 'Better bread', titleLanguage: 'EN', detail: 'IDEATION' },
    ]);
  expect(await api.told(stranger)).toEqual([]);
});
