import { ClaimJobs } from '../src/features/rewards/prizes/claims/claim.jobs.js';
import { codeOf } from './support/ideas.api.js';
import { prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';

const DAY = 86_400_000;

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterEach(() => stage.t.clock.set(null));
afterAll(() => stage.t.close());

const after = async (days: number) => {
  stage.t.clock.set(new Date(Date.now() + days * DAY));
  await stage.t.app.get(ClaimJobs).pass();
};
const told = async (id: string) => (await api.events(id)).filter((type) => type === 'PrizeClaimDue').length;

describe('a prize that nobody accepts', () => {
  it('is remembered a week and two days before its end, once each, and lapses then', async () => {
    const { ana } = stage;
    const challenge = await api.challenge([{}], { claimDays: 20 });
    await api.announce(challenge, [await api.idea(challenge, ana)]);
    const [claim] = await api.claims(ana);
    const reminders = [];
    for (const days of [1, 12.9, 13.1, 13.2, 17, 18.1, 19.9]) {
      await after(days);
      reminders.push(await told(claim!.id));
    }
    expect(reminders).toEqual([0, 0, 1, 1, 1, 2, 2]);
    expect((await api.claims(ana))[0]!.state).toBe('PENDING');
    await after(20.1);
    await after(20.2);
    expect((await api.claims(ana))[0]!.state).toBe('LAPSED');
    expect(await told(claim!.id)).toBe(2);
    const input = { claimId: claim!.id, version: claim!.version + 1, acceptTerms: true };
    expect(codeOf(await api.mutate(ana, 'acceptPrize', input))).toBe('CLAIM_STATE');
  });

  it('is not remembered as soon as it is won, where there is only a week', async () => {
    const { bea } = stage;
    const challenge = await api.challenge([{}], { claimDays: 7 });
    await api.announce(challenge, [await api.idea(challenge, bea)]);
    const [claim] = await api.claims(bea);
    await after(0.1);
    expect(await told(claim!.id)).toBe(0);
    await after(5.1);
    expect(await told(claim!.id)).toBe(1);
  });

  it('may be won by the next one, with a reason; the first stays a winner without it', async () => {
    const { ana, leo } = stage;
    const challenge = await api.challenge([{}, {}], { winnersBy: 'TALLY', claimDays: 7 });
    const [first, second, third] = [
      await api.idea(challenge, ana, 9),
      await api.idea(challenge, ana, 8),
      await api.idea(challenge, leo, 7),
    ];
    await api.announce(challenge, [first, second]);
    expect((await api.desk(challenge)).openPrizes).toEqual([]);
    const claims = await api.claims(ana);
    const { id, version } = claims[1]!;
    await api.done(api.mutate(ana, 'declinePrize', { claimId: id, version }));
    const { openPrizes } = await api.desk(challenge);
    expect(openPrizes).toHaveLength(1);
    const place = openPrizes[0]!.place - 1;
    expect(await api.announce(challenge, [await api.idea(challenge, leo, 1)], { from: place })).toBe(
      'WINNERS_NOT_BY_TERMS',
    );
    expect(await api.announce(challenge, [third], { from: place })).toBeNull();
    const winners = await api.winners(challenge);
    expect(winners.map(({ idea, passedAt }) => [idea!.id, passedAt !== null])).toEqual(
      expect.arrayContaining([[third.id, false]]),
    );
    expect(winners.filter(({ passedAt }) => passedAt !== null)).toHaveLength(1);
    expect((await api.claims(leo))[0]!.state).toBe('PENDING');
  });
});
