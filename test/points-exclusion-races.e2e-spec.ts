import { verifyAll } from '../src/cli/verify.js';
import { ExclusionJobs } from '../src/features/rewards/points/settlement/exclusion.jobs.js';
import type { StoredEvent } from '../src/shared/events/domain-event.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { given } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { balanceOf, exclude, settle } from './support/points.api.js';

const DAY = 86_400_000;
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
afterEach(() => t.clock.set(null));

/** Somebody with five points. */
async function member(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, undefined, { trustLevel: 2 });
  await stage.submit(user);
  await settle(t);
  return user;
}
const balance = (who: TestUser) => balanceOf(t, stage.company, who);
const undo = (decisionId: string) => given(stage.api.mutate(stage.moderator, 'undoDecision', { decisionId }, 'id'));
const undone = async (decisionId: string) =>
  (
    await t.database.query<StoredEvent<never>>(
      `SELECT id, type, company_id AS "companyId", aggregate_id AS "aggregateId", payload FROM event
       WHERE type = 'DecisionUndone' AND payload->>'decisionId' = $1`,
      [decisionId],
    )
  )[0]!;

describe('the points of who was excluded twice', () => {
  it('are back when both are undone, also where that is heard of at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const cai = await member();
      const decisions = [await exclude(t, stage, cai), await exclude(t, stage, cai)];
      const jobs = t.app.get(ExclusionJobs, { strict: false });
      const hear = (event: StoredEvent<never>) => t.database.transaction((tx) => jobs.readmit(event, tx));
      await undo(decisions[0]!);
      // the one is heard of while the other one is being undone
      const first = hear(await undone(decisions[0]!));
      await undo(decisions[1]!);
      await Promise.all([first, hear(await undone(decisions[1]!))]);
      await settle(t);
      expect(await balance(cai)).toBe(5);
    }
  });
});

describe('an exclusion', () => {
  it('that is heard of when it has ended already takes no points', async () => {
    const cai = await member();
    const before = t.clock.now();
    t.clock.set(new Date(+before - 40 * DAY));
    await exclude(t, stage, cai, { days: 3 }, () => t.clock.set(null));
    expect(await balance(cai)).toBe(5);
  });
});
