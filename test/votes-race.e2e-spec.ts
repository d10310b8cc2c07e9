import { VotesService } from '../src/features/votes/votes.service.js';
import { type Company, VoteMode } from '../src/features/companies/company.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { createMembers, tallyOf, vote } from './support/votes.factory.js';

let t: TestApp;
let other: TestApp;
let company: Company;
let author: TestUser;
let voters: TestUser[];

beforeAll(async () => {
  t = await startTestApp();
  other = await startTestApp({}, t);
  author = await createUser(t);
  company = await createCompany(t, { owner: author, voteMode: VoteMode.UP_DOWN });
  voters = await createMembers(t, company, 40);
}, 60_000);
afterAll(async () => {
  await other.close();
  await t.close();
});
afterEach(async () => expect(await t.app.get(VotesService).verify()).toEqual([]));

const idea = () => createIdea(t, { company, author });
/** rounds to and fro, each step of a person sent without waiting for the one before */
const random = (seed: number) => () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;

it('hundreds of simultaneous votes, double clicks and withdrawals at one idea and at many, through two processes, are counted exactly', async () => {
  const ideas: { id: string }[] = [];
  for (let n = 0; n < 8; n++) ideas.push(await idea());
  const roll = random(7);
  const last = new Map<string, 'UP' | 'DOWN' | null>();
  const people = voters.map(async (user, person) => {
    for (let step = 0; step < 12; step++) {
      // the first idea takes every second vote
      const { id } = ideas[step % 2 ? 0 : Math.floor(roll() * ideas.length)]!;
      const value = roll() < 0.5 ? 'UP' : roll() < 0.6 ? 'DOWN' : null;
      const clicks = roll() < 0.3 ? 3 : 1;
      const app = (person + step) % 2 ? t : other;
      const results = await Promise.all(Array.from({ length: clicks }, () => vote(app, user, id, value)));
      for (const { errors, data } of results) {
        expect(errors).toBeUndefined();
        expect(data!.idea.viewerVote).toBe(value);
      }
      last.set(`${id}/${user.id}`, value);
    }
  });
  await Promise.all(people);
  for (const { id } of ideas) {
    const count = (wanted: 'UP' | 'DOWN') =>
      [...last].filter(([key, value]) => key.startsWith(id) && value === wanted).length;
    expect(await tallyOf(t, id)).toMatchObject({
      up: count('UP'),
      down: count('DOWN'),
      score: count('UP') - count('DOWN'),
    });
  }
});

it('a person who clicks up and down at once in two processes ends with one vote, and the counts agree', async () => {
  const { id } = await idea();
  await Promise.all(
    voters.flatMap((user) => [
      vote(t, user, id, 'UP'),
      vote(other, user, id, 'DOWN'),
      vote(t, user, id, 'DOWN'),
      vote(other, user, id, 'UP'),
    ]),
  );
  const { up, down } = await tallyOf(t, id);
  expect(up + down).toBe(voters.length);
});

it('one idea under two ways of writing its id is one idea, whatever is asked of it at once', async () => {
  const { id } = await idea();
  for (const value of ['UP', null] as const) {
    const asked = voters.flatMap((user) => [id, id.toUpperCase()].map((either) => vote(t, user, either, value)));
    for (const { errors } of await Promise.all(asked)) expect(errors).toBeUndefined();
    expect((await tallyOf(t, id)).up).toBe(value ? voters.length : 0);
  }
});

it('answers a batch in few statements', async () => {
  const { id } = await idea();
  const count = async () =>
    Number(
      (
        await t.database.query<{ n: string }>(`SELECT count(DISTINCT xmin::text) AS n FROM vote WHERE idea_id = $1`, [
          id,
        ])
      )[0]!.n,
    );
  await Promise.all(voters.map((user) => vote(t, user, id, 'UP')));
  // 40 votes in one process: far fewer transactions than votes
  expect(await count()).toBeLessThan(12);
});
