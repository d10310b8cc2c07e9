import { RewardNewsNotifications } from '../src/features/notifications/reward-news.jobs.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { type IdeasStage, ideasStage } from './support/ideas.stage.js';
import { mailsTo } from './support/mails.js';
import { prefer, readAll, subjectsTo, toldRewards } from './support/told-rewards.js';

let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterAll(() => t.close());

async function somebody(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user);
  return user;
}
const ideaOf = async (author: TestUser, title: string): Promise<string> =>
  (await createIdea(t, { company: stage.company, author, title })).id;
async function answer(ideaId: string, status: string): Promise<void> {
  const { api, manager } = stage;
  const { version } = await given(api.idea(manager, ideaId));
  await given(api.mutate(manager, 'answerIdea', { ideaId, version, status, body: 'We will.' }));
  await t.runJobs();
}
/** The hour at which the small successes of the day are mailed. */
async function evening(): Promise<void> {
  await t.runJobs();
  await t.app.get(RewardNewsNotifications).mail();
  await t.runJobs();
}
const earned = (user: TestUser) => toldRewards(t, user, 'POINTS_EARNED');
const companyMails = (user: TestUser) =>
  subjectsTo(t, user).filter((subject) => subject === `${stage.company.name}: what your help has earned`);

describe('what an idea earns by what becomes of it', () => {
  it('is told to its author at once, in one line until it is read', async () => {
    const author = await somebody();
    const [bread, rye] = [await ideaOf(author, 'Warm bread'), await ideaOf(author, 'Rye')];
    await answer(bread, 'PLANNED');
    expect(await earned(author)).toMatchObject([{ detail: '60 IDEA_PLANNED 1', ideaTitle: 'Warm bread' }]);
    await answer(rye, 'DELIVERED');
    const [line, ...others] = await earned(author);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ ideaTitle: null });
    expect(line!.detail).toMatch(/^\d+ IDEA_DELIVERED 2$/);
    await readAll(t, author);
    await answer(bread, 'DELIVERED');
    expect(await earned(author)).toMatchObject([{ detail: '120 IDEA_DELIVERED 1' }, { id: line!.id }]);
  });

  it('is not told any more while it is taken back', async () => {
    const author = await somebody();
    const ideaId = await ideaOf(author, 'Warm bread');
    await answer(ideaId, 'PLANNED');
    await t.database.query('UPDATE award SET standing = false WHERE idea_id = $1', [ideaId]);
    expect(await earned(author)).toEqual([]);
    await t.database.query('UPDATE award SET standing = true WHERE idea_id = $1', [ideaId]);
    expect(await earned(author)).toHaveLength(1);
  });
});

describe('the mail of the day', () => {
  it('tells all in one, once', async () => {
    const author = await somebody();
    await answer(await ideaOf(author, 'Warm bread'), 'PLANNED');
    await answer(await ideaOf(author, 'Rye'), 'PLANNED');
    expect(companyMails(author)).toEqual([]);
    await evening();
    await evening();
    expect(companyMails(author)).toHaveLength(1);
    const { text, unsubscribeUrl } = mailsTo(t, author.email).at(-1)!;
    for (const part of ['“Warm bread” is planned', '“Rye” is planned', '60 points', '/me?tab=rewards&part=points'])
      expect(text).toContain(part);
    expect(unsubscribeUrl).toContain('POINTS_EARNED');
  });

  it('leaves out what was read here, what was taken back, and who does not want it', async () => {
    const [reader, loser, quiet] = [await somebody(), await somebody(), await somebody()];
    for (const author of [reader, loser, quiet]) await answer(await ideaOf(author, 'Warm bread'), 'PLANNED');
    await readAll(t, reader);
    await t.database.query('UPDATE award SET standing = false WHERE user_id = $1', [loser.id]);
    await prefer(t, quiet, 'POINTS_EARNED', true, false);
    await evening();
    for (const author of [reader, loser, quiet]) expect(companyMails(author)).toEqual([]);
  });

  it('has badges and levels for whoever asks for them', async () => {
    const [asking, other] = [await somebody(), await somebody()];
    for (const user of [asking, other]) await prefer(t, user, 'POINTS_EARNED', true, false);
    await prefer(t, asking, 'BADGE_EARNED', false, true);
    for (const author of [asking, other]) await answer(await ideaOf(author, 'Warm bread'), 'PLANNED');
    expect((await toldRewards(t, other, 'BADGE_EARNED'))[0]!.rewardNames).toContain('First accepted idea');
    expect(await toldRewards(t, asking, 'BADGE_EARNED')).toEqual([]);
    await evening();
    expect(companyMails(other)).toEqual([]);
    expect(mailsTo(t, asking.email).at(-1)!.text).toContain('You have earned a badge: First accepted idea.');
  });

  it('reaches everybody for whom something waits, however many', async () => {
    const people = await Promise.all(Array.from({ length: 3 }, somebody));
    for (const author of people) await answer(await ideaOf(author, 'Warm bread'), 'PLANNED');
    await evening();
    for (const author of people) expect(companyMails(author)).toHaveLength(1);
    expect(await t.database.query('SELECT id FROM reward_news')).toEqual([]);
  });
});

it('nothing of it is kept of an erased account', async () => {
  const author = await somebody();
  await answer(await ideaOf(author, 'Warm bread'), 'PLANNED');
  const erase = `mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }`;
  const { errors } = await t.ask(erase, { input: { password: author.password } }, { token: author.token });
  expect(errors).toBeUndefined();
  await evening();
  expect(companyMails(author)).toEqual([]);
  expect(await t.database.query('SELECT id FROM notification WHERE user_id = $1', [author.id])).toEqual([]);
});
