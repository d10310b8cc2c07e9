import { verifyAll } from '../src/cli/verify.js';
import { newId } from '../src/shared/database/ids.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { flagsApi } from './support/flags.api.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { mailsTo } from './support/mails.js';

type Complaint = Record<'state' | 'text', string> & { reasons: string | null };
interface Line {
  id: string;
  version: number;
  decision: { id: string; act: string };
  report: { id: string; note: string | null; flagger: { id: string } | null } | null;
}

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => void ({ t, stage, api } = await decisionsStage()));
afterAll(() => t.close());
beforeEach(() => t.database.query('DELETE FROM rate_limit'));

const TEXT = 'The person is named in the second sentence.';
const WHY = 'The second sentence calls a named person a thief.';
const anIdea = async () => (await createIdea(t, { company: stage.company, author: stage.ana })).id;
async function notice(ideaId: string, email = `${newId()}@example.org`): Promise<string> {
  const input = { ideaId, explanation: WHY, name: 'Rita Perez', email, goodFaith: true };
  const { data } = await t.ask<{ fileNotice: { token: string } }>(
    'mutation ($input: FileNoticeInput!) { fileNotice(input: $input) { token } }',
    { input },
  );
  return data!.fileNotice.token;
}
const complain = (by: object, who?: TestUser) =>
  t.ask<{ fileComplaint: Complaint }>(
    'mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) { state text reasons } }',
    { input: { text: TEXT, ...by } },
    { token: who?.token },
  );
async function statusOf(token: string) {
  const { data } = await t.ask<{
    notice: { state: string; complainUntil: string | null; complaint: Complaint | null };
  }>('query ($token: String!) { notice(token: $token) { state complainUntil complaint { state text reasons } } }', {
    token,
  });
  return data!.notice;
}
const reviewOf = async (id: string) => (await flagsApi(t).reviewsOf(stage.moderator, stage.company.id, id))[0]!;
const keep = (ideaId: string) => api.decideOn({ ideaId }, 'KEEP');
async function desk(decisionId: string, who = stage.manager): Promise<Line[]> {
  const { data } = await t.ask<{ appeals: { edges: { node: Line }[] } }>(
    `query ($id: ID!) { appeals(companyId: $id, first: 100) { edges { node {
       id version decision { id act } report { id note flagger { id } } } } } }`,
    { id: stage.company.id },
    { token: who.token },
  );
  return data!.appeals.edges.map(({ node }) => node).filter(({ decision }) => decision.id === decisionId);
}
const judge = (who: TestUser, { id, version }: Line, outcome: string) =>
  api.mutate(
    who,
    'decideAppeal',
    { appealId: id, version, outcome, reasons: 'It does name a person.' },
    'id state decision { undoneBecause }',
  );
async function turnedDown(email?: string) {
  const ideaId = await anIdea();
  const token = await notice(ideaId, email);
  const decision = await keep(ideaId);
  return { ideaId, token, decision };
}

describe('who filed a notice and is told that the item stays', () => {
  it('complains by the receipt; another moderator finds it right, and it waits again, before all else', async () => {
    const { manager, moderator } = stage;
    const email = `${newId()}@example.org`;
    const { ideaId, token, decision } = await turnedDown(email);
    const before = await statusOf(token);
    expect(before).toMatchObject({ state: 'NOT_ACTED_ON', complaint: null });
    expect(Date.parse(before.complainUntil!)).toBeGreaterThan(Date.now());
    expect((await complain({ token })).data!.fileComplaint).toEqual({ state: 'OPEN', text: TEXT, reasons: null });
    expect(await statusOf(token)).toMatchObject({ complainUntil: null, complaint: { state: 'OPEN', text: TEXT } });
    expect(codeOf(await complain({ token }))).toBe('ALREADY_APPEALED');
    const [line] = await desk(decision);
    expect(line).toMatchObject({ decision: { act: 'KEEP' }, report: { note: WHY, flagger: null } });
    expect(codeOf(await judge(moderator, line!, 'OVERTURN'))).toBe('OWN_DECISION');
    expect(await given(judge(manager, line!, 'OVERTURN'))).toMatchObject({
      ...{ state: 'OVERTURNED', decision: { undoneBecause: 'APPEAL' } },
    });
    expect(await statusOf(token)).toMatchObject({
      ...{ state: 'RECEIVED', complaint: { state: 'OVERTURNED', reasons: 'It does name a person.' } },
    });
    const waiting = await reviewOf(ideaId);
    expect(waiting).toMatchObject({ state: 'PENDING', flags: [{ state: 'OPEN' }] });
    expect(waiting.score).toBeGreaterThanOrEqual(11);
    expect((await api.log()).slice(0, 4).map(({ entry, outcome, role }) => [entry, outcome, role])).toEqual([
      ['UNDONE', 'APPEAL', 'MANAGER'],
      ['APPEAL_DECIDED', 'OVERTURNED', 'MANAGER'],
      ['APPEALED', null, null],
      ['NOTICE_SETTLED', 'NOT_ACTED_ON', 'MODERATOR'],
    ]);
    await t.runJobs();
    const mail = mailsTo(t, email).at(-1)!;
    expect(mail.subject).toContain('What became of your complaint');
    expect(mail.text).toContain('It does name a person.');
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('is told why, where the decision stays', async () => {
    const email = `${newId()}@example.org`;
    const { ideaId, token, decision } = await turnedDown(email);
    await complain({ token });
    await given(judge(stage.manager, (await desk(decision))[0]!, 'UPHOLD'));
    expect(await statusOf(token)).toMatchObject({
      ...{ state: 'NOT_ACTED_ON', complainUntil: null, complaint: { state: 'UPHELD' } },
    });
    expect((await reviewOf(ideaId)).state).toBe('APPROVED');
    await t.runJobs();
    expect(mailsTo(t, email).at(-1)!.text).toContain('it stays as it is');
    expect(codeOf(await complain({ token }))).toBe('ALREADY_APPEALED');
  });

  it('does so once it is decided, and within six months', async () => {
    const ideaId = await anIdea();
    const token = await notice(ideaId);
    expect(codeOf(await complain({ token }))).toBe('CONFLICT');
    expect(codeOf(await complain({ token: 'nothing' }))).toBe('NOT_FOUND');
    const decision = await keep(ideaId);
    await t.database.query(`UPDATE decision SET appeal_until = now() - interval '1 day' WHERE id = $1`, [decision]);
    expect((await statusOf(token)).complainUntil).toBeNull();
    expect(codeOf(await complain({ token }))).toBe('APPEAL_TOO_LATE');
    const acted = await anIdea();
    const other = await notice(acted);
    await api.decideOn({ ideaId: acted }, 'HIDE');
    expect(codeOf(await complain({ token: other }))).toBe('CONFLICT');
  });

  it('complains beside others, who are all right when one is; of two at once by one receipt one counts', async () => {
    const ideaId = await anIdea();
    const [one, other] = [await notice(ideaId), await notice(ideaId)];
    const decision = await keep(ideaId);
    const codes = (await Promise.all([one, one, other].map((token) => complain({ token })))).map(codeOf);
    expect(codes.sort()).toEqual(['ALREADY_APPEALED', null, null].sort());
    const lines = await desk(decision);
    expect(lines).toHaveLength(2);
    await given(judge(stage.manager, lines[0]!, 'OVERTURN'));
    for (const token of [one, other])
      expect(await statusOf(token)).toMatchObject({ state: 'RECEIVED', complaint: { state: 'OVERTURNED' } });
    expect(await desk(decision)).toEqual([]);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('is right where a moderator takes the decision back of their own accord', async () => {
    const { token, decision } = await turnedDown();
    await complain({ token });
    await given(api.undo(decision));
    expect(await statusOf(token)).toMatchObject({ state: 'RECEIVED', complaint: { state: 'OVERTURNED' } });
  });

  it('can be right also where the item is gone meanwhile: then nothing is decided again', async () => {
    const { ideaId, token, decision } = await turnedDown();
    await complain({ token });
    await api.decideOn({ ideaId }, 'HIDE');
    const [line] = await desk(decision);
    await given(judge(stage.manager, line!, 'OVERTURN'));
    expect(await t.database.query(`SELECT FROM review WHERE idea_id = $1 AND state = 'PENDING'`, [ideaId])).toEqual([]);
  });

  it('is not known to the author of the item, and counts as an appeal in the report', async () => {
    const { ana, company } = stage;
    const { token, decision } = await turnedDown();
    const filed = async () => {
      const period = String(new Date().getUTCFullYear());
      const { data } = await t.ask<{ transparencyReport: { appeals: { filed: number } } }>(
        'query ($id: ID!, $period: String!) { transparencyReport(companyId: $id, period: $period) { appeals { filed medianHours } } }',
        { id: company.id, period },
      );
      return data!.transparencyReport.appeals.filed;
    };
    const before = await filed();
    await complain({ token });
    expect(await filed()).toBe(before + 1);
    const { data } = await t.ask(
      'query ($id: ID!) { decision(id: $id) { appeal { id } } }',
      { id: decision },
      { token: ana.token },
    );
    expect(data).toEqual({ decision: { appeal: null } });
  });
});

describe('a member who reported what stays', () => {
  async function reported() {
    const who = await createUser(t);
    await addMember(t, stage.company, who);
    const ideaId = await anIdea();
    const { id: flagId } = await given(stage.api.mutate(who, 'flagItem', { ideaId, note: WHY }, 'id'));
    const decision = await keep(ideaId);
    return { who, ideaId, flagId, decision };
  }
  const own = async (who: TestUser, ideaId: string) =>
    (
      await t.ask<{ viewerFlag: { state: string; complainUntil: string | null; complaint: Complaint | null } }>(
        'query ($ideaId: ID) { viewerFlag(ideaId: $ideaId) { state complainUntil complaint { state reasons } } }',
        { ideaId },
        { token: who.token },
      )
    ).data!.viewerFlag;

  it('complains of it, and hears what became of that, here and by mail', async () => {
    const { who, ideaId, flagId, decision } = await reported();
    const off = ['FLAG_DECIDED', 'APPEAL_DECIDED'].map((kind) => `{ kind: ${kind}, inApp: true, email: false }`).join();
    const prefer = `mutation { updateNotificationPreferences(input: { preferences: [${off}] }) { kind } }`;
    await t.ask(prefer, {}, { token: who.token });
    expect((await own(who, ideaId)).complainUntil).toBeTruthy();
    await given(complain({ flagId }, who) as never);
    const [line] = await desk(decision);
    expect(line!.report).toMatchObject({ id: flagId, flagger: { id: who.id } });
    await given(judge(stage.manager, line!, 'OVERTURN'));
    expect(await own(who, ideaId)).toMatchObject({ state: 'OPEN', complaint: { state: 'OVERTURNED' } });
    await t.runJobs();
    const { data } = await t.ask<{ notifications: { edges: { node: object }[] } }>(
      '{ notifications { edges { node { kind ideaId detail } } } }',
      {},
      { token: who.token },
    );
    expect(data!.notifications.edges.map(({ node }) => node)).toContainEqual({
      ...{ kind: 'APPEAL_DECIDED', ideaId, detail: 'COMPLAINT_RIGHT' },
    });
    const mails = mailsTo(t, who.email).map(({ text }) => text);
    expect(mails.join()).toContain('It does name a person.');
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('complains of their own report alone', async () => {
    const { who, flagId } = await reported();
    expect(codeOf(await complain({ flagId }, stage.bea))).toBe('NOT_FOUND');
    expect(codeOf(await complain({ flagId }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await complain({}, who))).toBe('NOT_FOUND');
    expect(codeOf(await complain({ flagId, text: 'No!' }, who))).toBe('VALIDATION_FAILED');
  });
});
