import { jest } from '@jest/globals';
import { Settling } from '../src/features/rewards/points/settlement/settling.service.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { catalogueStage, differences } from './support/catalogue.stage.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
/** a second process on the same database */
let other: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  other = await startTestApp({}, t);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await other.close();
  await t.close();
});

it('what is taken back from one and given to another while both redeem makes nobody wait for each other', async () => {
  const broken: unknown[] = [];
  for (const { database } of [t, other]) {
    const query = database.query.bind(database);
    jest.spyOn(database, 'query').mockImplementation((...args) =>
      query(...args).catch((error: { code?: string }) => {
        if (error.code === '40P01') broken.push(error);
        throw error;
      }),
    );
  }
  const catalogue = await catalogueStage(t);
  const reward = await catalogue.reward(
    { cost: 1 },
    Array.from({ length: 80 }, (_, n) => `CODE-${n}`),
  );
  const people = await Promise.all([catalogue.member(100), catalogue.member(100)]);
  const ideas = await Promise.all(people.map((author) => createIdea(t, { company: catalogue.company, author })));
  const ids = ideas.map(({ id }) => id);
  const show = (id: string, visibility: string) =>
    t.database.query('UPDATE idea SET visibility = $2 WHERE id = $1', [id, visibility]);
  const settleIdeas = () => other.database.transaction((tx) => other.app.get(Settling).ideas(tx, ids));
  await settleIdeas();
  await show(ids[0]!, 'HIDDEN');
  await settleIdeas();
  const settling = async () => {
    for (let round = 0; round < 60; round++) {
      await show(ids[round % 2]!, 'PUBLISHED');
      await show(ids[1 - (round % 2)]!, 'HIDDEN');
      await settleIdeas();
    }
  };
  const redeeming = async (who: TestUser) => {
    for (let round = 0; round < 40; round++) expect((await catalogue.redeem(who, reward)).code).toBeNull();
  };
  await Promise.all([settling(), ...people.map(redeeming)]);
  expect(broken).toEqual([]);
  expect(await differences(t)).toEqual([]);
});
