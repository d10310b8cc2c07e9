import { VotesService } from '../src/features/votes/votes.service.js';
import { CompanyVisibility, VoteMode } from '../src/features/companies/company.entity.js';
import type { Company } from '../src/features/companies/company.entity.js';
import { CoauthorJoined } from '../src/features/ideas/ideas.events.js';
import { PhaseKind } from '../src/features/challenges/phase.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { Outbox } from '../src/shared/events/outbox.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { createMembers, tallyOf, vote } from './support/votes.factory.js';

let t: TestApp;
let company: Company;
let author: TestUser;
let voters: TestUser[];

beforeAll(async () => {
  t = await startTestApp();
  author = await createUser(t);
  company = await createCompany(t, { owner: author, voteMode: VoteMode.UP_DOWN });
  voters = await createMembers(t, company, 3);
}, 60_000);
afterAll(() => t.close());
afterEach(async () => {
  t.clock.set(null);
  expect(await t.app.get(VotesService).verify()).toEqual([]);
});

const idea = (options: Partial<Parameters<typeof createIdea>[1]> = {}) =>
  createIdea(t, { company, author, ...options });
const codeOf = async (result: ReturnType<typeof vote>) => (await result).errors?.[0]?.extensions.code ?? null;
describe('a vote', () => {
  it('is cast, changed and withdrawn, and each answer tells the counts right after it', async () => {
    const { id } = await idea();
    const [ana, bea] = voters as [TestUser, TestUser];
    const said = async (...args: [TestUser, 'UP' | 'DOWN' | null]) => (await vote(t, args[0], id, args[1])).data!.idea;
    expect(await said(ana, 'UP')).toEqual({ id, upCount: 1, downCount: 0, score: 1, viewerVote: 'UP' });
    expect(await said(bea, 'DOWN')).toEqual({ id, upCount: 1, downCount: 1, score: 0, viewerVote: 'DOWN' });
    expect(await said(ana, 'DOWN')).toMatchObject({ upCount: 0, downCount: 2, score: -2 });
    expect(await said(ana, null)).toMatchObject({ upCount: 0, downCount: 1, viewerVote: null });
    expect(await said(ana, null)).toMatchObject({ upCount: 0, downCount: 1, viewerVote: null });
  });

  it('that is sent again changes nothing and makes no event', async () => {
    const { id } = await idea();
    for (let n = 0; n < 3; n++) await vote(t, voters[0]!, id, 'UP');
    await vote(t, voters[0]!, id, null);
    await vote(t, voters[0]!, id, null);
    const events = await t.database.query(
      'SELECT type, payload, actor_id AS actor FROM event WHERE aggregate_id = $1 ORDER BY position',
      [id],
    );
    expect(events).toEqual([
      { type: 'VoteCast', payload: { value: 1, previous: 0 }, actor: voters[0]!.id },
      { type: 'VoteWithdrawn', payload: { previous: 1 }, actor: voters[0]!.id },
    ]);
    expect(
      await t.database.query(`SELECT 1 FROM event WHERE aggregate_id = $1 AND dispatched_at IS NULL`, [id]),
    ).toEqual([]);
  });

  it('answers with anything of the idea that is asked', async () => {
    const { id, title } = await idea();
    const result = await t.ask(
      `mutation ($input: VoteInput!) { vote(input: $input) { title upCount viewerVote viewerCan { vote } author { displayName } } }`,
      { input: { ideaId: id, value: 'UP' } },
      { token: voters[0]!.token },
    );
    expect(result.data).toEqual({
      vote: {
        title,
        upCount: 1,
        viewerVote: 'UP',
        viewerCan: { vote: true },
        author: { displayName: author.displayName },
      },
    });
  });

  it('raises the trending score, and leaves it as it was once withdrawn', async () => {
    const { id } = await idea();
    const trending = async () =>
      (await t.database.query<{ trending: number }>('SELECT trending FROM idea_tally WHERE idea_id = $1', [id]))[0]!
        .trending;
    const before = await trending();
    await vote(t, voters[0]!, id, 'UP');
    expect(await trending()).toBeGreaterThan(before);
    await vote(t, voters[0]!, id, null);
    expect(await trending()).toBe(before);
  });
});

describe('a vote is refused', () => {
  it('without a sign-in, without membership, unverified, suspended, on one’s own idea', async () => {
    const { id } = await idea();
    const stranger = await createUser(t);
    const unverified = await createUser(t, { verified: false });
    const suspended = await createUser(t);
    const coauthor = await createUser(t);
    for (const user of [unverified, coauthor]) await addMember(t, company, user);
    await addMember(t, company, suspended, Role.CUSTOMER, { suspendedUntil: new Date(Date.now() + 60_000) });
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
      [company.id, id, coauthor.id],
    );
    // all at once, so that one batch holds them all and a good one
    const results = await Promise.all(
      [null, stranger, unverified, suspended, author, coauthor, voters[0]!].map((user) =>
        codeOf(vote(t, user, id, 'UP')),
      ),
    );
    expect(results).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'EMAIL_NOT_VERIFIED',
      'MEMBER_SUSPENDED',
      'OWN_IDEA',
      'OWN_IDEA',
      null,
    ]);
    expect(await tallyOf(t, id)).toMatchObject({ up: 1, down: 0, score: 1 });
  });

  it('for what is not there, not public, or in a company that the voter can’t see', async () => {
    const hidden = await createCompany(t, { owner: author, visibility: CompanyVisibility.PRIVATE });
    const elsewhere = await createIdea(t, { company: hidden, author });
    const held = await idea({ visibility: 'HELD' });
    for (const id of ['0198c0de-0000-7000-8000-000000000000', elsewhere.id, held.id]) {
      expect(await codeOf(vote(t, voters[0]!, id, 'UP'))).toBe('NOT_FOUND');
    }
    const refused = await vote(t, voters[0]!, 'nonsense', 'UP');
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'ideaId' }] });
  });

  it('against an idea, where the company counts votes in favour only, in the reader’s language', async () => {
    const positive = await createCompany(t, { owner: author, voteMode: VoteMode.UP });
    const { id } = await createIdea(t, { company: positive, author });
    await addMember(t, positive, voters[0]!);
    expect(await codeOf(vote(t, voters[0]!, id, 'DOWN'))).toBe('DOWN_VOTES_OFF');
    const spanish = await t.ask(
      `mutation { vote(input: { ideaId: "${id}", value: DOWN }) { id } }`,
      {},
      { token: voters[0]!.token, language: 'es' },
    );
    expect(spanish.errors![0]!.message).toBe('Esta empresa solo cuenta votos a favor.');
    expect(await codeOf(vote(t, voters[0]!, id, 'UP'))).toBeNull();
  });

  it('one millisecond after the phase has ended, not at its last; before it has begun, not at its first', async () => {
    const startsAt = new Date('2026-03-01T10:00:00.000Z');
    const endsAt = new Date('2026-03-08T10:00:00.000Z');
    const challenge = await createChallenge(t, company, { phases: [{ kind: PhaseKind.IDEATION, startsAt, endsAt }] });
    const { id } = await idea({ challenge });
    const at = async (moment: Date, shift: number, user: TestUser) => {
      t.clock.set(new Date(moment.getTime() + shift));
      return codeOf(vote(t, user, id, 'UP'));
    };
    expect(await at(startsAt, -1, voters[0]!)).toBe('VOTING_CLOSED');
    expect(await at(startsAt, 0, voters[0]!)).toBeNull();
    expect(await at(endsAt, -1, voters[1]!)).toBeNull();
    expect(await at(endsAt, 0, voters[2]!)).toBe('VOTING_CLOSED');
    expect(await at(endsAt, 1, voters[2]!)).toBe('VOTING_CLOSED');
    expect(await codeOf(vote(t, voters[0]!, id, null))).toBe('VOTING_CLOSED');
    expect(await tallyOf(t, id)).toMatchObject({ up: 2 });
  });

  it('where the phase takes no votes, where the challenge or the idea box is closed', async () => {
    const deciding = await createChallenge(t, company, { phases: [{ kind: PhaseKind.DECISION }] });
    const closed = await createChallenge(t, company, { closedAt: new Date() });
    const boxless = await createCompany(t, { owner: author, ideaBoxOpen: false });
    await addMember(t, boxless, voters[0]!);
    const ideas = [
      await idea({ challenge: deciding }),
      await idea({ challenge: closed }),
      await createIdea(t, { company: boxless, author }),
    ];
    for (const { id } of ideas) expect(await codeOf(vote(t, voters[0]!, id, 'UP'))).toBe('VOTING_CLOSED');
  });
});

describe('counts', () => {
  it('stay hidden from the voter in a phase that hides them, not from moderators', async () => {
    const moderator = await createUser(t);
    await addMember(t, company, moderator, Role.MODERATOR);
    const challenge = await createChallenge(t, company, { phases: [{ kind: PhaseKind.VOTING }] });
    const { id } = await idea({ challenge });
    expect((await vote(t, voters[0]!, id, 'UP')).data!.idea).toEqual({
      id,
      upCount: null,
      downCount: null,
      score: null,
      viewerVote: 'UP',
    });
    expect((await vote(t, moderator, id, 'UP')).data!.idea).toMatchObject({ upCount: 2, downCount: 0, score: 2 });
  });

  it('lose the vote of somebody who becomes a co-author', async () => {
    const { id } = await idea();
    await vote(t, voters[0]!, id, 'UP');
    await vote(t, voters[1]!, id, 'DOWN');
    await t.database.transaction((tx) =>
      t.app.get(Outbox).append(
        tx,
        CoauthorJoined({
          companyId: company.id,
          aggregateId: id,
          actorId: voters[0]!.id,
          payload: { userId: voters[0]!.id },
          occurredAt: new Date(),
        }),
      ),
    );
    await t.runJobs();
    expect(await tallyOf(t, id)).toMatchObject({ up: 0, down: 1, score: -1 });
  });
});
