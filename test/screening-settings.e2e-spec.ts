import { SpamTrainer } from '../src/features/moderation/screening/learning/spam-trainer.service.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createIdea } from './support/ideas.factory.js';
import { decide } from './support/reviews.api.js';
import { screeningStage, type ScreeningStage } from './support/screening.stage.js';

interface Settings {
  version: number;
  spamChecks: boolean;
  watchedWords: { word: string; language: string | null; action: string }[];
  blockedLinks: string[];
  learned: { keptCount: number; removedCount: number; precision: number | null; active: boolean } | null;
}
const FIELDS = `version spamChecks watchedWords { word language action } blockedLinks
  learned { keptCount removedCount precision recall active trainedAt }`;

let t: TestApp;
let stage: ScreeningStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await screeningStage(t);
});
afterAll(() => t.close());

async function read(): Promise<Settings> {
  const query = `query ($companyId: ID!) { settings: screeningSettings(companyId: $companyId) { ${FIELDS} } }`;
  const { token } = stage.moderator;
  const { data } = await t.ask<{ settings: Settings }>(query, { companyId: stage.company.id }, { token });
  return data!.settings;
}
async function update(changes: object, who: TestUser = stage.manager) {
  const query = `mutation ($input: UpdateScreeningInput!) { settings: updateScreening(input: $input) { ${FIELDS} } }`;
  const input = { companyId: stage.company.id, version: (await read()).version, ...changes };
  const { data, errors } = await t.ask<{ settings: Settings }>(query, { input }, { token: who.token });
  const { code, fields } = errors?.[0]?.extensions ?? {};
  return { settings: data?.settings, code, fields: fields?.map(({ path, code }) => `${path}:${code}`) };
}
const count = async (table: string) =>
  (await t.database.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${table}`))[0]!.count;

describe('settings', () => {
  it('are a manager’s to change, and the second of two at once is told', async () => {
    const { version } = await read();
    const change = { version, blockedLinks: ['https://www.Spam.example/page', 'spam.example', 'b.example'] };
    const both = await Promise.all([update(change), update(change)]);
    expect(both.map(({ code }) => code).sort()).toEqual(['CONFLICT', undefined]);
    expect(await read()).toMatchObject({ version: version + 1, blockedLinks: ['b.example', 'spam.example'] });
    expect((await update({}, stage.moderator)).code).toBe('FORBIDDEN');
    const events = await t.database.query(`SELECT FROM event WHERE type = 'ScreeningUpdated'`);
    expect(events).toHaveLength(1);
  });

  it('name the field that is wrong', async () => {
    const watchedWords = ['ok', '*', 'a', 'in*side', ''].map((word) => ({ word, action: 'HOLD' }));
    expect((await update({ watchedWords: watchedWords.slice(0, 4) })).fields).toEqual([
      'watchedWords.1.word:NOT_A_WORD',
      'watchedWords.2.word:NOT_A_WORD',
      'watchedWords.3.word:NOT_A_WORD',
    ]);
    expect((await update({ watchedWords })).fields).toEqual(['watchedWords.4.word:EMPTY']);
    expect((await update({ blockedLinks: ['a.example', 'localhost', 'no site'] })).fields).toEqual([
      'blockedLinks.1:NOT_A_SITE',
      'blockedLinks.2:NOT_A_SITE',
    ]);
  });

  it('keep a word that is entered twice once', async () => {
    const twice = ['Café', 'cafe', 'CAFE*'].map((word) => ({ word, action: 'FLAG' }));
    expect((await update({ watchedWords: twice })).settings!.watchedWords).toEqual([
      { word: 'cafe', language: null, action: 'FLAG' },
      { word: 'CAFE*', language: null, action: 'FLAG' },
    ]);
  });
});

describe('a watched word', () => {
  const watch = (action: string, more: object = {}) => update({ watchedWords: [{ word: 'bananá*', action, ...more }] });

  it('that is blocked refuses the post, names the field and leaves nothing behind', async () => {
    await watch('BLOCK');
    const ana = await stage.member();
    const tables = ['idea', 'comment', 'review', 'event', 'screened_post'];
    const before = await Promise.all(tables.map(count));
    const refused = { code: 'VALIDATION_FAILED' };
    const inTitle = await stage.idea(ana, { title: 'Free BANANAS here' });
    expect(inTitle).toMatchObject({ ...refused, fields: ['title:BLOCKED_WORDS'] });
    expect(await stage.idea(ana, { body: 'Free bananas' })).toMatchObject({
      ...refused,
      fields: ['body:BLOCKED_WORDS'],
    });
    expect(await Promise.all(tables.map(count))).toEqual(before);
    const idea = await stage.idea(ana);
    const edit = { ideaId: idea.id, version: idea.version, body: 'A banana.' };
    expect((await stage.post(ana, 'editIdea', edit)).fields).toEqual(['body:BLOCKED_WORDS']);
    const said = { ideaId: idea.id, body: 'A banana.' };
    expect((await stage.post(ana, 'addComment', said)).fields).toEqual(['body:BLOCKED_WORDS']);
  });

  it('holds; its author is not told which it is, moderators are', async () => {
    await watch('HOLD');
    const held = await stage.idea(await stage.member(), { body: 'Two bananas.' });
    expect(held).toMatchObject({ visibility: 'HELD', holdReason: 'WATCHED_WORD' });
    expect((await stage.waiting(held.id))!.reasons).toMatchObject([{ code: 'WATCHED_WORD', detail: 'bananá*' }]);
  });

  it('can be shown to a moderator while the post is public, as found by screening', async () => {
    await watch('FLAG');
    const idea = await stage.idea(await stage.member(), { body: 'Three bananas.' });
    expect(idea).toMatchObject({ visibility: 'PUBLISHED', holdReason: null });
    const review = (await stage.waiting(idea.id))!;
    await decide(t, stage.moderator, 'KEEP', review);
    const [decision] = await t.database.query('SELECT act, found_by, automatic FROM decision WHERE review_id = $1', [
      review.id,
    ]);
    expect(decision).toEqual({ act: 'KEEP', found_by: 'SCREENING', automatic: false });
  });

  it('of one language is not got around by naming another', async () => {
    await watch('HOLD', { language: 'ES' });
    const body = 'Me gustaría que pusieran más bananas en el mercado de la plaza';
    expect((await stage.idea(await stage.member(), { body, language: 'EN' })).visibility).toBe('HELD');
    const english = await stage.idea(await stage.member(), { body: 'I would like to have more bananas at the market' });
    expect(english.visibility).toBe('PUBLISHED');
  });
});

it('without looking for spam nothing is kept of who posts, but words and links are still watched', async () => {
  await update({ spamChecks: false, watchedWords: [], blockedLinks: ['spam.example'] });
  const traces = await count('screened_post');
  const newcomer = await stage.member(0);
  expect((await stage.idea(newcomer, { website: 'x', writingMs: 1 })).visibility).toBe('PUBLISHED');
  expect((await stage.idea(newcomer, { body: 'See shop.spam.example' })).holdReason).toBe('WATCHED_LINK');
  expect(await count('screened_post')).toBe(traces);
  await update({ spamChecks: true });
});

describe('what is learned from decisions', () => {
  const trainer = () => t.app.get(SpamTrainer, { strict: false });

  /** Decisions as moderators would have made them. */
  async function decided(act: string, body: string, times: number): Promise<void> {
    const author = await stage.member();
    const [rule] = await t.database.query<{ id: string }>('SELECT id FROM rule WHERE company_id = $1', [
      stage.company.id,
    ]);
    for (let i = 0; i < times; i++) {
      const { id } = await createIdea(t, { company: stage.company, author, title: `No. ${i}`, body });
      await t.database.query(
        `WITH r AS (INSERT INTO review (id, company_id, kind, idea_id, author_id, state, due_at, rank_at)
           VALUES (gen_random_uuid(), $1, 'IDEA', $2, $3, 'APPROVED', now(), now()) RETURNING id)
         INSERT INTO decision (id, company_id, review_id, kind, idea_id, subject_id, act, rule_id, found_by, automatic,
           decided_by_id, content_hash, effect, created_at, appeal_until)
         SELECT gen_random_uuid(), $1, id, 'IDEA', $2, $3, $4, $5, 'STAFF', false, $6, '', '{}', now(), now() FROM r`,
        [stage.company.id, id, author.id, act, act === 'KEEP' ? null : rule!.id, stage.moderator.id],
      );
    }
  }

  it('says nothing before there are fifty of each kind; then it holds, and says why and how well', async () => {
    await decided('KEEP', 'A bench in the shade of the old trees', 50);
    await decided('HIDE', 'Casino bonus and jackpot for everybody', 49);
    await trainer().trainAll();
    expect((await read()).learned).toMatchObject({ keptCount: 51, removedCount: 49, precision: null, active: false });
    const spam = { title: 'For everybody', body: 'Jackpot at the casino' };
    expect((await stage.idea(await stage.member(), spam)).visibility).toBe('PUBLISHED');
    await decided('REMOVE', 'Casino bonus and jackpot for everybody', 1);
    await trainer().trainAll();
    expect((await read()).learned).toMatchObject({ removedCount: 50, precision: 1, active: true });
    const held = await stage.idea(await stage.member(), spam);
    expect(held).toMatchObject({ visibility: 'HELD', holdReason: 'AUTOMATIC_CHECK' });
    const [reason] = (await stage.waiting(held.id))!.reasons;
    expect(reason!.code).toBe('LEARNED');
    expect(reason!.detail.split(', ')).toEqual(expect.arrayContaining(['jackpot', 'casino']));
    expect((await stage.idea(await stage.member(2), spam)).visibility).toBe('PUBLISHED');
    const bench = await stage.idea(await stage.member(), { title: 'Trees', body: 'A bench in the shade' });
    expect(bench.visibility).toBe('PUBLISHED');
  });
});
