import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { fieldsOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage, TEXT } from './support/ideas.stage.js';
import { statementsOf } from './support/statements.js';
import { PDF, picture, upload } from './support/uploads.js';

let t: TestApp;
let stage: IdeasStage;
let api: IdeasStage['api'];
let company: IdeasStage['company'];
let ana: TestUser;
let bea: TestUser;
let manager: TestUser;
let moderator: TestUser;
let stranger: TestUser;
let refusal: IdeasStage['refusal'];

beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  ({ api, company, ana, bea, manager, moderator, stranger, refusal } = stage);
}, 60_000);
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

describe('an idea’s page', () => {
  it('tells each viewer what they may do now', async () => {
    const challenge = await createChallenge(t, company, { createdById: manager.id });
    const { id } = await createIdea(t, { company, challenge, author: ana });
    const can = async (user: TestUser | null) => {
      const all = (await given(api.idea(user, id, 'id viewerCan { edit withdraw vote comment answer inviteCoauthor }')))
        .viewerCan;
      return Object.entries(all as object).flatMap(([name, yes]) => (yes ? [name] : []));
    };
    expect(await can(ana)).toEqual(['edit', 'withdraw', 'comment', 'inviteCoauthor']);
    expect(await can(bea)).toEqual(['vote', 'comment']);
    expect(await can(manager)).toEqual(['vote', 'comment', 'answer']);
    expect([await can(stranger), await can(null)]).toEqual([[], []]);
    t.clock.set(challenge.phases[0]!.endsAt);
    expect([await can(ana), await can(bea), await can(manager)]).toEqual([['withdraw'], [], ['answer']]);
  });

  it('shows the counts to all but where the phase hides them', async () => {
    const challenge = await createChallenge(t, company, {
      createdById: manager.id,
      phases: [{ countsVisible: false }],
    });
    const { id } = await createIdea(t, { company, challenge, author: ana, score: 7 });
    const counts = async (user: TestUser | null) => await given(api.idea(user, id, 'id upCount downCount score'));
    expect(await counts(bea)).toEqual({ id, upCount: null, downCount: null, score: null });
    expect(await counts(moderator)).toEqual({ id, upCount: 7, downCount: 0, score: 7 });
    t.clock.set(challenge.phases[0]!.endsAt);
    expect(await counts(null)).toMatchObject({ score: 7 });
  });

  it('says former member of who has erased their account', async () => {
    const { id } = await createIdea(t, { company, author: stranger });
    await t.database.query(`UPDATE "user" SET erased_at = now(), email = NULL, display_name = '' WHERE id = $1`, [
      stranger.id,
    ]);
    expect(await given(api.idea(null, id, 'id author { id displayName erased }'))).toMatchObject({
      author: { displayName: '', erased: true },
    });
  });

  it('is there for the members of a private company alone', async () => {
    const hidden = await createCompany(t, { visibility: CompanyVisibility.PRIVATE });
    await addMember(t, hidden, ana);
    const { id } = await createIdea(t, { company: hidden, author: ana });
    expect(await given(api.idea(ana, id, 'id company { id } challenge { id }'))).toEqual({
      id,
      company: { id: hidden.id },
      challenge: null,
    });
    for (const other of [bea, null]) expect(await refusal(api.idea(other, id))).toBe('NOT_FOUND');
    expect(await refusal(api.idea(ana, 'nonsense'))).toBe('NOT_FOUND');
  });

  it('is read in one statement, whatever is asked of its own', async () => {
    const { id } = await createIdea(t, { company, author: ana });
    const fields = 'id title bodyHtml score viewerVote commentCount author { id displayName } viewerCan { edit vote }';
    const { statements } = await statementsOf(() => given(api.idea(bea, id, fields)));
    expect(statements).toHaveLength(1);
  });
});

describe('the files of an idea', () => {
  it('are shown in order with their addresses, kept while they are used, and let go afterwards', async () => {
    const file = async (content: Uint8Array, name: string, type: string) =>
      (await upload(t, content, { token: ana.token, name, type })).id;
    const [image, pdf] = [
      await file(picture().jpegSync(90), 'oven.jpg', 'image/jpeg'),
      await file(PDF, 'plan.pdf', 'application/pdf'),
    ];
    const fields = 'id version attachments { id kind filename url thumbnailUrl width }';
    const input = { companyId: company.id, ...TEXT, attachmentIds: [pdf, image] };
    expect(fieldsOf(await api.mutate(bea, 'submitIdea', input))).toEqual(['attachmentIds:UNKNOWN_FILE']);
    const idea = await given(api.mutate(ana, 'submitIdea', input, fields));
    expect(idea.attachments).toMatchObject([
      { id: pdf, kind: 'PDF', filename: 'plan.pdf', thumbnailUrl: null },
      { id: image, kind: 'IMAGE', filename: 'oven.webp', url: expect.stringMatching(/^\/files\//), width: 40 },
    ]);
    const claimed = async () =>
      (
        await t.database.query<{ id: string }>('SELECT id FROM file WHERE claimed_at IS NOT NULL AND id = ANY ($1)', [
          [image, pdf],
        ])
      ).map(({ id }) => id);
    expect((await claimed()).sort()).toEqual([image, pdf].sort());
    const edited = await given(
      api.mutate(ana, 'editIdea', { ideaId: idea.id, version: 1, attachmentIds: [image] }, fields),
    );
    expect(edited.attachments).toMatchObject([{ id: image }]);
    expect(await claimed()).toEqual([image]);
  });
});

describe('a list', () => {
  it('is one statement, with authors, counts, own votes and rights', async () => {
    await createIdea(t, { company, author: ana });
    const query = `query ($id: ID!) { ideas(companyId: $id, order: TOP) { edges { node {
      id title bodyHtml score viewerVote commentCount author { id displayName } viewerCan { edit vote } } } pageInfo { hasNextPage } } }`;
    const { result, statements } = await statementsOf(() => t.ask(query, { id: company.id }, { token: ana.token }));
    expect(result.errors).toBeUndefined();
    expect(statements).toHaveLength(1);
  });
});

describe('pages within pages', () => {
  const query = `query ($id: ID!, $first: Int = 100) { ideas(companyId: $id, first: $first) { edges { node { ...I } } } }
    fragment I on Idea { comments(first: 20) { edges { node { replies { edges { node { id } } } } } } }`;
  it.each([
    ['100 × 20 × 20 by default', query, undefined],
    ['100 × 20 × 20 asked for', query, 500],
    [
      'every text of every idea',
      '{ ideas(companyId: "$id", first: 100) { edges { node { revisions { title } } } } }',
      0,
    ],
  ])('are refused before anything is read where they could bring too much: %s', async (_, text, first) => {
    const asked = async () => {
      const { status, errors } = await t.ask(text.replace('"$id"', `"${company.id}"`), { id: company.id, first });
      expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    };
    expect((await statementsOf(asked)).statements).toEqual([]);
  });

  it.each([
    ['a switch', '$first: Int = 100, $all: Boolean!', '...I @include(if: $all)', { all: false }, { all: true }],
    ['null', '$first: Int = 100', '...I', { first: 1 }, {}],
    ['a variable that is none of its own', '$first: Int = 100', '...I', { first: 1 }, { 'first,1': 1 }],
  ])('are refused although the same document was harmless before: %s', async (_, declared, spread, few, many) => {
    const text = query.replace('$first: Int = 100', declared).replace('...I', spread);
    expect((await t.ask(text, { id: company.id, ...few })).errors).toBeUndefined();
    const { errors } = await t.ask(text, { id: company.id, ...many });
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('count as the usual ones where their length is null', async () => {
    const text = `query ($id: ID!, $first: Int) { ideas(companyId: $id, first: $first) { edges { node { comments(first: null) { edges { node {
      replies(first: null) { edges { node { mentions { id } } } } } } } } } } }`;
    for (const first of [null, 100]) {
      const { errors } = await t.ask(text, { id: company.id, first });
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    expect((await t.ask(text, { id: company.id, first: 1 })).errors).toBeUndefined();
  });

  it('are given where they could not', async () => {
    expect((await t.ask(query, { id: company.id, first: 5 })).errors).toBeUndefined();
    expect((await t.ask('{ __schema { types { fields { name } } } __typename }')).errors).toBeUndefined();
  });
});

describe('a challenge', () => {
  it('counts its published ideas and the people behind them', async () => {
    const challenge = await createChallenge(t, company);
    for (const author of [ana, ana, bea]) await createIdea(t, { company, challenge, author });
    await createIdea(t, { company, challenge, author: moderator, visibility: 'HELD' });
    const query = 'query ($id: ID!) { challenge(id: $id) { ideaCount authorCount } }';
    expect((await t.ask(query, { id: challenge.id })).data).toEqual({
      challenge: { ideaCount: 3, authorCount: 2 },
    });
  });
});
