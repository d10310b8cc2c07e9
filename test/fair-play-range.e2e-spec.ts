import { Role } from '../src/shared/auth/role.js';
import { createUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { fairPlayStage, type FairPlayStage } from './support/fair-play.stage.js';

const DAY = 86_400_000;
let t: TestApp;
let s: FairPlayStage;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.database.query('DELETE FROM rate_limit');
  s = await fairPlayStage(t);
});

const rangeOf = async (idea: { id: string }, args: object = {}) =>
  (await s.look(args)).ideas.find(({ idea: { id } }) => id === idea.id);
describe('standings as a range', () => {
  it('tell what is counted, what would remain without what is questioned, by rule, and both places', async () => {
    const people = await s.people(15);
    const [first, second] = [await s.ideaOf(people[0]!), await s.ideaOf(people[1]!)];
    const [group, joined] = [await s.people(6), await s.people(6, 10.05)];
    await s.cast(first, people.slice(2, 6), { daysAgo: 30 });
    await s.cast(first, [...group, ...joined], { daysAgo: 10, seconds: 30 });
    await s.cameFrom('home', joined.slice(0, 3), 10);
    await s.cast(second, people.slice(2, 12), { daysAgo: 25 });
    const { ideas } = await s.look();
    expect(ideas).toEqual([
      {
        ...{ idea: { id: first.id }, counted: 16, lowest: 4, place: 1, lowestPlace: 2 },
        questioned: [
          { rule: 'BURST', amount: 12 },
          { rule: 'NEW_ACCOUNTS', amount: 6 },
          { rule: 'SAME_NETWORK', amount: 3 },
        ],
      },
      { idea: { id: second.id }, counted: 10, lowest: 10, place: 2, lowestPlace: 2, questioned: [] },
    ]);
  });

  it('share a place where they are equal', async () => {
    const people = await s.people(6);
    const ideas = [await s.ideaOf(people[0]!), await s.ideaOf(people[0]!), await s.ideaOf(people[0]!)];
    for (const [at, idea] of ideas.entries()) await s.cast(idea, people.slice(1, at === 0 ? 3 : 5));
    expect((await s.look()).ideas.map(({ counted, place }) => [counted, place])).toEqual([
      ...[
        [4, 1],
        [4, 1],
        [2, 3],
      ],
    ]);
  });

  it('show votes of excluded members, which stay and are counted, once', async () => {
    const [author, ...voters] = await s.people(6);
    const idea = await s.ideaOf(author!);
    await s.cast(idea, voters);
    await s.exclude(voters[0]!);
    expect(await rangeOf(idea)).toMatchObject({
      ...{ counted: 5, lowest: 4, questioned: [{ rule: 'EXCLUDED_MEMBERS', amount: 1 }] },
    });
    await s.cameFrom('home', voters.slice(0, 3), 20);
    expect(await rangeOf(idea)).toMatchObject({ counted: 5, lowest: 2 });
    await t.database.query('DELETE FROM membership WHERE company_id = $1 AND user_id = $2', [
      s.company.id,
      voters[0]!.id,
    ]);
    expect(await rangeOf(idea)).toMatchObject({ counted: 5, lowest: 2 }); // who has left, too
  });

  it('are of the month or the challenge that is asked for, and of ideas that are public', async () => {
    const [author, ...voters] = await s.people(4);
    const [one, other, hidden] = [
      await s.ideaOf(author!, s.challenge),
      await s.ideaOf(author!),
      await s.ideaOf(author!),
    ];
    await t.database.query(`UPDATE idea SET visibility = 'HIDDEN' WHERE id = $1`, [hidden.id]);
    await t.database.query('UPDATE idea_tally SET listed = false WHERE idea_id = $1', [hidden.id]);
    for (const idea of [other, hidden]) await s.cast(idea, voters, { daysAgo: 40, seconds: 60 });
    await s.cast(one, voters, { daysAgo: 0.2, seconds: 60 });
    const seen = async (args: object) => (await s.look(args)).ideas.map(({ idea: { id } }) => id);
    expect(await seen({ challengeId: s.challenge.id })).toEqual([one.id]);
    const month = new Date(+s.now - 40 * DAY).toISOString().slice(0, 7);
    expect(await seen({ month })).toEqual([other.id]);
    expect(await seen({ month: '2020-02' })).toEqual([]);
    expect((await s.look({ month: '2020-02' })).from).toBe('2020-02-01T00:00:00.000Z');
  });

  it('change nothing: no vote, no count, no event, no sanction', async () => {
    const [author, ...voters] = await s.people(12);
    const idea = await s.ideaOf(author!);
    await s.cast(idea, voters, { daysAgo: 2, seconds: 10 });
    const dump = async () =>
      (
        await t.database.query<{ all: object }>(
          `SELECT json_build_object('votes', (SELECT json_agg(v ORDER BY idea_id, user_id) FROM vote v WHERE company_id = $1),
             'tallies', (SELECT json_agg(y ORDER BY idea_id) FROM idea_tally y WHERE company_id = $1),
             'members', (SELECT json_agg(m ORDER BY id) FROM membership m WHERE company_id = $1),
             'events', (SELECT count(*) FROM event WHERE company_id = $1),
             'reviews', (SELECT count(*) FROM review WHERE company_id = $1)) AS all`,
          [s.company.id],
        )
      )[0]!.all;
    const before = await dump();
    expect((await s.look()).signals).toHaveLength(1);
    expect(await dump()).toEqual(before);
  });
});

describe('fair play is asked for', () => {
  it('by managers, of their own company and its challenges', async () => {
    const moderator = await createUser(t);
    await addMember(t, s.company, moderator, Role.MODERATOR);
    await expect(s.look({}, moderator)).rejects.toThrow('FORBIDDEN');
    const other = await createCompany(t);
    await addMember(t, other, s.manager);
    await expect(s.look({ companyId: other.id })).rejects.toThrow('FORBIDDEN');
    const theirs = await createChallenge(t, other);
    await expect(s.look({ challengeId: theirs.id })).rejects.toThrow('NOT_FOUND');
    const draft = await createChallenge(t, s.company, { publishAt: null });
    await expect(s.look({ challengeId: draft.id })).rejects.toThrow('NOT_FOUND');
    await expect(s.look({ month: '2026-13' })).rejects.toThrow('VALIDATION_FAILED');
  });

  it('and not again and again', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 31 }, () => s.look()));
    expect(asked.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  it('and tells nothing of another company, whoever votes in both', async () => {
    const ring = await s.people(3);
    const elsewhere = await fairPlayStage(t);
    for (const who of ring) await addMember(t, elsewhere.company, who);
    for (const author of ring)
      await elsewhere.cast(
        await elsewhere.ideaOf(author),
        ring.filter((one) => one !== author),
      );
    const { signals, ideas } = await s.look();
    expect([signals, ideas]).toEqual([[], []]);
  });
});
