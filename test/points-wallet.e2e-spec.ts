import { TransactionKind } from '../src/features/rewards/ledger/ledger.entity.js';
import { LedgerService, type Transfer } from '../src/features/rewards/ledger/ledger.service.js';
import { ExpiryService } from '../src/features/rewards/points/wallet/expiry.service.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { codeOf } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { pointsDifferences, settle, storyOf, walletOf } from './support/points.api.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterEach(() => t.clock.set(null));
afterAll(async () => {
  expect(await pointsDifferences(t)).toEqual([]);
  await t.close();
});

async function member(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, undefined, { trustLevel: 2 });
  return user;
}
let count = 0;
type Move = Pick<Transfer, 'kind' | 'from' | 'to' | 'points'> & Partial<Transfer>;
const post = (...moves: Move[]) =>
  t.database.transaction((tx) =>
    t.app.get(LedgerService).post(
      tx,
      moves.map((move) => ({ companyId: stage.company.id, cause: `gift:${++count}`, at: t.clock.now(), ...move })),
    ),
  );
const gift = (who: TestUser, points: number): Move => ({
  kind: TransactionKind.GIFT,
  from: { kind: 'BUDGET' },
  to: { kind: 'MEMBER', userId: who.id },
  points,
});
const wallet = (who: TestUser) => walletOf(t, stage.company, who);

describe('a wallet', () => {
  it('is empty at first, and tells what was earned, what waits and what is left', async () => {
    const cai = await member();
    expect(await wallet(cai)).toEqual({ balance: 0, earned: 0, waiting: 0, expiring: null });
    const spend = { kind: TransactionKind.REDEMPTION, from: gift(cai, 1).to, to: { kind: 'ESCROW' } } as const;
    await post(
      gift(cai, 50),
      { ...spend, points: 20, cause: 'redemption:a' },
      { ...spend, points: 10, cause: 'redemption:b' },
    );
    const fulfilled = { kind: TransactionKind.FULFILMENT, from: { kind: 'ESCROW' }, to: { kind: 'BUDGET' } } as const;
    await post({ ...fulfilled, points: 10, cause: 'fulfilment:b' });
    expect(await wallet(cai)).toEqual({ balance: 20, earned: 50, waiting: 20, expiring: null });
  });

  it('tells the story of each point, the newest first: what was taken back, and why', async () => {
    const cai = await member();
    const { id, version } = await stage.submit(cai);
    await settle(t);
    await post({ ...gift(cai, 7), actorId: stage.moderator.id });
    await stage.api.mutate(cai, 'withdrawIdea', { ideaId: id, version });
    await settle(t);
    const { lines, totalCount } = await storyOf(t, stage.company, cai);
    const idea = { title: 'Warm bread at eight' };
    const award = { kind: 'AWARD', rule: 'IDEA_PUBLISHED', idea, comment: null, stands: false };
    expect(lines).toEqual([
      { ...award, step: 'REVERSED', points: -5, because: 'WITHDRAWN' },
      { kind: 'GIFT', step: 'POSTED', points: 7, rule: null, because: null, stands: true, idea: null, comment: null },
      { ...award, step: 'POSTED', points: 5, because: null },
    ]);
    expect(totalCount).toBe(3);
  });

  it('is read in pages, each line once', async () => {
    const cai = await member();
    await post(...Array.from({ length: 7 }, (_, n) => gift(cai, n + 1)));
    const seen: number[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { lines, pageInfo } = await storyOf(t, stage.company, cai, { first: 3, after });
      seen.push(...lines.map(({ points }) => points));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('is one’s own, in each company where one has had points', async () => {
    const [cai, dan] = [await member(), await member()];
    await post(gift(cai, 5));
    const mine = async (who: TestUser) => {
      const { data } = await t.ask<{ myWallets: { balance: number; company: { slug: string } }[] }>(
        '{ myWallets { balance company { slug } } }',
        {},
        { token: who.token },
      );
      return data!.myWallets;
    };
    expect(await mine(cai)).toEqual([{ balance: 5, company: { slug: stage.company.slug } }]);
    expect(await mine(dan)).toEqual([]);
    const query = 'query ($companyId: ID!) { viewerWallet(companyId: $companyId) { balance } }';
    const asked = await t.ask(query, { companyId: stage.company.id }, { token: stage.stranger.token });
    expect(codeOf(asked)).toBe('FORBIDDEN');
  });
});

describe('points that nobody uses', () => {
  const run = () => t.app.get(ExpiryService).run();
  const told = (who: TestUser) =>
    t.database.query(`SELECT 1 FROM event WHERE type = 'PointsExpiring' AND payload->>'userId' = $1`, [who.id]);
  const months = (count: number) => {
    const moment = new Date();
    moment.setUTCMonth(moment.getUTCMonth() + count);
    return moment;
  };

  it('expire after two years, of which their owner is told once, 30 days before', async () => {
    const cai = await member();
    await post(gift(cai, 12));
    t.clock.set(new Date(+months(24) - 31 * DAY));
    await run();
    expect(await told(cai)).toEqual([]);
    t.clock.set(new Date(+months(24) - 29 * DAY));
    await run();
    await run();
    expect((await told(cai)).length).toBe(1);
    expect((await wallet(cai)).expiring!.points).toBe(12);
    t.clock.set(new Date(+months(24) + 2 * DAY));
    await run();
    await run();
    expect(await wallet(cai)).toEqual({ balance: 0, earned: 12, waiting: 0, expiring: null });
    expect((await storyOf(t, stage.company, cai)).lines[0]).toMatchObject({ kind: 'EXPIRY', points: -12 });
  });

  it('do not expire where some were earned or spent since, also after the warning', async () => {
    const cai = await member();
    await post(gift(cai, 12));
    t.clock.set(new Date(+months(24) - 10 * DAY));
    await run();
    expect((await told(cai)).length).toBe(1);
    await post(gift(cai, 1));
    expect((await wallet(cai)).expiring).toBeNull();
    t.clock.set(months(25));
    await run();
    expect((await wallet(cai)).balance).toBe(13);
  });

  it('do not expire untold, however long nothing ran', async () => {
    const cai = await member();
    await post(gift(cai, 12));
    t.clock.set(months(30));
    await run();
    expect((await wallet(cai)).balance).toBe(12);
    expect((await told(cai)).length).toBe(1);
    t.clock.set(new Date(+months(30) + 31 * DAY));
    await run();
    expect((await wallet(cai)).balance).toBe(0);
  });
});
