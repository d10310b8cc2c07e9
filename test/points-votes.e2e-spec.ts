import { jest } from '@jest/globals';
import { verifyAll } from '../src/cli/verify.js';
import { IdeaFacts } from '../src/features/rewards/points/settlement/idea-facts.service.js';
import { VoteSweep } from '../src/features/rewards/points/settlement/vote-sweep.service.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { awardsOf, exclude, readmit } from './support/points.api.js';
import { createMembers, vote } from './support/votes.factory.js';

let t: TestApp;
let stage: IdeasStage;
let voters: TestUser[];
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  voters = await createMembers(t, stage.company, 21);
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});
afterEach(() => jest.restoreAllMocks());

const sweep = () => t.app.get(VoteSweep).sweep();
/** An idea of somebody new, whose votes alone are looked at. */
async function idea() {
  const [author] = await createMembers(t, stage.company, 1);
  const { id } = await createIdea(t, { company: stage.company, author: author! });
  return { id, author: author! };
}
const cast = (id: string, from: number, to: number, value: 'UP' | 'DOWN' | null = 'UP') =>
  Promise.all(voters.slice(from, to).map((voter) => vote(t, voter, id, value)));

describe('votes for an idea', () => {
  it('earn its author something for the first, and for each ten', async () => {
    const { id, author } = await idea();
    await cast(id, 0, 1);
    await sweep();
    expect(await awardsOf(t, stage.company, author)).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']);
    await cast(id, 1, 9);
    await sweep();
    expect((await awardsOf(t, stage.company, author)).length).toBe(2);
    await cast(id, 9, 21);
    await sweep();
    expect(await awardsOf(t, stage.company, author)).toEqual([
      'FIRST_VOTE 2',
      'IDEA_PUBLISHED 5',
      'VOTES 5',
      'VOTES 5',
    ]);
  });

  it('that are withdrawn take it back, and cast again give it back, not more', async () => {
    const { id, author } = await idea();
    await cast(id, 0, 10);
    await sweep();
    await cast(id, 3, 4, null);
    await sweep();
    const all = () => awardsOf(t, stage.company, author);
    expect(await all()).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5', 'VOTES 5 VOTES_WITHDRAWN']);
    await cast(id, 10, 11);
    await sweep();
    expect(await all()).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5', 'VOTES 5']);
    await cast(id, 0, 11, null);
    await sweep();
    expect(await all()).toEqual(['FIRST_VOTE 2 VOTES_WITHDRAWN', 'IDEA_PUBLISHED 5', 'VOTES 5 VOTES_WITHDRAWN']);
  });

  it('against it earn nothing', async () => {
    await t.database.query(`UPDATE company SET vote_mode = 'UP_DOWN' WHERE id = $1`, [stage.company.id]);
    const { id, author } = await idea();
    await cast(id, 0, 10, 'DOWN');
    await sweep();
    expect(await awardsOf(t, stage.company, author)).toEqual(['IDEA_PUBLISHED 5']);
  });

  it('of excluded members count as little as if they were not there', async () => {
    const { id, author } = await idea();
    await cast(id, 0, 10);
    await sweep();
    const decision = await exclude(t, stage, voters[0]!);
    const all = () => awardsOf(t, stage.company, author);
    expect(await all()).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5', 'VOTES 5 VOTES_WITHDRAWN']);
    await readmit(t, stage, decision);
    expect(await all()).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5', 'VOTES 5']);
  });

  it('are rewarded however many there are before anybody looks', async () => {
    const { id, author } = await idea();
    await cast(id, 0, 21);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await awardsOf(t, stage.company, author)).toEqual([
      'FIRST_VOTE 2',
      'IDEA_PUBLISHED 5',
      'VOTES 5',
      'VOTES 5',
    ]);
  });

  it('put no job into their transaction, and have no handler', async () => {
    const { id } = await idea();
    await t.runJobs();
    await cast(id, 0, 3);
    const jobs = await t.database.query('SELECT 1 FROM graphile_worker.jobs WHERE queue_name = $1', [
      `aggregate:${id}`,
    ]);
    expect(jobs).toEqual([]);
    const events = await t.database.query(
      'SELECT 1 FROM event WHERE aggregate_id = $1 AND (dispatched_at IS NULL OR dispatched_at <> occurred_at)',
      [id],
    );
    expect(events).toEqual([]);
  });

  it('of one idea that cannot be settled keep nobody else’s from being so, and it is tried again', async () => {
    const [bad, good] = [await idea(), await idea()];
    await cast(bad.id, 0, 1);
    await cast(good.id, 0, 1);
    const facts = t.app.get(IdeaFacts);
    const find = facts.find.bind(facts);
    const broken = jest.spyOn(facts, 'find').mockImplementation((tx, ids, now) => {
      if (ids.includes(bad.id)) throw new Error('cannot be read');
      return find(tx, ids, now);
    });
    await sweep();
    expect(await awardsOf(t, stage.company, good.author)).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']);
    expect(await awardsOf(t, stage.company, bad.author)).toEqual([]);
    broken.mockRestore();
    await t.runJobs();
    expect(await awardsOf(t, stage.company, bad.author)).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']);
  });
});
