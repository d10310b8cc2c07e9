import { verifyAll } from '../src/cli/verify.js';
import { AnnouncementService } from '../src/features/rewards/prizes/winners/announcement.service.js';
import { ClaimJobs } from '../src/features/rewards/prizes/claims/claim.jobs.js';
import { codeOf } from './support/ideas.api.js';
import { prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';
import { decide } from './support/reviews.api.js';

const ROUNDS = 5;

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterEach(() => stage.t.clock.set(null));
afterAll(async () => {
  expect(await verifyAll(stage.t.app)).toEqual([]);
  await stage.t.close();
});

const POINTS = { kind: 'POINTS' as const, points: 10 };

describe('at the same time', () => {
  it('two managers announce: one of them does', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const challenge = await api.challenge([POINTS]);
      const ideas = [await api.idea(challenge, stage.ana), await api.idea(challenge, stage.bea)];
      const codes = await Promise.all(ideas.map((idea) => api.announce(challenge, [idea])));
      expect(codes.map((code) => code ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
      expect(await api.winners(challenge)).toHaveLength(1);
      expect(await api.pool(challenge)).toBe(0);
    }
  });

  it('a manager plans and another announces: one of them does', async () => {
    const challenge = await api.challenge([POINTS]);
    const ideas = [await api.idea(challenge, stage.ana), await api.idea(challenge, stage.bea)];
    const announceAt = new Date(Date.now() + 3_600_000);
    const codes = await Promise.all([
      api.announce(challenge, [ideas[0]!], { announceAt }),
      api.announce(challenge, [ideas[1]!]),
    ]);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect((await api.desk(challenge)).winners).toHaveLength(1);
  });

  it('two workers find the same announcement: it is announced and paid once', async () => {
    const { t, leo } = stage;
    const challenge = await api.challenge([POINTS]);
    const announceAt = new Date(Date.now() + 1000);
    await api.announce(challenge, [await api.idea(challenge, leo)], { announceAt });
    const before = await api.points(leo);
    t.clock.set(new Date(Date.now() + 60_000));
    const job = t.app.get(AnnouncementService);
    await Promise.all([job.sweep(), job.sweep(), job.come({ challengeId: challenge.id })]);
    expect(await api.points(leo)).toBe(before + 10);
    expect(await api.events(challenge.id)).toEqual(['WinnersAnnounced']);
  });

  it('somebody accepts and the time ends: one of both is so', async () => {
    const { t, ana } = stage;
    for (let round = 0; round < ROUNDS; round++) {
      const challenge = await api.challenge([{}]);
      await api.announce(challenge, [await api.idea(challenge, ana)]);
      const [claim] = await api.claims(ana);
      await t.database.query(`UPDATE prize_claim SET due_at = now() + interval '40 ms' WHERE id = $1`, [claim!.id]);
      const input = { claimId: claim!.id, version: claim!.version, acceptTerms: true };
      await new Promise((resolve) => setTimeout(resolve, 20 + round * 8));
      const [accepted] = await Promise.all([api.mutate(ana, 'acceptPrize', input), t.app.get(ClaimJobs).pass()]);
      await new Promise((resolve) => setTimeout(resolve, 60));
      await t.app.get(ClaimJobs).pass();
      expect((await api.claims(ana))[0]!.state).toBe(codeOf(accepted) === null ? 'ACCEPTED' : 'LAPSED');
    }
  });

  it('an idea is announced and removed: it has no prize in the end', async () => {
    const { t, leo, manager, company } = stage;
    const [rule] = await t.database.query<{ id: string }>('SELECT id FROM rule WHERE company_id = $1', [company.id]);
    for (let round = 0; round < ROUNDS; round++) {
      const challenge = await api.challenge([POINTS]);
      const idea = await api.idea(challenge, leo);
      const before = await api.points(leo);
      const opened = await t.ask<{ review: { id: string; version: number } }>(
        'mutation ($input: OpenReviewInput!) { review: openReview(input: $input) { id version } }',
        { input: { ideaId: idea.id } },
        { token: manager.token },
      );
      const [code, decided] = await Promise.all([
        api.announce(challenge, [idea]),
        decide(t, manager, 'REMOVE', opened.data!.review, { ruleId: rule!.id }),
      ]);
      expect([null, 'WINNER_BARRED']).toContain(code);
      expect(decided.code).toBeFalsy();
      await t.runJobs();
      expect(await api.winners(challenge)).toEqual([]);
      expect(await api.points(leo)).toBe(before);
      expect(await api.pool(challenge)).toBe(code === null ? 10 : 0);
    }
  });
});
