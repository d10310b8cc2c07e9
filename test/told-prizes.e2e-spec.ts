import { ClaimJobs } from '../src/features/rewards/prizes/claims/claim.jobs.js';
import { AnnouncementService } from '../src/features/rewards/prizes/winners/announcement.service.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { addMember } from './support/companies.factory.js';
import { mailsTo } from './support/mails.js';
import { type ApiClaim, prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';
import { removeIdea, undoDecision } from './support/removals.js';
import { readAll, subjectsTo, toldRewards } from './support/told-rewards.js';

const DAY = 86_400_000;

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterEach(() => stage.t.clock.set(null));
afterAll(() => stage.t.close());

const told = (user: TestUser, ...kinds: string[]) => toldRewards(stage.t, user, ...kinds);
async function somebody(): Promise<TestUser> {
  const user = await createUser(stage.t);
  await addMember(stage.t, stage.company, user);
  return user;
}
/** An idea of theirs wins a prize. */
async function win(who: TestUser, prize: object = {}) {
  const challenge = await api.challenge([{ title: 'A day in the bakery', ...prize }]);
  const idea = await api.idea(challenge, who);
  expect(await api.announce(challenge, [idea])).toBeNull();
  await stage.t.runJobs();
  return { challenge, idea, claim: (await api.claims(who))[0]! };
}
const accept = (who: TestUser, { id: claimId, version }: ApiClaim) =>
  api.done(api.mutate<ApiClaim>(who, 'acceptPrize', { claimId, version, acceptTerms: true, delivery: null }));
const act = (who: TestUser, name: string, { id: claimId, version }: ApiClaim) =>
  api.done(api.mutate<ApiClaim>(who, name, { claimId, version }));

it('who has won is told what and why, here and by mail', async () => {
  const ana = await somebody();
  await win(ana, { kind: 'MONEY', amountMinor: 100_000, currency: 'EUR' });
  expect(await told(ana, 'PRIZE_WON')).toMatchObject([{ rewardNames: ['A day in the bakery'] }]);
  const mail = mailsTo(stage.t, ana.email).find(({ subject }) => subject.startsWith('Your idea has won'));
  for (const part of ['A day in the bakery (€1,000).', 'It helps most.', 'part=prizes', 'You can accept it until'])
    expect(mail!.text).toContain(part);
});

it('those who take part are told that the winners are known, here alone; the winner is not told twice', async () => {
  const [ana, fan] = [await somebody(), await somebody()];
  const challenge = await api.challenge([{}]);
  const idea = await api.idea(challenge, ana);
  await stage.t.database.query(
    `INSERT INTO idea_follow (company_id, idea_id, user_id, since) SELECT $1, $2, unnest($3::uuid[]), now()`,
    [stage.company.id, idea.id, [ana.id, fan.id]],
  );
  await api.announce(challenge, [idea]);
  expect(await told(fan, 'WINNERS_ANNOUNCED', 'PRIZE_WON')).toMatchObject([
    { kind: 'WINNERS_ANNOUNCED', challengeTitle: challenge.title },
  ]);
  expect(subjectsTo(stage.t, fan)).toEqual([]);
  expect(await told(ana, 'WINNERS_ANNOUNCED')).toEqual([]);
});

it('what becomes of a prize is told to its winner, but for what they did themselves; managers hear what they have to send', async () => {
  const ana = await somebody();
  const { claim } = await win(ana);
  const accepted = await accept(ana, claim);
  expect(await told(ana, 'PRIZE_CLAIM')).toEqual([]);
  expect(await told(stage.manager, 'HANDOUT_WAITING')).toMatchObject([{ detail: 'PRIZES' }]);
  const sent = await act(stage.manager, 'markPrizeSent', accepted);
  expect(await told(ana, 'PRIZE_CLAIM')).toMatchObject([{ detail: 'SENT', rewardNames: ['A day in the bakery'] }]);
  expect(await told(stage.manager, 'HANDOUT_WAITING')).toEqual([]);
  await act(ana, 'confirmPrize', sent);
  expect(await told(ana, 'PRIZE_CLAIM')).toMatchObject([{ detail: 'RECEIVED' }]);
  expect(subjectsTo(stage.t, ana).filter((subject) => subject.endsWith('about your prize'))).toHaveLength(1);
});

it('reminds of a prize that nobody has accepted, and says when it is too late', async () => {
  const ana = await somebody();
  const { claim } = await win(ana);
  const jobs = stage.t.app.get(ClaimJobs);
  for (const days of [-6, -5, -1, 1]) {
    stage.t.clock.set(new Date(Date.parse(claim.dueAt) + days * DAY));
    await jobs.pass();
    await stage.t.runJobs();
  }
  const subjects = subjectsTo(stage.t, ana).map((subject) => subject.replace(`${stage.company.name}: `, ''));
  expect(subjects.slice(1)).toEqual(['your prize waits for you', 'your prize waits for you', 'about your prize']);
  expect(await told(ana, 'PRIZE_CLAIM')).toMatchObject([{ detail: 'LAPSED' }]);
});

it('a win that was taken back is not told as one any more', async () => {
  const ana = await somebody();
  const { claim } = await win(ana);
  await stage.t.database.query(
    'UPDATE winner SET revoked_at = now() WHERE id = (SELECT winner_id FROM prize_claim WHERE id = $1)',
    [claim.id],
  );
  expect(await told(ana, 'PRIZE_WON')).toEqual([]);
});

it('managers are told once that winners were not announced when the date came, until they choose again', async () => {
  const { manager, t } = stage;
  const ana = await somebody();
  const challenge = await api.challenge([{}]);
  const idea = await api.idea(challenge, ana);
  await api.announce(challenge, [idea], { announceAt: new Date(Date.now() + DAY) });
  await t.database.query(`UPDATE idea SET visibility = 'HIDDEN' WHERE id = $1`, [idea.id]);
  t.clock.set(new Date(Date.now() + 2 * DAY));
  for (let times = 0; times < 2; times++) await t.app.get(AnnouncementService).sweep();
  t.clock.set(null);
  expect(await told(manager, 'WINNERS_HELD_BACK')).toMatchObject([{ challengeTitle: challenge.title }]);
  const mails = mailsTo(t, manager.email).filter(({ subject }) => subject.endsWith('winners were not announced'));
  expect(mails).toHaveLength(1);
  expect(mails[0]!.text).toContain(`/${stage.company.slug}/manage/rewards?part=prizes&challengeId=${challenge.id}`);
  expect(await told(ana, 'WINNERS_HELD_BACK')).toEqual([]);
  await api.mutate(manager, 'cancelAnnouncement', { challengeId: challenge.id });
  expect(await told(manager, 'WINNERS_HELD_BACK')).toEqual([]);
});

describe('managers are told that a prize is free again', () => {
  const ofIt = async ({ id }: { id: string }) => {
    const lines = await told(stage.manager, 'HANDOUT_WAITING');
    return lines.filter(({ challengeId, detail }) => detail === 'PRIZE_FREE' && challengeId === id);
  };
  const mailsOf = ({ id }: { id: string }) =>
    mailsTo(stage.t, stage.manager.email).filter(({ text }) => text.includes(`part=prizes&challengeId=${id}`));
  const decline = (who: TestUser, claim: ApiClaim) => act(who, 'declinePrize', claim);
  /** Two ideas that have won, and one more. */
  async function two() {
    const [ana, bea] = [await somebody(), await somebody()];
    const challenge = await api.challenge([{}, {}]);
    const ideas = await Promise.all([ana, bea, await somebody()].map((who) => api.idea(challenge, who)));
    expect(await api.announce(challenge, ideas.slice(0, 2))).toBeNull();
    await stage.t.runJobs();
    return { ana, bea, challenge, next: ideas[2]!, claims: [...(await api.claims(ana)), ...(await api.claims(bea))] };
  }

  it('once, until they choose another winner, of several prizes that nobody accepted in time', async () => {
    const { challenge, next, claims, ana } = await two();
    stage.t.clock.set(new Date(Date.parse(claims[0]!.dueAt) + DAY));
    await stage.t.app.get(ClaimJobs).pass();
    await stage.t.runJobs();
    stage.t.clock.set(null);
    expect(await ofIt(challenge)).toMatchObject([{ challengeTitle: challenge.title }]);
    expect(mailsOf(challenge).map(({ subject }) => subject)).toEqual([`${stage.company.name}: a prize is free again`]);
    expect(await told(ana, 'HANDOUT_WAITING')).toEqual([]);
    expect(await api.announce(challenge, [next, await api.idea(challenge, await somebody())])).toBeNull();
    expect(await ofIt(challenge)).toEqual([]);
  });

  it('when its winner does not want it, and anew after they have chosen another', async () => {
    const { ana, bea, challenge, next, claims } = await two();
    await decline(ana, claims[0]!);
    expect(await ofIt(challenge)).toHaveLength(1);
    expect(await api.announce(challenge, [next])).toBeNull();
    expect(await ofIt(challenge)).toEqual([]);
    await decline(bea, claims[1]!);
    expect(await ofIt(challenge)).toHaveLength(1);
    expect(mailsOf(challenge)).toHaveLength(2);
  });

  it('when the idea that had won it was removed, not once that is undone', async () => {
    const { challenge, idea } = await win(await somebody());
    const decision = await removeIdea(stage.t, stage.manager, stage.company.id, idea.id);
    expect(await ofIt(challenge)).toHaveLength(1);
    await undoDecision(stage.t, stage.manager, decision);
    expect(await ofIt(challenge)).toEqual([]);
  });

  it('not while one of its authors still may have it', async () => {
    const [ana, bea] = [await somebody(), await somebody()];
    const challenge = await api.challenge([{}]);
    const idea = await api.idea(challenge, ana);
    await stage.t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
      [stage.company.id, idea.id, bea.id],
    );
    expect(await api.announce(challenge, [idea])).toBeNull();
    await decline(ana, (await api.claims(ana))[0]!);
    expect(await ofIt(challenge)).toEqual([]);
    await decline(bea, (await api.claims(bea))[0]!);
    expect(await ofIt(challenge)).toHaveLength(1);
    expect(mailsOf(challenge)).toHaveLength(1);
  });

  it('not of a challenge in the archive, where nobody is chosen any more', async () => {
    const ana = await somebody();
    const { challenge, claim } = await win(ana);
    await stage.t.database.query('UPDATE challenge SET archived_at = now(), closed_at = now() WHERE id = $1', [
      challenge.id,
    ]);
    await decline(ana, claim);
    expect(await ofIt(challenge)).toEqual([]);
    expect(mailsOf(challenge)).toEqual([]);
  });
});

describe('shares of a prize that are proposed', () => {
  async function together() {
    const { t, company } = stage;
    const [ana, bea, leo] = [await somebody(), await somebody(), await somebody()];
    const challenge = await api.challenge([{ kind: 'MONEY', amountMinor: 1000, currency: 'EUR' }]);
    const idea = await api.idea(challenge, ana);
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) SELECT $1, $2, unnest($3::uuid[]), 'ACCEPTED'`,
      [company.id, idea.id, [bea.id, leo.id]],
    );
    const propose = (...percents: number[]) => {
      const shares = [ana, bea, leo].map(({ id: userId }, index) => ({ userId, percent: percents[index]! }));
      return api.done(api.mutate<{ version: number }>(ana, 'proposeShares', { ideaId: idea.id, shares }));
    };
    return { ana, bea, leo, challenge, idea, propose };
  }

  it('are told to those who are to agree, with a way there; more of them only after they have read it', async () => {
    const { ana, bea, leo, idea, propose } = await together();
    await propose(50, 25, 25);
    for (const who of [bea, leo])
      expect(await told(who, 'SHARES_PROPOSED')).toMatchObject([{ ideaTitle: idea.title, actors: [{}] }]);
    expect(await told(ana, 'SHARES_PROPOSED')).toEqual([]);
    const { version } = await propose(60, 20, 20);
    await stage.t.runJobs();
    const mails = () => mailsTo(stage.t, bea.email).filter(({ subject }) => subject.startsWith('How to share a prize'));
    expect(mails()).toHaveLength(1);
    for (const part of [idea.title, `part=prizes&company=${stage.company.slug}`])
      expect(mails()[0]!.text).toContain(part);
    await api.done(api.mutate(leo, 'answerShares', { ideaId: idea.id, version, agree: true }));
    await readAll(stage.t, bea);
    await propose(40, 30, 30);
    await stage.t.runJobs();
    expect([(await told(bea, 'SHARES_PROPOSED')).length, mails().length]).toEqual([2, 2]);
  });

  it('are told no more once it is known who has won', async () => {
    const { bea, challenge, idea, propose } = await together();
    await propose(50, 25, 25);
    expect(await told(bea, 'SHARES_PROPOSED')).toHaveLength(1);
    await api.announce(challenge, [idea]);
    expect(await told(bea, 'SHARES_PROPOSED')).toEqual([]);
    const won = mailsTo(stage.t, bea.email).find(({ subject }) => subject.startsWith('Your idea has won'));
    expect(won!.text).toMatch(/\(€10\)\. Your part: €3\.3[34]\./);
  });
});
