import { jest } from '@jest/globals';
import { Settling } from '../src/features/rewards/points/settlement/settling.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { awardsOf, pointsDifferences } from './support/points.api.js';
import { createMembers, vote } from './support/votes.factory.js';

let t: TestApp;
let stage: IdeasStage;
beforeEach(async () => {
  t ??= await startTestApp();
  stage = await ideasStage(t);
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  expect(await pointsDifferences(t)).toEqual([]);
  await t.close();
});

const every = async (votes: number, version: number) => {
  const rules = [{ rule: 'VOTES', points: 5, every: votes }];
  const input = { companyId: stage.company.id, version, rules };
  const update = 'mutation ($input: UpdateRewardRulesInput!) { updateRewardRules(input: $input) { version } }';
  expect((await t.ask(update, { input }, { token: stage.manager.token })).errors).toBeUndefined();
};
/** An idea of somebody new, with people who may vote for it. */
async function idea() {
  const [author, ...voters] = await createMembers(t, stage.company, 25);
  const { id } = await createIdea(t, { company: stage.company, author: author! });
  const cast = (from: number, to: number, value: 'UP' | null = 'UP') =>
    Promise.all(voters.slice(from, to).map((voter) => vote(t, voter, id, value)));
  const votes = async () => (await awardsOf(t, stage.company, author!)).filter((one) => one.startsWith('VOTES'));
  return { id, cast, votes };
}
const settleIdea = (id: string) => t.database.transaction((tx) => t.app.get(Settling).ideas(tx, [id]));

describe('votes, of which each so many earn something,', () => {
  it('keep what a process of before their number was stored has awarded', async () => {
    await every(3, 1);
    const { id, cast, votes } = await idea();
    await cast(0, 4);
    await settleIdea(id);
    await t.database.query('UPDATE award SET votes = NULL WHERE idea_id = $1', [id]);
    await cast(4, 7);
    await settleIdea(id);
    await cast(7, 8);
    await settleIdea(id);
    expect(await votes()).toEqual(['VOTES 5', 'VOTES 5']);
    await cast(0, 3, null);
    await settleIdea(id);
    expect(await votes()).toEqual(['VOTES 5', 'VOTES 5 VOTES_WITHDRAWN']);
  });

  it('are read once: another look reads no more than what has changed', async () => {
    await every(3, 1);
    const { id, cast, votes } = await idea();
    await cast(0, 17);
    await settleIdea(id);
    expect(await votes()).toHaveLength(5);
    const read = jest.spyOn(t.database, 'query');
    const rows = async () => {
      read.mockClear();
      await settleIdea(id);
      const results = await Promise.all(read.mock.results.map(({ value }) => value as Promise<unknown[]>));
      return Math.max(...results.map((result) => result.length));
    };
    expect(await rows()).toBe(1);
    await cast(17, 20);
    expect(await rows()).toBe(5);
    expect(await votes()).toHaveLength(6);
    await cast(0, 3, null);
    expect(await rows()).toBe(2);
    expect(await votes()).toEqual([...Array<string>(5).fill('VOTES 5'), 'VOTES 5 VOTES_WITHDRAWN']);
  });

  it('are judged by what held when each was cast, whenever they are looked at', async () => {
    const { id, cast, votes } = await idea();
    await cast(0, 11);
    await settleIdea(id);
    expect(await votes()).toHaveLength(1);
    await every(3, 1);
    await cast(11, 13);
    await every(8, 2);
    await cast(13, 17);
    await settleIdea(id);
    // the tenth, the twelfth and the sixteenth
    expect(await votes()).toHaveLength(3);
  });

  it('count where they are older than those that were there', async () => {
    await every(4, 1);
    const { id, cast, votes } = await idea();
    await cast(0, 4);
    await settleIdea(id);
    await cast(4, 13);
    await t.database.query(
      `UPDATE vote SET created_at = now() - interval '1 minute' * (1 + random()) WHERE idea_id = $1 AND updated_at > (
         SELECT updated_at FROM vote WHERE idea_id = $1 ORDER BY updated_at OFFSET 3 LIMIT 1)`,
      [id],
    );
    await t.database.query(`UPDATE reward_rule SET starts_at = starts_at - interval '1 hour' WHERE company_id = $1`, [
      stage.company.id,
    ]);
    await settleIdea(id);
    expect(await votes()).toEqual(Array<string>(3).fill('VOTES 5'));
  });
});
