import { verifyAll } from '../src/cli/verify.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createIdea } from './support/ideas.factory.js';
import { decide } from './support/reviews.api.js';
import { screeningStage, type ScreeningStage } from './support/screening.stage.js';
import { picture, upload } from './support/uploads.js';

interface Made {
  id: string;
  act: string;
  automatic: boolean;
  found_by: string;
  note: string | null;
  undone_because: string | null;
}

let t: TestApp;
let stage: ScreeningStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await screeningStage(t);
});
afterAll(() => t.close());

const watch = (...words: string[]) => stage.set({ watchedWords: words.map((word) => ({ word, action: 'MASK' })) });
beforeEach(() => watch('banana*', 'ass'));

const TEXT = {
  title: 'Bananas, and a class',
  body: 'A BANANÁ a day. My ass; first class.',
  tags: ['banana', 'fruit'],
};
const COVERED = {
  title: '█████, and a class',
  body: 'A █████ a day. My █████; first class.',
  tags: ['█████', 'fruit'],
};
const decisions = (itemId: string) =>
  t.database.query<Made>(
    `SELECT id, act, automatic, found_by, note, undone_because FROM decision WHERE $1 IN (idea_id, comment_id) ORDER BY id`,
    [itemId],
  );
const textOf = async (ideaId: string) =>
  (await t.database.query('SELECT title, body, tags FROM idea WHERE id = $1', [ideaId]))[0];
const rowsOf = (ideaId: string) =>
  t.database.query(
    `SELECT i.title, i.body, i.tags, i.language, i.visibility, i.search, i.hold_reason,
       (SELECT json_agg(json_build_array(number, title, body, tags, note, was_public) ORDER BY number) FROM idea_revision WHERE idea_id = i.id) AS revisions
     FROM idea i WHERE id = $1`,
    [ideaId],
  );
const versionsOf = (commentId: string) =>
  t.database.query(
    `SELECT body, (SELECT json_agg(json_build_array(number, body) ORDER BY number) FROM comment_revision WHERE comment_id = c.id) AS versions
     FROM comment c WHERE id = $1`,
    [commentId],
  );
const mutate = async (who: TestUser, name: string, input: object, fields = 'id') => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await t.ask<{ done: { id: string; version: number } }>(
    query,
    { input },
    { token: who.token },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.done;
};
const undo = (decisionId: string) => mutate(stage.moderator, 'undoDecision', { decisionId });
/** An idea of somebody else's, to comment on. */
const about = async () => (await createIdea(t, { company: stage.company, author: await stage.member() })).id;

describe('words that a company covers', () => {
  it('are covered by a decision: automatic, in the log, told to the author, and nobody has to look', async () => {
    const ana = await stage.member();
    const idea = await stage.idea(ana, TEXT);
    expect(idea.visibility).toBe('PUBLISHED');
    expect(await textOf(idea.id)).toEqual(COVERED);
    expect(await stage.waiting(idea.id)).toBeUndefined();
    const [made] = await decisions(idea.id);
    expect(made).toMatchObject({ act: 'MASK', automatic: true, found_by: 'SCREENING' });
    const { data } = await t.ask<{ decision: object }>(
      'query ($id: ID!) { decision(id: $id) { automatic deciderRole statement { title sections { part paragraphs } } } }',
      { id: made!.id },
      { token: ana.token },
    );
    expect(data!.decision).toMatchObject({
      ...{ automatic: true, deciderRole: null },
      statement: {
        title: 'A part of your idea was covered',
        sections: [
          { part: 'DECISION', paragraphs: [expect.stringContaining('covered')] },
          { part: 'GROUND', paragraphs: [expect.stringContaining('shows nowhere')] },
          { part: 'FACTS', paragraphs: ['Words that are covered here: “Bananas”, “BANANÁ”, “ass”, “banana”.'] },
          {
            part: 'ORIGIN',
            paragraphs: [
              'An automatic check found it when it was written.',
              expect.stringContaining('decided automatically'),
            ],
          },
          { part: 'SCOPE' },
          { part: 'REDRESS' },
        ],
      },
    });
    const [line] = await t.database.query(
      `SELECT entry, act, automatic, role, rule, basis FROM moderation_log WHERE decision_id = $1`,
      [made!.id],
    );
    expect(line).toEqual({
      ...{ entry: 'DECIDED', act: 'MASK', automatic: true, role: null },
      ...{ rule: 'Words that are not shown', basis: 'RULES' },
    });
    await t.runJobs();
    const told = await t.database.query(`SELECT kind FROM notification WHERE user_id = $1 AND kind <> 'BADGE_EARNED'`, [
      ana.id,
    ]);
    expect(told).toHaveLength(1);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('of an idea are put back exactly when it is undone: all is as if they were never covered', async () => {
    await watch();
    const twin = await stage.idea(await stage.member(), TEXT);
    await watch('banana*', 'ass');
    const idea = await stage.idea(await stage.member(), TEXT);
    expect(await rowsOf(idea.id)).not.toEqual(await rowsOf(twin.id));
    await undo((await decisions(idea.id))[0]!.id);
    expect(await rowsOf(idea.id)).toEqual(await rowsOf(twin.id));
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('of a change are covered in every version and in its note, and put back in all', async () => {
    await watch();
    const [ana, bea] = [await stage.member(), await stage.member()];
    const change = { body: 'Two bananas a day.', note: 'One banana is not enough' };
    const edited = async (who: TestUser, before: () => Promise<void>) => {
      const idea = await stage.idea(who, TEXT);
      await before();
      await stage.post(who, 'editIdea', { ideaId: idea.id, version: idea.version, ...change });
      return idea.id;
    };
    const twin = await edited(ana, () => Promise.resolve());
    const id = await edited(bea, () => watch('banana*'));
    const texts = JSON.stringify(await rowsOf(id));
    expect(texts).not.toMatch(/banan/i);
    expect(texts).toContain('One █████ is not enough');
    await undo((await decisions(id))[0]!.id);
    expect(await rowsOf(id)).toEqual(await rowsOf(twin));
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('of comments, new and changed, are covered and put back alike', async () => {
    const [ana, ideaId] = [await stage.member(), await about()];
    const said = await stage.post(ana, 'addComment', { ideaId, body: 'Go, banana!' });
    expect(said).toMatchObject({ visibility: 'PUBLISHED', body: 'Go, █████!' });
    await undo((await decisions(said.id))[0]!.id);
    expect(await versionsOf(said.id)).toEqual([{ body: 'Go, banana!', versions: null }]);
    const other = await stage.post(ana, 'addComment', { ideaId, body: 'Good.' });
    const edit = { commentId: other.id, version: other.version, body: 'Good bananas.' };
    expect((await stage.post(ana, 'editComment', edit)).body).toBe('Good █████.');
    await undo((await decisions(other.id))[0]!.id);
    const versions = [
      [1, 'Good.'],
      [2, 'Good bananas.'],
    ];
    expect(await versionsOf(other.id)).toEqual([{ body: 'Good bananas.', versions }]);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('are covered around what is covered already, and refuse no post and no change of it', async () => {
    await watch('buy now');
    const [ana, ideaId] = [await stage.member(), await about()];
    const idea = await stage.idea(ana, { body: 'Buy █ now' });
    expect(idea).toMatchObject({ visibility: 'PUBLISHED', body: '█████ █ █████' });
    const edit = { ideaId: idea.id, version: idea.version, body: 'BUY █, ██ now or later' };
    expect((await stage.post(ana, 'editIdea', edit)).body).toBe('█████ █, ██ █████ or later');
    const said = await stage.post(ana, 'addComment', { ideaId, body: 'Buy █ now!' });
    expect(said).toMatchObject({ visibility: 'PUBLISHED', body: '█████ █ █████!' });
    const change = { commentId: said.id, version: said.version, body: 'Do buy ██ now' };
    expect((await stage.post(ana, 'editComment', change)).body).toBe('Do █████ ██ █████');
  });

  it('are uncovered by an appeal that is right, and not covered again in that text; others are', async () => {
    const ana = await stage.member();
    const idea = await stage.idea(ana, TEXT);
    const [made] = await decisions(idea.id);
    const appeal = await mutate(ana, 'fileAppeal', { decisionId: made!.id, text: 'It is a fruit.' }, 'id version');
    const judged = { appealId: appeal.id, version: appeal.version, outcome: 'OVERTURN', reasons: 'It is a fruit.' };
    await mutate(stage.moderator, 'decideAppeal', judged);
    expect(await textOf(idea.id)).toEqual(TEXT);
    expect((await decisions(idea.id))[0]!.undone_because).toBe('APPEAL');
    const edit = async (body: string) => {
      const [row] = await t.database.query<{ version: number }>('SELECT version FROM idea WHERE id = $1', [idea.id]);
      return (await stage.post(ana, 'editIdea', { ideaId: idea.id, version: row!.version, body })).body;
    };
    expect(await edit(`${TEXT.body} Banana!`)).toBe(`${TEXT.body} Banana!`);
    expect(await decisions(idea.id)).toHaveLength(1);
    await watch('banana*', 'apple');
    expect(await edit('A banana and an apple.')).toBe('A banana and an █████.');
    expect((await stage.idea(ana, TEXT)).title).toBe(COVERED.title);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('of a post that waits for other reasons leave it waiting, and stay covered when it is kept', async () => {
    await stage.set({
      watchedWords: [
        { word: 'banana', action: 'MASK' },
        { word: 'offer', action: 'HOLD' },
      ],
    });
    const ana = await stage.member();
    const idea = await stage.idea(ana, { body: 'A banana on offer' });
    expect(idea).toMatchObject({ visibility: 'HELD', holdReason: 'WATCHED_WORD', body: 'A █████ on offer' });
    const review = (await stage.waiting(idea.id))!;
    expect(review.reasons).toMatchObject([{ code: 'WATCHED_WORD', detail: 'offer' }]);
    await decide(t, stage.moderator, 'KEEP', review);
    expect(await t.database.query('SELECT visibility, body FROM idea WHERE id = $1', [idea.id])).toEqual([
      { visibility: 'PUBLISHED', body: 'A █████ on offer' },
    ]);
    await undo((await decisions(idea.id)).find(({ act }) => act === 'MASK')!.id);
    expect(await t.database.query('SELECT visibility, body FROM idea WHERE id = $1', [idea.id])).toEqual([
      { visibility: 'PUBLISHED', body: 'A banana on offer' },
    ]);
    expect(await stage.waiting(idea.id)).toBeUndefined();
    const reviews = await t.database.query('SELECT state FROM review WHERE idea_id = $1', [idea.id]);
    expect(reviews).toEqual([{ state: 'APPROVED' }]);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('in the name of a file take the file from sight, until it is undone', async () => {
    const ana = await stage.member();
    const { id: file } = await upload(t, await picture().jpeg(), { name: 'Bananas.jpg', token: ana.token });
    const idea = await stage.idea(ana, { attachmentIds: [file] });
    const masked = () => t.database.query('SELECT masked FROM attachment WHERE idea_id = $1', [idea.id]);
    expect(idea.visibility).toBe('PUBLISHED');
    expect(await masked()).toEqual([{ masked: true }]);
    const [made] = await decisions(idea.id);
    expect(made!.note).toBeNull();
    const query = 'query ($id: ID!) { decision(id: $id) { statement { sections { part paragraphs } } } }';
    const { data } = await t.ask<object>(query, { id: made!.id }, { token: ana.token, language: 'es' });
    expect(JSON.stringify(data)).toContain('Archivos con una de esas palabras en el nombre: 1.');
    await undo(made!.id);
    expect(await masked()).toEqual([{ masked: false }]);
  });
});
