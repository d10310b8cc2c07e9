import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { type CatalogueStage, catalogueStage } from './support/catalogue.stage.js';
import { GiftsStage, NOTE } from './support/gifts.stage.js';
import { mailsTo } from './support/mails.js';
import { readAll, subjectsTo, toldRewards } from './support/told-rewards.js';

let t: TestApp;
let gifts: GiftsStage;
let catalogue: CatalogueStage;
beforeAll(async () => {
  t = await startTestApp();
  gifts = await GiftsStage.of(t);
  catalogue = await catalogueStage(t);
});
afterAll(() => t.close());

const give = async (to: TestUser, input: object = {}): Promise<string> =>
  (await gifts.give({ userId: to.id, ...input })).data!.gift.id;

describe('a gift', () => {
  it('is told with its note and who gives it, here and by mail, and nothing of it stands in the subject', async () => {
    const ana = await gifts.member();
    await give(ana, { kind: 'POINTS', points: 20 });
    expect(await toldRewards(t, ana, 'GIFT')).toMatchObject([
      { detail: 'POINTS 20', excerpt: NOTE, actors: [{ displayName: 'Nora' }] },
    ]);
    const [mail] = mailsTo(t, ana.email);
    for (const part of [NOTE, 'Nora', '20 points', 'part=notes']) expect(mail!.text).toContain(part);
    expect(mail!.subject).toBe(`${gifts.company.name}: somebody thanks you`);
  });

  it('is each a line and a mail, and none once it was taken back', async () => {
    const ana = await gifts.member();
    const [first] = [await give(ana), await give(ana, { note: 'And once more, for the photos.' })];
    expect(await toldRewards(t, ana, 'GIFT')).toHaveLength(2);
    expect(subjectsTo(t, ana)).toHaveLength(2);
    await gifts.takeBack(first);
    expect(await toldRewards(t, ana, 'GIFT')).toMatchObject([{ excerpt: 'And once more, for the photos.' }]);
  });

  it('that was taken back before it was told is not told', async () => {
    const ana = await gifts.member();
    await gifts.takeBack(await give(ana));
    expect(await toldRewards(t, ana, 'GIFT')).toEqual([]);
    expect(subjectsTo(t, ana)).toEqual([]);
  });
});

describe('a redemption', () => {
  const waiting = () => toldRewards(t, catalogue.manager, 'HANDOUT_WAITING');
  const redeem = async (who: TestUser, codes?: string[]): Promise<string> =>
    (await catalogue.redeem(who, await catalogue.reward({}, codes))).node!.id;

  it('of a code is told at once, without the code', async () => {
    const ana = await catalogue.member(100);
    await redeem(ana, ['SECRET-1']);
    expect(await toldRewards(t, ana, 'REDEMPTION')).toMatchObject([
      { detail: 'FULFILLED', rewardNames: ['A bag of coffee'] },
    ]);
    const [mail] = mailsTo(t, ana.email);
    expect(mail!.text).toContain('A bag of coffee');
    expect(mail!.text + mail!.subject).not.toContain('SECRET-1');
    expect(await waiting()).toEqual([]);
  });

  it('that somebody hands over is told to managers by one mail until they look, and to its member when it is done', async () => {
    const ana = await catalogue.member(200);
    const redemptionId = await redeem(ana);
    expect(await toldRewards(t, ana, 'REDEMPTION')).toEqual([]);
    const another = await redeem(ana);
    expect(await waiting()).toMatchObject([{ detail: 'REWARDS' }]);
    const mails = () =>
      subjectsTo(t, catalogue.manager).filter((subject) => subject.includes('waits to be handed out'));
    expect(mails()).toHaveLength(1);
    for (const id of [redemptionId, another])
      await catalogue.given(catalogue.manager, 'fulfilRedemption', { redemptionId: id });
    expect(await toldRewards(t, ana, 'REDEMPTION')).toHaveLength(2);
    // nothing waits any more
    expect(await waiting()).toEqual([]);
    await readAll(t, catalogue.manager);
    await redeem(await catalogue.member(100));
    await t.runJobs();
    expect(mails()).toHaveLength(2);
  });

  it('that the company cancels is told with its reason; one’s own is not', async () => {
    const ana = await catalogue.member(200);
    const [refused, own] = [await redeem(ana), await redeem(ana)];
    await catalogue.given(ana, 'cancelRedemption', { redemptionId: own });
    const reason = 'The last one broke.';
    await catalogue.given(catalogue.manager, 'refuseRedemption', { redemptionId: refused, reason });
    expect(await toldRewards(t, ana, 'REDEMPTION')).toMatchObject([{ detail: 'CANCELLED' }]);
    expect(mailsTo(t, ana.email).map(({ text }) => text.includes(reason))).toEqual([true]);
  });
});
