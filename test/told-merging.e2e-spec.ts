import { type ActsStage, actsStage } from './support/acts.stage.js';
import { createIdea } from './support/ideas.factory.js';
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
