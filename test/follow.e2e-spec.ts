import { verifyAll } from '../src/cli/verify.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember } from './support/companies.factory.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { type IdeasStage, ideasStage } from './support/ideas.stage.js';
import { vote } from './support/votes.factory.js';

const STATE = 'id version followerCount viewerFollows';

let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterEach(async () => expect(await verifyAll(t.app)).toEqual([]));
afterAll(() => t.close());

const change = (user: TestUser | null, name: 'followIdea' | 'unfollowIdea', ideaId: string) =>
  t.ask<{ idea: object }>(
    `mutation ($input: IdeaIdInput!) { idea: ${name}(input: $input) { followerCount viewerFollows } }`,
    { input: { ideaId } },
    { token: user?.token },
  );
const stateOf = async (user: TestUser | null, ideaId: string) => {
  const { followerCount, viewerFollows } = await given(stage.api.idea(user, ideaId, STATE));
  return [followerCount, viewerFollows];
};
const anIdea = (author = stage.ana) => createIdea(t, { company: stage.company, author });

describe('whoever takes part', () => {
  it('follows: the author, then voters, commenters and co-authors', async () => {
    const { ana, bea, manager, moderator } = stage;
    const { id } = await stage.submit(ana);
    expect(await stateOf(ana, id)).toEqual([1, true]);
    await vote(t, bea, id, 'UP');
    await stage.api.mutate(manager, 'addComment', { ideaId: id, body: 'We read this.' }, 'id');
    await given(stage.api.mutate(ana, 'inviteCoauthor', { ideaId: id, userId: moderator.id }));
    expect(await stateOf(moderator, id)).toEqual([2, false]);
    await given(stage.api.mutate(moderator, 'answerCoauthorInvitation', { ideaId: id, accept: true }));
    await t.runJobs();
    for (const user of [ana, bea, manager, moderator]) expect(await stateOf(user, id)).toEqual([4, true]);
  });

  it('follows from the submission of a draft on, with those who joined before', async () => {
    const { ana, bea } = stage;
    const { id } = await given(
      stage.api.mutate(ana, 'saveIdeaDraft', { companyId: stage.company.id, title: 'Bread', body: 'Warm.' }),
    );
    await given(stage.api.mutate(ana, 'inviteCoauthor', { ideaId: id, userId: bea.id }));
    await given(stage.api.mutate(bea, 'answerCoauthorInvitation', { ideaId: id, accept: true }));
    await t.runJobs();
    expect(await stateOf(bea, id)).toEqual([0, false]);
    expect(codeOf(await change(ana, 'followIdea', id))).toBe('IDEA_STATE');
    await stage.submit(ana, { ideaId: id, body: 'Warm bread at eight, please.' });
    expect(await stateOf(bea, id)).toEqual([2, true]);
  });

  it('by a vote follows no longer than the vote stands, by more than a vote goes on', async () => {
    const { id } = await anIdea();
    await vote(t, stage.bea, id, 'UP');
    await vote(t, stage.bea, id, null);
    expect(await stateOf(stage.bea, id)).toEqual([0, false]);
    await vote(t, stage.bea, id, 'UP');
    await stage.api.mutate(stage.bea, 'addComment', { ideaId: id, body: 'Yes!' }, 'id');
    await t.runJobs();
    await vote(t, stage.bea, id, null);
    expect(await stateOf(stage.bea, id)).toEqual([1, true]);
  });

  it('does not follow by itself when they do not want that, nor after an explicit no', async () => {
    const { bea, manager } = stage;
    const { id } = await anIdea();
    const careful = await createUser(t);
    await addMember(t, stage.company, careful);
    await t.ask(
      `mutation { updateProfile(input: { autoFollow: false }) { autoFollow } }`,
      {},
      { token: careful.token },
    );
    await change(bea, 'unfollowIdea', id);
    for (const user of [careful, bea]) {
      await vote(t, user, id, 'UP');
      await stage.api.mutate(user, 'addComment', { ideaId: id, body: 'Yes!' }, 'id');
    }
    await t.runJobs();
    expect(await stateOf(careful, id)).toEqual([0, false]);
    expect(await stateOf(bea, id)).toEqual([0, false]);
    await change(bea, 'followIdea', id);
    expect(await stateOf(bea, id)).toEqual([1, true]);
    expect(await stateOf(manager, id)).toEqual([1, false]);
  });

  it('hears by the answer to their vote whether they follow', async () => {
    const { id } = await anIdea();
    const cast = await t.ask(
      `mutation ($input: VoteInput!) { vote(input: $input) { followerCount viewerFollows } }`,
      { input: { ideaId: id, value: 'UP' } },
      { token: stage.bea.token },
    );
    expect(cast.data).toEqual({ vote: { followerCount: 1, viewerFollows: true } });
  });
});

describe('a click', () => {
  it('done twice, or at once from everywhere, counts once', async () => {
    const { id } = await anIdea();
    const users = [stage.ana, stage.bea, stage.manager];
    const all = users.flatMap((user) => Array.from({ length: 4 }, () => change(user, 'followIdea', id)));
    expect((await Promise.all(all)).map(codeOf).filter(Boolean)).toEqual([]);
    expect(await stateOf(stage.bea, id)).toEqual([3, true]);
    await Promise.all(Array.from({ length: 4 }, () => change(stage.bea, 'unfollowIdea', id)));
    expect(await stateOf(stage.bea, id)).toEqual([2, false]);
  });

  it('racing with votes, comments and their taking back leaves an exact count', async () => {
    const ideas = await Promise.all([anIdea(), anIdea()]);
    const people = [stage.bea, stage.manager, stage.moderator];
    await Promise.all(
      people.flatMap((user) =>
        ideas.flatMap(({ id }) => [
          vote(t, user, id, 'UP'),
          change(user, 'followIdea', id),
          vote(t, user, id, null),
          change(user, 'unfollowIdea', id),
          stage.api.mutate(user, 'addComment', { ideaId: id, body: 'Yes!' }, 'id'),
        ]),
      ),
    );
    await t.runJobs();
  });

  it('is for everybody with a confirmed address who may see the idea, and for nobody else', async () => {
    const { company, strict, ana, stranger } = stage;
    const { id } = await anIdea();
    expect(codeOf(await change(stranger, 'followIdea', id))).toBeNull();
    expect(codeOf(await change(null, 'followIdea', id))).toBe('UNAUTHENTICATED');
    expect(codeOf(await change(await createUser(t, { verified: false }), 'followIdea', id))).toBe('EMAIL_NOT_VERIFIED');
    const held = await createIdea(t, { company: strict, author: ana, visibility: 'HELD' });
    expect(codeOf(await change(stranger, 'followIdea', held.id))).toBe('NOT_FOUND');
    await t.database.query('UPDATE company SET visibility = $2 WHERE id = $1', [company.id, CompanyVisibility.PRIVATE]);
    expect(codeOf(await change(stranger, 'unfollowIdea', id))).toBe('NOT_FOUND');
    await t.database.query('UPDATE company SET visibility = $2 WHERE id = $1', [company.id, CompanyVisibility.PUBLIC]);
  });
});

it('the number of followers is hidden while the votes are: voters follow', async () => {
  const { company, ana, bea, manager } = stage;
  const challenge = await createChallenge(t, company, { phases: [{ countsVisible: false }] });
  const idea = await createIdea(t, { company, challenge, author: ana });
  const cast = await vote(t, bea, idea.id, 'UP');
  expect(cast.errors).toBeUndefined();
  expect(await stateOf(bea, idea.id)).toEqual([null, true]);
  expect(await stateOf(manager, idea.id)).toEqual([1, false]);
});

it('an erased account follows nothing any more', async () => {
  const { id } = await anIdea();
  const gone = await createUser(t);
  await addMember(t, stage.company, gone);
  await vote(t, gone, id, 'UP');
  await t.ask(
    `mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }`,
    { input: { password: gone.password } },
    { token: gone.token },
  );
  await t.runJobs();
  expect(await stateOf(stage.ana, id)).toEqual([0, false]);
});
