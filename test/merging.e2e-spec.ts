import { verifyAll } from '../src/cli/verify.js';
import { createCompany } from './support/companies.factory.js';
import { createChallenge } from './support/challenges.factory.js';
import { type ActsStage, actsStage } from './support/acts.stage.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { tallyOf, vote } from './support/votes.factory.js';

let s: ActsStage;
beforeAll(async () => {
  s = await actsStage();
}, 60_000);
afterAll(() => s.t.close());
afterEach(async () => expect(await verifyAll(s.t.app)).toEqual([]));

const merge = (from: string, to: string, who = s.stage.moderator) =>
  s.act({ ideaId: from }, 'MERGE', { targetIdeaId: to, ruleId: null }, who);
const voters = async (id: string) =>
  (await s.t.database.query<{ id: string }>('SELECT user_id AS id FROM vote WHERE idea_id = $1', [id])).map(
    (row) => row.id,
  );
const anIdea = (author = s.stage.ana, more: object = {}) =>
  createIdea(s.t, { company: s.stage.company, author, ...more });
const MERGED = 'id version title visibility mergedInto { id title } viewerCan { vote comment edit }';

describe('merging', () => {
  it('counts the votes of who has not voted there, and who follows hears of the other', async () => {
    const { idea, target, voters: people } = await s.world();
    await merge(idea, target);
    // one has voted for the other itself, one wrote it
    expect(await tallyOf(s.t, target)).toMatchObject({ up: 2, down: 2 });
    expect(await tallyOf(s.t, idea)).toMatchObject({ up: 3, down: 1 });
    const follows = (who: { token: string }) => s.stage.api.idea(who as never, target, 'id version viewerFollows');
    expect(await given(follows(people.none))).toMatchObject({ viewerFollows: true });
    // who had said that they do not want to hear of it does not
    expect(await given(follows(s.stage.moderator))).toMatchObject({ viewerFollows: false });
    const { merged } = (
      await s.t.database.query<{ merged: string }>(
        `SELECT payload ->> 'targetId' AS merged FROM event WHERE type = 'IdeaMerged' AND aggregate_id = $1`,
        [idea],
      )
    )[0]!;
    expect(merged).toBe(target);
  });

  it('leaves a page that leads there, and that nobody adds to', async () => {
    const { ana, bea } = s.stage;
    const { idea, target } = await s.world();
    await merge(idea, target);
    for (const who of [null, ana, bea])
      expect(await given(s.stage.api.idea(who, idea, MERGED))).toMatchObject({
        ...{ visibility: 'MERGED', mergedInto: { id: target, title: 'Bread that is warm' } },
        viewerCan: { vote: false, comment: false, edit: false },
      });
    expect(await s.search('said')).not.toContain(idea);
    const { body } = await s.t.app.inject({ method: 'GET', url: `/i/${idea}`, headers: { accept: 'text/html' } });
    if (body.includes('canonical')) expect(body).toContain(`/i/${target}">`);
    expect(codeOf((await vote(s.t, bea, idea, null)) as never)).toBe('NOT_FOUND');
    expect(codeOf(await s.api.mutate(bea, 'addComment', { ideaId: idea, body: 'Still?' }, 'id'))).toBe(
      'COMMENTING_CLOSED',
    );
  });

  it('is undone but for what people have said there since', async () => {
    const { idea, target, voters: people } = await s.world();
    const decision = await merge(idea, target);
    expect((await vote(s.t, people.of, target, 'DOWN')).errors).toBeUndefined();
    await given(s.api.mutate(people.none, 'followIdea', { ideaId: target }, 'id'));
    await given(s.api.undo(decision));
    expect((await voters(target)).sort()).toEqual([people.of.id, people.ofBoth.id, people.ofTarget.id].sort());
    expect(await tallyOf(s.t, target)).toMatchObject({ up: 1, down: 2 });
    const { viewerFollows } = await given(s.stage.api.idea(people.none, target, 'id version viewerFollows'));
    expect(viewerFollows).toBe(true);
    expect(await given(s.stage.api.idea(null, idea))).toMatchObject({ visibility: 'PUBLISHED' });
  });

  it('is undone, too, where somebody has found nothing wrong with it since', async () => {
    const { idea, target } = await s.world();
    const decision = await merge(idea, target);
    await s.act({ ideaId: idea }, 'KEEP');
    await given(s.api.undo(decision));
    expect(await given(s.stage.api.idea(null, idea))).toMatchObject({ visibility: 'PUBLISHED' });
  });

  it('of three in a row is undone in any order, and each voter is counted once', async () => {
    const [first, second, third] = [await anIdea(), await anIdea(), await anIdea()];
    const { of, ofBoth, none } = s.voters;
    for (const id of [first.id, second.id]) await vote(s.t, of, id, 'UP');
    await vote(s.t, ofBoth, first.id, 'UP');
    await vote(s.t, none, second.id, 'UP');
    const one = await merge(first.id, second.id);
    const two = await merge(second.id, third.id);
    expect(await voters(third.id)).toHaveLength(3);
    expect(await given(s.stage.api.idea(null, first.id, MERGED))).toMatchObject({ mergedInto: { id: third.id } });
    await given(s.api.undo(one));
    expect((await voters(third.id)).sort()).toEqual([of.id, none.id].sort());
    await given(s.api.undo(two));
    expect(await voters(third.id)).toEqual([]);
    expect((await voters(second.id)).sort()).toEqual([of.id, none.id].sort());
  });

  it('of two into one: who voted for both still counts when one is undone', async () => {
    const [first, second, target] = [await anIdea(), await anIdea(), await anIdea()];
    for (const id of [first.id, second.id]) await vote(s.t, s.voters.of, id, 'UP');
    const one = await merge(first.id, target.id);
    await merge(second.id, target.id);
    await given(s.api.undo(one));
    expect(await voters(target.id)).toEqual([s.voters.of.id]);
    expect(await tallyOf(s.t, target.id)).toMatchObject({ up: 1 });
  });

  it('is into another public idea of this company, which is not the moderator’s own', async () => {
    const { strict, moderator, ana } = s.stage;
    const { id } = await anIdea();
    const refused = (to: string) => expect(merge(id, to)).rejects;
    await refused(id).toThrow('targetIdeaId UNKNOWN_TARGET');
    await refused((await anIdea(ana, { visibility: 'HELD' })).id).toThrow('targetIdeaId UNKNOWN_TARGET');
    await refused((await anIdea(ana, { company: strict })).id).toThrow('targetIdeaId UNKNOWN_TARGET');
    await refused((await anIdea(moderator)).id).toThrow('OWN_CONTENT');
    const child = await anIdea();
    await merge(child.id, id);
    await refused(child.id).toThrow('targetIdeaId UNKNOWN_TARGET');
  });

  it('brings no votes from elsewhere to where nobody votes any more', async () => {
    const past = new Date(Date.now() - 86_400_000 * 9);
    const phases = [{ startsAt: past, endsAt: new Date(+past + 1000) }];
    const challenge = await createChallenge(s.t, s.stage.company, { phases });
    const [one, other] = [await anIdea(s.stage.ana, { challenge }), await anIdea(s.stage.bea, { challenge })];
    await expect(merge((await anIdea()).id, other.id)).rejects.toThrow('targetIdeaId VOTES_CLOSED');
    await merge(one.id, other.id);
    await merge(other.id, (await anIdea()).id);
  });

  it('racing votes for both counts every voter once', async () => {
    const [from, to] = [await anIdea(s.stage.bea), await anIdea(s.stage.bea)];
    const people = Object.values(s.voters);
    await s.api.open({ ideaId: from.id });
    const votes = () => people.flatMap((who) => [vote(s.t, who, from.id, 'UP'), vote(s.t, who, to.id, 'UP')]);
    const [decision] = await Promise.all([merge(from.id, to.id), ...votes()]);
    expect(await tallyOf(s.t, to.id)).toMatchObject({ up: people.length, score: people.length });
    await given(s.api.undo(decision));
    expect(await voters(to.id)).toHaveLength(people.length);
  });

  it('of two into each other at once happens once', async () => {
    for (let round = 0; round < 3; round++) {
      const [one, two] = [await anIdea(s.stage.bea), await anIdea(s.stage.bea)];
      await s.api.open({ ideaId: one.id });
      await s.api.open({ ideaId: two.id }, s.stage.manager);
      const settled = await Promise.allSettled([merge(one.id, two.id), merge(two.id, one.id, s.stage.manager)]);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });
});

describe('moving', () => {
  const move = (ideaId: string, challengeId: string | null | undefined) => s.act({ ideaId }, 'MOVE', { challengeId });
  const place = async (id: string) =>
    (await given(s.stage.api.idea(null, id, 'id version challenge { id ideaCount }'))).challenge as {
      id: string;
    } | null;
  const counts = async () =>
    s.t.database.query<{ ideas: number }>(
      `SELECT count(*)::integer AS ideas FROM idea_tally WHERE challenge_id = $1 AND listed`,
      [s.challenge.id],
    );

  it('brings an idea to a challenge, or to the idea box, and back', async () => {
    const { id } = await anIdea();
    const [before] = await counts();
    const decision = await move(id, s.challenge.id);
    expect(await place(id)).toMatchObject({ id: s.challenge.id });
    expect((await counts())[0]!.ideas).toBe(before!.ideas + 1);
    const back = await move(id, null);
    expect(codeOf(await s.api.undo(decision))).toBe('CONFLICT');
    expect(await place(id)).toBeNull();
    await given(s.api.undo(back));
    await given(s.api.undo(decision));
    expect(await place(id)).toBeNull();
    expect(await counts()).toEqual([before]);
  });

  it('is to where ideas are taken now, and whose terms its author has accepted', async () => {
    const { company, moderator } = s.stage;
    const { id } = await anIdea();
    const other = await createCompany(s.t, {});
    await s.t.database.query(
      `INSERT INTO membership (id, company_id, user_id, role) SELECT uuidv7(), $1, $2, 'MANAGER'`,
      [other.id, moderator.id],
    );
    const past = new Date(Date.now() - 86_400_000 * 9);
    const closed = await createChallenge(s.t, company, {
      phases: [{ startsAt: past, endsAt: new Date(+past + 1000) }],
    });
    const draft = await createChallenge(s.t, company, { publishAt: null });
    const foreign = await createChallenge(s.t, other);
    for (const { id: to } of [closed, draft, foreign])
      await expect(move(id, to)).rejects.toThrow('challengeId NO_PLACE');
    await expect(move(id, null)).rejects.toThrow('challengeId NO_PLACE');
    await expect(move(id, undefined)).rejects.toThrow('challengeId EMPTY');
    const terms = await createChallenge(s.t, company, {
      terms: 'The prize is paid in bread.',
      termsVersion: 1,
    } as never);
    await expect(move(id, terms.id)).rejects.toThrow('challengeId TERMS_NOT_ACCEPTED');
  });
});

it('what was merged or moved is not counted against its author; of many at once some acts are refused', async () => {
  const { company, moderator, ana } = s.stage;
  const [one, two, target] = [await anIdea(), await anIdea(), await anIdea(s.stage.bea)];
  const reviews = [await s.api.open({ ideaId: one.id }), await s.api.open({ ideaId: two.id })];
  const bulk = (more: object) =>
    s.t.ask<{ result: { decided: { authorRecord: { rejectedCount: number } }[]; refused: object[] } }>(
      `mutation ($input: DecideReviewsInput!) { result: decideReviews(input: $input) { decided { authorRecord { rejectedCount } } refused { code } } }`,
      {
        input: {
          companyId: company.id,
          reviews: reviews.map(({ id: reviewId, version }) => ({ reviewId, version })),
          ...more,
        },
      },
      { token: moderator.token },
    );
  const { ruleId } = s.api.ground('MASK') as { ruleId: string };
  for (const act of ['MASK', 'SILENCE', 'SUSPEND', 'EXCLUDE'])
    expect((await bulk({ act, ruleId })).errors![0]!.extensions.fields).toMatchObject([{ path: 'act' }]);
  const before = await s.t.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM review r WHERE author_id = $1 AND state = 'REJECTED' AND company_id = $2
       AND NOT EXISTS (SELECT FROM decision d WHERE d.review_id = r.id AND d.act IN ('MERGE', 'MOVE') AND undone_at IS NULL)`,
    [ana.id, company.id],
  );
  const { data } = await bulk({ act: 'MERGE', targetIdeaId: target.id });
  const record = { authorRecord: { rejectedCount: before[0]!.count } };
  expect(data!.result).toEqual({ decided: [record, record], refused: [] });
});
