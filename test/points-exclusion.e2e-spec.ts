import { verifyAll } from '../src/cli/verify.js';
import { newId } from '../src/shared/database/ids.js';
import { Outbox } from '../src/shared/events/outbox.js';
import { DecisionAct } from '../src/features/moderation/decisions/decision.entity.js';
import { DecisionMade, DecisionUndone } from '../src/features/moderation/moderation.events.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { awardsOf, balanceOf, setExcluded, settle, storyOf } from './support/points.api.js';
import { vote } from './support/votes.factory.js';

let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});

async function member(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, undefined, { trustLevel: 2 });
  return user;
}
const balance = (who: TestUser) => balanceOf(t, stage.company, who);
const later = () => new Date(Date.now() + 86_400_000);
/** Tells of a decision about somebody, as moderation does. */
async function tell(kind: typeof DecisionMade, who: TestUser, decisionId: string, excludedUntil: Date | null) {
  await setExcluded(t, stage.company, who, excludedUntil);
  const about = { decisionId, kind: 'PROFILE', ideaId: null, commentId: null, subjectId: who.id };
  const event = {
    ...{ companyId: stage.company.id, aggregateId: newId(), actorId: stage.moderator.id, occurredAt: t.clock.now() },
    payload: { ...about, act: 'EXCLUDE' as DecisionAct } as Parameters<typeof kind>[0]['payload'],
  };
  await t.database.transaction((tx) => t.app.get(Outbox).append(tx, kind(event)));
  await settle(t);
}
const exclude = (who: TestUser, decisionId: string) => tell(DecisionMade, who, decisionId, later());
const readmit = (who: TestUser, decisionId: string, excludedUntil: Date | null = null) =>
  tell(DecisionUndone as unknown as typeof DecisionMade, who, decisionId, excludedUntil);

describe('who is excluded from rewards', () => {
  it('loses the use of their points, and has them again, exactly, once that is undone', async () => {
    const [cai, decision] = [await member(), newId()];
    await stage.submit(cai);
    await settle(t);
    await exclude(cai, decision);
    expect(await balance(cai)).toBe(0);
    expect((await storyOf(t, stage.company, cai)).lines[0]).toMatchObject({
      kind: 'FORFEIT',
      points: -5,
      stands: true,
    });
    await stage.submit(cai, { title: 'Another one' });
    await settle(t);
    await readmit(cai, decision);
    expect(await balance(cai)).toBe(5);
    expect(await awardsOf(t, stage.company, cai)).toEqual(['IDEA_PUBLISHED 5', 'IDEA_PUBLISHED 0']);
  });

  it('owes what is reversed meanwhile, and has the rest when readmitted', async () => {
    const [cai, decision] = [await member(), newId()];
    const { id, version } = await stage.submit(cai);
    await stage.submit(cai, { title: 'Another one' });
    await settle(t);
    await exclude(cai, decision);
    await stage.api.mutate(cai, 'withdrawIdea', { ideaId: id, version });
    await settle(t);
    expect(await balance(cai)).toBe(-5);
    await readmit(cai, decision);
    expect(await balance(cai)).toBe(5);
  });

  it('earns others nothing by a vote for as long', async () => {
    const [cai, dan, decision] = [await member(), await member(), newId()];
    const { id } = await createIdea(t, { company: stage.company, author: dan });
    await vote(t, cai, id, 'UP');
    await settle(t);
    await exclude(cai, decision);
    expect(await awardsOf(t, stage.company, dan)).toEqual(['FIRST_VOTE 2 VOTES_WITHDRAWN', 'IDEA_PUBLISHED 5']);
    await readmit(cai, decision);
    expect(await awardsOf(t, stage.company, dan)).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']);
  });
});

describe('who erases their account', () => {
  it('leaves no points that anybody could use, and none come back', async () => {
    const cai = await member();
    const { id } = await stage.submit(cai);
    await settle(t);
    const { errors } = await t.ask(
      'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }',
      { input: { password: cai.password } },
      { token: cai.token },
    );
    expect(errors).toBeUndefined();
    await settle(t);
    const [account] = await t.database.query<{ balance: string }>(
      'SELECT balance FROM ledger_account WHERE user_id = $1',
      [cai.id],
    );
    expect(account!.balance).toBe('0');
    expect(id).toBeDefined();
  });
});
