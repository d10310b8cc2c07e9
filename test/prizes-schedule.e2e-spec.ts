import { Role } from '../src/shared/auth/role.js';
import { AnnouncementService } from '../src/features/rewards/prizes/winners/announcement.service.js';
import { createUser } from './support/accounts.factory.js';
import { addMember } from './support/companies.factory.js';
import { codeOf } from './support/ideas.api.js';
import { prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';

const HOUR = 3_600_000;

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterEach(() => stage.t.clock.set(null));
afterAll(() => stage.t.close());

const later = (hours = 1) => new Date(Date.now() + hours * HOUR);
const come = () => stage.t.app.get(AnnouncementService).sweep();
const planned = async (prizes: object[] = [{ kind: 'POINTS', points: 50 }], options = {}) => {
  const challenge = await api.challenge(prizes, options);
  const idea = await api.idea(challenge, stage.ana, 5);
  expect(await api.announce(challenge, [idea], { announceAt: later() })).toBeNull();
  return { challenge, idea };
};

describe('a planned announcement', () => {
  it('is seen by managers alone until its moment, and then by everybody', async () => {
    const { challenge, idea } = await planned();
    await come();
    expect(await api.winners(challenge)).toEqual([]);
    expect((await api.desk(challenge)).winners).toMatchObject([{ idea: { id: idea.id }, announcedAt: null }]);
    expect(await api.points(stage.ana)).toBe(0);
    stage.t.clock.set(later(1.1));
    await come();
    await come();
    expect(await api.winners(challenge)).toMatchObject([{ idea: { id: idea.id } }]);
    expect(await api.points(stage.ana)).toBe(50);
    expect(await api.events(challenge.id)).toEqual(['WinnersAnnounced']);
  });

  it('is done by the job of its date, which no other request replaces', async () => {
    const { challenge } = await planned();
    const jobs = await stage.t.database.query<{ key: string; run_at: Date }>(
      'SELECT key, run_at FROM graphile_worker.jobs WHERE key = $1',
      [`announce-winners:${challenge.id}`],
    );
    expect(jobs).toHaveLength(1);
    expect(jobs[0]!.run_at.getTime()).toBeGreaterThan(Date.now());
  });

  it('is taken back before anybody saw it, and both are in the audit', async () => {
    const { challenge, idea } = await planned();
    const { manager, bea } = stage;
    expect(await api.announce(challenge, [idea])).toBe('WINNERS_CHOSEN');
    const cancel = (who = manager) => api.mutate(who, 'cancelAnnouncement', { challengeId: challenge.id });
    expect(codeOf(await cancel(bea))).toBe('FORBIDDEN');
    await api.done(cancel());
    expect(codeOf(await cancel())).toBe('NOT_FOUND');
    stage.t.clock.set(later(2));
    await come();
    expect(await api.winners(challenge)).toEqual([]);
    expect(await api.audited(challenge.id)).toEqual(['winners.plan', 'winners.cancel']);
    expect(await api.announce(challenge, [idea])).toBeNull();
  });

  it('is held back where one of them may not win any more, and says which and why', async () => {
    const challenge = await api.challenge([{}, {}]);
    const [fine, hidden] = [await api.idea(challenge, stage.ana), await api.idea(challenge, stage.bea)];
    await api.announce(challenge, [fine, hidden], { announceAt: later() });
    await stage.t.database.query(`UPDATE idea SET visibility = 'HIDDEN' WHERE id = $1`, [hidden.id]);
    stage.t.clock.set(later(2));
    await come();
    await come();
    expect(await api.winners(challenge)).toEqual([]);
    const { winners } = await api.desk(challenge);
    expect(winners.map(({ idea, heldBecause }) => [idea!.id, heldBecause])).toEqual([
      [fine.id, null],
      [hidden.id, 'NOT_PUBLIC'],
    ]);
    expect(winners.every(({ heldAt }) => heldAt !== null)).toBe(true);
    await api.done(api.mutate(stage.manager, 'cancelAnnouncement', { challengeId: challenge.id }));
    expect(await api.announce(challenge, [fine])).toBeNull();
  });

  it('is held back where the terms would let others win now', async () => {
    const { challenge } = await planned([{}], { winnersBy: 'TALLY' });
    await api.idea(challenge, stage.bea, 6);
    stage.t.clock.set(later(2));
    await come();
    expect((await api.desk(challenge)).winners).toMatchObject([{ heldBecause: 'TERMS', announcedAt: null }]);
  });

  it.each([
    [
      'whose voting goes on again',
      `WITH longer AS (UPDATE phase SET ends_at = now() + interval '9 days' WHERE challenge_id = $1)
       UPDATE challenge SET ends_at = now() + interval '9 days' WHERE id = $1`,
    ],
    ['that is in the archive', `UPDATE challenge SET archived_at = now() WHERE id = $1`],
  ])('is held back in a challenge %s', async (_, change) => {
    const { challenge } = await planned([{}]);
    await stage.t.database.query(change, [challenge.id]);
    stage.t.clock.set(later(2));
    await come();
    expect(await api.winners(challenge)).toEqual([]);
    expect((await api.desk(challenge)).winners).toMatchObject([{ heldBecause: 'NOT_NOW', announcedAt: null }]);
  });

  it('is held back where whoever chose it does not manage the company any more', async () => {
    const nora = await createUser(stage.t);
    await addMember(stage.t, stage.company, nora, Role.MANAGER);
    const challenge = await api.challenge([{}]);
    const choices = await api.choices(challenge.id, [await api.idea(challenge, stage.ana)]);
    await api.done(api.mutate(nora, 'announceWinners', { challengeId: challenge.id, choices, announceAt: later() }));
    await stage.t.database.query(`UPDATE membership SET role = 'CUSTOMER' WHERE user_id = $1`, [nora.id]);
    stage.t.clock.set(later(2));
    await come();
    expect((await api.desk(challenge)).winners).toMatchObject([{ heldBecause: 'CHOOSER_GONE', announcedAt: null }]);
    expect(await api.events(challenge.id)).toEqual(['WinnersHeldBack']);
  });

  it('is judged by the moment that it is: a suspension that ends before does not matter', async () => {
    const { challenge, idea } = await planned([{}]);
    await stage.t.database.query('UPDATE membership SET suspended_until = $2 WHERE user_id = $1', [
      stage.ana.id,
      later(1.5),
    ]);
    stage.t.clock.set(later(2));
    await come();
    expect(await api.winners(challenge)).toMatchObject([{ idea: { id: idea.id } }]);
    await stage.t.database.query('UPDATE membership SET suspended_until = NULL WHERE user_id = $1', [stage.ana.id]);
  });
});
