import type { Company } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { codeOf, given, ideasApi } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
let api: ReturnType<typeof ideasApi>;
let company: Company;
let ana: TestUser;
let manager: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  api = ideasApi(t);
  [ana, manager] = [await createUser(t), await createUser(t)];
  company = await createCompany(t);
  await addMember(t, company, manager, Role.MANAGER);
}, 60_000);
afterAll(() => t.close());

const idea = () => createIdea(t, { company, author: ana });

/** Two ideas with one answer that was made from this reply. */
async function answerTwo(savedReplyId: string): Promise<void> {
  const ideas = [await idea(), await idea()].map(({ id: ideaId }) => ({ ideaId, version: 1 }));
  const said = { status: 'PLANNED', body: 'Yes.', savedReplyId, idempotencyKey: newId() };
  const { errors } = await t.ask(
    'mutation ($input: AnswerIdeasInput!) { answerIdeas(input: $input) { refused { reason } } }',
    { input: { companyId: company.id, ideas, ...said } },
    { token: manager.token },
  );
  expect(errors).toBeUndefined();
}

describe('saved replies', () => {
  const FIELDS = 'id title body language usedCount lastUsedAt version';
  const text = { title: 'Thanks', body: 'Thank you, {name}!', language: 'EN' };
  const mutate = (name: string, input: object, user = manager) =>
    t.ask<{ reply: { id: string; version: number } }>(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { reply: ${name}(input: $input) { ${FIELDS} } }`,
      { input },
      { token: user.token },
    );
  const create = async (more: object = {}) =>
    (await mutate('createSavedReply', { companyId: company.id, ...text, ...more })).data!.reply;
  const list = async () =>
    (
      await t.ask<{ savedReplies: { title: string; usedCount: number }[] }>(
        `query ($companyId: ID!) { savedReplies(companyId: $companyId) { ${FIELDS} } }`,
        { companyId: company.id },
        { token: manager.token },
      )
    ).data!.savedReplies;
  const remove = (replyId: string, user = manager) =>
    t.ask(
      'mutation ($input: SavedReplyInput!) { deleteSavedReply(input: $input) { ok } }',
      { input: { replyId } },
      { token: user.token },
    );

  it('are kept, changed and deleted; whoever has read an older version is told', async () => {
    const reply = await create();
    expect(reply).toMatchObject({ ...text, usedCount: 0, lastUsedAt: null, version: 1 });
    const change = (version: number) =>
      mutate('updateSavedReply', { replyId: reply.id, version, ...text, title: 'Many thanks' });
    expect((await change(1)).data!.reply).toMatchObject({ title: 'Many thanks', version: 2 });
    expect(codeOf(await change(1))).toBe('CONFLICT');
    expect((await remove(reply.id)).errors).toBeUndefined();
    expect(codeOf(await remove(reply.id))).toBe('NOT_FOUND');
    expect(await list()).toEqual([]);
  });

  it('come most used first; each idea that is answered with one counts', async () => {
    const [once, often, other] = [
      await create({ title: 'once' }),
      await create({ title: 'often' }),
      await create({ title: 'never' }),
    ];
    const say = { status: 'PLANNED', body: 'Yes.' };
    await answerTwo(often.id);
    await given(
      api.mutate(manager, 'answerIdea', { ideaId: (await idea()).id, version: 1, ...say, savedReplyId: once.id }),
    );
    expect((await list()).map(({ title, usedCount }) => [title, usedCount])).toEqual([
      ['often', 2],
      ['once', 1],
      ['never', 0],
    ]);
    for (const { id } of [once, often, other]) await remove(id);
  });

  it('of another company are nobody’s: they can’t be read, changed, deleted or counted', async () => {
    const reply = await create();
    const other = await createUser(t);
    const theirs = await createCompany(t, { owner: other });
    expect(codeOf(await mutate('updateSavedReply', { replyId: reply.id, version: 1, ...text }, other))).toBe(
      'FORBIDDEN',
    );
    expect(codeOf(await remove(reply.id, other))).toBe('FORBIDDEN');
    const { id } = await createIdea(t, { company: theirs, author: ana });
    await given(
      api.mutate(other, 'answerIdea', {
        ideaId: id,
        version: 1,
        status: 'PLANNED',
        body: 'Yes.',
        savedReplyId: reply.id,
      }),
    );
    expect((await list())[0]).toMatchObject({ usedCount: 0, version: 1 });
    await remove(reply.id);
  });

  it('are a hundred at most, however many are made at once', async () => {
    await t.database.query(
      `INSERT INTO saved_reply (id, company_id, title, body, language, created_by_id, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'R', 'R', 'en', $2, now(), now() FROM generate_series(1, 98)`,
      [company.id, manager.id],
    );
    const made = await Promise.all(
      Array.from({ length: 4 }, () => mutate('createSavedReply', { companyId: company.id, ...text })),
    );
    expect(made.map(codeOf).sort()).toEqual(['TOO_MANY_REPLIES', 'TOO_MANY_REPLIES', null, null]);
    expect(await list()).toHaveLength(100);
  });
});
