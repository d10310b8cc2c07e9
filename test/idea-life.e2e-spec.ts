import { newId } from '../src/shared/database/ids.js';
import { type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { fieldsOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage, TEXT } from './support/ideas.stage.js';

let t: TestApp;
let stage: IdeasStage;
let api: IdeasStage['api'];
let company: IdeasStage['company'];
let ana: TestUser;
let bea: TestUser;
let manager: TestUser;
let moderator: TestUser;
let stranger: TestUser;
let submit: IdeasStage['submit'];
let refusal: IdeasStage['refusal'];

beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  ({ api, company, ana, bea, manager, moderator, stranger, submit, refusal } = stage);
}, 60_000);
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

describe('an edit', () => {
  it('keeps every text, with what changed against the one before', async () => {
    const idea = await submit(ana, { body: 'Open at eight.' });
    const edit = { ideaId: idea.id, version: 1, body: 'Open at seven, please.', note: 'Earlier' };
    expect(await given(api.mutate(ana, 'editIdea', edit))).toMatchObject({ version: 2, revisionCount: 2 });
    expect(await refusal(api.mutate(ana, 'editIdea', { ...edit, body: 'Lost update' }))).toBe('CONFLICT');
    expect(await given(api.mutate(ana, 'editIdea', { ...edit, version: 2 }))).toMatchObject({
      version: 2,
      revisionCount: 2,
    });
    const fields =
      'id version editedAt revisions { number note editor { displayName } titleDiff { kind text } bodyDiff { kind text } }';
    const { revisions, editedAt } = await given(api.idea(null, idea.id, fields));
    expect(editedAt).not.toBeNull();
    expect(revisions).toMatchObject([
      { number: 2, note: 'Earlier', editor: { displayName: 'Ana' }, titleDiff: [{ kind: 'SAME', text: TEXT.title }] },
      { number: 1, note: null, bodyDiff: [{ kind: 'ADDED', text: 'Open at eight.' }] },
    ]);
    const [{ bodyDiff }] = revisions as [{ bodyDiff: { kind: string; text: string }[] }];
    const without = (kind: string) =>
      bodyDiff
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect([without('ADDED'), without('REMOVED')]).toEqual(['Open at eight.', 'Open at seven, please.']);
  });

  it('by two at once succeeds for one', async () => {
    const idea = await submit(ana);
    const codes = await Promise.all(
      ['one', 'two', 'three'].map((word) =>
        refusal(api.mutate(ana, 'editIdea', { ideaId: idea.id, version: 1, title: `Version ${word}` })),
      ),
    );
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', null]);
  });

  it('is the authors’, while the phase allows it to the millisecond', async () => {
    const challenge = await createChallenge(t, company, { createdById: manager.id });
    const idea = await submit(ana, { challengeId: challenge.id });
    const edit = { ideaId: idea.id, version: 1, title: 'Warm bread at nine' };
    expect(await refusal(api.mutate(bea, 'editIdea', edit))).toBe('FORBIDDEN');
    expect(await refusal(api.mutate(manager, 'editIdea', edit))).toBe('FORBIDDEN');
    t.clock.set(challenge.phases[0]!.endsAt);
    expect(await refusal(api.mutate(ana, 'editIdea', edit))).toBe('CHALLENGE_CLOSED');
    t.clock.set(new Date(challenge.phases[0]!.endsAt.getTime() - 1));
    expect(await refusal(api.mutate(ana, 'editIdea', edit))).toBeNull();
  });
});

describe('a withdrawal', () => {
  it('takes an idea out of the public and keeps it for its author and moderators', async () => {
    const idea = await submit(ana);
    expect(await refusal(api.mutate(bea, 'withdrawIdea', { ideaId: idea.id, version: 1 }))).toBe('FORBIDDEN');
    await given(api.mutate(ana, 'withdrawIdea', { ideaId: idea.id, version: 1 }));
    for (const other of [bea, null]) expect(await refusal(api.idea(other, idea.id))).toBe('NOT_FOUND');
    for (const other of [ana, moderator])
      expect(await given(api.idea(other, idea.id))).toMatchObject({ visibility: 'WITHDRAWN' });
    expect((await api.list(ana, { companyId: company.id, first: 100 })).nodes.map(({ id }) => id)).not.toContain(
      idea.id,
    );
  });

  it('is refused once the company has decided', async () => {
    const idea = await createIdea(t, { company, author: ana, status: 'DECLINED' });
    expect(await refusal(api.mutate(ana, 'withdrawIdea', { ideaId: idea.id, version: 1 }))).toBe('IDEA_DECIDED');
  });
});

describe('an answer', () => {
  const answer = (idea: { id: string }, version: number, more: object = {}, by: TestUser | null = manager) =>
    api.mutate(
      by,
      'answerIdea',
      { ideaId: idea.id, version, status: 'PLANNED', body: 'In **May**.', ...more },
      'id version status',
    );

  it('gives the idea a status with a public reason; the earlier ones stay', async () => {
    const idea = await submit(ana);
    await given(answer(idea, 1));
    await given(answer(idea, 2, { status: 'DELIVERED', body: 'Done.', pinned: false }));
    const said = '{ status bodyHtml pinned author { displayName } }';
    const read = await given(
      api.idea(null, idea.id, `id version status answer ${said} answers ${said} timeline { kind status }`),
    );
    const planned = {
      status: 'PLANNED',
      bodyHtml: '<p>In <strong>May</strong>.</p>',
      pinned: true,
      author: { displayName: 'Marta' },
    };
    expect(read).toMatchObject({ status: 'DELIVERED', answer: planned });
    expect(read.answers).toEqual([
      { ...planned, status: 'DELIVERED', bodyHtml: '<p>Done.</p>', pinned: false },
      planned,
    ]);
    expect((read.timeline as { status: string | null }[]).map(({ status }) => status)).toEqual([
      null,
      null,
      'PLANNED',
      'DELIVERED',
    ]);
    await given(answer(idea, 3, { body: 'Look at the oven.' }));
    expect(await given(api.idea(null, idea.id, 'id version answer { body }'))).toMatchObject({
      answer: { body: 'Look at the oven.' },
    });
  });

  it('is a manager’s, needs its reason, and is not given twice to one version', async () => {
    const idea = await submit(ana);
    const codes = await Promise.all([1, 2, 3].map(() => refusal(answer(idea, 1))));
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', null]);
    expect(await refusal(answer(idea, 2, {}, moderator))).toBe('FORBIDDEN');
    expect(await refusal(answer(idea, 2, {}, null))).toBe('UNAUTHENTICATED');
    expect(fieldsOf(await answer(idea, 2, { status: 'DECLINED', body: '  ' }))).toEqual(['body:EMPTY']);
    const held = await createIdea(t, { company, author: ana, visibility: 'HELD' });
    expect(await refusal(answer(held, 1))).toBe('IDEA_STATE');
  });
});

describe('co-authors', () => {
  it('are asked by the author, accept or decline, and then edit together', async () => {
    const idea = await submit(ana);
    const invite = (userId: string, by = ana) =>
      api.mutate(by, 'inviteCoauthor', { ideaId: idea.id, userId }, 'id coauthors { state user { id } }');
    expect((await given(invite(bea.id))).coauthors).toEqual([{ state: 'INVITED', user: { id: bea.id } }]);
    expect(await refusal(invite(bea.id))).toBe('COAUTHOR_ALREADY');
    for (const id of [ana.id, stranger.id, newId()]) expect(await refusal(invite(id))).toBe('COAUTHOR_NOT_MEMBER');
    expect(await refusal(invite(moderator.id, bea))).toBe('FORBIDDEN');
    expect((await given(api.idea(null, idea.id, 'id coauthors { state }'))).coauthors).toEqual([]);
    const asked = await t.ask<{ myCoauthorInvitations: { id: string }[] }>(
      '{ myCoauthorInvitations { id } }',
      {},
      { token: bea.token },
    );
    expect(asked.data!.myCoauthorInvitations).toEqual([{ id: idea.id }]);
    const edit = { ideaId: idea.id, version: 1, title: 'Written by two' };
    expect(await refusal(api.mutate(bea, 'editIdea', edit))).toBe('FORBIDDEN');
    await given(api.mutate(bea, 'answerCoauthorInvitation', { ideaId: idea.id, accept: true }));
    expect(await refusal(api.mutate(bea, 'editIdea', edit))).toBeNull();
    expect((await given(api.idea(null, idea.id, 'id coauthors { state }'))).coauthors).toEqual([{ state: 'ACCEPTED' }]);
    expect((await api.list(bea, {}, 'id', 'myIdeas')).nodes.map(({ id }) => id)).toContain(idea.id);
    await given(api.mutate(bea, 'removeCoauthor', { ideaId: idea.id, userId: bea.id }));
    expect(await refusal(api.mutate(bea, 'editIdea', { ...edit, version: 2 }))).toBe('FORBIDDEN');
  });

  it('see a draft they are asked for, until they decline', async () => {
    const draft = await given(api.mutate(ana, 'saveIdeaDraft', { companyId: company.id, ...TEXT }));
    await given(api.mutate(ana, 'inviteCoauthor', { ideaId: draft.id, userId: bea.id }, 'id'));
    expect(await given(api.idea(bea, draft.id))).toMatchObject({ visibility: 'DRAFT' });
    expect(await refusal(api.mutate(moderator, 'answerCoauthorInvitation', { ideaId: draft.id, accept: true }))).toBe(
      'NOT_FOUND',
    );
    const declined = () => api.mutate(bea, 'answerCoauthorInvitation', { ideaId: draft.id, accept: false });
    await given(declined());
    expect(await refusal(api.idea(bea, draft.id))).toBe('NOT_FOUND');
    expect(await refusal(declined())).toBe('NOT_FOUND');
    expect(await refusal(api.mutate(ana, 'inviteCoauthor', { ideaId: draft.id, userId: bea.id }, 'id'))).toBe(
      'COAUTHOR_ALREADY',
    );
  });
});
