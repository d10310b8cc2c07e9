import { verifyAll } from '../src/cli/verify.js';
import { DecisionAct } from '../src/features/moderation/decisions/decision.entity.js';
import { isPossible } from '../src/features/moderation/decisions/decision.policy.js';
import { ReviewKind } from '../src/features/moderation/reviews/review.entity.js';
import { type ActsStage, actsStage, SECRET, type World } from './support/acts.stage.js';
import { flagsApi } from './support/flags.api.js';
import { given } from './support/ideas.api.js';

let s: ActsStage;
beforeAll(async () => {
  s = await actsStage();
}, 60_000);
afterAll(() => s.t.close());

/** What each act needs to know: an act without a row is not done, and fails. */
const HOW: Record<DecisionAct, (world: World) => object> = {
  KEEP: () => ({}),
  REQUEST_EDIT: () => ({}),
  HIDE: () => ({}),
  REMOVE: () => ({}),
  LOCK: () => ({}),
  MASK: () => ({ passages: [SECRET] }),
  MERGE: ({ target }) => ({ targetIdeaId: target }),
  MOVE: () => ({ challengeId: s.challenge.id }),
  WARN: () => ({}),
  SILENCE: () => ({ days: 3 }),
  SUSPEND: () => ({ openBecause: 'Threatens others.' }),
  EXCLUDE: () => ({ openBecause: 'Votes for himself from many accounts.' }),
};

const ITEM: Record<ReviewKind, (world: World) => object> = {
  IDEA: ({ idea }) => ({ ideaId: idea }),
  COMMENT: ({ comment }) => ({ commentId: comment }),
  PROFILE: () => ({ userId: s.stage.ana.id, companyId: s.stage.company.id }),
};

const CASES = Object.values(DecisionAct).flatMap((act) =>
  Object.values(ReviewKind).flatMap((kind) =>
    (kind === ReviewKind.PROFILE ? ['PUBLISHED'] : ['PUBLISHED', 'HELD']).map((state) => ({ act, kind, state })),
  ),
);
const can = ({ act, kind, state }: (typeof CASES)[number]) =>
  isPossible(act, kind, { visibility: state, locked: false });

it.each(CASES.filter(can))('$act of a $kind that is $state, undone, leaves everything as it was', async (one) => {
  const { act, kind, state } = one;
  const world = await (state === 'HELD' ? s.heldWorld() : s.world());
  const item = ITEM[kind](world);
  await s.t.database.query('DELETE FROM flag');
  const { ruleId } = s.api.ground(act) as { ruleId?: string };
  if (state === 'PUBLISHED')
    expect(await flagsApi(s.t).flag(world.voters.none, { ...item, ruleId, note: 'Names somebody.' })).toBe('OK');
  const files = act === 'MASK' && kind === 'IDEA' ? { attachmentIds: [world.attachment] } : {};
  // there is a review from here on
  await s.api.open(item);
  const before = await s.dump(world);
  const found = await s.search('bread');
  const decision = await s.act(item, act, { ...HOW[act](world), ...files });
  expect(await s.dump(world)).not.toEqual(before);
  expect(await verifyAll(s.t.app)).toEqual([]);
  await given(s.api.undo(decision));
  expect(await s.dump(world)).toEqual(before);
  expect(await s.search('bread')).toEqual(found);
  expect(await verifyAll(s.t.app)).toEqual([]);
});

it.each(CASES.filter((one) => !can(one)))('$act of a $kind that is $state is refused', async ({ act, kind, state }) => {
  const world = await (state === 'HELD' ? s.heldWorld() : s.world());
  await expect(s.act(ITEM[kind](world), act, HOW[act](world))).rejects.toThrow('act IMPOSSIBLE_ACT');
});
