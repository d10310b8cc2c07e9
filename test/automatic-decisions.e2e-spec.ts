import { verifyAll } from '../src/cli/verify.js';
import { DecisionAct } from '../src/features/moderation/decisions/decision.entity.js';
import { isPossible, settles } from '../src/features/moderation/decisions/decision.policy.js';
import { ReviewKind } from '../src/features/moderation/reviews/review.entity.js';
import type { TestUser } from './support/accounts.factory.js';
import { type ActsStage, actsStage, SECRET, type World } from './support/acts.stage.js';
import { crowd, flagsApi } from './support/flags.api.js';
import { codeOf, given } from './support/ideas.api.js';
import { decide } from './support/reviews.api.js';

let s: ActsStage;
let ruleId: string;
beforeAll(async () => {
  s = await actsStage();
  ({ ruleId } = s.api.ground('HIDE') as { ruleId: string });
}, 60_000);
afterAll(() => s.t.close());

const mutate = (who: TestUser, name: string, input: object, fields: string) => s.api.mutate(who, name, input, fields);
const idOf = (item: object) => Object.values(item)[0] as string;
async function reviewOf(item: object) {
  const reviews = await flagsApi(s.t).reviewsOf(s.stage.moderator, s.stage.company.id, idOf(item));
  return reviews.find(({ state }) => state === 'PENDING') ?? reviews[0]!;
}
async function hiddenBy(item: object) {
  await s.t.database.query('DELETE FROM rate_limit');
  for (const who of await crowd(s.t, s.stage.company, 3, 2))
    expect(await flagsApi(s.t).flag(who, { ...item, ruleId })).toBe('OK');
  const review = await reviewOf(item);
  expect(review).toMatchObject({ state: 'PENDING', decisions: [{ act: 'HIDE', automatic: true }] });
  return { review, decisionId: review.decisions[0]!.id };
}
const seen = async (item: object) => {
  const [row] = await s.t.database.query<{ visibility: string }>(
    'SELECT visibility FROM idea WHERE id = $1 UNION ALL SELECT visibility FROM comment WHERE id = $1',
    [idOf(item)],
  );
  return row!.visibility;
};
const flagStates = async (item: object) => (await reviewOf(item)).flags.map(({ state }) => state);
const told = async (kind: string) =>
  s.t.database.query<{ detail: string }>(
    `SELECT detail FROM notification WHERE user_id = $1 AND kind = $2 ORDER BY created_at`,
    [s.stage.ana.id, kind],
  );
const appeal = async (decisionId: string) =>
  (await given(
    mutate(s.stage.ana, 'fileAppeal', { decisionId, text: 'It is harmless.' }, 'id version state'),
  )) as unknown as { id: string; version: number };
const appealState = async (id: string) =>
  (await s.t.database.query<{ state: string }>('SELECT state FROM appeal WHERE id = $1', [id]))[0]!.state;

const HOW: Partial<Record<DecisionAct, (world: World) => object>> = {
  MASK: () => ({ passages: [SECRET] }),
  MERGE: ({ target }) => ({ targetIdeaId: target }),
  MOVE: () => ({ challengeId: s.challenge.id }),
};
const CASES = [ReviewKind.IDEA, ReviewKind.COMMENT].flatMap((kind) =>
  Object.values(DecisionAct)
    .filter((act) => settles(act, kind) && isPossible(act, kind, { visibility: 'PUBLISHED', locked: false }))
    .map((act) => ({ act, kind })),
);
const GONE = ['HIDE', 'REMOVE', 'REQUEST_EDIT'];

it.each(CASES)(
  '$act of a $kind that was hidden automatically takes its place; undone, that holds again',
  async (one) => {
    const { act, kind } = one;
    const world = await s.world();
    const item = kind === ReviewKind.IDEA ? { ideaId: world.idea } : { commentId: world.comment };
    const { decisionId } = await hiddenBy(item);
    const before = await s.dump(world);
    const found = await s.search('bread');
    const decision = await s.act(item, act, HOW[act]?.(world));
    const [first] = await s.t.database.query<{ because: string }>(
      'SELECT undone_because AS because FROM decision WHERE id = $1',
      [decisionId],
    );
    expect(first!.because).toBe(act === 'KEEP' ? 'RECONSIDERED' : 'REPLACED');
    expect(GONE.includes(act)).toBe(!['PUBLISHED', 'MERGED'].includes(await seen(item)));
    expect(await verifyAll(s.t.app)).toEqual([]);
    await given(s.api.undo(decision));
    expect(await s.dump(world)).toEqual(before);
    expect(await s.search('bread')).toEqual(found);
    expect((await reviewOf(item)).decisions[0]).toMatchObject({ act: 'HIDE', automatic: true });
    expect(await verifyAll(s.t.app)).toEqual([]);
  },
);

describe('what was hidden automatically', () => {
  it('and is kept, is seen again: its author hears of it, and who reported it was not right', async () => {
    const { idea } = await s.world();
    await hiddenBy({ ideaId: idea });
    await s.act({ ideaId: idea }, 'KEEP');
    await s.t.runJobs();
    expect(await seen({ ideaId: idea })).toBe('PUBLISHED');
    expect(await flagStates({ ideaId: idea })).toEqual(['REJECTED', 'REJECTED', 'REJECTED']);
    expect((await told('DECISION_UNDONE')).at(-1)).toEqual({ detail: 'HIDE' });
  });

  it('and is removed, is told once: by the statement of who decided', async () => {
    const { idea } = await s.world();
    await hiddenBy({ ideaId: idea });
    await s.t.runJobs();
    const before = await told('DECISION_UNDONE');
    await s.act({ ideaId: idea }, 'REMOVE');
    await s.t.runJobs();
    expect(await flagStates({ ideaId: idea })).toEqual(['UPHELD', 'UPHELD', 'UPHELD']);
    expect(await told('DECISION_UNDONE')).toEqual(before);
    expect((await told('DECISION_MADE')).at(-1)).toEqual({ detail: 'REMOVE' });
  });

  it('stays hidden while only its author is judged', async () => {
    const { comment } = await s.world();
    await hiddenBy({ commentId: comment });
    await s.act({ commentId: comment }, 'WARN');
    expect(await seen({ commentId: comment })).toBe('HIDDEN');
    expect(await flagStates({ commentId: comment })).toEqual(['OPEN', 'OPEN', 'OPEN']);
  });

  it('is decided by whoever decides the appeal: that ends its review, too', async () => {
    const { manager } = s.stage;
    for (const [outcome, states, visible] of [
      ['UPHOLD', ['REJECTED', 'UPHELD'], 'HIDDEN'],
      ['OVERTURN', ['APPROVED', 'REJECTED'], 'PUBLISHED'],
    ] as const) {
      const { idea } = await s.world();
      const { decisionId } = await hiddenBy({ ideaId: idea });
      const { id: appealId, version } = await appeal(decisionId);
      await given(mutate(manager, 'decideAppeal', { appealId, version, outcome, reasons: 'I read it.' }, 'id'));
      const review = await reviewOf({ ideaId: idea });
      expect([review.state, review.flags[0]!.state]).toEqual(states);
      expect(await seen({ ideaId: idea })).toBe(visible);
    }
    expect(await verifyAll(s.t.app)).toEqual([]);
  });

  it('is decided once: who decides the review answers the appeal', async () => {
    for (const [act, state] of [
      ['KEEP', 'OVERTURNED'],
      ['REMOVE', 'UPHELD'],
    ] as const) {
      const { idea } = await s.world();
      const { decisionId } = await hiddenBy({ ideaId: idea });
      const { id } = await appeal(decisionId);
      await s.act({ ideaId: idea }, act);
      expect(await appealState(id)).toBe(state);
    }
    expect(await verifyAll(s.t.app)).toEqual([]);
  });

  it('is decided by one of those who decide about the review and the appeal at once', async () => {
    const { moderator, manager } = s.stage;
    const { idea } = await s.world();
    const { review, decisionId } = await hiddenBy({ ideaId: idea });
    const { id: appealId, version } = await appeal(decisionId);
    const [decided, judged] = await Promise.all([
      decide(s.t, moderator, 'REMOVE', review, { ruleId }),
      mutate(manager, 'decideAppeal', { appealId, version, outcome: 'OVERTURN', reasons: 'It is fine.' }, 'id'),
    ]);
    expect([decided.code ?? 'OK', codeOf(judged) ?? 'OK'].sort()).toEqual(['CONFLICT', 'OK']);
    expect(await seen({ ideaId: idea })).toBe(decided.code ? 'PUBLISHED' : 'REMOVED');
    expect(await verifyAll(s.t.app)).toEqual([]);
  });
});

describe('a review', () => {
  it('is not opened of what is gone', async () => {
    const { idea, comment } = await s.world();
    for (const item of [{ ideaId: idea }, { commentId: comment }]) {
      await s.act(item, 'REMOVE');
      expect(codeOf(await mutate(s.stage.moderator, 'openReview', item, 'id'))).toBe('NOT_PUBLIC');
    }
  });

  it('does not wait for a decision about what a later decision has removed', async () => {
    const { idea } = await s.world();
    const lock = await s.act({ ideaId: idea }, 'LOCK');
    await s.act({ ideaId: idea }, 'REMOVE');
    await given(s.api.undo(lock));
    const reviews = await flagsApi(s.t).reviewsOf(s.stage.moderator, s.stage.company.id, idea);
    expect(reviews.map(({ state }) => state)).not.toContain('PENDING');
  });
});
