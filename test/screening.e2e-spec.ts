import { ScreeningQueries } from '../src/features/moderation/screening/screening.queries.js';
import { verifyAll } from '../src/cli/verify.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createIdea } from './support/ideas.factory.js';
import { decide } from './support/reviews.api.js';
import { screeningStage, type ScreeningStage } from './support/screening.stage.js';
import { vote } from './support/votes.factory.js';

const LONG = 'Come and see what we have to offer to all of you, every day of the week, at the best price.';
const DAY = 86_400_000;

let t: TestApp;
let stage: ScreeningStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await screeningStage(t);
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

/** An idea of somebody else's, to comment on. */
const about = async () => (await createIdea(t, { company: stage.company, author: await stage.member() })).id;
const count = async (table: string) =>
  (await t.database.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${table}`))[0]!.count;

describe('a post', () => {
  it('that nothing is found in is published', async () => {
    const ana = await stage.member();
    const idea = await stage.idea(ana);
    expect(idea).toMatchObject({ visibility: 'PUBLISHED', holdReason: null });
    expect(await stage.waiting(idea.id)).toBeUndefined();
    const said = await stage.post(ana, 'addComment', { ideaId: await about(), body: 'Good.' });
    expect(said.visibility).toBe('PUBLISHED');
  });

  it('that says the same again waits, wherever it is posted, and moderators read what was found', async () => {
    const ana = await stage.member();
    await stage.post(ana, 'addComment', { ideaId: await about(), body: LONG });
    const again = await stage.post(ana, 'addComment', { ideaId: await about(), body: LONG.toUpperCase() });
    expect(again).toMatchObject({ visibility: 'HELD', holdReason: 'REPEATED' });
    const review = await stage.waiting(again.id);
    expect(review).toMatchObject({ reason: 'REPEATED', reasons: [{ code: 'REPEATED', detail: '1' }] });
    const idea = await stage.idea(ana, { title: 'Offers', body: LONG.replace('every day', 'each day') });
    expect(idea).toMatchObject({ visibility: 'HELD', holdReason: 'REPEATED' });
    expect((await stage.waiting(idea.id))!.reasons[0]!.code).toBe('NEARLY_REPEATED');
    const bea = await stage.member();
    expect((await stage.post(bea, 'addComment', { ideaId: await about(), body: LONG })).visibility).toBe('PUBLISHED');
  });

  it('that comes with many others waits, and so does one with many links', async () => {
    const newcomer = await stage.member(0);
    const posts = [];
    for (let i = 0; i < 6; i++) posts.push(await stage.idea(newcomer));
    expect(posts.map(({ holdReason }) => holdReason)).toEqual([null, null, null, null, null, 'MANY_POSTS']);
    const linking = await stage.member(0);
    const body = 'https://one.example and https://two.example';
    expect((await stage.idea(linking, { body })).holdReason).toBe('MANY_LINKS');
    expect((await stage.idea(await stage.member(1), { body })).holdReason).toBeNull();
  });

  it('of a program waits: the hidden field, the haste. Who sends neither is not suspected', async () => {
    const filled = await stage.idea(await stage.member(2), { website: 'https://x.example' });
    expect(filled).toMatchObject({ visibility: 'HELD', holdReason: 'AUTOMATIC_CHECK' });
    expect((await stage.waiting(filled.id))!.reasons).toMatchObject([{ code: 'HONEYPOT', score: 1 }]);
    const hasty = await stage.idea(await stage.member(0), { writingMs: 20 });
    expect((await stage.waiting(hasty.id))!.reasons).toMatchObject([{ code: 'TYPED_FAST', detail: '0.0 s' }]);
    expect((await stage.idea(await stage.member(0), { website: '', writingMs: 60_000 })).visibility).toBe('PUBLISHED');
    expect((await stage.idea(await stage.member(0), { writingMs: -1 })).fields).toEqual(['writingMs:MIN']);
  });

  it('comes the sooner before the moderators, the graver and the surer what was found is', async () => {
    await stage.set({ watchedWords: [{ word: 'forbidden', action: 'HOLD' }] });
    const linking = await stage.idea(await stage.member(0), { body: 'https://one.example and https://two.example' });
    const watched = await stage.idea(await stage.member(), { body: 'What is forbidden here' });
    const places = await t.database.query<{ id: string; score: number; hours: number }>(
      `SELECT idea_id AS id, score, extract(epoch FROM due_at - rank_at)::real / 3600 AS hours FROM review
       WHERE idea_id = ANY ($1) ORDER BY rank_at`,
      [[linking.id, watched.id]],
    );
    expect(places.map(({ id }) => id)).toEqual([watched.id, linking.id]);
    expect(places[0]!.score).toBeCloseTo(8); // 10 · 0.7, and one follower
    expect(places[0]!.hours).toBeCloseTo(8);
    expect(places[1]!.score).toBeCloseTo(3.5);
    await stage.set({ watchedWords: [] });
  });

  it('of staff is not screened', async () => {
    await stage.set({ watchedWords: [{ word: 'forbidden', action: 'BLOCK' }] });
    const idea = await stage.idea(stage.manager, { body: 'What is forbidden here', website: 'x' });
    expect(idea.visibility).toBe('PUBLISHED');
    await stage.set({ watchedWords: [] });
  });

  it('many of one author’s at once are looked at one after the other', async () => {
    const bot = await stage.member(1);
    const input = { companyId: stage.company.id, title: 'A very good offer', body: LONG };
    const posts = await Promise.all(Array.from({ length: 5 }, () => stage.post(bot, 'submitIdea', input)));
    expect(posts.filter(({ visibility }) => visibility === 'PUBLISHED')).toHaveLength(1);
    expect(posts.filter(({ visibility }) => visibility === 'HELD')).toHaveLength(4);
  });
});

describe('newcomers from one network', () => {
  const from = async (ip: string, trustLevel = 0) => {
    const body = { ideaId: await about(), body: 'Hello there.' };
    return stage.post(await stage.member(trustLevel), 'addComment', body, ip);
  };

  it('wait from the fourth on, for a week; the address is not kept', async () => {
    for (let i = 0; i < 3; i++) expect((await from('203.0.113.7')).visibility).toBe('PUBLISHED');
    const fourth = await from('203.0.113.7');
    expect(fourth).toMatchObject({ visibility: 'HELD', holdReason: 'AUTOMATIC_CHECK' });
    expect((await stage.waiting(fourth.id))!.reasons).toMatchObject([{ code: 'CROWDED_NETWORK', detail: '3' }]);
    expect((await from('203.0.113.8')).visibility).toBe('PUBLISHED');
    expect((await from('203.0.113.7', 1)).visibility).toBe('PUBLISHED');
    const rows = await t.database.query<{ row: string }>('SELECT network_sighting::text AS row FROM network_sighting');
    expect(rows).toHaveLength(5);
    expect(rows.map(({ row }) => row).join()).not.toContain('203.0.113');
    t.clock.set(new Date(Date.now() + 8 * DAY));
    await t.app.get(ScreeningQueries, { strict: false }).forget();
    expect(await count('network_sighting')).toBe(0);
    expect((await from('203.0.113.7')).visibility).toBe('PUBLISHED');
  });

  it('are not told apart by a proxy’s own address', async () => {
    const before = await count('network_sighting');
    for (let i = 0; i < 5; i++) expect((await from('10.0.0.1')).visibility).toBe('PUBLISHED');
    expect(await count('network_sighting')).toBe(before);
  });
});

describe('a change', () => {
  const SPAM = 'See https://a.example and https://b.example and https://c.example and https://d.example';

  it('of a published idea that would be held takes it from the public, until a moderator keeps it: nothing is lost', async () => {
    const ana = await stage.member();
    const idea = await stage.idea(ana);
    await vote(t, await stage.member(), idea.id, 'UP');
    const tally = () =>
      t.database.query('SELECT listed, up_count, published_at FROM idea_tally WHERE idea_id = $1', [idea.id]);
    const before = await tally();
    const edited = await stage.post(ana, 'editIdea', { ideaId: idea.id, version: idea.version, body: SPAM });
    expect(edited).toMatchObject({ visibility: 'HELD', holdReason: 'MANY_LINKS', body: SPAM });
    const { data } = await t.ask<{ idea: null }>('query ($id: ID!) { idea(id: $id) { id } }', { id: idea.id });
    expect(data?.idea ?? null).toBeNull();
    expect(await tally()).toEqual([{ ...(before[0] as object), listed: false }]);
    const review = (await stage.waiting(idea.id))!;
    expect(review.reasons).toMatchObject([{ code: 'MANY_LINKS' }]);
    expect((await decide(t, stage.moderator, 'KEEP', review)).code).toBeUndefined();
    expect(await tally()).toEqual(before);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('of a published comment does the same, and of a held one adds what was found to what was', async () => {
    const ana = await stage.member();
    const said = await stage.post(ana, 'addComment', { ideaId: await about(), body: 'Good.' });
    const edit = (version: number, body: string) =>
      stage.post(ana, 'editComment', { commentId: said.id, version, body });
    const edited = await edit(said.version, SPAM);
    expect(edited).toMatchObject({ visibility: 'HELD', holdReason: 'MANY_LINKS' });
    await stage.set({ watchedWords: [{ word: 'offer*', action: 'HOLD' }] });
    await edit(edited.version, `${SPAM} Offers!`);
    const { reasons } = (await stage.waiting(said.id))!;
    expect(reasons.map(({ code, detail }) => [code, detail])).toContainEqual(['WATCHED_WORD', 'offer*']);
    expect(reasons).toHaveLength(2);
    await stage.set({ watchedWords: [] });
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('that is harmless stays published', async () => {
    const ana = await stage.member();
    const idea = await stage.idea(ana);
    const edited = await stage.post(ana, 'editIdea', {
      ideaId: idea.id,
      version: idea.version,
      body: 'In other words.',
    });
    expect(edited.visibility).toBe('PUBLISHED');
  });
});

it('a draft that is submitted twice at once is screened as one', async () => {
  const ana = await stage.member();
  const draft = await createIdea(t, { company: stage.company, author: ana, visibility: 'DRAFT', body: LONG });
  const submit = () => stage.post(ana, 'submitIdea', { ideaId: draft.id });
  const both = await Promise.all([submit(), submit()]);
  expect(both.map(({ visibility }) => visibility)).toEqual(['PUBLISHED', 'PUBLISHED']);
  expect(await stage.waiting(draft.id)).toBeUndefined();
});
