import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import type { TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { act, say } from './support/comments.factory.js';
import { addMember } from './support/companies.factory.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { mailsTo } from './support/mails.js';
import { decide, reviewPage } from './support/reviews.api.js';
import { type ToldApi, toldStage } from './support/told.api.js';
import { vote } from './support/votes.factory.js';

let t: TestApp;
let stage: IdeasStage;
let api: ToldApi;
beforeAll(async () => {
  ({ t, stage, api } = await toldStage());
});
afterAll(() => t.close());

const subjects = (user: TestUser) => mailsTo(t, user.email).map(({ subject }) => subject);
const prefer = (user: TestUser, kind: string, inApp: boolean) =>
  t.ask(
    `mutation { updateNotificationPreferences(input: { preferences: [{ kind: ${kind}, inApp: ${inApp}, email: true }] }) { kind } }`,
    {},
    { token: user.token },
  );

describe('an answer', () => {
  it('and the next one are a mail each, whether the first was opened here or not', async () => {
    const fan = await api.member('Fan');
    const { id } = await stage.submit(stage.ana, { title: 'Rye bread' });
    await vote(t, fan, id, 'UP');
    for (const status of ['PLANNED', 'DECLINED']) {
      await api.answer(id, status);
      await t.runJobs();
    }
    expect(mailsTo(t, fan.email).map(({ text }) => /Its status is now “(.*)”/.exec(text)?.[1])).toEqual([
      'Planned',
      'Not now',
    ]);
    expect(await api.told(fan)).toMatchObject([{ detail: 'DECLINED' }]);
  });

  it('to many ideas at once is one mail for each person, and a notification for each idea', async () => {
    const { company, manager } = stage;
    const [author, voter] = [await api.member('Author'), await api.member('Voter')];
    const ideas: { id: string }[] = [];
    for (let n = 0; n < 4; n++) ideas.push(await createIdea(t, { company, author, title: `Rye ${n}` }));
    for (const { id } of ideas.slice(1)) await vote(t, voter, id, 'UP');
    const bulk = (some: { id: string }[]) =>
      stage.api.mutate(
        manager,
        'answerIdeas',
        {
          companyId: company.id,
          ideas: some.map(({ id }) => ({ ideaId: id, version: 1 })),
          ...{ status: 'PLANNED', body: 'In spring.', idempotencyKey: newId() },
        },
        'refused { ideaId }',
      );
    await given(bulk(ideas.slice(0, 3)));
    await given(bulk(ideas.slice(3)));
    await t.runJobs();
    for (const [user, count] of [
      [author, 4],
      [voter, 3],
    ] as const) {
      expect(mailsTo(t, user.email).map(({ text }) => /The same answer went to (\w+)/.exec(text)?.[1])).toEqual(
        expect.arrayContaining([count === 4 ? '2' : 'one', undefined]),
      );
      expect(subjects(user)).toHaveLength(2);
      expect(await api.told(user)).toHaveLength(count);
    }
  });
});

describe('a reply', () => {
  it('is one mail until it is opened here, which the mail says only to who is told here', async () => {
    const { ana, bea, manager } = stage;
    const away = await api.member('Away');
    await prefer(away, 'COMMENT_REPLIED', false);
    const { id } = await stage.submit(ana);
    for (const user of [bea, away]) {
      const { id: parentId } = await api.say(user, id, 'With butter?');
      for (const body of ['Yes.', 'And salt.']) {
        await api.say(manager, id, body, parentId);
        await t.runJobs();
      }
    }
    const promised = (user: TestUser) => mailsTo(t, user.email).map(({ text }) => text.includes('no further mail'));
    expect(promised(bea)).toEqual([true]);
    expect(promised(away)).toEqual([false, false]);
  });
});

it('a mention is told once, however often its comment is changed and approved again', async () => {
  const { strict, bea, moderator } = stage;
  const named = await api.member('Named');
  await addMember(t, strict, named, Role.CUSTOMER);
  await prefer(named, 'MENTIONED', false);
  const { id } = await say(t, bea, await createIdea(t, { company: strict, author: stage.ana }), 'Hello');
  const edit = (version: number, body: string) => act(t, bea, 'editComment', { commentId: id, version, body });
  const approve = async () => {
    const [review] = (await reviewPage(t, strict, moderator)).edges;
    expect((await decide(t, moderator, 'KEEP', review!.node)).code).toBeUndefined();
    await t.runJobs();
  };
  const version = async () =>
    (await t.database.query<{ version: number }>('SELECT version FROM comment WHERE id = $1', [id]))[0]!.version;
  await approve();
  for (const body of [`Hello @[Named](user:${named.id})`, 'Hello', `Hello, @[Named](user:${named.id})!`]) {
    await edit(await version(), body);
    await approve();
  }
  expect(subjects(named)).toHaveLength(1);
});

it('what thousands hear is told in parts, to each once, also when a part is done again', async () => {
  const { company, ana } = stage;
  const { id } = await stage.submit(ana);
  await t.database.query(
    `WITH people AS (
       INSERT INTO "user" (id, display_name, locale) SELECT gen_random_uuid(), 'Fan ' || n, 'en' FROM generate_series(1, 1200) n RETURNING id
     ) INSERT INTO idea_follow (company_id, idea_id, user_id, since) SELECT $1, $2, id, now() FROM people`,
    [company.id, id],
  );
  await api.answer(id, 'PLANNED');
  await t.runJobs();
  const told = () =>
    t.database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM notification WHERE idea_id = $1 GROUP BY xmin::text ORDER BY 1',
      [id],
    );
  expect(await told()).toEqual([{ count: 201 }, { count: 500 }, { count: 500 }]);
  await t.database.query('UPDATE notification SET read_at = now() WHERE idea_id = $1', [id]);
  await t.database.query(`DELETE FROM event_delivery WHERE handler = 'CrowdNotifications.tell'`);
  await t.database.query('UPDATE event SET dispatched_at = NULL WHERE aggregate_id = $1', [id]);
  await api.say(stage.bea, id, 'Good!');
  await t.runJobs();
  expect(
    await t.database.query(`SELECT 1 FROM notification WHERE idea_id = $1 AND kind = 'IDEA_ANSWERED'`, [id]),
  ).toHaveLength(1201);
});
