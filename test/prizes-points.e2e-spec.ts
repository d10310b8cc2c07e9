import { verifyAll } from '../src/cli/verify.js';
import { ChallengeArchived, ChallengePublished } from '../src/features/challenges/challenges.events.js';
import { Outbox } from '../src/shared/events/outbox.js';
import { accountsApi } from './support/accounts.api.js';
import { createUser } from './support/accounts.factory.js';
import { change } from './support/challenges.api.js';
import { addMember } from './support/companies.factory.js';
import { prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';
import { removeIdea, undoDecision } from './support/removals.js';

const DAY = 86_400_000;

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterAll(async () => {
  expect(await verifyAll(stage.t.app)).toEqual([]);
  await stage.t.close();
});

const points = (amount: number) => ({ kind: 'POINTS' as const, points: amount });
const tell = async (kind: typeof ChallengePublished, { id }: { id: string }) => {
  const { t, company } = stage;
  const fact = { companyId: company.id, aggregateId: id, actorId: null, occurredAt: new Date(), payload: {} };
  await t.database.transaction((tx) => t.app.get(Outbox).append(tx, kind(fact)));
  await t.runJobs();
};
const remove = (ideaId: string) => removeIdea(stage.t, stage.manager, stage.company.id, ideaId);
const undo = (decisionId: string) => undoDecision(stage.t, stage.manager, decisionId);

describe('points that a challenge promises', () => {
  it('are set aside when it is published, and more when they grow', async () => {
    const { t, manager, company } = stage;
    const phases = [{ kind: 'IDEATION', startsAt: new Date(Date.now() + DAY), endsAt: new Date(Date.now() + 2 * DAY) }];
    const prize = { place: 1, title: 'Points', kind: 'POINTS', points: 300 };
    const input = { companyId: company.id, title: 'What now?', language: 'EN', phases, prizes: [prize] };
    const { id } = (await change(t, manager, 'createChallenge', input)).challenge;
    await t.runJobs();
    expect(await api.pool({ id })).toBe(0);
    await change(t, manager, 'publishChallenge', { challengeId: id, version: 1 });
    await t.runJobs();
    expect(await api.pool({ id })).toBe(300);
    const more = [
      { ...prize, points: 350 },
      { ...prize, place: 2, points: 50 },
    ];
    await change(t, manager, 'updateChallenge', { challengeId: id, version: 2, prizes: more });
    await t.runJobs();
    await tell(ChallengePublished, { id });
    expect(await api.pool({ id })).toBe(400);
  });

  it('are paid when winners are announced, among authors as they agreed; what nobody won goes back when it is archived', async () => {
    const { ana, bea, leo, t } = stage;
    const challenge = await api.challenge([points(101), points(40)]);
    await tell(ChallengePublished, challenge);
    const idea = await api.idea(challenge, ana);
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
      [...[stage.company.id, idea.id, bea.id]],
    );
    const before = [await api.points(ana), await api.points(bea), await api.points(leo)];
    expect(await api.announce(challenge, [idea])).toBeNull();
    const after = [await api.points(ana), await api.points(bea), await api.points(leo)];
    expect(after.map((balance, index) => balance - before[index]!)).toEqual([51, 50, 0]);
    expect(await api.pool(challenge)).toBe(40);
    expect((await api.claims(ana))[0]).toMatchObject({ state: 'RECEIVED', points: 51 });
    await t.database.query('UPDATE challenge SET archived_at = now() WHERE id = $1', [challenge.id]);
    await tell(ChallengeArchived, challenge);
    expect(await api.pool(challenge)).toBe(0);
  });

  it('are paid also where nothing had been set aside yet', async () => {
    const challenge = await api.challenge([points(30)]);
    const before = await api.points(stage.leo);
    await api.announce(challenge, [await api.idea(challenge, stage.leo)]);
    await tell(ChallengePublished, challenge);
    expect([await api.points(stage.leo), await api.pool(challenge)]).toEqual([before + 30, 0]);
  });
});

describe('an idea that is removed', () => {
  it('loses what it won, and has it again when that is undone; also once all is archived', async () => {
    const { leo, t } = stage;
    const challenge = await api.challenge([points(70)]);
    const idea = await api.idea(challenge, leo);
    const before = await api.points(leo);
    await api.announce(challenge, [idea]);
    const first = await remove(idea.id);
    expect([await api.points(leo), await api.pool(challenge)]).toEqual([before, 70]);
    expect(await api.winners(challenge)).toEqual([]);
    expect((await api.desk(challenge)).winners).toMatchObject([{ idea: { id: idea.id } }]);
    expect((await api.claims(leo))[0]!.state).toBe('REVOKED');
    await undo(first);
    expect([await api.points(leo), await api.pool(challenge)]).toEqual([before + 70, 0]);
    expect(await api.winners(challenge)).toHaveLength(1);
    const second = await remove(idea.id);
    await t.database.query('UPDATE challenge SET archived_at = now() WHERE id = $1', [challenge.id]);
    await tell(ChallengeArchived, challenge);
    expect([await api.points(leo), await api.pool(challenge)]).toEqual([before, 0]);
    await undo(second);
    expect([await api.points(leo), await api.pool(challenge)]).toEqual([before + 70, 0]);
    expect(await api.events(challenge.id)).toEqual(
      expect.arrayContaining(['WinnersAnnounced', 'WinnerRevoked', 'WinnerRestored']),
    );
  });

  it('takes back what was spent already, too, and its prize may be another’s; undone, both have it', async () => {
    const { ana, bea } = stage;
    const challenge = await api.challenge([points(25)]);
    const [idea, next] = [await api.idea(challenge, ana), await api.idea(challenge, bea)];
    const [hers, before] = [await api.points(ana), await api.points(bea)];
    await api.announce(challenge, [idea]);
    const decision = await remove(idea.id);
    expect(await api.announce(challenge, [next])).toBeNull();
    expect([await api.points(ana), await api.points(bea), await api.pool(challenge)]).toEqual([hers, before + 25, 0]);
    await undo(decision);
    expect([await api.points(ana), await api.points(bea), await api.pool(challenge)]).toEqual([
      ...[hers + 25, before + 25, 0],
    ]);
    expect((await api.winners(challenge)).map(({ idea: won }) => won!.id).sort()).toEqual([idea.id, next.id].sort());
  });

  it('gives nothing back to who has erased their account meanwhile: points expire, and what waited has lapsed', async () => {
    const { t, company } = stage;
    const kim = await createUser(t);
    await addMember(t, company, kim);
    const challenge = await api.challenge([points(70), {}]);
    const ideas = [await api.idea(challenge, kim), await api.idea(challenge, kim)];
    expect(await api.announce(challenge, ideas)).toBeNull();
    const decisions = [await remove(ideas[0]!.id), await remove(ideas[1]!.id)];
    await accountsApi(t).eraseAccount({ password: kim.password }, { token: kim.token });
    await t.runJobs();
    for (const decision of decisions) await undo(decision);
    const read = <T>(sql: string) => t.database.query<T>(sql, [kim.id]);
    expect(await read('SELECT kind, state FROM prize_claim WHERE user_id = $1 ORDER BY kind')).toEqual([
      { kind: 'POINTS', state: 'RECEIVED' },
      { kind: 'RECOGNITION', state: 'LAPSED' },
    ]);
    expect(await read('SELECT balance FROM ledger_account WHERE user_id = $1')).toEqual([{ balance: '0' }]);
  });
});
