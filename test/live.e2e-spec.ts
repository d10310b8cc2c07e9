import type { Company } from '../src/features/companies/company.entity.js';
import { PhaseKind } from '../src/features/challenges/phase.entity.js';
import { IdeaWithdrawn } from '../src/features/ideas/ideas.events.js';
import { Outbox } from '../src/shared/events/outbox.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { companiesApi } from './support/companies.api.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { Onlooker } from './support/live.js';
import { createMembers, vote } from './support/votes.factory.js';

let t: TestApp;
let beside: TestApp;
let company: Company;
let author: TestUser;
let voters: TestUser[];

beforeAll(async () => {
  t = await startTestApp();
  beside = await startTestApp({}, t);
  author = await createUser(t);
  company = await createCompany(t, { owner: author });
  voters = await createMembers(t, company, 30);
}, 60_000);
afterAll(async () => {
  await beside.close();
  await t.close();
});

const onlookers: Onlooker[] = [];
afterEach(() => onlookers.splice(0).forEach((onlooker) => onlooker.stop()));

const idea = (options: Partial<Parameters<typeof createIdea>[1]> = {}) =>
  createIdea(t, { company, author, ...options });
async function look(variables: object, viewer: { token: string } | null = null, at = t): Promise<Onlooker> {
  const onlooker = await Onlooker.at(at, { companyId: company.id, ...variables }, { token: viewer?.token });
  onlookers.push(onlooker);
  return onlooker;
}
const comment = async (ideaId: string, parentId?: string): Promise<string> => {
  const input = { ideaId, parentId, body: 'I agree.', idempotencyKey: crypto.randomUUID() };
  const { data } = await t.ask<{ addComment: { id: string } }>(
    'mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }',
    { input },
    { token: voters[0]!.token },
  );
  return data!.addComment.id;
};

describe('who looks at an idea', () => {
  it('first hears what there is, then the counts after each vote, in every process', async () => {
    const { id } = await idea();
    const [here, there] = [await look({ ideaIds: [id] }), await look({ ideaIds: [id] }, null, beside)];
    for (const { messages } of [here, there])
      expect(messages).toMatchObject([{ whole: true, ideas: [{ ideaId: id, idea: { upCount: 0, status: 'OPEN' } }] }]);
    const heard = Promise.all([here.hearsOf(id), there.hearsOf(id)]);
    await vote(t, voters[0]!, id, 'UP');
    for (const message of await heard)
      expect(message).toMatchObject({ answered: false, idea: { upCount: 1, score: 1 } });
  });

  it('hears of new comments by their ids, of replies with their place, and how many there are', async () => {
    const { id } = await idea();
    const onlooker = await look({ ideaIds: [id] });
    const heard = onlooker.hearsOf(id);
    const top = await comment(id);
    expect((await heard).idea).toMatchObject({ commentCount: 1 });
    const later = onlooker.hearsOf(id);
    const reply = await comment(id, top);
    expect((await later).idea).toMatchObject({ commentCount: 2 });
    expect(onlooker.messages.flatMap(({ comments }) => comments)).toEqual([
      { id: top, rootId: null },
      { id: reply, rootId: top },
    ]);
    expect((await look({ ideaIds: [id] })).messages[0]!.comments).toEqual([{ id: top, rootId: null }]);
  });

  it('hears that the company has answered, and when it is taken away', async () => {
    const { id } = await idea();
    const onlooker = await look({ ideaIds: [id] });
    const heard = onlooker.hearsOf(id);
    await t.ask(
      'mutation ($input: AnswerIdeaInput!) { answerIdea(input: $input) { id } }',
      { input: { ideaId: id, version: 1, status: 'PLANNED', body: 'We will.' } },
      { token: author.token },
    );
    expect(await heard).toMatchObject({ answered: true, idea: { status: 'PLANNED' } });
    const gone = onlooker.hearsOf(id);
    await t.database.transaction(async (tx) => {
      await tx.query(`UPDATE idea SET visibility = 'WITHDRAWN' WHERE id = $1`, [id]);
      const fact = { companyId: company.id, aggregateId: id, actorId: author.id, occurredAt: new Date() };
      await t.app.get(Outbox).append(tx, IdeaWithdrawn({ ...fact, payload: { challengeId: null } }));
    });
    expect(await gone).toMatchObject({ idea: null });
  });

  it('hears little of much: thirty votes at once are a message or two', async () => {
    const { id } = await idea();
    const onlooker = await look({ ideaIds: [id] });
    await Promise.all(voters.map((voter) => vote(t, voter, id, 'UP')));
    await onlooker.until(() => onlooker.messages.at(-1)!.ideas.some(({ idea }) => idea?.upCount === voters.length));
    expect(onlooker.messages.length).toBeLessThan(6);
  });

  it('hears nothing of what was rolled back, nor of ideas that are not public', async () => {
    const { id } = await idea();
    const held = await idea({ visibility: 'HELD' });
    const onlooker = await look({ ideaIds: [id, held.id] });
    expect(onlooker.messages[0]!.ideas.map(({ ideaId }) => ideaId)).toEqual([id]);
    const fact = { companyId: company.id, aggregateId: id, actorId: author.id, occurredAt: new Date() };
    const append = (aggregateId: string, then: () => void) =>
      t.database.transaction(async (tx) => {
        const event = IdeaWithdrawn({ ...fact, aggregateId, payload: { challengeId: null } });
        await t.app.get(Outbox).append(tx, event);
        then();
      });
    const rolledBack = append(id, () => {
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await append(held.id, () => undefined);
    const heard = onlooker.hearsOf(id);
    await vote(t, voters[0]!, id, 'UP');
    await heard;
    expect(onlooker.messages).toHaveLength(2);
  });
});

describe('who looks at a list', () => {
  const submit = async (challengeId?: string) => {
    const input = { companyId: company.id, challengeId, title: 'More bread', body: 'Until noon.', language: 'EN' };
    const { data } = await t.ask<{ submitIdea: { id: string } }>(
      'mutation ($input: SubmitIdeaInput!) { submitIdea(input: $input) { id } }',
      { input: { ...input, idempotencyKey: crypto.randomUUID() } },
      { token: voters[1]!.token },
    );
    return data!.submitIdea.id;
  };
  const published = ({ messages }: Onlooker) => messages.slice(1).flatMap(({ publishedIdeaIds }) => publishedIdeaIds);

  it('hears of new ideas there, and of no other place', async () => {
    const challenge = await createChallenge(t, company);
    const inChallenge = await look({ challengeId: challenge.id });
    const inBox = await look({ ideaBoxOnly: true });
    const anywhere = await look({});
    const answer = await submit(challenge.id);
    const boxed = await submit();
    await anywhere.until(() => published(anywhere).length === 2);
    expect(published(anywhere).sort()).toEqual([answer, boxed].sort());
    await inBox.until(() => published(inBox).length > 0);
    await inChallenge.until(() => published(inChallenge).length > 0);
    expect(published(inBox)).toEqual([boxed]);
    expect(published(inChallenge)).toEqual([answer]);
    expect((await look({ challengeId: challenge.id })).messages[0]!.publishedIdeaIds).toEqual([answer]);
  });
});

describe('while a phase hides the counts', () => {
  it('moderators hear of votes, and the others not even that there was one', async () => {
    const challenge = await createChallenge(t, company, { phases: [{ kind: PhaseKind.VOTING }] });
    const { id } = await idea({ challenge });
    const moderator = await createUser(t);
    const membership = addMember(t, company, moderator, Role.MODERATOR);
    await membership;
    const [sees, customer, visitor] = [
      await look({ ideaIds: [id] }, moderator),
      await look({ ideaIds: [id] }, voters[0]),
      await look({ ideaIds: [id] }),
    ];
    expect(visitor!.messages[0]!.ideas[0]!.idea).toMatchObject({ upCount: null, score: null });
    const heard = sees!.hearsOf(id);
    await vote(t, voters[0]!, id, 'UP');
    expect((await heard).idea).toMatchObject({ upCount: 1 });
    const comments = Promise.all([customer!.hearsOf(id), visitor!.hearsOf(id)]);
    await comment(id);
    for (const { idea } of await comments) expect(idea).toMatchObject({ upCount: null, commentCount: 1 });
    expect(visitor!.messages).toHaveLength(2);
    // one of them loses the right to see: from then on they hear as the others do
    const { id: membershipId } = await membership;
    await companiesApi(t).mutate(author, 'changeMemberRole', { membershipId, role: 'CUSTOMER' });
    const later = sees!.hearsOf(id);
    await comment(id);
    expect((await later).idea).toMatchObject({ upCount: null });
  });
});
