import { Rule } from '../src/features/companies/rule.entity.js';
import { hashOf } from '../src/features/moderation/log/chain.js';
import { LogEntry } from '../src/features/moderation/log/log-entry.entity.js';
import { ModerationLog } from '../src/features/moderation/log/moderation-log.service.js';
import { verifyAll } from '../src/cli/verify.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';
import { vote } from './support/votes.factory.js';

interface Line {
  position: number;
  entry: string;
  act: string;
  rule: string | null;
  role: string | null;
  decisionId: string;
  outcome: string | null;
  hash: string;
  previousHash: string;
}

let t: TestApp;
let stage: IdeasStage;
let rule: Rule;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  rule = await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id });
});
afterAll(() => t.close());

const mutate = (who: TestUser, name: string, input: object, fields: string) =>
  stage.api.mutate(who, name, input, fields);
const open = (item: object, who = stage.moderator) =>
  given(mutate(who, 'openReview', item, 'id version state')) as unknown as Promise<{ id: string; version: number }>;
const undo = (decisionId: string, who = stage.moderator) => mutate(who, 'undoDecision', { decisionId }, 'id undoneAt');
const ground = (act: string) => (act === 'KEEP' ? {} : { ruleId: rule.id, note: 'Names a person.' });
async function decideOn(item: object, act: string, who = stage.moderator): Promise<string> {
  const { review, code } = await decide(t, who, act, await open(item), ground(act));
  if (code) throw new Error(code);
  return review!.decisions![0]!.id;
}
async function log(companyId = stage.company.id): Promise<Line[]> {
  const { data } = await t.ask<{ moderationLog: { edges: { node: Line }[] } }>(
    `query ($companyId: ID!) { moderationLog(companyId: $companyId, first: 100) { edges { node {
       position entry act rule role decisionId outcome hash previousHash } } } }`,
    { companyId },
  );
  return data!.moderationLog.edges.map(({ node }) => node);
}

/** Everything that is stored of an idea and its conversation, but for what says that something happened. */
async function everything(ideaId: string) {
  const [row] = await t.database.query<{ all: object }>(
    `SELECT json_build_object('idea', to_jsonb(i) - 'version', 'tally', to_jsonb(t) - 'trending',
       'votes', (SELECT json_agg(to_jsonb(v) ORDER BY user_id) FROM vote v WHERE v.idea_id = i.id),
       'comments', (SELECT json_agg(to_jsonb(c) - 'version' ORDER BY id) FROM comment c WHERE c.idea_id = i.id)) AS all
     FROM idea i JOIN idea_tally t ON t.idea_id = i.id WHERE i.id = $1`,
    [ideaId],
  );
  return row!.all;
}

/** A published idea with votes and a conversation. */
async function discussed() {
  const { company, ana, bea, manager } = stage;
  const idea = await createIdea(t, { company, author: ana });
  for (const voter of [bea, manager]) await vote(t, voter, idea.id, 'UP');
  const first = await createComment(t, { idea, author: bea });
  const answer = await createComment(t, { idea, author: ana, parent: first });
  return { id: idea.id, first: first.id, answer: answer.id };
}

describe('every decision, and its undoing', () => {
  it.each(['KEEP', 'REQUEST_EDIT', 'HIDE', 'REMOVE', 'LOCK'])('%s of an idea leaves all as it was', async (act) => {
    const { id } = await discussed();
    const before = await everything(id);
    const decision = await decideOn({ ideaId: id }, act);
    if (act !== 'KEEP') expect(await everything(id)).not.toEqual(before);
    await given(undo(decision));
    expect(await everything(id)).toEqual(before);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it.each(['KEEP', 'REQUEST_EDIT', 'HIDE', 'REMOVE'])('%s of a comment leaves all as it was', async (act) => {
    const { id, answer } = await discussed();
    const before = await everything(id);
    const decision = await decideOn({ commentId: answer }, act, stage.manager);
    if (act !== 'KEEP') expect(await everything(id)).not.toEqual(before);
    await given(undo(decision));
    expect(await everything(id)).toEqual(before);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it.each(['KEEP', 'HIDE', 'REMOVE'])('%s of what was held has it wait again', async (act) => {
    const { strict, ana, moderator } = stage;
    const { id } = await stage.submit(ana, { companyId: strict.id, title: `Held for ${act}` });
    const before = await everything(id);
    const strictRule = await t.database.manager.findOneByOrFail(Rule, { companyId: strict.id });
    const review = await open({ ideaId: id });
    const more = act === 'KEEP' ? {} : { ruleId: strictRule.id };
    const decided = await decide(t, moderator, act, review, more);
    expect(await everything(id)).not.toEqual(before);
    await given(undo(decided.review!.decisions![0]!.id));
    expect(await everything(id)).toEqual(before);
    expect(await open({ ideaId: id })).toMatchObject({ id: review.id, state: 'PENDING' });
  });
});

describe('what was decided', () => {
  it('hides an idea from all but its authors and moderators, who read why', async () => {
    const { ana, bea, moderator } = stage;
    const { id } = await discussed();
    await decideOn({ ideaId: id }, 'HIDE');
    for (const other of [bea, null]) expect(codeOf(await stage.api.idea(other, id))).toBe('NOT_FOUND');
    for (const who of [ana, moderator])
      expect(await given(stage.api.idea(who, id, 'id version visibility rejectionReason'))).toMatchObject({
        visibility: 'HIDDEN',
        rejectionReason: 'Be kind: To everybody.\n\nNames a person.',
      });
    expect(codeOf(await mutate(ana, 'editIdea', { ideaId: id, version: 2, title: 'Another title' }, 'id'))).toBe(
      'IDEA_STATE',
    );
  });

  it('locks an idea: it is read, and neither voted, commented nor changed', async () => {
    const { ana, bea } = stage;
    const { id } = await discussed();
    await decideOn({ ideaId: id }, 'LOCK');
    const { version, viewerCan } = (await given(
      stage.api.idea(ana, id, 'id version locked viewerCan { vote comment edit }'),
    )) as unknown as { version: number; viewerCan: object };
    expect(viewerCan).toEqual({ vote: false, comment: false, edit: false });
    expect(codeOf(await mutate(bea, 'withdrawVote', { ideaId: id }, 'id'))).toBe('VOTING_CLOSED');
    expect(codeOf(await mutate(bea, 'addComment', { ideaId: id, body: 'Still?' }, 'id'))).toBe('COMMENTING_CLOSED');
    expect(codeOf(await mutate(ana, 'editIdea', { ideaId: id, version, title: 'Other words' }, 'id'))).toBe(
      'IDEA_LOCKED',
    );
  });

  it('asks for a change, and what was changed waits for another look', async () => {
    const { ana, moderator } = stage;
    const { id } = await discussed();
    await decideOn({ ideaId: id }, 'REQUEST_EDIT');
    const { version, holdReason } = await given(stage.api.idea(ana, id, 'id version holdReason'));
    expect(holdReason).toBe('EDIT_REQUESTED');
    await given(mutate(ana, 'editIdea', { ideaId: id, version, title: 'Without the name' }, 'id'));
    const review = await open({ ideaId: id });
    await decide(t, moderator, 'KEEP', review);
    expect(await given(stage.api.idea(null, id, 'id version visibility'))).toMatchObject({ visibility: 'PUBLISHED' });
  });

  it('names a rule or a law, and only what can be done', async () => {
    const { moderator } = stage;
    const { id, first } = await discussed();
    const review = await open({ ideaId: id });
    expect((await decide(t, moderator, 'HIDE', review)).fields).toMatchObject([
      { path: 'ruleId', code: 'UNKNOWN_RULE' },
    ]);
    const comment = await open({ commentId: first });
    expect((await decide(t, moderator, 'LOCK', comment, ground('LOCK'))).fields).toMatchObject([
      { path: 'act', code: 'IMPOSSIBLE_ACT' },
    ]);
    const law = { legalGround: 'Intellectual property law' };
    expect((await decide(t, moderator, 'REMOVE', review, law)).review).toMatchObject({ state: 'REJECTED' });
  });

  it('is told to whom it concerns, also in what language they read it, and to nobody else', async () => {
    const { ana, bea, moderator, stranger } = stage;
    const { id } = await discussed();
    const decision = await decideOn({ ideaId: id }, 'HIDE');
    const ask = (who: TestUser) =>
      t.ask(
        'query ($id: ID!) { decision(id: $id) { act foundBy automatic deciderRole note rule { title } } }',
        { id: decision },
        { token: who.token },
      );
    for (const who of [ana, moderator])
      expect((await ask(who)).data).toEqual({
        decision: {
          ...{ act: 'HIDE', foundBy: 'STAFF', automatic: false, deciderRole: 'MODERATOR' },
          ...{ note: 'Names a person.', rule: { title: 'Be kind' } },
        },
      });
    for (const who of [bea, stranger]) expect(codeOf((await ask(who)) as never)).toBe('NOT_FOUND');
  });

  it('is taken back once, the latest first, and by nobody about their own', async () => {
    const { ana, moderator, manager } = stage;
    const { id } = await discussed();
    const lock = await decideOn({ ideaId: id }, 'LOCK');
    const hide = await decideOn({ ideaId: id }, 'HIDE');
    expect(codeOf(await undo(lock))).toBe('CONFLICT');
    const both = await Promise.all([undo(hide, moderator), undo(hide, manager)]);
    expect(both.map((asked) => codeOf(asked) ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
    await given(undo(lock));
    expect(codeOf(await undo(hide, ana))).toBe('FORBIDDEN');
    const own = await createIdea(t, { company: stage.company, author: moderator });
    const decided = await decideOn({ ideaId: own.id }, 'HIDE', manager);
    expect(codeOf(await undo(decided))).toBe('OWN_CONTENT');
  });

  it('leaves alone what its author has taken back meanwhile', async () => {
    const { ana } = stage;
    const { id, answer } = await discussed();
    const decision = await decideOn({ commentId: answer }, 'HIDE');
    await given(mutate(ana, 'deleteComment', { commentId: answer }, 'id'));
    await given(undo(decision));
    const [row] = await t.database.query<{ visibility: string }>('SELECT visibility FROM comment WHERE id = $1', [
      answer,
    ]);
    expect(row!.visibility).toBe('DELETED');
    expect(await verifyAll(t.app)).toEqual([]);
    expect(id).toBeTruthy();
  });
});

describe('the public log', () => {
  it('tells every decision and its undoing in order, each bound to the one before, without a name or a text', async () => {
    const { strict, moderator } = stage;
    const lines = await log();
    const { id } = await discussed();
    const decision = await decideOn({ ideaId: id }, 'HIDE');
    await given(undo(decision));
    const [undone, decided] = await log();
    expect(decided).toMatchObject({
      ...{ entry: 'DECIDED', act: 'HIDE', rule: 'Be kind', role: 'MODERATOR', decisionId: decision },
      ...{ position: lines.length + 1, previousHash: lines[0]?.hash ?? '' },
    });
    expect(undone).toMatchObject({ entry: 'UNDONE', outcome: 'RECONSIDERED', previousHash: decided!.hash });
    expect(JSON.stringify([undone, decided])).not.toContain(moderator.id);
    expect(await log(strict.id)).not.toContainEqual(expect.objectContaining({ decisionId: decision }));
  });

  it('has no gap when many decide at once', async () => {
    const { company, ana, moderator } = stage;
    const ideas = await Promise.all(Array.from({ length: 8 }, () => createIdea(t, { company, author: ana })));
    const reviews = await Promise.all(ideas.map(({ id }) => open({ ideaId: id })));
    await Promise.all(reviews.map((review) => decide(t, moderator, 'HIDE', review, ground('HIDE'))));
    const positions = (await log()).map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, index) => positions.length - index));
    expect(await t.app.get(ModerationLog, { strict: false }).verify()).toEqual([]);
  });

  it('can be computed again by whoever reads it, and changed by nobody', async () => {
    await decideOn({ ideaId: (await discussed()).id }, 'HIDE');
    const [line] = await t.database.manager.find(LogEntry, { order: { position: 'DESC' }, take: 1 });
    expect(hashOf(line!)).toBe(line!.hash);
    for (const sql of [
      'UPDATE moderation_log SET rule = NULL',
      'DELETE FROM moderation_log',
      'TRUNCATE moderation_log',
    ])
      await expect(t.database.query(sql)).rejects.toThrow('may only grow');
  });

  it('is missed where a line was taken out by force', async () => {
    const decision = await decideOn({ ideaId: (await discussed()).id }, 'HIDE');
    await t.database.transaction(async (tx) => {
      await tx.query('ALTER TABLE moderation_log DISABLE TRIGGER moderation_log_grows');
      const [line] = await t.database.query<LogEntry>(
        'DELETE FROM moderation_log WHERE decision_id = $1 RETURNING *',
        [decision],
        tx,
      );
      expect(line).toBeTruthy();
      await tx.query('ALTER TABLE moderation_log ENABLE ALWAYS TRIGGER moderation_log_grows');
    });
    const found = await t.app.get(ModerationLog, { strict: false }).verify();
    expect(found.map(({ id, column }) => [id, column])).toContainEqual([decision, 'moderation_log']);
    expect(found.some(({ column }) => column === 'moderation_log_head.hash')).toBe(true);
  });
});
