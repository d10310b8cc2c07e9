import { RewardNewsNotifications } from '../src/features/notifications/reward-news.jobs.js';
import { TransactionKind } from '../src/features/rewards/ledger/ledger.entity.js';
import { LedgerService, type Transfer } from '../src/features/rewards/ledger/ledger.service.js';
import { ExpiryService } from '../src/features/rewards/points/wallet/expiry.service.js';
import { newId } from '../src/shared/database/ids.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { type IdeasStage, ideasStage } from './support/ideas.stage.js';
import { mailsTo } from './support/mails.js';
import { toldRewards } from './support/told-rewards.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterEach(() => t.clock.set(null));
afterAll(() => t.close());

const MEMBER = ({ id: userId }: TestUser) => ({ kind: 'MEMBER', userId }) as const;
const move = (kind: TransactionKind, from: Transfer['from'], to: Transfer['to'], points: number) => {
  const transfer = { companyId: stage.company.id, cause: `told:${newId()}`, at: t.clock.now(), kind, from, to, points };
  return t.database.transaction((tx) => t.app.get(LedgerService).post(tx, [transfer]));
};
const gift = (who: TestUser, points: number) => move(TransactionKind.GIFT, { kind: 'BUDGET' }, MEMBER(who), points);

/** Twelve points each that nothing has moved for almost two years, of which they have been told. */
async function warned(count: number): Promise<TestUser[]> {
  const people = await Promise.all(Array.from({ length: count }, () => createUser(t)));
  for (const who of people) {
    await addMember(t, stage.company, who);
    await gift(who, 12);
  }
  const soon = new Date();
  soon.setUTCMonth(soon.getUTCMonth() + 24);
  t.clock.set(new Date(+soon - 29 * DAY));
  await t.app.get(ExpiryService).run();
  await t.runJobs();
  return people;
}
const told = async (who: TestUser) => (await toldRewards(t, who, 'POINTS_EXPIRING')).map(({ detail }) => detail);
const mailed = async (who: TestUser): Promise<string[]> => {
  await t.app.get(RewardNewsNotifications).mail();
  await t.runJobs();
  return mailsTo(t, who.email)
    .filter(({ subject }) => subject === `${stage.company.name}: your points expire soon`)
    .map(({ text }) => text);
};

describe('that points expire', () => {
  it('is told here and by mail, with how many they are now', async () => {
    const [ana] = (await warned(1)) as [TestUser];
    expect(await told(ana)).toEqual([expect.stringMatching(/^12 \d{4}-/)]);
    await move(TransactionKind.FORFEIT, MEMBER(ana), { kind: 'RESERVE' }, 5);
    expect(await told(ana)).toEqual([expect.stringMatching(/^7 \d{4}-/)]);
    expect(await mailed(ana)).toEqual([expect.stringContaining('7 points of yours will expire')]);
  });

  it('is told no more once they were kept by earning, were spent, or went to the reserve', async () => {
    const [keeper, spender, excluded] = (await warned(3)) as [TestUser, TestUser, TestUser];
    await gift(keeper, 1);
    await move(TransactionKind.REDEMPTION, MEMBER(spender), { kind: 'ESCROW' }, 2);
    await move(TransactionKind.FORFEIT, MEMBER(excluded), { kind: 'RESERVE' }, 12);
    for (const who of [keeper, spender, excluded]) {
      expect(await told(who)).toEqual([]);
      expect(await mailed(who)).toEqual([]);
    }
  });

  it('is told no more once they have expired, and of other points anew', async () => {
    const [ana] = (await warned(1)) as [TestUser];
    t.clock.set(new Date(+t.clock.now() + 31 * DAY));
    await t.app.get(ExpiryService).run();
    expect(await told(ana)).toEqual([]);
    expect(await mailed(ana)).toEqual([]);
    await gift(ana, 3);
    t.clock.set(new Date(+t.clock.now() + 725 * DAY));
    await t.app.get(ExpiryService).run();
    expect(await told(ana)).toEqual([expect.stringMatching(/^3 \d{4}-/)]);
  });
});
