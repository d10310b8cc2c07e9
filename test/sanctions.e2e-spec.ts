import { Role } from '../src/shared/auth/role.js';
import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { verifyAll } from '../src/cli/verify.js';
import { MembersService } from '../src/features/companies/members.service.js';
import { Membership } from '../src/features/companies/membership.entity.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { addMember } from './support/companies.factory.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';
import { vote } from './support/votes.factory.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: IdeasStage;
let rule: Rule;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  rule = await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id });
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});
afterEach(() => t.clock.set(null));

const mutate = (who: TestUser, name: string, input: object, fields = 'id') =>
  stage.api.mutate(who, name, input, fields);
const profile = (who: TestUser) => ({ userId: who.id, companyId: stage.company.id });
const open = (item: object, by = stage.moderator) =>
  given(mutate(by, 'openReview', item, 'id version kind state')) as unknown as Promise<{
    id: string;
    version: number;
    kind: string;
  }>;
const undo = (decisionId: string, by = stage.moderator) => mutate(by, 'undoDecision', { decisionId }, 'id undoneAt');
/** Somebody new who is a member. */
async function member(role = Role.CUSTOMER): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, role);
  return user;
}
const end = async (who: TestUser, name: string, type: string, input: object) =>
  codeOf(await t.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ok } }`, { input }, { token: who.token }));
const seat = (who: TestUser) =>
  t.database.manager.findOneBy(Membership, { companyId: stage.company.id, userId: who.id });
async function sanction(item: object, act: string, more: object = {}, by = stage.moderator) {
  const decided = await decide(t, by, act, await open(item, by), { ruleId: rule.id, ...more });
  if (decided.code) throw new Error(decided.code);
  return decided.review!.decisions![0]!.id;
}
const idea = async (author: TestUser) => (await createIdea(t, { company: stage.company, author })).id;
const write = async (who: TestUser, ideaId: string) =>
  codeOf(await mutate(who, 'addComment', { ideaId, body: 'Still here.' }));
const submit = async (who: TestUser) =>
  codeOf(await mutate(who, 'submitIdea', { companyId: stage.company.id, title: 'One more idea', body: 'Please.' }));

describe('a sanction', () => {
  it('warns: nothing but that', async () => {
    const cai = await member();
    const decision = await sanction(profile(cai), 'WARN');
    expect(await submit(cai)).toBeNull();
    const { data } = await t.ask<{ decision: object }>(
      'query ($id: ID!) { decision(id: $id) { act kind endsAt rule { title } sanction { kind endsAt liftedAt } } }',
      { id: decision },
      { token: cai.token },
    );
    expect(data!.decision).toEqual({
      ...{ act: 'WARN', kind: 'PROFILE', endsAt: null, rule: { title: 'Be kind' } },
      sanction: { kind: 'WARNING', endsAt: null, liftedAt: null },
    });
  });

  it('silences: who is silenced reads and votes, and writes no idea and no comment, until it ends', async () => {
    const { bea, ana } = stage;
    const cai = await member();
    const [own, other] = [await idea(cai), await idea(ana)];
    await sanction({ ideaId: own }, 'SILENCE', { days: 7 });
    expect(await submit(cai)).toBe('MEMBER_SILENCED');
    const refused = await mutate(cai, 'addComment', { ideaId: other, body: 'Still here.' });
    expect(refused.errors![0]!.extensions).toMatchObject({
      code: 'MEMBER_SILENCED',
      silencedUntil: (await seat(cai))!.silencedUntil!.toISOString(),
    });
    expect(codeOf(await mutate(cai, 'editIdea', { ideaId: own, version: 1, title: 'Another title' }))).toBe(
      'MEMBER_SILENCED',
    );
    expect(await end(cai, 'leaveCompany', 'CompanyIdInput', { companyId: stage.company.id })).toBe('MEMBER_SILENCED');
    expect((await vote(t, cai, other, 'UP')).errors).toBeUndefined();
    expect(await given(stage.api.idea(cai, other, 'id version viewerCan { vote comment }'))).toMatchObject({
      viewerCan: { vote: true, comment: false },
    });
    expect(await write(bea, other)).toBeNull();
    t.clock.set(new Date(t.clock.now().getTime() + 8 * DAY));
    expect(await write(cai, other)).toBeNull();
  });

  it('suspends: who is suspended only reads, until it ends', async () => {
    const cai = await member();
    const other = await idea(stage.ana);
    const decision = await sanction(profile(cai), 'SUSPEND', { days: 30 });
    expect(await write(cai, other)).toBe('MEMBER_SUSPENDED');
    expect(codeOf((await vote(t, cai, other, 'UP')) as never)).toBe('MEMBER_SUSPENDED');
    expect(codeOf(await stage.api.idea(cai, other))).toBeNull();
    t.clock.set(new Date(t.clock.now().getTime() + 31 * DAY));
    expect(await write(cai, other)).toBeNull();
    t.clock.set(null);
    const entry = await t.database.manager.findOneByOrFail(AuditEntry, { subjectId: decision });
    expect(entry).toMatchObject({ action: 'decision.make', after: { act: 'SUSPEND', authorId: cai.id } });
  });

  it('has an end, or says why it has none', async () => {
    const { moderator } = stage;
    const cai = await member();
    const review = await open(profile(cai));
    const suspend = (more: object) => decide(t, moderator, 'SUSPEND', review, { ruleId: rule.id, ...more });
    expect((await suspend({})).fields).toMatchObject([{ path: 'days', code: 'END_NEEDED' }]);
    for (const days of [0, 366]) expect((await suspend({ days })).code).toBe('VALIDATION_FAILED');
    expect((await suspend({ openBecause: 'Threatened others.' })).code).toBeUndefined();
    expect((await seat(cai))!.suspendedUntil!.getUTCFullYear()).toBe(9999);
    expect(codeOf((await vote(t, cai, await idea(stage.ana), 'UP')) as never)).toBe('MEMBER_SUSPENDED');
  });

  it('needs a rule or a law, and an item is not hidden by one about its author', async () => {
    const cai = await member();
    const ideaId = await idea(cai);
    const review = await open({ ideaId });
    expect((await decide(t, stage.moderator, 'WARN', review)).fields).toMatchObject([{ code: 'UNKNOWN_RULE' }]);
    expect(
      (await decide(t, stage.moderator, 'HIDE', await open(profile(cai)), { ruleId: rule.id })).fields,
    ).toMatchObject([{ code: 'IMPOSSIBLE_ACT' }]);
    await sanction({ ideaId }, 'WARN');
    const waiting = await open({ ideaId });
    expect(waiting).toMatchObject({ id: review.id, version: review.version + 1, state: 'PENDING' });
    expect((await decide(t, stage.moderator, 'HIDE', review, { ruleId: rule.id })).code).toBe('CONFLICT');
    expect((await decide(t, stage.moderator, 'HIDE', waiting, { ruleId: rule.id })).code).toBeUndefined();
  });

  it('is nothing that staff do to those beside or above them, nor to themselves', async () => {
    const { moderator, manager } = stage;
    const other = await member(Role.MODERATOR);
    for (const target of [other, manager])
      expect((await decide(t, moderator, 'WARN', await open(profile(target)), { ruleId: rule.id })).code).toBe(
        'FORBIDDEN',
      );
    expect(codeOf(await mutate(moderator, 'openReview', profile(moderator)))).toBe('OWN_CONTENT');
    await sanction(profile(other), 'SUSPEND', { days: 1 }, manager);
    expect(codeOf(await mutate(other, 'openReview', { ideaId: await idea(stage.ana) }))).toBe('MEMBER_SUSPENDED');
    await sanction(profile(await member(Role.EXPERT)), 'WARN');
  });

  it('is of one company: who is nobody there has no profile to be reviewed', async () => {
    const { moderator, stranger, strict } = stage;
    expect(codeOf(await mutate(moderator, 'openReview', profile(stranger)))).toBe('NOT_FOUND');
    const cai = await member();
    await sanction(profile(cai), 'SUSPEND', { days: 3 });
    await addMember(t, strict, cai);
    expect(codeOf(await mutate(cai, 'saveIdeaDraft', { companyId: strict.id, title: 'Elsewhere' }))).toBeNull();
  });
});

describe('lifting', () => {
  it('ends its own sanction and leaves those beside it, in any order', async () => {
    const cai = await member();
    const short = await sanction(profile(cai), 'SUSPEND', { days: 3 });
    const until = (await seat(cai))!.suspendedUntil;
    const long = await sanction(profile(cai), 'SUSPEND', { days: 30 });
    const silence = await sanction({ commentId: await comment(cai) }, 'SILENCE', { days: 7 });
    await given(undo(long));
    expect((await seat(cai))!.suspendedUntil).toEqual(until);
    expect((await seat(cai))!.silencedUntil).not.toBeNull();
    await given(undo(short));
    await given(undo(silence));
    expect(await seat(cai)).toMatchObject({ suspendedUntil: null, silencedUntil: null });
    expect(codeOf(await undo(short))).toBe('CONFLICT');
  });

  it('leaves what was decided about the item, and is left by undoing that', async () => {
    const cai = await member();
    const ideaId = await idea(cai);
    const warning = await sanction({ ideaId }, 'WARN');
    const hide = await sanction({ ideaId }, 'HIDE');
    await given(undo(warning));
    expect(await given(stage.api.idea(cai, ideaId, 'id version visibility'))).toMatchObject({ visibility: 'HIDDEN' });
    const silence = await sanction(profile(cai), 'SILENCE', { days: 2 });
    await given(undo(hide));
    expect((await seat(cai))!.silencedUntil).not.toBeNull();
    await given(undo(silence));
  });

  it('adds up when several sanction at once', async () => {
    const { moderator, manager } = stage;
    const cai = await member();
    const ideas = await Promise.all([1, 2, 3, 4].map(() => idea(cai)));
    const reviews = await Promise.all(ideas.map((ideaId) => open({ ideaId })));
    const made = await Promise.all(
      reviews.map((review, at) =>
        decide(t, at % 2 ? moderator : manager, 'SUSPEND', review, { ruleId: rule.id, days: at + 1 }),
      ),
    );
    expect(made.map(({ code }) => code)).toEqual([undefined, undefined, undefined, undefined]);
    const decisions = made.map(({ review }) => review!.decisions![0]!.id);
    await Promise.all(decisions.slice(1).map((id, at) => undo(id, at % 2 ? moderator : manager)));
    const [left] = await t.database.query<{ ends: Date }>(
      'SELECT ends_at AS ends FROM sanction WHERE decision_id = $1',
      [decisions[0]],
    );
    expect((await seat(cai))!.suspendedUntil).toEqual(left!.ends);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('is not done by leaving and coming back', async () => {
    const { manager } = stage;
    const cai = await member();
    await sanction(profile(cai), 'SILENCE', { days: 7 });
    const before = (await seat(cai))!;
    expect(await end(manager, 'removeMember', 'MembershipIdInput', { membershipId: before.id })).toBeNull();
    await t.app.get(MembersService, { strict: false }).join({ userId: cai.id, sessionId: cai.id }, stage.company.id);
    await t.runJobs();
    expect((await seat(cai))!.silencedUntil).toEqual(before.silencedUntil);
  });

  it('is missed by verify where the membership was changed by force', async () => {
    const cai = await member();
    await sanction(profile(cai), 'SUSPEND', { days: 3 });
    const { id, suspendedUntil } = (await seat(cai))!;
    await t.database.query('UPDATE membership SET suspended_until = NULL WHERE id = $1', [id]);
    expect((await verifyAll(t.app)).map(({ id, column }) => [id, column])).toEqual([
      [id, 'membership.suspended_until'],
    ]);
    await t.database.query('UPDATE membership SET suspended_until = $2 WHERE id = $1', [id, suspendedUntil]);
  });
});

const comment = async (author: TestUser) =>
  (await createComment(t, { idea: { id: await idea(stage.ana) }, author })).id;
