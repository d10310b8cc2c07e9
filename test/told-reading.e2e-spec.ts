import { CompanyVisibility, PreModeration } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser } from './support/accounts.factory.js';
import type { ApiResult, TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { type ToldApi, toldStage } from './support/told.api.js';

interface Page {
  notifications: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

let t: TestApp;
let stage: IdeasStage;
let api: ToldApi;
beforeAll(async () => {
  ({ t, stage, api } = await toldStage());
});
afterEach(() => t.database.query('DELETE FROM notification'));
afterAll(() => t.close());

describe('what may not be seen any more', () => {
  it('is not told: a private company left, a comment deleted, an idea taken back', async () => {
    const { ana, manager } = stage;
    const closed = await createCompany(t, {
      visibility: CompanyVisibility.PRIVATE,
      preModeration: PreModeration.NOTHING,
    });
    const guest = await createUser(t, { displayName: 'Guest' });
    const seat = await addMember(t, closed, guest);
    await addMember(t, closed, manager, Role.MANAGER);
    const secret = await createIdea(t, { company: closed, author: guest });
    await api.answer(secret.id, 'PLANNED');
    const { id } = await stage.submit(ana);
    const comment = await api.say(guest, (await stage.submit(ana)).id, 'Hm.').catch(() => null);
    expect(comment).toBeNull();
    const said = await api.say(stage.bea, id, 'Hm.');
    await t.runJobs();
    expect(await api.kinds(guest)).toEqual(['IDEA_ANSWERED']);
    expect(await api.kinds(ana)).toEqual(['IDEA_COMMENTED']);
    await t.database.query('DELETE FROM membership WHERE id = $1', [seat.id]);
    await given(stage.api.mutate(stage.bea, 'deleteComment', { commentId: said.id }, 'id'));
    expect(await api.told(guest)).toEqual([]);
    expect(await api.told(ana)).toEqual([]);
    // and nothing new is written for who has left
    await api.answer(secret.id, 'DELIVERED');
    await t.runJobs();
    await addMember(t, closed, guest);
    expect(await api.told(guest)).toMatchObject([{ detail: 'PLANNED' }]);
  });
});

describe('reading', () => {
  it('of others’ notifications changes nothing', async () => {
    const { ana, bea } = stage;
    const { id } = await stage.submit(ana);
    await api.answer(id, 'PLANNED');
    await t.runJobs();
    const [one] = await api.told(ana);
    const asked = await api.markRead(bea, { ids: [one!.id] });
    expect(asked.data?.markNotificationsRead).toEqual({ unreadNotificationCount: 0 });
    await api.markRead(bea, { all: true });
    expect((await api.told(ana))[0]!.readAt).toBeNull();
    const own = await api.markRead(ana, { ids: [one!.id] });
    expect(own.data?.markNotificationsRead).toEqual({ unreadNotificationCount: 0 });
    expect((await api.told(ana))[0]!.readAt).not.toBeNull();
  });

  it('goes page by page, what happened last first', async () => {
    const { ana } = stage;
    for (let n = 0; n < 5; n++)
      await api.answer((await stage.submit(ana, { title: `Bread number ${n}` })).id, 'PLANNED');
    await t.runJobs();
    const all = (await api.told(ana)).map(({ id }) => id);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { data }: ApiResult<Page> = await t.ask(
        'query ($after: String) { notifications(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
        { token: ana.token },
      );
      paged.push(...data!.notifications.edges.map(({ node }) => node.id));
      after = data!.notifications.pageInfo.hasNextPage ? data!.notifications.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(all);
    expect(all).toHaveLength(5);
  });
});

it('an event whose handling was interrupted after it had told tells nobody twice', async () => {
  const { ana, bea } = stage;
  const { id } = await stage.submit(ana);
  const comment = await api.say(bea, id, 'With butter!');
  await t.runJobs();
  await api.markRead(ana, { all: true });
  await t.database.query('UPDATE event SET dispatched_at = NULL WHERE aggregate_id = $1', [id]);
  await api.say(stage.manager, id, 'And salt.', comment.id);
  await t.runJobs();
  expect((await api.told(ana)).map(({ kind, actors }) => [kind, actors[0]!.displayName])).toEqual([
    ['IDEA_COMMENTED', 'Marta'],
    ['IDEA_COMMENTED', 'Bea'],
  ]);
});

it('an erased account leaves nothing that it was told, and its name nowhere', async () => {
  const { ana } = stage;
  const gone = await api.member('Gone');
  const idea = await stage.submit(gone);
  await api.answer(idea.id, 'PLANNED');
  await api.say(gone, (await stage.submit(ana)).id, 'Hello.');
  await t.runJobs();
  await t.ask(
    `mutation { updateNotificationPreferences(input: { preferences: [{ kind: MENTIONED, inApp: true, email: false }] }) { kind } }`,
    {},
    { token: gone.token },
  );
  await t.ask(
    `mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }`,
    { input: { password: gone.password } },
    { token: gone.token },
  );
  await t.runJobs();
  for (const table of ['notification', 'notification_preference'])
    expect(await t.database.query(`SELECT 1 FROM ${table} WHERE user_id = $1`, [gone.id])).toEqual([]);
  expect((await api.told(ana))[0]!.actors).toEqual([{ displayName: '' }]);
});
