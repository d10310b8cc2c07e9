import { ReviewDesk } from '../src/features/ideas/review-desk.port.js';
import { HoldReason } from '../src/features/companies/company.policy.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { newId } from '../src/shared/database/ids.js';
import { Locale } from '../src/shared/errors/locale.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { mailsTo } from './support/mails.js';
import { type ApiReview, decide, reviewPage } from './support/reviews.api.js';

let t: TestApp;
let company: { id: string };
let rule: Rule;
let [moderator, colleague, author]: TestUser[] = [];

beforeAll(async () => {
  t = await startTestApp();
  [moderator, colleague] = [await createUser(t), await createUser(t)];
  author = await createUser(t, { displayName: 'Lucía', locale: Locale.ES });
  company = await createCompany(t, { owner: await createUser(t), name: 'Alagarza' });
  await addMember(t, company, moderator!, Role.MODERATOR);
  await addMember(t, company, colleague!, Role.MODERATOR);
  await addMember(t, company, author!, Role.CUSTOMER, { trustLevel: 0 });
  rule = await t.database.manager.findOneByOrFail(Rule, { companyId: company.id });
});
afterAll(() => t.close());
// the queue is the company's: each test begins with an empty one
beforeEach(() => t.database.query(`UPDATE review SET state = 'WITHDRAWN' WHERE state = 'PENDING'`));

const hold = (post: { ideaId?: string; commentId?: string }, by = author!) =>
  t.database.transaction((tx) =>
    t.app.get(ReviewDesk, { strict: false }).hold(tx, {
      ...post,
      companyId: company.id,
      kind: post.commentId ? 'COMMENT' : 'IDEA',
      authorId: by.id,
      reason: HoldReason.NEWCOMER,
      reasons: [],
    }),
  );
async function heldIdea(title: string, by = author!): Promise<string> {
  const { id } = await createIdea(t, { company, author: by, title, visibility: 'HELD' });
  await hold({ ideaId: id }, by);
  return id;
}
async function heldComment(body: string): Promise<{ id: string; ideaId: string }> {
  const { id: ideaId } = await createIdea(t, { company, author: colleague!, title: 'About rain' });
  const id = newId();
  await t.database.query(
    `INSERT INTO comment (id, company_id, idea_id, author_id, body, visibility, hold_reason, created_at)
     VALUES ($1, $2, $3, $4, $5, 'HELD', 'NEWCOMER', now())`,
    [id, company.id, ideaId, author!.id, body],
  );
  await hold({ ideaId, commentId: id });
  return { id, ideaId };
}

const queue = async (who: TestUser | null = moderator!, filter: object = {}): Promise<ApiReview[]> =>
  (await reviewPage(t, company, who, filter)).edges.map(({ node }) => node);
const ideaRow = async (id: string) =>
  (
    await t.database.query<{ visibility: string; reason: string }>(
      'SELECT visibility, rejection_reason AS reason FROM idea WHERE id = $1',
      [id],
    )
  )[0]!;

describe('the queue', () => {
  it('has ideas and comments, the oldest first, page by page', async () => {
    for (const title of ['first', 'second', 'third']) await heldIdea(title);
    await heldComment('fourth');
    const all = await queue();
    expect(all.map(({ idea, comment }) => idea?.title ?? comment?.body)).toEqual([
      'first',
      'second',
      'third',
      'fourth',
    ]);
    expect(all[0]).toMatchObject({ state: 'PENDING', kind: 'IDEA', author: { id: author!.id }, reason: 'NEWCOMER' });
    expect((await queue(moderator, { kind: 'COMMENT' })).map(({ comment }) => comment?.body)).toEqual(['fourth']);
    const { totalCount, pageInfo } = await reviewPage(t, company, moderator!, { first: 3 });
    expect([totalCount, pageInfo.hasNextPage]).toEqual([4, true]);
    expect(await queue(moderator, { after: pageInfo.endCursor })).toEqual([all[3]]);
    const count = `{ pendingReviewCount(companyId: "${company.id}") }`;
    expect((await t.ask(count, {}, { token: moderator!.token })).data).toEqual({ pendingReviewCount: 4 });
  });

  it('takes a post once, and lets it go when its author takes it back', async () => {
    const ideaId = await heldIdea('twice');
    await hold({ ideaId });
    expect(await queue()).toHaveLength(1);
    await t.database.transaction((tx) => t.app.get(ReviewDesk, { strict: false }).dropIdea(tx, ideaId));
    expect(await queue()).toEqual([]);
    expect((await queue(moderator, { state: 'WITHDRAWN' })).length).toBeGreaterThan(0);
  });

  it('is for moderators of the company', async () => {
    await expect(queue(author)).rejects.toThrow('FORBIDDEN');
    await expect(queue(null)).rejects.toThrow('UNAUTHENTICATED');
    await heldIdea('not for strangers');
    const [review] = await queue();
    const stranger = await createUser(t);
    await createCompany(t, { owner: stranger });
    for (const other of [author!, stranger]) expect((await decide(t, other, 'KEEP', review!)).code).toBe('FORBIDDEN');
  });
});

it('what a newcomer submits waits, and its author may take it back until a moderator is faster', async () => {
  await t.database.query(`UPDATE company SET pre_moderation = 'NEWCOMERS' WHERE id = $1`, [company.id]);
  const submit = `mutation ($input: SubmitIdeaInput!) { submitIdea(input: $input) { id version visibility holdReason } }`;
  const withdraw = `mutation ($input: IdeaVersionInput!) { withdrawIdea(input: $input) { visibility } }`;
  for (let round = 0; round < 4; round++) {
    const input = { companyId: company.id, title: `Taken back ${round}`, body: 'Or not, who knows.' };
    const asked = await t.ask<{ submitIdea: { id: string; version: number } }>(
      submit,
      { input },
      { token: author!.token },
    );
    const idea = asked.data!.submitIdea;
    expect(idea).toMatchObject({ visibility: 'HELD', holdReason: 'NEWCOMER' });
    const [review] = await queue();
    const back = { input: { ideaId: idea.id, version: idea.version } };
    const [withdrawn, approved] = await Promise.all([
      t.ask(withdraw, back, { token: author!.token }),
      decide(t, moderator!, 'KEEP', review!),
    ]);
    const codes = [withdrawn.errors?.[0]?.extensions.code, approved.code];
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(1);
    expect((await ideaRow(idea.id)).visibility).toBe(approved.code ? 'WITHDRAWN' : 'PUBLISHED');
    expect(await queue()).toEqual([]);
  }
});

describe('a decision', () => {
  it('publishes an idea; its author hears of it in their language', async () => {
    const id = await heldIdea('Más música');
    const [review] = await queue();
    const decided = await decide(t, moderator!, 'KEEP', review!);
    expect(decided.review).toMatchObject({ state: 'APPROVED', decidedBy: { id: moderator!.id }, rule: null });
    expect((await ideaRow(id)).visibility).toBe('PUBLISHED');
    await t.runJobs();
    const [mail] = mailsTo(t, author!.email).slice(-1);
    expect(mail).toMatchObject({ subject: 'Tu idea se ha publicado: Más música', locale: 'es' });
    expect(mail!.text).toContain(`${t.config.publicUrl}/i/${id}`);
    expect(mail!.html).toContain('Hola, Lucía:');
    const events = await t.database.query('SELECT actor_id, payload FROM event WHERE type = $1 AND aggregate_id = $2', [
      'DecisionMade',
      review!.id,
    ]);
    expect(events).toEqual([
      { actor_id: moderator!.id, payload: expect.objectContaining({ act: 'KEEP', ideaId: id }) },
    ]);
  });

  it('rejects an idea for a rule of the company, which the author reads', async () => {
    const id = await heldIdea('Shouting');
    const [review] = await queue();
    const foreign = await createCompany(t, { owner: await createUser(t) });
    const theirs = await t.database.manager.findOneByOrFail(Rule, { companyId: foreign.id });
    const refused = await decide(t, moderator!, 'HIDE', review!, { ruleId: theirs.id });
    expect(refused.fields).toMatchObject([{ path: 'ruleId', code: 'UNKNOWN_RULE' }]);
    const done = await decide(t, moderator!, 'HIDE', review!, { ruleId: rule.id, note: 'Say it calmly.' });
    expect(done.review).toMatchObject({ state: 'REJECTED', rule: { title: 'Be kind' }, note: 'Say it calmly.' });
    const reason = 'Be kind: To everybody.\n\nSay it calmly.';
    expect(await ideaRow(id)).toEqual({ visibility: 'REJECTED', reason });
    const { data } = await t.ask(`{ idea(id: "${id}") { visibility rejectionReason } }`, {}, { token: author!.token });
    expect(data).toEqual({ idea: { visibility: 'REJECTED', rejectionReason: reason } });
    await t.runJobs();
    const [mail] = mailsTo(t, author!.email).slice(-1);
    expect(mail!.subject).toBe('No se ha publicado tu idea: Shouting');
    expect(mail!.text).toContain('Say it calmly.');
  });

  it('publishes and rejects comments too', async () => {
    const [good, bad] = [await heldComment('Good idea'), await heldComment('Bad words')];
    const [first, second] = await queue();
    await decide(t, moderator!, 'KEEP', first!);
    await decide(t, moderator!, 'HIDE', second!, { ruleId: rule.id });
    const sql = 'SELECT visibility, rejection_reason AS reason FROM comment WHERE id = ANY($1) ORDER BY created_at';
    expect(await t.database.query(sql, [[good.id, bad.id]])).toEqual([
      { visibility: 'PUBLISHED', reason: null },
      { visibility: 'REJECTED', reason: 'Be kind: To everybody.' },
    ]);
    await t.runJobs();
    const subjects = mailsTo(t, author!.email).map(({ subject }) => subject);
    expect(subjects).toContain('Tu comentario se ha publicado: About rain');
    expect(subjects).toContain('No se ha publicado tu comentario: Bad words');
  });

  it('of two moderators at once is one; the other is told', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await heldIdea(`race ${round}`);
      const [review] = await queue();
      const results = await Promise.all([
        decide(t, moderator!, 'KEEP', review!),
        decide(t, colleague!, 'HIDE', review!, { ruleId: rule.id }),
      ]);
      expect(results.map(({ code }) => code ?? 'OK').sort()).toEqual(['CONFLICT', 'OK']);
      const approved = results[0]!.code === undefined;
      expect((await ideaRow(id)).visibility).toBe(approved ? 'PUBLISHED' : 'REJECTED');
      expect((await decide(t, moderator!, 'KEEP', review!)).code).toBe('CONFLICT');
    }
  });

  it('is never about one’s own post', async () => {
    await heldIdea('mine', moderator);
    const [review] = await queue();
    expect((await decide(t, moderator!, 'KEEP', review!)).code).toBe('OWN_CONTENT');
    expect((await decide(t, colleague!, 'KEEP', review!)).review!.state).toBe('APPROVED');
    const id = await heldIdea('ours');
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
      [company.id, id, colleague!.id],
    );
    const [shared] = await queue();
    expect((await decide(t, colleague!, 'KEEP', shared!)).code).toBe('OWN_CONTENT');
  });

  it('writes to nobody who has left or never confirmed', async () => {
    const unverified = await createUser(t, { verified: false });
    const erased = await createUser(t);
    for (const user of [unverified, erased]) {
      await addMember(t, company, user);
      await heldIdea('gone', user);
    }
    await t.database.query('UPDATE "user" SET erased_at = now() WHERE id = $1', [erased.id]);
    for (const review of await queue()) await decide(t, moderator!, 'KEEP', review);
    await t.runJobs();
    expect([...mailsTo(t, unverified.email), ...mailsTo(t, erased.email)]).toEqual([]);
  });
});
