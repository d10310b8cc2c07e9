import { verifyAll } from '../src/cli/verify.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { crowd, flagsApi } from './support/flags.api.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
let ruleId: string;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
  ruleId = (api.ground('HIDE') as { ruleId: string }).ruleId;
});
afterAll(() => t.close());
beforeEach(() => t.database.query('DELETE FROM rate_limit'));
afterEach(async () => expect(await verifyAll(t.app)).toEqual([]));

const anIdea = async (author = stage.ana) => (await createIdea(t, { company: stage.company, author })).id;
const flag = (who: TestUser, item: object) => flagsApi(t).flag(who, { ...item, ruleId });
const visibility = async (table: 'idea' | 'comment', id: string) =>
  (await t.database.query<{ visibility: string }>(`SELECT visibility FROM ${table} WHERE id = $1`, [id]))[0]!
    .visibility;
const ROUNDS = [1, 2, 3, 4];

describe('an author who is faster than the moderator', () => {
  it.each(ROUNDS)(
    'changes an idea, or a comment, at the same time: nobody decides about what they have not read',
    async () => {
      const { ana, bea, moderator } = stage;
      const idea = await anIdea();
      const comment = (await createComment(t, { idea: { id: await anIdea(bea) }, author: ana })).id;
      for (const [table, item, change] of [
        ['idea', { ideaId: idea }, { ideaId: idea, version: 1, title: 'Entirely harmless now' }],
        ['comment', { commentId: comment }, { commentId: comment, version: 1, body: 'Harmless.' }],
      ] as const) {
        await flag(bea, item);
        const review = await api.open(item);
        const [decided, edited] = await Promise.all([
          decide(t, moderator, 'HIDE', review, { ruleId }),
          api.mutate(ana, table === 'idea' ? 'editIdea' : 'editComment', change, 'id'),
        ]);
        const hidden = (await visibility(table, Object.values(item)[0]!)) === 'HIDDEN';
        expect([decided.code ?? 'OK', codeOf(edited) === null]).toEqual(hidden ? ['OK', false] : ['CONFLICT', true]);
      }
    },
  );

  it.each(ROUNDS)('takes back what is reported at the same time: it ends as one of the two', async () => {
    const { ana, bea, moderator } = stage;
    const ideaId = await anIdea();
    await flag(bea, { ideaId });
    const review = await api.open({ ideaId });
    const [decided, gone] = await Promise.all([
      decide(t, moderator, 'HIDE', review, { ruleId }),
      api.mutate(ana, 'withdrawIdea', { ideaId, version: 1 }, 'id'),
    ]);
    const outcome = { WITHDRAWN: ['CONFLICT', null], HIDDEN: ['OK', 'IDEA_STATE'] }[await visibility('idea', ideaId)];
    expect([decided.code ?? 'OK', codeOf(gone)]).toEqual(outcome);
    expect(await flag(moderator, { ideaId })).toBe('NOT_PUBLIC');
  });
});

describe('an appeal', () => {
  const fields = 'id version state';
  const file = (decisionId: string) =>
    given(
      api.mutate(stage.ana, 'fileAppeal', { decisionId, text: 'It names nobody at all.' }, fields),
    ) as unknown as Promise<{ id: string; version: number }>;

  it.each(ROUNDS)('decided by two, and the decision taken back, at once, ends once', async () => {
    const { manager, moderator, company } = stage;
    const second = await createUser(t);
    await addMember(t, company, second, Role.MODERATOR);
    const ideaId = await anIdea();
    const before = await api.everything(ideaId);
    const decision = await api.decideOn({ ideaId }, 'HIDE');
    const { id: appealId, version } = await file(decision);
    const judge = (who: TestUser, outcome: string) =>
      api.mutate(who, 'decideAppeal', { appealId, version, outcome, reasons: 'It is public already.' }, fields);
    const asked = await Promise.all([
      judge(manager, 'OVERTURN'),
      judge(second, 'UPHOLD'),
      api.undo(decision, moderator),
    ]);
    const [overturned, upheld, undone] = asked.map((one) => codeOf(one) === null);
    expect([overturned, upheld].filter(Boolean).length).toBeLessThan(2);
    expect(asked.every((one) => [null, 'CONFLICT'].includes(codeOf(one)))).toBe(true);
    // restored by whoever restores; what was upheld may still be taken back
    expect(overturned || undone).toBe(true);
    expect(await api.everything(ideaId)).toEqual(before);
    const lines = (await api.log()).filter((line) => line.decisionId === decision).map(({ entry }) => entry);
    expect(lines.sort()).toEqual(['APPEALED', 'APPEAL_DECIDED', 'DECIDED', 'UNDONE']);
  });
});

describe('a moderator', () => {
  it('does not judge what they helped to write, nor undo, nor overturn what was decided about it', async () => {
    const { ana, moderator, manager } = stage;
    const ideaId = await anIdea();
    const review = await api.open({ ideaId });
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state, invited_at) SELECT company_id, id, $2, 'ACCEPTED', now() FROM idea WHERE id = $1`,
      [ideaId, moderator.id],
    );
    expect((await decide(t, moderator, 'KEEP', review)).code).toBe('OWN_CONTENT');
    const decision = await api.decideOn({ ideaId }, 'HIDE', manager);
    expect(codeOf(await api.undo(decision, moderator))).toBe('OWN_CONTENT');
    const appeal = { decisionId: decision, text: 'It names nobody at all.' };
    const { id: appealId, version } = await given(api.mutate(ana, 'fileAppeal', appeal, 'id version'));
    const judged = { appealId, version, outcome: 'OVERTURN', reasons: 'I wrote it with her.' };
    expect(codeOf(await api.mutate(moderator, 'decideAppeal', judged, 'id'))).toBe('OWN_CONTENT');
  });

  it('is one in their company alone, with its rules, its ideas, its challenges', async () => {
    const { company, ana, bea } = stage;
    const outsider = await createUser(t);
    const other = await createCompany(t);
    await addMember(t, other, outsider, Role.OWNER);
    await addMember(t, other, ana);
    await addMember(t, other, bea);
    const ideaId = await anIdea();
    const review = await api.open({ ideaId });
    const foreignRule = await t.database.manager.findOneByOrFail(Rule, { companyId: other.id });
    expect((await decide(t, outsider, 'HIDE', review, { ruleId })).code).toBe('FORBIDDEN');
    for (const name of ['claimReview', 'releaseReview'])
      expect(codeOf(await api.mutate(outsider, name, { reviewId: review.id }, 'id'))).toBe('FORBIDDEN');
    expect(codeOf(await api.mutate(outsider, 'openReview', { ideaId }, 'id'))).toBe('FORBIDDEN');
    const foreign = await decide(t, stage.moderator, 'HIDE', review, { ruleId: foreignRule.id });
    expect(foreign.fields).toMatchObject([{ path: 'ruleId', code: 'UNKNOWN_RULE' }]);
    const theirs = (await createIdea(t, { company: other, author: ana })).id;
    const merge = await decide(t, stage.moderator, 'MERGE', review, { targetIdeaId: theirs });
    expect(merge.fields).toMatchObject([{ path: 'targetIdeaId', code: 'UNKNOWN_TARGET' }]);
    expect(await flag(bea, { ideaId: theirs })).toBe('VALIDATION_FAILED');
    const decision = await api.decideOn({ ideaId }, 'HIDE');
    expect(codeOf(await api.undo(decision, outsider))).toBe('FORBIDDEN');
    const bulk = { companyId: other.id, decisionIds: [decision] };
    const { data } = await t.ask<{ result: { refused: object[] } }>(
      'mutation ($input: UndoDecisionsInput!) { result: undoDecisions(input: $input) { refused { code } } }',
      { input: bulk },
      { token: outsider.token },
    );
    expect(data!.result.refused).toEqual([{ code: 'NOT_FOUND' }]);
    expect(company.id).not.toBe(other.id);
  });
});

describe('a critic', () => {
  it('is not silenced by a crowd: of newcomers, of those who were always wrong, nor as a person', async () => {
    const { ana, moderator, company } = stage;
    const [newcomers, liars] = [await crowd(t, company, 12, 0), await crowd(t, company, 4, 2)];
    for (const who of Array(6).fill(liars).flat() as TestUser[]) {
      const ideaId = await anIdea();
      expect(await flag(who, { ideaId })).toBe('OK');
      await decide(t, moderator, 'KEEP', await api.open({ ideaId }));
    }
    const [critical, said] = [
      await anIdea(),
      (await createComment(t, { idea: { id: await anIdea() }, author: ana })).id,
    ];
    const storm = (item: object) => Promise.all([...newcomers, ...liars].map((who) => flag(who, item)));
    for (const item of [{ ideaId: critical }, { commentId: said }, { userId: ana.id, companyId: company.id }])
      expect(new Set(await storm(item))).toEqual(new Set(['OK']));
    expect([await visibility('idea', critical), await visibility('comment', said)]).toEqual(['PUBLISHED', 'PUBLISHED']);
    expect(
      codeOf(
        await api.mutate(ana, 'submitIdea', { companyId: company.id, title: 'Another one', body: 'Of mine.' }, 'id'),
      ),
    ).toBeNull();
    const decided = await t.database.query('SELECT FROM decision WHERE automatic');
    expect(decided).toEqual([]);
  });
});
