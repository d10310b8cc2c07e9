import { verifyAll } from '../src/cli/verify.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, loadDemo } from '../src/demo/load-demo.js';
import { startTestApp, type TestApp } from './support/app.js';

describe('the demo community', () => {
  let t: TestApp;
  beforeAll(async () => (t = await startTestApp()));
  afterAll(() => t.close());

  it('is loaded once, and every tour account can sign in', async () => {
    expect(await loadDemo(t.database, new Date())).toBe(true);
    expect(await loadDemo(t.database, new Date())).toBe(false);
    for (const role of DEMO_ACCOUNTS) {
      const input = { email: `${role}@demo.example`, password: DEMO_PASSWORD };
      const { data, errors } = await t.ask<{ signIn: { viewer: { emailVerified: boolean } } }>(
        'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { emailVerified } } }',
        { input },
      );
      expect(errors).toBeUndefined();
      expect(data?.signIn.viewer.emailVerified).toBe(true);
    }
  });

  it('has a challenge in every stage, ideas in three languages, votes, threads, answers and held items', async () => {
    const [row] = await t.database.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM company) AS companies, (SELECT count(*)::int FROM idea) AS ideas,
         (SELECT count(DISTINCT language)::int FROM idea) AS languages, (SELECT count(*)::int FROM vote) AS votes,
         (SELECT count(*)::int FROM comment) AS comments, (SELECT max(depth) FROM comment) AS depth,
         (SELECT count(*)::int FROM answer) AS answers, (SELECT count(*)::int FROM review WHERE state = 'PENDING') AS held,
         (SELECT count(DISTINCT kind)::int FROM phase WHERE starts_at <= now() AND now() < ends_at) AS "phasesNow",
         (SELECT count(*)::int FROM challenge WHERE publish_at IS NULL) AS drafts`,
    );
    expect(row).toMatchObject({ companies: 4, languages: 3, phasesNow: 6 });
    expect(row!.ideas).toBeGreaterThan(250);
    expect(row!.votes).toBeGreaterThan(4000);
    expect(row!.comments).toBeGreaterThan(700);
    for (const column of ['depth', 'answers', 'held', 'drafts']) expect(row![column]).toBeGreaterThan(0);
  });

  it('stands up to a recount of everything', async () => {
    expect(await verifyAll(t.app)).toEqual([]);
  });
});
