import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { decide } from './support/reviews.api.js';
import { screeningStage, type ScreeningStage } from './support/screening.stage.js';
import { picture, upload } from './support/uploads.js';

let t: TestApp;
let stage: ScreeningStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await screeningStage(t);
});
afterAll(() => t.close());
const watch = (action: string) => stage.set({ watchedWords: [{ word: 'banana*', action }] });
afterEach(() => stage.set({ watchedWords: [], blockedLinks: [] }));

const file = async (who: TestUser, name: string) => {
  const content = await picture().jpeg();
  return (await upload(t, content, { name, token: who.token })).id;
};

describe('what others read beside an idea’s text', () => {
  it('is refused as the text is, with the field named', async () => {
    await watch('BLOCK');
    const ana = await stage.member();
    expect((await stage.idea(ana, { tags: ['Bananas!'] })).fields).toEqual(['tags:BLOCKED_WORDS']);
    const files = [await file(ana, 'free-BANANAS_now.jpg')];
    expect((await stage.idea(ana, { attachmentIds: files })).fields).toEqual(['attachmentIds:BLOCKED_WORDS']);
    const idea = await stage.idea(ana);
    const edit = (changes: object) =>
      stage.post(ana, 'editIdea', { ideaId: idea.id, version: idea.version, ...changes });
    expect((await edit({ attachmentIds: files })).fields).toEqual(['attachmentIds:BLOCKED_WORDS']);
    expect((await edit({ tags: ['banana'] })).fields).toEqual(['tags:BLOCKED_WORDS']);
    expect((await edit({ body: 'In other words.', note: 'No bananas any more' })).fields).toEqual([
      'note:BLOCKED_WORDS',
    ]);
    expect((await edit({ body: 'In other words.', note: 'Shorter' })).code).toBeUndefined();
  });

  it('holds it: the tags, and the sites that files and notes name', async () => {
    await watch('HOLD');
    await stage.set({ blockedLinks: ['spam.example'] });
    const ana = await stage.member();
    const tagged = await stage.idea(ana, { tags: ['bananas'] });
    expect(tagged).toMatchObject({ visibility: 'HELD', holdReason: 'WATCHED_WORD' });
    expect((await stage.waiting(tagged.id))!.reasons).toMatchObject([{ code: 'WATCHED_WORD', detail: 'banana*' }]);
    const filed = await stage.idea(ana, { attachmentIds: [await file(ana, 'shop.spam.example.jpg')] });
    expect(filed).toMatchObject({ visibility: 'HELD', holdReason: 'WATCHED_LINK' });
    const idea = await stage.idea(ana);
    const edit = { ideaId: idea.id, version: idea.version, body: 'In other words.', note: 'See www.spam.example' };
    expect(await stage.post(ana, 'editIdea', edit)).toMatchObject({ visibility: 'HELD', holdReason: 'WATCHED_LINK' });
  });

  it('is read of a draft with its files, and of files that are added to what is public', async () => {
    await watch('HOLD');
    const ana = await stage.member();
    const attachmentIds = [await file(ana, 'bananas.jpg')];
    const draft = await stage.post(ana, 'saveIdeaDraft', {
      companyId: stage.company.id,
      title: 'A walk by the river',
      body: 'On Sundays.',
      attachmentIds,
    });
    expect((await stage.post(ana, 'submitIdea', { ideaId: draft.id })).holdReason).toBe('WATCHED_WORD');
    const idea = await stage.idea(ana);
    const edit = { ideaId: idea.id, version: idea.version, attachmentIds: [await file(ana, 'banana.jpg')] };
    expect(await stage.post(ana, 'editIdea', edit)).toMatchObject({ visibility: 'HELD', body: idea.body });
    expect((await stage.waiting(idea.id))!.reasons).toMatchObject([{ code: 'WATCHED_WORD' }]);
  });
});

describe('what people say about themselves', () => {
  const profile = (who: TestUser, input: object) => stage.post(who, 'updateProfile', input);
  const profileOf = async ({ id }: TestUser) =>
    (await t.database.query('SELECT display_name AS "displayName", bio FROM "user" WHERE id = $1', [id]))[0];

  it('is refused with a word that a company of theirs blocks, or masks: names are not masked', async () => {
    const ana = await stage.member();
    const before = await profileOf(ana);
    for (const action of ['BLOCK', 'MASK']) {
      await watch(action);
      expect(await profile(ana, { displayName: 'Ana Bananá' })).toMatchObject({
        code: 'VALIDATION_FAILED',
        fields: ['displayName:BLOCKED_WORDS'],
      });
      expect((await profile(ana, { bio: 'I sell bananas' })).fields).toEqual(['bio:BLOCKED_WORDS']);
      expect(await profileOf(ana)).toEqual(before);
    }
    expect((await profile(ana, { displayName: 'Ana', bio: 'I sell apples' })).code).toBeUndefined();
  });

  it('is no business of companies where they are not members, nor of what staff say', async () => {
    await watch('BLOCK');
    const other = await screeningStage(t);
    expect((await profile(await other.member(), { bio: 'I sell bananas' })).code).toBeUndefined();
    expect((await profile(stage.moderator, { bio: 'I sell bananas' })).code).toBeUndefined();
    const both = await other.member();
    await addMember(t, stage.company, both);
    expect((await profile(both, { bio: 'I sell bananas' })).fields).toEqual(['bio:BLOCKED_WORDS']);
  });

  it('that has a word already is not in the way of other changes', async () => {
    const ana = await stage.member();
    await profile(ana, { bio: 'I sell bananas' });
    await watch('BLOCK');
    expect((await profile(ana, { displayName: 'Ana', bio: 'I sell bananas' })).code).toBeUndefined();
    expect((await profile(ana, { bio: null })).code).toBeUndefined();
  });

  it.each(['HOLD', 'FLAG'])('comes before the moderators for a word with %s, and stands meanwhile', async (action) => {
    await watch(action);
    const ana = await stage.member();
    expect((await profile(ana, { bio: 'I sell bananas' })).code).toBeUndefined();
    expect(await profileOf(ana)).toMatchObject({ bio: 'I sell bananas' });
    const review = (await stage.waiting(ana.id))!;
    expect(review).toMatchObject({ reason: 'WATCHED_WORD', reasons: [{ code: 'WATCHED_WORD', detail: 'banana*' }] });
    await profile(ana, { bio: 'I sell the best bananas' });
    expect((await decide(t, stage.moderator, 'KEEP', review)).code).toBe('CONFLICT');
    expect((await decide(t, stage.moderator, 'KEEP', (await stage.waiting(ana.id))!)).code).toBeUndefined();
    expect(await stage.waiting(ana.id)).toBeUndefined();
  });

  it('counts its links, by trust, and the sites that a company watches', async () => {
    await stage.set({ blockedLinks: ['spam.example'] });
    const bio = 'https://one.example and https://two.example';
    const [newcomer, trusted, watched] = [await stage.member(0), await stage.member(1), await stage.member(2)];
    for (const who of [newcomer, trusted]) await profile(who, { bio });
    expect((await stage.waiting(newcomer.id))!.reason).toBe('MANY_LINKS');
    expect(await stage.waiting(trusted.id)).toBeUndefined();
    await profile(watched, { bio: 'My shop: spam.example' });
    expect((await stage.waiting(watched.id))!.reason).toBe('WATCHED_LINK');
  });

  it('and would have been refused here is shown to the moderators when they join', async () => {
    const other = await screeningStage(t);
    const ana = await other.member();
    await profile(ana, { displayName: 'Ana Banana' });
    await watch('BLOCK');
    await t.ask(
      'mutation ($input: CompanyIdInput!) { joinCompany(input: $input) { id } }',
      { input: { companyId: stage.company.id } },
      { token: ana.token },
    );
    await t.runJobs();
    expect((await stage.waiting(ana.id))!.reasons).toMatchObject([{ code: 'WATCHED_WORD' }]);
  });
});
