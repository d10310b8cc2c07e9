import type { Company } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { createComment } from './support/comments.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
let company: Company;
let ana: TestUser;
let bea: TestUser;
let manager: TestUser;
const HOUR = 3_600_000;

beforeAll(async () => {
  t = await startTestApp();
  [ana, bea, manager] = [await createUser(t), await createUser(t), await createUser(t)];
}, 60_000);
afterAll(() => t.close());
beforeEach(async () => {
  company = await createCompany(t);
  await addMember(t, company, manager, Role.MANAGER);
});

type Options = Partial<Parameters<typeof createIdea>[1]> & { answeredAfter?: number };
async function idea(at: string, { answeredAfter, ...options }: Options = {}): Promise<{ id: string }> {
  const publishedAt = new Date(at);
  const made = await createIdea(t, { company, author: ana, publishedAt, ...options });
  if (answeredAfter !== undefined)
    await t.database.query('UPDATE idea SET first_answered_at = $2 WHERE id = $1', [
      made.id,
      new Date(publishedAt.getTime() + answeredAfter * HOUR),
    ]);
  return made;
}
const vote = (idea: { id: string }, user: TestUser, at: string) =>
  t.database.query('INSERT INTO vote VALUES ($1, $2, $3, 1, $4, $4)', [company.id, idea.id, user.id, at]);
async function comment(
  idea: { id: string },
  author: TestUser,
  at: string,
  visibility: 'PUBLISHED' | 'HELD' = 'PUBLISHED',
) {
  const { id } = await createComment(t, { idea, author, visibility });
  await t.database.query('UPDATE comment SET created_at = $2 WHERE id = $1', [id, at]);
}

const FIELDS = `participation { people points { day people ideas votes comments } }
  funnel { ideas answered planned delivered declined }
  answerTimes { answered medianHours p90Hours points { day answered medianHours p90Hours } }
  challenges { challenge { id } ideas authors votes comments answered planned delivered declined medianHours }`;
const PERIOD = { from: '2026-03-01', to: '2026-03-03', unit: 'DAY', timeZone: 'UTC' };

const ask = (args: object) =>
  t.ask<{ insights: Record<string, never> }>(
    `query ($companyId: ID!, $challengeId: ID, $from: String!, $to: String!, $unit: InsightUnit!, $timeZone: String!) {
      insights(companyId: $companyId, challengeId: $challengeId, from: $from, to: $to, unit: $unit, timeZone: $timeZone) { ${FIELDS} } }`,
    { companyId: company.id, ...PERIOD, ...args },
    { token: manager.token },
  );
interface Numbers {
  participation: {
    people: number;
    points: { day: string; people: number; ideas: number; votes: number; comments: number }[];
  };
  funnel: object;
  answerTimes: { answered: number; medianHours: number | null; p90Hours: number | null; points: object[] };
  challenges: object[];
}
async function numbers(args: object = {}): Promise<Numbers> {
  const { data, errors } = await ask(args);
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.insights as unknown as Numbers;
}
/** day, people, ideas, votes, comments */
const rows = ({ participation }: Numbers) =>
  participation.points.map(({ day, people, ideas, votes, comments }) => [day, people, ideas, votes, comments]);

describe('participation', () => {
  it('counts public ideas, standing votes and public comments, and each person once', async () => {
    const one = await idea('2026-03-01T10:00:00Z');
    await idea('2026-03-01T11:00:00Z', { visibility: 'HELD' });
    await idea('2026-02-28T23:59:59.999Z');
    await idea('2026-03-04T00:00:00Z');
    await vote(one, bea, '2026-03-01T12:00:00Z');
    await vote(one, manager, '2026-03-03T23:59:59.999Z');
    await comment(one, ana, '2026-03-03T01:00:00Z');
    await comment(one, bea, '2026-03-03T02:00:00Z');
    await comment(one, bea, '2026-03-03T03:00:00Z', 'HELD');
    const elsewhere = await createIdea(t, {
      company: await createCompany(t),
      author: bea,
      publishedAt: new Date('2026-03-02T10:00:00Z'),
    });
    expect(elsewhere.id).toBeTruthy();
    const found = await numbers();
    expect(rows(found)).toEqual([
      ['2026-03-01', 2, 1, 1, 0],
      ['2026-03-02', 0, 0, 0, 0],
      ['2026-03-03', 3, 0, 1, 2],
    ]);
    expect(found.participation.people).toBe(3);
  });

  it('leaves out votes and comments on ideas that are not public any more', async () => {
    const [seen, gone] = [await idea('2026-03-01T10:00:00Z'), await idea('2026-03-01T10:00:00Z')];
    for (const one of [seen, gone]) await vote(one, bea, '2026-03-02T12:00:00Z');
    await comment(gone, manager, '2026-03-02T12:00:00Z');
    await t.database.query(`UPDATE idea SET visibility = 'WITHDRAWN' WHERE id = $1`, [gone.id]);
    await t.database.query('UPDATE idea_tally SET listed = false WHERE idea_id = $1', [gone.id]);
    expect(rows(await numbers())[1]).toEqual(['2026-03-02', 1, 0, 1, 0]);
  });

  it('goes by the midnights of the viewer’s own time zone', async () => {
    await idea('2026-03-01T22:30:00Z');
    await idea('2026-03-01T23:30:00Z');
    const days = async (timeZone: string) => rows(await numbers({ timeZone })).map(([day, , ideas]) => [day, ideas]);
    expect(await days('UTC')).toEqual([
      ['2026-03-01', 2],
      ['2026-03-02', 0],
      ['2026-03-03', 0],
    ]);
    expect(await days('Europe/Madrid')).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 1],
      ['2026-03-03', 0],
    ]);
    expect(await days('America/Santiago')).toEqual([
      ['2026-03-01', 2],
      ['2026-03-02', 0],
      ['2026-03-03', 0],
    ]);
    expect(await days('Asia/Kolkata')).toEqual([
      ['2026-03-01', 0],
      ['2026-03-02', 2],
      ['2026-03-03', 0],
    ]);
  });

  it('loses nothing on the day that the clocks change', async () => {
    // 2026-03-29 has 23 hours in Madrid
    for (const at of ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'])
      await idea(at);
    const found = await numbers({ from: '2026-03-28', to: '2026-03-30', timeZone: 'Europe/Madrid' });
    expect(rows(found).map(([day, , ideas]) => [day, ideas])).toEqual([
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
  });

  it('is by week from Monday or by month, and the first part begins with the period', async () => {
    await idea('2026-03-04T10:00:00Z');
    await idea('2026-03-09T10:00:00Z');
    await idea('2026-04-01T10:00:00Z');
    const parts = async (unit: string) =>
      rows(await numbers({ from: '2026-03-04', to: '2026-04-02', unit })).map(([day, , ideas]) => [day, ideas]);
    expect(await parts('WEEK')).toEqual([
      ['2026-03-04', 1],
      ['2026-03-09', 1],
      ['2026-03-16', 0],
      ['2026-03-23', 0],
      ['2026-03-30', 1],
    ]);
    expect(await parts('MONTH')).toEqual([
      ['2026-03-04', 2],
      ['2026-04-01', 1],
    ]);
  });
});

describe('what became of the ideas', () => {
  it('is counted of those of the period: answered, planned, delivered or declined', async () => {
    const at = '2026-03-02T10:00:00Z';
    await idea(at);
    await idea(at, { status: 'UNDER_REVIEW' });
    await idea(at, { status: 'PLANNED' });
    await idea(at, { status: 'IN_PROGRESS' });
    await idea(at, { status: 'DELIVERED' });
    await idea(at, { status: 'DECLINED' });
    await idea(at, { status: 'DELIVERED', visibility: 'WITHDRAWN' });
    await idea('2026-02-02T10:00:00Z', { status: 'DELIVERED' });
    expect((await numbers()).funnel).toEqual({ ideas: 6, answered: 5, planned: 3, delivered: 1, declined: 1 });
  });

  it('took how long to answer, by when it was answered', async () => {
    const at = '2026-03-01T00:00:00Z';
    for (const answeredAfter of [2, 4, 6, 30]) await idea(at, { answeredAfter });
    await idea('2026-01-01T00:00:00Z', { answeredAfter: 1 });
    await idea(at);
    expect((await numbers()).answerTimes).toEqual({
      answered: 4,
      medianHours: 5,
      p90Hours: expect.closeTo(22.8),
      points: [
        { day: '2026-03-01', answered: 3, medianHours: 4, p90Hours: expect.closeTo(5.6) },
        { day: '2026-03-02', answered: 1, medianHours: 30, p90Hours: 30 },
        { day: '2026-03-03', answered: 0, medianHours: null, p90Hours: null },
      ],
    });
  });

  it('is told by challenge, and of one challenge alone', async () => {
    const challenge = await createChallenge(t, company);
    const at = '2026-03-02T10:00:00Z';
    const one = await idea(at, { challenge, score: 3, answeredAfter: 5 });
    await idea(at, { challenge, author: bea, status: 'DELIVERED' });
    await idea(at);
    await vote(one, bea, at);
    await comment(one, bea, at);
    const none = { answered: 0, planned: 0, delivered: 0, declined: 0 };
    expect((await numbers()).challenges).toEqual([
      {
        ...none,
        challenge: { id: challenge.id },
        ideas: 2,
        authors: 2,
        votes: 3,
        comments: 1,
        answered: 2,
        planned: 1,
        delivered: 1,
        medianHours: 2.5,
      },
      { ...none, challenge: null, ideas: 1, authors: 1, votes: 0, comments: 0, medianHours: null },
    ]);
    const alone = await numbers({ challengeId: challenge.id });
    expect(rows(alone)[1]).toEqual(['2026-03-02', 2, 2, 1, 1]);
    expect(alone.funnel).toMatchObject({ ideas: 2, answered: 2 });
    expect(alone.answerTimes.answered).toBe(2);
    expect(alone.challenges).toHaveLength(1);
  });

  it('is empty where nothing happened', async () => {
    const found = await numbers();
    expect(found.participation).toMatchObject({ people: 0, points: [{}, {}, {}] });
    expect(found.funnel).toEqual({ ideas: 0, answered: 0, planned: 0, delivered: 0, declined: 0 });
    expect(found.answerTimes).toMatchObject({ answered: 0, medianHours: null });
    expect(found.challenges).toEqual([]);
  });
});
