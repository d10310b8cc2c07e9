import { verifyAll } from '../src/cli/verify.js';
import { type ActsStage, actsStage, SECRET, SECRET_WORD, type World } from './support/acts.stage.js';
import { act as comments } from './support/comments.factory.js';
import { codeOf, given } from './support/ideas.api.js';

let s: ActsStage;
beforeAll(async () => {
  s = await actsStage();
}, 60_000);
afterAll(() => s.t.close());

const IDEA = `title body bodyHtml tags version attachments { id } revisions { title note titleDiff { text } bodyDiff { text } }`;
const read = (who: Parameters<typeof s.stage.api.idea>[0], id: string) =>
  given(s.stage.api.idea(who, id, IDEA)) as Promise<{ id: string; version: number; title: string; body: string }>;
const edit = (who: typeof s.stage.ana, input: object) => s.api.mutate(who, 'editIdea', input, 'id version');

async function masked(more: object = { passages: [SECRET] }): Promise<World & { decision: string }> {
  const world = await s.world();
  return { ...world, decision: await s.act({ ideaId: world.idea }, 'MASK', more) };
}

/** Everything that a visitor and the author are told of an idea, of its company's feed and of its page. */
async function told({ idea, target }: World): Promise<string> {
  await s.t.runJobs();
  const get = async (url: string) => (await s.t.app.inject({ method: 'GET', url, headers: { accept: '*/*' } })).body;
  const notified = await s.t.ask(
    '{ notifications(first: 50) { edges { node { excerpt ideaTitle } } } }',
    {},
    { token: s.stage.bea.token },
  );
  const said = await s.t.ask(
    `query ($id: ID!) { idea(id: $id) { comments(first: 20) { edges { node { body bodyHtml revisions { body } mentions { id } } } } } }`,
    { id: target },
  );
  const parts = [await read(null, idea), await read(s.stage.ana, idea), notified.data, said.data];
  const pages = [await get(`/i/${idea}`), await get(`/${s.stage.company.slug}/feed.atom`)];
  return JSON.stringify([...parts, ...pages]);
}

describe('masking an idea', () => {
  it('leaves nothing of it to read: not in former versions, lists, pages, what is similar or is found', async () => {
    const world = await s.world();
    expect(await s.search(SECRET_WORD)).toContain(world.idea);
    const decision = await s.act({ ideaId: world.idea }, 'MASK', {
      passages: [SECRET, 'call.pdf'].slice(0, 1),
      attachmentIds: [world.attachment],
    });
    await s.act({ commentId: world.comment }, 'MASK', { passages: [SECRET] });
    const all = await told(world);
    expect(all).not.toContain(SECRET_WORD);
    expect(all).not.toContain(world.attachment);
    expect(all).toContain('█'.repeat(5));
    expect(await s.search(SECRET_WORD)).not.toContain(world.idea);
    expect(await s.search('bread')).toContain(world.idea);
    const { terms } = await s.dump(world);
    expect(JSON.stringify(terms)).not.toContain(SECRET_WORD);
    expect(await verifyAll(s.t.app)).toEqual([]);
    const { data } = await s.t.ask<{ decision: object }>(
      'query ($id: ID!) { decision(id: $id) { act note contentHash } }',
      { id: decision },
      { token: s.stage.ana.token },
    );
    expect(JSON.stringify(data)).not.toContain(SECRET_WORD);
  });

  it('names what it says, something at least, and files of its own', async () => {
    const { idea, target } = await s.world();
    const refused = (more: object, item: object = { ideaId: idea }) => expect(s.act(item, 'MASK', more)).rejects;
    await refused({ passages: [SECRET, 'Not there'] }).toThrow('passages NOT_IN_TEXT');
    await refused({}).toThrow('passages EMPTY');
    await refused({ passages: ['', SECRET] }).toThrow('passages MIN_LENGTH');
    await refused({ passages: ['x'.repeat(201)] }).toThrow('passages MAX_LENGTH');
    await refused({ passages: Array(21).fill(SECRET) }).toThrow('passages ARRAY_MAX_SIZE');
    await refused({ attachmentIds: [target] }).toThrow('attachmentIds UNKNOWN_FILE');
    await refused({ passages: [SECRET], ruleId: null }).toThrow('ruleId UNKNOWN_RULE');
  });

  it('is not undone by its author, who changes the rest; what they wrote stays when a moderator undoes it', async () => {
    const { ana } = s.stage;
    const { idea, decision, attachment } = await masked({ passages: [SECRET] });
    const seen = await read(ana, idea);
    expect(codeOf(await edit(ana, { ideaId: idea, version: seen.version - 1, body: `Ask ${SECRET}!` }))).toBe(
      'CONFLICT',
    );
    await given(edit(ana, { ideaId: idea, version: seen.version, body: 'Ask me.' }));
    await given(s.api.undo(decision));
    expect(await read(null, idea)).toMatchObject({
      ...{ title: `Warm bread, said ${SECRET}`, body: 'Ask me.', tags: ['bread', SECRET.toLowerCase()] },
      revisions: [{ title: `Warm bread, said ${SECRET}` }, { note: `Not only ${SECRET}` }, {}],
      attachments: [{ id: attachment }],
    });
    expect(await verifyAll(s.t.app)).toEqual([]);
  });

  it('keeps files from being attached again, and gives them back in their place', async () => {
    const { ana } = s.stage;
    const world = await s.world();
    const decision = await s.act({ ideaId: world.idea }, 'MASK', { attachmentIds: [world.attachment] });
    const { version } = await read(ana, world.idea);
    await given(edit(ana, { ideaId: world.idea, version, attachmentIds: [world.attachment] }));
    expect(await read(ana, world.idea)).toMatchObject({ attachments: [] });
    await given(s.api.undo(decision));
    expect(await read(null, world.idea)).toMatchObject({ attachments: [{ id: world.attachment }] });
  });

  it('of what was held publishes it; a later decision covers each of both for itself', async () => {
    const world = await s.heldWorld();
    const mask = await s.act({ ideaId: world.idea }, 'MASK', { passages: [SECRET] });
    expect(await read(null, world.idea)).toMatchObject({ title: `Held, said ${'█'.repeat(5)}` });
    const hide = await s.act({ ideaId: world.idea }, 'HIDE');
    expect(codeOf(await s.api.undo(mask))).toBe('CONFLICT');
    await given(s.api.undo(hide));
    await given(s.api.undo(mask));
    expect(codeOf(await s.stage.api.idea(null, world.idea))).toBe('NOT_FOUND');
  });

  it('and a change by its author at the same time: one is told that the other was first', async () => {
    const { ana } = s.stage;
    for (let round = 0; round < 4; round++) {
      const { idea } = await s.world();
      const { version } = await read(ana, idea);
      await s.api.open({ ideaId: idea });
      const mask = s.act({ ideaId: idea }, 'MASK', { passages: [SECRET] }).catch((error: Error) => error.message);
      const [done, edited] = await Promise.all([
        mask,
        edit(ana, { ideaId: idea, version, body: `Now ask ${SECRET}.` }).then(codeOf),
      ]);
      const { body } = await read(null, idea);
      // whoever was first, what the moderator has not seen is never taken for masked
      if (edited === 'CONFLICT') expect(body).not.toContain(SECRET_WORD);
      else if (done === 'CONFLICT') expect(body).toContain(SECRET_WORD);
      else expect(body).toBe(`Now ask ${'█'.repeat(5)}.`);
    }
    expect(await verifyAll(s.t.app)).toEqual([]);
  });
});

describe('masking a comment', () => {
  it('takes the whole mention of somebody who is named, and gives it back', async () => {
    const { bea } = s.stage;
    const { comment, target } = await s.world();
    const mentions = () =>
      s.t.database.query<{ id: string }>('SELECT user_id AS id FROM comment_mention WHERE comment_id = $1', [comment]);
    const decision = await s.act({ commentId: comment }, 'MASK', { passages: ['Bea'] });
    const QUERY = `query ($id: ID!) { idea(id: $id) { comments(first: 9) { edges { node { bodyHtml mentions { id } } } } } }`;
    const { data } = await s.t.ask(QUERY, { id: target });
    expect(JSON.stringify(data)).not.toContain(bea.id);
    expect(await mentions()).toEqual([]);
    await given(s.api.undo(decision));
    expect(await mentions()).toEqual([{ id: bea.id }]);
  });

  it('has no files, and what its author wrote since stays when it is undone', async () => {
    const { ana } = s.stage;
    const { comment, attachment } = await s.world();
    await expect(s.act({ commentId: comment }, 'MASK', { attachmentIds: [attachment] })).rejects.toThrow(
      'UNKNOWN_FILE',
    );
    const decision = await s.act({ commentId: comment }, 'MASK', { passages: [SECRET] });
    const [row] = await s.t.database.query<{ version: number }>('SELECT version FROM comment WHERE id = $1', [comment]);
    const edited = await comments(s.t, ana, 'editComment', { commentId: comment, version: row!.version, body: 'No.' });
    expect(edited.errors).toBeUndefined();
    await given(s.api.undo(decision));
    const bodies = await s.t.database.query<{ body: string }>(
      `SELECT body FROM comment WHERE id = $1 UNION ALL SELECT body FROM (SELECT body FROM comment_revision WHERE comment_id = $1 ORDER BY number) r`,
      [comment],
    );
    expect(bodies[0]!.body).toBe('No.');
    expect(bodies.filter(({ body }) => body.includes(SECRET_WORD))).toHaveLength(2);
    expect(await verifyAll(s.t.app)).toEqual([]);
  });
});

it('an appeal that was right uncovers its own passages alone, and nothing is lost when the other is undone', async () => {
  const { ana, manager } = s.stage;
  const world = await s.world();
  const before = await s.dump(world);
  const made: string[] = [];
  for (const item of [{ ideaId: world.idea }, { commentId: world.comment }]) {
    const first = await s.act(item, 'MASK', { passages: [SECRET] });
    const second = await s.act(item, 'MASK', { passages: ['ideaId' in item ? 'me.' : 'then'] });
    await expect(s.act(item, 'MASK', { passages: ['█'] })).rejects.toThrow('passages NOT_IN_TEXT');
    const filed = await given(
      s.api.mutate(ana, 'fileAppeal', { decisionId: first, text: 'It is my own number.' }, 'id version'),
    );
    const { id: appealId, version } = filed as unknown as { id: string; version: number };
    const judged = { appealId, version, outcome: 'OVERTURN', reasons: 'It is their own.' };
    await given(s.api.mutate(manager, 'decideAppeal', judged, 'id state'));
    made.push(second);
  }
  expect(await read(null, world.idea)).toMatchObject({ body: `Ask ${SECRET}, or █████` });
  const bodies = await s.t.database.query('SELECT body FROM comment WHERE id = $1', [world.comment]);
  expect(bodies).toEqual([{ body: expect.stringContaining(`█████ ${SECRET}.`) as string }]);
  expect(await verifyAll(s.t.app)).toEqual([]);
  for (const decision of made) await given(s.api.undo(decision));
  const { ideas, revisions, comments: said, versions, mentions, attachments, terms } = await s.dump(world);
  expect({ ideas, revisions, said, versions, mentions, attachments, terms }).toEqual({
    ...{ ideas: before.ideas, revisions: before.revisions, said: before.comments, versions: before.versions },
    ...{ mentions: before.mentions, attachments: before.attachments, terms: before.terms },
  });
});
