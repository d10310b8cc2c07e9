import { SanctionsService } from '../src/features/moderation/sanctions/sanctions.service.js';
import { Membership } from '../src/features/companies/membership.entity.js';
import { isExcluded } from '../src/features/companies/company.policy.js';
import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { mailsTo } from './support/mails.js';
import { decide } from './support/reviews.api.js';
import { vote } from './support/votes.factory.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
let ruleId: string;
beforeAll(async () => {
  const staged = await decisionsStage();
  ({ t, stage, api } = staged);
  ruleId = staged.rule.id;
});
afterAll(async () => {
  expect(await differences()).toEqual([]);
  await t.close();
});
afterEach(() => t.clock.set(null));

const differences = () => t.app.get(SanctionsService, { strict: false }).verify();
const profile = (who: TestUser) => ({ userId: who.id, companyId: stage.company.id });
const seat = (who: TestUser, companyId = stage.company.id) =>
  t.database.manager.findOneByOrFail(Membership, { companyId, userId: who.id });
const isOut = async (who: TestUser) => isExcluded(await seat(who), t.clock.now());
async function member(role = Role.CUSTOMER): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, role);
  return user;
}
/** @returns the id of the decision */
async function exclude(item: object, more: object = { days: 30 }, by = stage.moderator): Promise<string> {
  const decided = await decide(t, by, 'EXCLUDE', await api.open(item, by), {
    ruleId,
    note: 'Six accounts, one voice.',
    ...more,
  });
  if (decided.code) throw new Error(decided.code);
  return decided.review!.decisions![0]!.id;
}
const ask = async <T>(query: string, variables: object, who: TestUser): Promise<T> =>
  (await t.ask<T>(query, variables, { token: who.token })).data!;
const MINE = `query ($companyId: ID!) { mySanctions(companyId: $companyId) { kind endsAt openBecause inForce } }`;

describe('who is excluded from rewards', () => {
  it('reads, writes and votes as before, until it ends and beyond; votes and ideas stay', async () => {
    const cai = await member();
    const [own, other] = [await createIdea(t, { company: stage.company, author: cai }), await api.discussed()];
    await vote(t, stage.bea, own.id, 'UP');
    const before = await api.everything(own.id);
    await exclude(profile(cai));
    expect(await isOut(cai)).toBe(true);
    expect(await seat(cai)).toMatchObject({ suspendedUntil: null, silencedUntil: null });
    expect((await vote(t, cai, other.id, 'UP')).errors).toBeUndefined();
    expect(codeOf(await api.mutate(cai, 'addComment', { ideaId: other.id, body: 'Still here.' }, 'id'))).toBeNull();
    expect(await api.everything(own.id)).toEqual(before);
    t.clock.set(new Date(+t.clock.now() + 31 * DAY));
    expect(await isOut(cai)).toBe(false);
  });

  it('reads which rule, which facts, how long and where to appeal; nobody else does', async () => {
    const cai = await member();
    const id = await exclude(profile(cai));
    const READ = `query ($id: ID!) { decision(id: $id) { act rule { title } note viewerMayAppeal
      statement { title sections { part paragraphs } } } }`;
    const { decision } = await ask<{ decision: { statement: { sections: { part: string }[] } } }>(READ, { id }, cai);
    expect(decision).toMatchObject({
      act: 'EXCLUDE',
      rule: { title: 'Be kind' },
      note: 'Six accounts, one voice.',
      viewerMayAppeal: true,
    });
    expect(decision.statement).toMatchObject({ title: expect.stringContaining('no part in rewards until') as string });
    expect(decision.statement.sections.map(({ part }) => part)).toEqual([
      ...['DECISION', 'GROUND', 'FACTS', 'ORIGIN', 'SCOPE', 'REDRESS'],
    ]);
    expect(await ask(MINE, { companyId: stage.company.id }, cai)).toMatchObject({
      mySanctions: [{ kind: 'EXCLUSION', openBecause: null, inForce: true }],
    });
    const refused = await t.ask(READ, { id }, { token: stage.bea.token });
    expect(refused.errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  it('is in the public log without a name, in the report, and in what is kept of the staff', async () => {
    const cai = await member();
    const id = await exclude(profile(cai));
    expect((await api.log())[0]).toMatchObject({
      entry: 'DECIDED',
      act: 'EXCLUDE',
      rule: 'Be kind',
      role: 'MODERATOR',
    });
    expect(JSON.stringify(await api.log())).not.toContain(cai.id);
    const period = t.clock.now().toISOString().slice(0, 7);
    const { transparencyReport } = await ask<{ transparencyReport: { byAct: { act: string; decisions: number }[] } }>(
      `query ($companyId: ID!, $period: String!) {
         transparencyReport(companyId: $companyId, period: $period) { byAct { act decisions } } }`,
      { companyId: stage.company.id, period },
      stage.bea,
    );
    expect(transparencyReport.byAct.find(({ act }) => act === 'EXCLUDE')!.decisions).toBeGreaterThan(0);
    const entry = await t.database.manager.findOneByOrFail(AuditEntry, { subjectId: id });
    expect(entry).toMatchObject({ action: 'decision.make', after: { act: 'EXCLUDE', authorId: cai.id } });
  });

  it('is known to themselves and to moderators, to nobody else', async () => {
    const cai = await member();
    await exclude(profile(cai));
    const KNOWN = `query ($companyId: ID!) { companyMembers(companyId: $companyId, first: 100) { edges { node { excludedUntil } } } }`;
    const known = async (who: TestUser) =>
      /\d{4}-/.test(JSON.stringify(await ask(KNOWN, { companyId: stage.company.id }, who)));
    for (const who of [stage.moderator, stage.manager]) expect(await known(who)).toBe(true);
    expect(await known(stage.bea)).toBe(false);
    expect(await known(cai)).toBe(true);
  });

  it('has to know an end, or why there is none', async () => {
    const cai = await member();
    const review = await api.open(profile(cai));
    const refused = await decide(t, stage.moderator, 'EXCLUDE', review, { ruleId });
    expect(refused.fields).toMatchObject([{ path: 'days', code: 'END_NEEDED' }]);
    expect((await decide(t, stage.moderator, 'EXCLUDE', review, { days: 3 })).fields).toMatchObject([
      { code: 'UNKNOWN_RULE' },
    ]);
    await exclude(profile(cai), { openBecause: 'Opened accounts to win again.' });
    expect((await seat(cai)).excludedUntil!.getUTCFullYear()).toBe(9999);
  });

  it('is below who decides, and is so in one company alone', async () => {
    const { moderator, manager, strict } = stage;
    const other = await member(Role.MODERATOR);
    await expect(exclude(profile(other), { days: 3 })).rejects.toThrow('FORBIDDEN');
    await exclude(profile(other), { days: 3 }, manager);
    await expect(exclude(profile(moderator), { days: 3 })).rejects.toThrow();
    const cai = await member();
    await addMember(t, strict, cai);
    await exclude(profile(cai));
    expect((await seat(cai, strict.id)).excludedUntil).toBeNull();
  });

  it('is no nearer to a silence', async () => {
    const cai = await member();
    await exclude(profile(cai));
    const advice = await ask(
      'query ($companyId: ID!, $userId: ID!) { sanctionAdvice(companyId: $companyId, userId: $userId) { kind counted { id } } }',
      { companyId: stage.company.id, userId: cai.id },
      stage.moderator,
    );
    expect(advice).toEqual({ sanctionAdvice: { kind: 'WARNING', counted: [] } });
  });

  it('is told of it, by mail as well', async () => {
    const cai = await member();
    await exclude(profile(cai));
    await t.runJobs();
    const { notifications } = await ask<{ notifications: { edges: { node: object }[] } }>(
      'query { notifications(first: 5) { edges { node { kind detail } } } }',
      {},
      cai,
    );
    expect(mailsTo(t, cai.email).at(-1)!.subject).toContain('rewards');
    expect(notifications.edges.map(({ node }) => node)).toEqual([{ kind: 'DECISION_MADE', detail: 'EXCLUDE' }]);
  });
});

describe('an exclusion that is lifted', () => {
  it('leaves the others, whichever was first, and what is no exclusion', async () => {
    const cai = await member();
    const ideaId = (await createIdea(t, { company: stage.company, author: cai })).id;
    const short = await exclude(profile(cai), { days: 3 });
    const { excludedUntil } = await seat(cai);
    const long = await exclude({ ideaId }, { openBecause: 'It never stops.' });
    await given(api.undo(long));
    expect((await seat(cai)).excludedUntil).toEqual(excludedUntil);
    const silence = await decide(t, stage.moderator, 'SILENCE', await api.open(profile(cai)), { ruleId, days: 5 });
    await given(api.undo(short));
    expect(await seat(cai)).toMatchObject({ excludedUntil: null, silencedUntil: expect.any(Date) as Date });
    await given(api.undo(silence.review!.decisions![0]!.id));
  });

  it('by an appeal that was right is as if it had not been, but for the log', async () => {
    const cai = await member();
    const decisionId = await exclude(profile(cai), { openBecause: 'It never stops.' });
    const filed = { decisionId, text: 'We are one family and read together.' };
    const appeal = await given(api.mutate(cai, 'fileAppeal', filed, 'id version'));
    const hearing = {
      appealId: appeal.id,
      version: appeal.version,
      outcome: 'OVERTURN',
      reasons: 'They are one family.',
    };
    expect(codeOf(await api.mutate(stage.moderator, 'decideAppeal', hearing, 'id'))).toBe('OWN_DECISION');
    await given(api.mutate(stage.manager, 'decideAppeal', hearing, 'id version'));
    expect((await seat(cai)).excludedUntil).toBeNull();
    expect(await ask(MINE, { companyId: stage.company.id }, cai)).toEqual({ mySanctions: [] });
    expect((await api.log())[0]).toMatchObject({ entry: 'UNDONE', act: 'EXCLUDE', outcome: 'APPEAL' });
  });

  it('is not by leaving and coming back', async () => {
    const cai = await member();
    await exclude(profile(cai));
    const { excludedUntil } = await seat(cai);
    const companyId = stage.company.id;
    const go = (name: string) =>
      t.ask(
        `mutation ($input: CompanyIdInput!) { ${name}(input: $input) { __typename } }`,
        { input: { companyId } },
        cai,
      );
    for (const name of ['leaveCompany', 'joinCompany']) expect((await go(name)).errors).toBeUndefined();
    await t.runJobs();
    expect((await seat(cai)).excludedUntil).toEqual(excludedUntil);
  });
});

it('several who exclude and lift at once leave what holds', async () => {
  const { moderator, manager } = stage;
  const cai = await member();
  const ideas = await Promise.all([1, 2, 3, 4].map(() => createIdea(t, { company: stage.company, author: cai })));
  const by = (at: number) => (at % 2 ? moderator : manager);
  const made = await Promise.all(ideas.map(({ id }, at) => exclude({ ideaId: id }, { days: at + 1 }, by(at))));
  await Promise.all(made.slice(1).map((id, at) => given(api.undo(id, by(at)))));
  const [left] = await t.database.query<{ ends: Date }>('SELECT ends_at AS ends FROM sanction WHERE decision_id = $1', [
    made[0],
  ]);
  expect((await seat(cai)).excludedUntil).toEqual(left!.ends);
});

it('verify finds a membership that says something else than its exclusions', async () => {
  const cai = await member();
  await exclude(profile(cai));
  const { id, excludedUntil } = await seat(cai);
  const set = (to: Date | null) =>
    t.database.query('UPDATE membership SET excluded_until = $2 WHERE id = $1', [id, to]);
  await set(null);
  expect(await differences()).toMatchObject([{ id, column: 'membership.excluded_until' }]);
  await set(excludedUntil);
});
