import { verifyAll } from '../src/cli/verify.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import type { TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
});
afterAll(() => t.close());

describe('every decision, and its undoing', () => {
  it.each(['KEEP', 'REQUEST_EDIT', 'HIDE', 'REMOVE', 'LOCK'])('%s of an idea leaves all as it was', async (act) => {
    const { id } = await api.discussed();
    const before = await api.everything(id);
    const decision = await api.decideOn({ ideaId: id }, act);
    if (act !== 'KEEP') expect(await api.everything(id)).not.toEqual(before);
    await given(api.undo(decision));
    expect(await api.everything(id)).toEqual(before);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it.each(['KEEP', 'REQUEST_EDIT', 'HIDE', 'REMOVE'])('%s of a comment leaves all as it was', async (act) => {
    const { id, answer } = await api.discussed();
    const before = await api.everything(id);
    const decision = await api.decideOn({ commentId: answer }, act, stage.manager);
    if (act !== 'KEEP') expect(await api.everything(id)).not.toEqual(before);
    await given(api.undo(decision));
    expect(await api.everything(id)).toEqual(before);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it.each(['KEEP', 'HIDE', 'REMOVE'])('%s of what was held has it wait again', async (act) => {
    const { strict, ana, moderator } = stage;
    const { id } = await stage.submit(ana, { companyId: strict.id, title: `Held for ${act}` });
    const before = await api.everything(id);
    const strictRule = await t.database.manager.findOneByOrFail(Rule, { companyId: strict.id });
    const review = await api.open({ ideaId: id });
    const more = act === 'KEEP' ? {} : { ruleId: strictRule.id };
    const decided = await decide(t, moderator, act, review, more);
    expect(await api.everything(id)).not.toEqual(before);
    await given(api.undo(decided.review!.decisions![0]!.id));
    expect(await api.everything(id)).toEqual(before);
    expect(await api.open({ ideaId: id })).toMatchObject({ id: review.id, state: 'PENDING' });
  });
});

describe('what was decided', () => {
  it('hides an idea from all but its authors and moderators, who read why', async () => {
    const { ana, bea, moderator } = stage;
    const { id } = await api.discussed();
    await api.decideOn({ ideaId: id }, 'HIDE');
    for (const other of [bea, null]) expect(codeOf(await stage.api.idea(other, id))).toBe('NOT_FOUND');
    for (const who of [ana, moderator])
      expect(await given(stage.api.idea(who, id, 'id version visibility rejectionReason'))).toMatchObject({
        visibility: 'HIDDEN',
        rejectionReason: 'Be kind: To everybody.\n\nNames a person.',
      });
    expect(codeOf(await api.mutate(ana, 'editIdea', { ideaId: id, version: 2, title: 'Another title' }, 'id'))).toBe(
      'IDEA_STATE',
    );
  });

  it('locks an idea: it is read, and neither voted, commented nor changed', async () => {
    const { ana, bea } = stage;
    const { id } = await api.discussed();
    await api.decideOn({ ideaId: id }, 'LOCK');
    const { version, viewerCan } = (await given(
      stage.api.idea(ana, id, 'id version locked viewerCan { vote comment edit }'),
    )) as unknown as { version: number; viewerCan: object };
    expect(viewerCan).toEqual({ vote: false, comment: false, edit: false });
    expect(codeOf(await api.mutate(bea, 'withdrawVote', { ideaId: id }, 'id'))).toBe('VOTING_CLOSED');
    expect(codeOf(await api.mutate(bea, 'addComment', { ideaId: id, body: 'Still?' }, 'id'))).toBe('COMMENTING_CLOSED');
    expect(codeOf(await api.mutate(ana, 'editIdea', { ideaId: id, version, title: 'Other words' }, 'id'))).toBe(
      'IDEA_LOCKED',
    );
  });

  it('asks for a change, and what was changed waits for another look', async () => {
    const { ana, moderator } = stage;
    const { id } = await api.discussed();
    await api.decideOn({ ideaId: id }, 'REQUEST_EDIT');
    const { version, holdReason } = await given(stage.api.idea(ana, id, 'id version holdReason'));
    expect(holdReason).toBe('EDIT_REQUESTED');
    await given(api.mutate(ana, 'editIdea', { ideaId: id, version, title: 'Without the name' }, 'id'));
    const review = await api.open({ ideaId: id });
    await decide(t, moderator, 'KEEP', review);
    expect(await given(stage.api.idea(null, id, 'id version visibility'))).toMatchObject({ visibility: 'PUBLISHED' });
  });

  it('names a rule or a law, and only what can be done', async () => {
    const { moderator } = stage;
    const { id, first } = await api.discussed();
    const review = await api.open({ ideaId: id });
    expect((await decide(t, moderator, 'HIDE', review)).fields).toMatchObject([
      { path: 'ruleId', code: 'UNKNOWN_RULE' },
    ]);
    const comment = await api.open({ commentId: first });
    expect((await decide(t, moderator, 'LOCK', comment, api.ground('LOCK'))).fields).toMatchObject([
      { path: 'act', code: 'IMPOSSIBLE_ACT' },
    ]);
    const law = { legalGround: 'Intellectual property law' };
    expect((await decide(t, moderator, 'REMOVE', review, law)).review).toMatchObject({ state: 'REJECTED' });
  });

  it('is told to whom it concerns, also in what language they read it, and to nobody else', async () => {
    const { ana, bea, moderator, stranger } = stage;
    const { id } = await api.discussed();
    const decision = await api.decideOn({ ideaId: id }, 'HIDE');
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
    const { id } = await api.discussed();
    const request = await api.decideOn({ ideaId: id }, 'REQUEST_EDIT');
    const { version } = await given(stage.api.idea(ana, id, 'id version'));
    await given(api.mutate(ana, 'editIdea', { ideaId: id, version, title: 'Without the name' }, 'id'));
    await api.decideOn({ ideaId: id }, 'KEEP');
    expect(codeOf(await api.undo(request))).toBe('CONFLICT');
    const lock = await api.decideOn({ ideaId: id }, 'LOCK');
    const hide = await api.decideOn({ ideaId: id }, 'HIDE');
    await given(api.undo(lock));
    const both = await Promise.all([api.undo(hide, moderator), api.undo(hide, manager)]);
    expect(both.map((asked) => codeOf(asked) ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
    expect(codeOf(await api.undo(hide, ana))).toBe('FORBIDDEN');
    const own = await createIdea(t, { company: stage.company, author: moderator });
    const decided = await api.decideOn({ ideaId: own.id }, 'HIDE', manager);
    expect(codeOf(await api.undo(decided))).toBe('OWN_CONTENT');
  });

  it('locks nothing that is locked, and is undone all the same', async () => {
    const { moderator } = stage;
    const { id } = await api.discussed();
    const before = await api.everything(id);
    const decision = await api.decideOn({ ideaId: id }, 'LOCK');
    const again = await decide(t, moderator, 'LOCK', await api.open({ ideaId: id }), api.ground('LOCK'));
    expect(again.fields).toMatchObject([{ path: 'act', code: 'IMPOSSIBLE_ACT' }]);
    await given(api.undo(decision));
    expect(await api.everything(id)).toEqual(before);
  });

  it('leaves alone what its author has taken back meanwhile', async () => {
    const { ana } = stage;
    const { id, answer } = await api.discussed();
    const decision = await api.decideOn({ commentId: answer }, 'HIDE');
    await given(api.mutate(ana, 'deleteComment', { commentId: answer }, 'id'));
    await given(api.undo(decision));
    const [row] = await t.database.query<{ visibility: string }>('SELECT visibility FROM comment WHERE id = $1', [
      answer,
    ]);
    expect(row!.visibility).toBe('DELETED');
    expect(await verifyAll(t.app)).toEqual([]);
    expect(id).toBeTruthy();
  });
});
