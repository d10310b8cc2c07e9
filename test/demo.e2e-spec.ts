import { verifyAll } from '../src/cli/verify.js';
import { redeemDemo } from '../src/demo/catalogue-demo.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, loadDemo } from '../src/demo/load-demo.js';
import { moderateDemo } from '../src/demo/moderate-demo.js';
import { rewardDemo } from '../src/demo/reward-demo.js';
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

  it('was moderated: reported, decided, appealed, overturned and taken back, with more that waits', async () => {
    await moderateDemo(t.app, new Date());
    const [row] = await t.database.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM moderation_log) AS lines, (SELECT count(*)::int FROM decision WHERE undone_at IS NULL) AS decisions,
         (SELECT count(*)::int FROM decision WHERE undone_because = 'APPEAL') AS overturned,
         (SELECT count(*)::int FROM decision WHERE undone_because = 'RECONSIDERED') AS undone,
         (SELECT count(*)::int FROM appeal WHERE state = 'OPEN') AS appeals,
         (SELECT count(*)::int FROM review r WHERE state = 'PENDING' AND EXISTS (SELECT FROM flag f WHERE f.review_id = r.id)) AS reported,
         (SELECT count(*)::int FROM sanction) AS sanctions`,
    );
    expect(row).toMatchObject({ decisions: 5, overturned: 1, undone: 1, appeals: 1, reported: 3, sanctions: 1 });
    expect(row!.lines).toBeGreaterThan(8);
  });

  it('was rewarded: points that tell what for, badges and levels, winners with a reason, prizes on their way', async () => {
    await rewardDemo(t.app, new Date());
    await t.runJobs();
    const [row] = await t.database.query<Record<string, number>>(
      `SELECT (SELECT count(DISTINCT rule)::int FROM award WHERE standing AND points > 0) AS rules,
         (SELECT count(DISTINCT user_id)::int FROM award WHERE standing AND points > 0) AS people,
         (SELECT count(*)::int FROM badge_holding) AS badges, (SELECT count(*)::int FROM member_level WHERE highest_level > 1) AS levels,
         (SELECT count(*)::int FROM winner WHERE announced_at IS NOT NULL) AS winners,
         (SELECT count(DISTINCT state)::int FROM prize_claim) AS states,
         (SELECT count(*)::int FROM prize_claim WHERE state = 'RECEIVED' AND details IS NOT NULL) AS remembered,
         (SELECT count(DISTINCT company_id)::int FROM gift) AS thankful,
         (SELECT count(*)::int FROM badge WHERE name IS NOT NULL AND holder_count > 0) AS own`,
    );
    expect(row).toMatchObject({ winners: 7, states: 4, remembered: 0, thankful: 4 });
    for (const column of ['people', 'badges', 'levels']) expect(row![column]).toBeGreaterThan(20);
    expect(row!.rules).toBeGreaterThanOrEqual(6);
    expect(row!.own).toBeGreaterThanOrEqual(5); // what companies have made themselves
  }, 120_000);

  it('has catalogues in which people have redeemed something, in every state', async () => {
    await redeemDemo(t.app, new Date());
    const rows = await t.database.query<{ state: string; companies: number }>(
      'SELECT state, count(DISTINCT company_id)::int AS companies FROM redemption GROUP BY state ORDER BY state',
    );
    expect(rows.map(({ state }) => state)).toEqual(['CANCELLED', 'FULFILLED', 'REFUNDED', 'REQUESTED']);
    expect(rows.find(({ state }) => state === 'REQUESTED')!.companies).toBe(4);
    const [row] = await t.database.query<{ states: number }>('SELECT count(DISTINCT state)::int AS states FROM reward');
    expect(row).toEqual({ states: 3 });
  }, 60_000);

  it('has votes that fair play asks about: a rush for one idea of the airport', async () => {
    const input = { email: 'manager@demo.example', password: DEMO_PASSWORD };
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
    const signed = await t.ask<{ signIn: { accessToken: string } }>(signIn, { input });
    const [company] = await t.database.query<{ id: string }>(`SELECT id FROM company WHERE slug = 'alagarza'`);
    const { data } = await t.ask<{
      fairPlay: { signals: { rule: string; votes: number; ideas: { title: string }[] }[] };
    }>('query ($id: ID!) { fairPlay(companyId: $id) { signals { rule votes ideas { title } } } }', company, {
      token: signed.data!.signIn.accessToken,
    });
    const bursts = data!.fairPlay.signals.filter(({ rule }) => rule === 'BURST');
    const title = 'Use the two doors. Always, not only when someone remembers';
    expect(bursts).toEqual([{ rule: 'BURST', votes: 14, ideas: [{ title }] }]);
  });

  it('stands up to a recount of everything', async () => {
    expect(await verifyAll(t.app)).toEqual([]);
  });
});
