import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { ModerationLog } from '../src/features/moderation/log/moderation-log.service.js';
import { newId } from '../src/shared/database/ids.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { createComment } from './support/comments.factory.js';
import { createCompany } from './support/companies.factory.js';
import { flagsApi } from './support/flags.api.js';
import { codeOf, fieldsOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { mailsTo } from './support/mails.js';
import { decide } from './support/reviews.api.js';
import { PDF, upload } from './support/uploads.js';

interface Status {
  kind: string;
  state: string;
  outcome: { act: string; automatic: boolean; ground: string | null } | null;
}

let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterAll(() => t.close());
beforeEach(() => t.database.query('DELETE FROM rate_limit'));

const anIdea = async () => (await createIdea(t, { company: stage.company, author: stage.ana })).id;
const EXPLANATION = 'The second sentence calls a named person a thief.';
const address = () => `${newId()}@example.org`;
const ask = (input: object, who: TestUser | null = null, language = 'en') =>
  t.ask<{ fileNotice: { token: string; notice: Status } }>(
    `mutation ($input: FileNoticeInput!) { fileNotice(input: $input) { token notice { kind state outcome { act } } } }`,
    { input: { explanation: EXPLANATION, name: 'Rita Perez', email: address(), goodFaith: true, ...input } },
    { token: who?.token, language },
  );
async function file(input: object, who: TestUser | null = null): Promise<string> {
  const { data, errors } = await ask(input, who);
  if (errors) throw new Error(JSON.stringify(errors));
  expect(data!.fileNotice.notice).toMatchObject({ state: 'RECEIVED', outcome: null });
  return data!.fileNotice.token;
}
const statusOf = async (token: string) =>
  (
    await t.ask<{ notice: Status }>(
      'query ($token: String!) { notice(token: $token) { kind state outcome { act automatic ground } } }',
      { token },
    )
  ).data?.notice;
const reviewOf = async (id: string) =>
  (await flagsApi(t).reviewsOf(stage.moderator, stage.company.id, id)).find(({ state }) => state !== 'WITHDRAWN')!;

it('anybody tells of illegal content, gets a receipt, here and by mail, and reads with it what became of it', async () => {
  const { ana, moderator } = stage;
  const ideaId = await anIdea();
  const email = address();
  const { data } = await ask({ ideaId, email }, null, 'es');
  const { token } = data!.fileNotice;
  await t.runJobs();
  const [mail] = mailsTo(t, email);
  expect(mail).toMatchObject({ locale: 'es' });
  expect(mail!.text).toContain(token);
  expect(mail!.text).toContain(`${t.config.publicUrl}/i/${ideaId}`);
  expect(await statusOf(token)).toEqual({ kind: 'IDEA', state: 'RECEIVED', outcome: null });

  const review = await reviewOf(ideaId);
  expect(review.flags).toEqual([{ flagger: null, rule: null, note: EXPLANATION, weight: 1, state: 'OPEN' }]);
  expect(JSON.stringify(review)).not.toContain('Rita');
  const law = 'Penal code, art. 208';
  const decided = await decide(t, moderator, 'REMOVE', review, { legalGround: law });
  expect(await statusOf(token)).toEqual({
    ...{ kind: 'IDEA', state: 'ACTED_ON', outcome: { act: 'REMOVE', automatic: false, ground: law } },
  });
  await given(
    stage.api.mutate(moderator, 'undoDecision', { decisionId: decided.review!.decisions![0]!.id }, 'id undoneAt'),
  );
  expect(await statusOf(token)).toEqual({ kind: 'IDEA', state: 'RECEIVED', outcome: null });
  await decide(t, moderator, 'KEEP', await reviewOf(ideaId));
  expect(await statusOf(token)).toMatchObject({ state: 'NOT_ACTED_ON', outcome: { act: 'KEEP', ground: null } });
  expect(ana.id).toBeTruthy();
});

it.each(['MERGE', 'MOVE'])('%s leaves it to be read: so nothing was done about it', async (act) => {
  const { company, moderator } = stage;
  const ideaId = await anIdea();
  const email = address();
  const token = await file({ ideaId, email });
  const how = {
    MERGE: async () => ({ targetIdeaId: await anIdea() }),
    MOVE: async () => ({ challengeId: (await createChallenge(t, company)).id }),
  };
  const { review } = await decide(t, moderator, act, await reviewOf(ideaId), await how[act as 'MOVE' | 'MERGE']());
  expect(review).toMatchObject({ state: 'APPROVED' });
  expect(await statusOf(token)).toMatchObject({ state: 'NOT_ACTED_ON', outcome: { act } });
  const [line] = await t.database.query(
    `SELECT outcome FROM moderation_log l JOIN flag f ON f.id = l.notice_id WHERE f.idea_id = $1 AND entry = 'NOTICE_SETTLED'`,
    [ideaId],
  );
  expect(line).toEqual({ outcome: 'NOT_ACTED_ON' });
  await t.runJobs();
  const { text } = mailsTo(t, email).at(-1)!;
  expect(text).toContain(act === 'MERGE' ? 'It was merged with another idea' : 'It was moved to another place');
  expect(text).not.toContain('you can complain');
});

it('who is told that it stays is told that they can complain', async () => {
  const ideaId = await anIdea();
  const email = address();
  await file({ ideaId, email });
  await decide(t, stage.moderator, 'KEEP', await reviewOf(ideaId));
  await t.runJobs();
  const { text } = mailsTo(t, email).at(-1)!;
  expect(text).toContain('It stays as it is.');
  expect(text).toContain('you can complain');
});

it('is not for who would decide about it: nobody decides about their own', async () => {
  const { company, ana, moderator, manager } = stage;
  const ideaId = await anIdea();
  for (const who of [moderator, manager]) expect(codeOf(await ask({ ideaId }, who))).toBe('MODERATES_HERE');
  expect(codeOf(await ask({ userId: ana.id, companyId: company.id }, moderator))).toBe('MODERATES_HERE');
  const elsewhere = await createIdea(t, { company: await createCompany(t), author: ana });
  expect(codeOf(await ask({ ideaId: elsewhere.id }, moderator))).toBeNull();
});

it('members file notices, too, and a notice may be about a comment', async () => {
  const comment = await createComment(t, { idea: { id: await anIdea() }, author: stage.ana });
  const email = address();
  const token = await file({ commentId: comment.id, email }, stage.bea);
  await t.runJobs();
  expect(mailsTo(t, email)[0]!.text).toContain(`?comment=${comment.id}`);
  await given(stage.api.mutate(stage.ana, 'deleteComment', { commentId: comment.id }, 'id'));
  expect(await statusOf(token)).toEqual({ kind: 'COMMENT', state: 'GONE', outcome: null });
  const verify = () => t.app.get(ModerationLog, { strict: false }).verify();
  expect(await verify()).toEqual([]);
  const [flag] = await t.database.query<{ id: string }>('SELECT id FROM flag WHERE comment_id = $1', [comment.id]);
  await t.database.query(`UPDATE flag SET state = 'UPHELD' WHERE id = $1`, [flag!.id]);
  expect(await verify()).toMatchObject([
    { id: flag!.id, column: 'flag.state', stored: 'UPHELD', counted: 'GONE' },
    { id: flag!.id, column: 'moderation_log', counted: 'NOTICE_SETTLED' },
  ]);
  await t.database.query(`UPDATE flag SET state = 'GONE' WHERE id = $1`, [flag!.id]);
});

it('a notice may be about a member, or about one file of an idea, which moderators are told', async () => {
  const { company, ana, moderator } = stage;
  const email = address();
  await file({ userId: ana.id, companyId: company.id, email });
  await t.runJobs();
  expect(mailsTo(t, email)[0]!.text).toContain(`${t.config.publicUrl}/u/${ana.id}`);
  const ideaId = await anIdea();
  const { id: attachmentId } = await upload(t, PDF, { token: ana.token, name: 'call.pdf', type: 'application/pdf' });
  await t.database.query('INSERT INTO attachment (idea_id, file_id, company_id, position) VALUES ($1, $2, $3, 0)', [
    ...[ideaId, attachmentId, company.id],
  ]);
  await file({ ideaId, attachmentId });
  const { data } = await t.ask<{ reviews: { edges: { node: object }[] } }>(
    `query ($companyId: ID!) { reviews(companyId: $companyId) { edges { node {
       kind author { id } idea { id attachments { id } } flags { attachmentId flagger { id } } } } } }`,
    { companyId: company.id },
    { token: moderator.token },
  );
  const about = (attachment: string | null) => ({ flags: [{ attachmentId: attachment, flagger: null }] });
  const waiting = data!.reviews.edges.map(({ node }) => node);
  expect(waiting).toContainEqual({ kind: 'PROFILE', author: { id: ana.id }, idea: null, ...about(null) });
  const idea = { id: ideaId, attachments: [{ id: attachmentId }] };
  expect(waiting).toContainEqual({ kind: 'IDEA', author: { id: ana.id }, idea, ...about(attachmentId) });
  expect(fieldsOf(await ask({ ideaId: await anIdea(), attachmentId }))).toEqual(['attachmentId:UNKNOWN_FILE']);
  expect(codeOf(await ask({ userId: stage.stranger.id, companyId: company.id }))).toBe('NOT_FOUND');
});

it('with something in the field that people do not see comes last, and writes to nobody', async () => {
  const ideaId = await anIdea();
  const email = address();
  const token = await file({ ideaId, email, website: 'https://pills.example' });
  await t.runJobs();
  expect(mailsTo(t, email)).toEqual([]);
  expect(await statusOf(token)).toMatchObject({ state: 'RECEIVED' });
  expect((await reviewOf(ideaId)).flags).toMatchObject([{ weight: expect.closeTo(0.1) as number, state: 'OPEN' }]);
});

it('a notice is made in good faith, with a name, an address and reasons', async () => {
  const ideaId = await anIdea();
  for (const [input, field] of [
    [{ goodFaith: false }, 'goodFaith:CONFIRMATION_NEEDED'],
    [{ name: '   ' }, 'name:EMPTY'],
    [{ email: 'nobody' }, 'email:NOT_EMAIL'],
    [{ explanation: 'Illegal!' }, 'explanation:MIN_LENGTH'],
  ] as const)
    expect(fieldsOf(await ask({ ideaId, ...input }))).toEqual([field]);
});

it('is only about what its sender may see, and what is public', async () => {
  const hidden = await createCompany(t, { visibility: CompanyVisibility.PRIVATE });
  const secret = await createIdea(t, { company: hidden, author: stage.ana });
  expect(codeOf(await ask({ ideaId: secret.id }))).toBe('NOT_FOUND');
  const held = await createIdea(t, { company: stage.company, author: stage.ana, visibility: 'HELD' });
  expect(codeOf(await ask({ ideaId: held.id }))).toBe('NOT_FOUND');
  expect(codeOf(await ask({ ideaId: held.id }, stage.ana))).toBe('NOT_PUBLIC');
  const unknown = await t.ask('query { notice(token: "nothing") { state } }');
  expect(codeOf(unknown)).toBe('NOT_FOUND');
});

it('hides nothing by itself, and takes a few an hour from one address', async () => {
  const ideaId = await anIdea();
  for (let at = 0; at < 12; at++) await file({ ideaId });
  expect(await stage.api.idea(null, ideaId, 'id version visibility')).toMatchObject({
    data: { result: { visibility: 'PUBLISHED' } },
  });
  expect((await reviewOf(ideaId)).flagCount).toBe(12);
  const email = address();
  const codes: (string | null)[] = [];
  for (let at = 0; at < 6; at++) codes.push(codeOf(await ask({ ideaId, email: email.toUpperCase() })));
  expect(codes).toEqual([null, ...Array<string>(4).fill('ALREADY_FLAGGED'), 'RATE_LIMITED']);
});
