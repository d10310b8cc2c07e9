import { MovedAwards } from '../src/features/rewards/points/settlement/moved-awards.service.js';
import { Settling } from '../src/features/rewards/points/settlement/settling.service.js';
import type { Transaction } from '../src/shared/database/database.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { act, createComment } from './support/comments.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { given } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { pointsDifferences, settle } from './support/points.api.js';
import { createMembers } from './support/votes.factory.js';

let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterAll(() => t.close());
afterEach(async () => expect(await pointsDifferences(t)).toEqual([]));

const inTransaction = (work: (tx: Transaction) => Promise<void>) => t.database.transaction(work);

/** Until so many wait for what somebody else settles. */
async function untilWaiting(count: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    const [row] = await t.database.query<{ waiting: number }>(
      `SELECT count(*)::integer AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    if (row!.waiting >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Nobody waits');
}

describe('an idea that goes to another challenge takes along what was earned', () => {
  /** Moves it between the moment that something is looked at and the moment that it is written down. */
  async function moveWhile(settling: (tx: Transaction) => Promise<void>, idea: { id: string }, earner: TestUser) {
    const { id: to } = await createChallenge(t, stage.company);
    const under: Promise<void>[] = [];
    await inTransaction(async (tx) => {
      const member = `earn:${stage.company.id}:${earner.id}`;
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [member]);
      under.push(inTransaction(settling));
      await untilWaiting(1);
      await t.database.query('UPDATE idea SET challenge_id = $2 WHERE id = $1', [idea.id, to]);
      under.push(inTransaction((moving) => t.app.get(MovedAwards).move(moving, idea.id, to)));
      await Promise.race([under[1], untilWaiting(2)]);
    });
    await Promise.all(under);
  }

  it('by a comment whose appreciation is taken back just then', async () => {
    const [author, earner, fan] = await createMembers(t, stage.company, 3);
    const idea = await createIdea(t, { company: stage.company, author: author! });
    const { id: commentId } = await createComment(t, { idea, author: earner! });
    await act(t, fan!, 'appreciateComment', { commentId });
    await settle(t);
    await act(t, fan!, 'unappreciateComment', { commentId });
    const asked = [{ commentId, byId: fan!.id }];
    await moveWhile((tx) => t.app.get(Settling).comments(tx, asked), idea, earner!);
  });

  it.each(['ideaId', 'commentId'])('by a report (%s) that is found wrong just then', async (kind) => {
    const [author, earner] = await createMembers(t, stage.company, 2);
    const idea = await createIdea(t, { company: stage.company, author: author! });
    const item = kind === 'ideaId' ? idea : await createComment(t, { idea, author: author! });
    const ruleId = (await t.database.query<{ id: string }>('SELECT id FROM rule LIMIT 1'))[0]!.id;
    const flag = await given(stage.api.mutate(earner!, 'flagItem', { [kind]: item.id, ruleId }, 'id'));
    const decide = (state: string) =>
      t.database.query(
        `WITH r AS (UPDATE review SET decided_by_id = $3 WHERE id = (SELECT review_id FROM flag WHERE id = $1))
         UPDATE flag SET state = $2, decided_at = now() WHERE id = $1`,
        [flag.id, state, stage.moderator.id],
      );
    await decide('UPHELD');
    await inTransaction((tx) => t.app.get(Settling).flags(tx, [flag.id]));
    await decide('REJECTED');
    await moveWhile((tx) => t.app.get(Settling).flags(tx, [flag.id]), idea, earner!);
  });
});
