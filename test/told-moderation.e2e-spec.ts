import { newId } from '../src/shared/database/ids.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { addMember } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { mailsTo } from './support/mails.js';
import { FORGET_REWARDS } from './support/told.api.js';

interface Told {
  kind: string;
  ideaId: string | null;
  ideaTitle: string | null;
  decisionId: string | null;
  detail: string | null;
  excerpt: string | null;
  actors: object[];
}

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
let manager: TestUser;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
  ({ manager } = stage);
});
afterAll(() => t.close());
afterEach(() => t.database.query('DELETE FROM notification'));

async function told(user: TestUser): Promise<Told[]> {
  await t.runJobs();
  // what else they have earned by it is another test's
  await t.database.query(FORGET_REWARDS);
  const query = `{ notifications { edges { node { kind ideaId ideaTitle decisionId detail excerpt actors { displayName } } } } }`;
  const { data } = await t.ask<{ notifications: { edges: { node: Told }[] } }>(query, {}, { token: user.token });
  return data!.notifications.edges.map(({ node }) => node);
}
async function somebody(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user);
  return user;
}
const lastMail = (user: TestUser) => mailsTo(t, user.email).at(-1);
const ideaOf = async (author: TestUser, title = 'Bread at dawn') =>
  (await createIdea(t, { company: stage.company, author, title })).id;
const appeal = (user: TestUser, decisionId: string) =>
  given(
    api.mutate(user, 'fileAppeal', { decisionId, text: 'I named nobody at all.' }, 'id version'),
  ) as unknown as Promise<{
    id: string;
    version: number;
  }>;
const decideAppeal = (outcome: string, { id: appealId, version }: { id: string; version: number }) =>
  given(api.mutate(manager, 'decideAppeal', { appealId, version, outcome, reasons: 'Read it twice.' }, 'id'));

describe('whoever wrote what is decided about', () => {
  it('gets the statement of reasons, here and by mail, without the moderator’s name', async () => {
    const author = await somebody();
    const ideaId = await ideaOf(author);
    const decisionId = await api.decideOn({ ideaId }, 'HIDE');
    expect(await told(author)).toMatchObject([
      { kind: 'DECISION_MADE', ideaId, ideaTitle: 'Bread at dawn', decisionId, detail: 'HIDE', actors: [] },
    ]);
    expect((await told(author))[0]!.excerpt).toContain('Names a person.');
    const mail = lastMail(author);
    expect(mail!.text).toContain('Bread at dawn');
    for (const part of ['Names a person.', 'appeal', `/decision/${decisionId}`]) expect(mail!.text).toContain(part);
    expect(mail!.text).not.toContain(stage.moderator.displayName);
  });

  it('gets it by mail whatever they say, also once they have left a company that others do not see', async () => {
    const author = await somebody();
    const off =
      '{ kind: DECISION_MADE, inApp: false, email: false }, { kind: DECISION_UNDONE, inApp: true, email: false }';
    const { data } = await t.ask<{ list: { kind: string; email: boolean; emailAlways: boolean }[] }>(
      `mutation { list: updateNotificationPreferences(input: { preferences: [${off}] }) { kind email emailAlways } }`,
      {},
      { token: author.token },
    );
    expect(data!.list.filter(({ emailAlways }) => emailAlways)).toEqual([
      { kind: 'DECISION_MADE', email: true, emailAlways: true },
      { kind: 'APPEAL_DECIDED', email: true, emailAlways: true },
    ]);
    const decisionId = await api.decideOn({ ideaId: await ideaOf(author) }, 'HIDE');
    await t.runJobs();
    expect(lastMail(author)).toMatchObject({ unsubscribeUrl: null });
    expect(lastMail(author)!.text).toContain(`/decision/${decisionId}`);
    await given(api.undo(decisionId));
    const ideaId = await ideaOf(author);
    await t.database.query('DELETE FROM membership WHERE user_id = $1', [author.id]);
    await t.database.query(`UPDATE company SET visibility = 'PRIVATE' WHERE id = $1`, [stage.company.id]);
    const later = await api.decideOn({ ideaId }, 'HIDE');
    await t.runJobs();
    await t.database.query(`UPDATE company SET visibility = 'PUBLIC' WHERE id = $1`, [stage.company.id]);
    expect(lastMail(author)!.text).toContain(`/decision/${later}`);
  });

  it('hears of a comment and of a sanction, too, and of nothing where the item stays', async () => {
    const author = await somebody();
    const ideaId = await ideaOf(stage.ana);
    const commentId = (await createComment(t, { idea: { id: ideaId }, author })).id;
    const hidden = await api.decideOn({ commentId }, 'HIDE');
    const warned = await api.decideOn({ userId: author.id, companyId: stage.company.id }, 'WARN');
    await api.decideOn({ ideaId: await ideaOf(author) }, 'KEEP');
    expect((await told(author)).map(({ kind, decisionId }) => [kind, decisionId])).toEqual([
      ['DECISION_MADE', warned],
      ['DECISION_MADE', hidden],
    ]);
  });

  it('hears that it was taken back', async () => {
    const author = await somebody();
    const ideaId = await ideaOf(author);
    const decisionId = await api.decideOn({ ideaId }, 'HIDE');
    await given(api.undo(decisionId));
    expect((await told(author))[0]).toMatchObject({ kind: 'DECISION_UNDONE', decisionId, detail: 'HIDE' });
    expect(lastMail(author)!.subject).toContain('taken back');
  });
});

describe('an appeal', () => {
  it('is told to those who may decide about it, and its outcome with its reasons to whoever appealed', async () => {
    const author = await somebody();
    const decisionId = await api.decideOn({ ideaId: await ideaOf(author) }, 'HIDE');
    const filed = await appeal(author, decisionId);
    expect((await told(manager)).map(({ kind }) => kind)).toContain('APPEAL_FILED');
    expect((await told(stage.moderator)).map(({ kind }) => kind)).not.toContain('APPEAL_FILED');
    await decideAppeal('UPHOLD', filed);
    expect((await told(author))[0]).toMatchObject({
      kind: 'APPEAL_DECIDED',
      detail: 'UPHELD',
      excerpt: 'Read it twice.',
    });
    expect(lastMail(author)!.text).toContain('Read it twice.');
  });

  it('is answered by mail whatever they say, also once they have left a company that others do not see', async () => {
    const author = await somebody();
    await t.database.query(
      `INSERT INTO notification_preference (user_id, kind, in_app, email) VALUES ($1, 'APPEAL_DECIDED', false, false)`,
      [author.id],
    );
    const decisionId = await api.decideOn({ ideaId: await ideaOf(author) }, 'HIDE');
    const filed = await appeal(author, decisionId);
    await t.database.query('DELETE FROM membership WHERE user_id = $1', [author.id]);
    await t.database.query(`UPDATE company SET visibility = 'PRIVATE' WHERE id = $1`, [stage.company.id]);
    await decideAppeal('UPHOLD', filed);
    await t.runJobs();
    await t.database.query(`UPDATE company SET visibility = 'PUBLIC' WHERE id = $1`, [stage.company.id]);
    expect(lastMail(author)).toMatchObject({ unsubscribeUrl: null });
    expect(lastMail(author)!.text).toContain('Read it twice.');
    const { data } = await t.ask<{ list: { kind: string; email: boolean; emailAlways: boolean }[] }>(
      '{ list: notificationPreferences { kind email emailAlways } }',
      {},
      { token: author.token },
    );
    expect(data!.list).toContainEqual({ kind: 'APPEAL_DECIDED', email: true, emailAlways: true });
  });

  it('that was right is told once, as its outcome', async () => {
    const author = await somebody();
    const decisionId = await api.decideOn({ ideaId: await ideaOf(author) }, 'HIDE');
    await decideAppeal('OVERTURN', await appeal(author, decisionId));
    expect((await told(author)).map(({ kind, detail }) => [kind, detail])).toEqual([
      ['APPEAL_DECIDED', 'OVERTURNED'],
      ['DECISION_MADE', 'HIDE'],
    ]);
  });
});

describe('whoever reported something', () => {
  const flag = (user: TestUser, ideaId: string) =>
    given(api.mutate(user, 'flagItem', { ideaId, note: 'It is illegal to say so.' }, 'id'));

  it('hears what became of it: of what is hidden not even the title', async () => {
    const reporter = await somebody();
    const [hidden, kept] = [await ideaOf(stage.ana, 'A secret of others'), await ideaOf(stage.ana, 'A fair point')];
    for (const id of [hidden, kept]) await flag(reporter, id);
    await api.decideOn({ ideaId: hidden }, 'HIDE');
    expect(await told(reporter)).toMatchObject([
      { kind: 'FLAG_DECIDED', detail: 'UPHELD', ideaId: null, ideaTitle: null },
    ]);
    expect(lastMail(reporter)!.text).not.toContain('A secret of others');
    await api.decideOn({ ideaId: kept }, 'KEEP');
    expect((await told(reporter))[0]).toMatchObject({ kind: 'FLAG_DECIDED', detail: 'REJECTED', ideaId: kept });
  });

  it('hears that it stays, and not its title where it is not public any more by then', async () => {
    const reporter = await somebody();
    const id = await ideaOf(stage.ana, 'A secret by now');
    await flag(reporter, id);
    await api.decideOn({ ideaId: id }, 'KEEP');
    await api.decideOn({ ideaId: id }, 'HIDE');
    expect((await told(reporter))[0]).toMatchObject({ kind: 'FLAG_DECIDED', detail: 'REJECTED', ideaTitle: null });
    expect(lastMail(reporter)!.text).not.toContain('A secret by now');
  });

  it('from outside, gets it by mail, in the language of the notice', async () => {
    const email = `${newId()}@example.org`;
    const ideaId = await ideaOf(stage.ana, 'Another secret');
    const input = { ideaId, email, name: 'Rita', goodFaith: true, explanation: 'It calls a named person a thief.' };
    await t.ask(
      'mutation ($input: FileNoticeInput!) { fileNotice(input: $input) { token } }',
      { input },
      { language: 'it' },
    );
    await api.decideOn({ ideaId }, 'HIDE');
    await t.runJobs();
    const mail = mailsTo(t, email).at(-1)!;
    expect(mail.subject).toContain('Che ne è stato');
    expect(mail.text).toContain('Ha deciso una persona.');
    expect(mail.text).not.toContain('Another secret');
  });
});
