import { type ActsStage, actsStage } from './support/acts.stage.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { mailsTo } from './support/mails.js';
import { vote } from './support/votes.factory.js';

let s: ActsStage;
beforeAll(async () => {
  s = await actsStage();
}, 60_000);
afterAll(() => s.t.close());

const anIdea = (author = s.stage.ana, more: object = {}) =>
  createIdea(s.t, { company: s.stage.company, author, ...more });
const merge = (from: string, to: string, who = s.stage.moderator) =>
  s.act({ ideaId: from }, 'MERGE', { targetIdeaId: to, ruleId: null }, who);
const hide = (id: string) => s.t.database.query(`UPDATE idea SET visibility = 'HIDDEN' WHERE id = $1`, [id]);

it('a merging is told, once, to who supported it, and leads to where it went; its author reads it as a decision', async () => {
  const { ana, bea, manager } = s.stage;
  const [one, other, target] = [
    await anIdea(),
    await anIdea(),
    await anIdea(s.stage.moderator, { title: 'One for all' }),
  ];
  for (const { id } of [one, other]) await vote(s.t, bea, id, 'UP');
  for (const { id } of [one, other]) await merge(id, target.id, manager);
  await s.t.runJobs();
  const told = async (who: { token: string }) => {
    const query = '{ notifications { edges { node { kind ideaId ideaTitle } } } }';
    const { data } = await s.t.ask<{ notifications: { edges: { node: { kind: string; ideaId: string } }[] } }>(
      query,
      {},
      { token: who.token },
    );
    return data!.notifications.edges.map(({ node }) => node);
  };
  const merged = { kind: 'IDEA_MERGED', ideaId: target.id, ideaTitle: 'One for all' };
  expect((await told(bea)).filter(({ ideaId }) => ideaId === target.id)).toEqual([merged]);
  expect((await told(ana)).map(({ kind }) => kind)).not.toContain('IDEA_MERGED');
  expect((await told(ana)).map(({ kind, ideaId }) => [kind, ideaId])).toContainEqual(['DECISION_MADE', one.id]);
});

it.each([
  ['was taken back', async (decisionId: string) => void (await given(s.api.undo(decisionId)))],
  ['leads to what nobody else sees any more', async (_: string, target: string) => void (await hide(target))],
  ['was of what nobody else sees any more', async (_: string, __: string, one: string) => void (await hide(one))],
])('a merging that %s before it is told is not told', async (_, happens) => {
  const { bea, moderator } = s.stage;
  const [one, target] = [await anIdea(), await anIdea(moderator, { title: 'Meant for few' })];
  await vote(s.t, bea, one.id, 'UP');
  await s.t.runJobs();
  const before = mailsTo(s.t, bea.email).length;
  await merge(one.id, target.id, s.stage.manager);
  const [made] = await s.t.database.query<{ id: string }>('SELECT id FROM decision WHERE idea_id = $1', [one.id]);
  await happens(made!.id, target.id, one.id);
  await s.t.runJobs();
  const [told] = await s.t.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM notification WHERE user_id = $1 AND kind = 'IDEA_MERGED' AND idea_id = $2`,
    [bea.id, target.id],
  );
  expect(told!.count).toBe(0);
  const mails = mailsTo(s.t, bea.email).slice(before);
  expect(mails.map(({ subject, text }) => subject + text).join()).not.toContain('Meant for few');
});
