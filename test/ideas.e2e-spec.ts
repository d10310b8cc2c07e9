import { jest } from '@jest/globals';
import type { Company } from '../src/features/companies/company.entity.js';
import { CompanyVisibility, PreModeration } from '../src/features/companies/company.entity.js';
import { IdeasService } from '../src/features/ideas/ideas.service.js';
import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { codeOf, fieldsOf, given, type IdeaNode, ideasApi } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
let api: ReturnType<typeof ideasApi>;
let company: Company;
let strict: Company;
let [ana, bea, manager, moderator, stranger] = [] as unknown as [TestUser, TestUser, TestUser, TestUser, TestUser];

const TEXT = { title: 'Warm bread at eight', body: 'People who go to work **early** would buy it.' };
const events = async (id: string) =>
  (
    await t.database.query<{ type: string }>('SELECT type FROM event WHERE aggregate_id = $1 ORDER BY position', [id])
  ).map(({ type }) => type);
const refusal = async (asked: ReturnType<typeof api.mutate>) => codeOf(await asked);
const submit = (user: TestUser, input: object = {}, fields?: string) =>
  given(api.mutate(user, 'submitIdea', { companyId: company.id, ...TEXT, ...input }, fields));

beforeAll(async () => {
  t = await startTestApp();
  api = ideasApi(t);
  [ana, bea, manager, moderator, stranger] = await Promise.all([
    createUser(t, { displayName: 'Ana' }),
    createUser(t, { displayName: 'Bea' }),
    createUser(t, { displayName: 'Marta' }),
    createUser(t, { displayName: 'Nora' }),
    createUser(t, { displayName: 'Otto' }),
  ]);
  company = await createCompany(t);
  strict = await createCompany(t, { preModeration: PreModeration.EVERYTHING });
  for (const place of [company, strict]) {
    await addMember(t, place, ana, Role.CUSTOMER, { trustLevel: 2 });
    await addMember(t, place, bea);
    await addMember(t, place, manager, Role.MANAGER);
    await addMember(t, place, moderator, Role.MODERATOR);
  }
}, 60_000);
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

describe('a draft', () => {
  it('is saved again and again, seen by its author alone, and submitted once', async () => {
    const draft = await given(api.mutate(ana, 'saveIdeaDraft', { companyId: company.id, title: 'War', body: '' }));
    expect(draft).toMatchObject({ visibility: 'DRAFT', title: 'War', version: 1, revisionCount: 0 });
    const saved = await given(
      api.mutate(ana, 'saveIdeaDraft', { ideaId: draft.id, version: 1, ...TEXT, tags: ['#Bread ', 'bread'] }),
    );
    expect(saved).toMatchObject({ id: draft.id, version: 2, tags: ['bread'], ...TEXT });
    expect(await refusal(api.mutate(ana, 'saveIdeaDraft', { ideaId: draft.id, version: 1, title: 'late' }))).toBe(
      'CONFLICT',
    );
    for (const other of [bea, moderator, null]) expect(await refusal(api.idea(other, draft.id))).toBe('NOT_FOUND');
    const both = await Promise.all([1, 2].map(() => given(api.mutate(ana, 'submitIdea', { ideaId: draft.id }))));
    for (const idea of both)
      expect(idea).toMatchObject({ id: draft.id, visibility: 'PUBLISHED', revisionCount: 1, language: 'EN', ...TEXT });
    expect(await given(api.mutate(ana, 'submitIdea', { ideaId: draft.id }))).toMatchObject({
      id: draft.id,
      version: 3,
    });
    expect(await events(draft.id)).toEqual(['IdeaSubmitted', 'IdeaPublished']);
    expect(await given(api.idea(null, draft.id))).toMatchObject(TEXT);
  });

  it('is not submitted unfinished, nor by another, and says which field is wrong in the language asked for', async () => {
    const draft = await given(api.mutate(ana, 'saveIdeaDraft', { companyId: company.id, title: 'Hey' }));
    const refused = await api.mutate(ana, 'submitIdea', { ideaId: draft.id }, 'id', 'it');
    expect(fieldsOf(refused)).toEqual(['title:MIN_LENGTH', 'body:EMPTY']);
    expect(refused.errors![0]!.extensions.fields![1]!.message).toBe('Compila questo campo.');
    expect(await refusal(api.mutate(bea, 'submitIdea', { ideaId: draft.id, ...TEXT }))).toBe('NOT_FOUND');
    expect(await refusal(api.mutate(ana, 'deleteIdeaDraft', { ideaId: draft.id }))).toBeNull();
    expect(await refusal(api.idea(ana, draft.id))).toBe('NOT_FOUND');
  });

  it('is one of at most twenty', async () => {
    const person = await createUser(t);
    await addMember(t, company, person);
    const save = () => api.mutate(person, 'saveIdeaDraft', { companyId: company.id, title: 'One more' }, 'id');
    const codes = await Promise.all(Array.from({ length: 22 }, async () => codeOf(await save())));
    expect(codes.filter((code) => code === 'TOO_MANY_DRAFTS')).toHaveLength(2);
  });
});

describe('a submission', () => {
  it('with the same key, at once or later, is the same idea', async () => {
    const ideas = await Promise.all([1, 2, 3, 4].map(() => submit(ana, { idempotencyKey: 'once' })));
    const again = await submit(ana, { idempotencyKey: 'once', title: 'Something else' });
    expect(new Set([...ideas, again].map(({ id }) => id)).size).toBe(1);
    expect(await events(again.id)).toEqual(['IdeaSubmitted', 'IdeaPublished']);
  });

  it('needs the terms of its challenge to be accepted', async () => {
    const challenge = await createChallenge(t, company, { terms: 'The ideas are yours.', createdById: manager.id });
    const input = { companyId: company.id, challengeId: challenge.id, ...TEXT };
    expect(await refusal(api.mutate(ana, 'submitIdea', input))).toBe('TERMS_NOT_ACCEPTED');
    expect(await refusal(api.mutate(ana, 'submitIdea', { ...input, acceptTerms: true }))).toBeNull();
    expect(await refusal(api.mutate(ana, 'submitIdea', input))).toBeNull();
  });

  it('is refused where it may not be', async () => {
    const closed = await createChallenge(t, company, { createdById: manager.id, phases: [{ maySubmit: false }] });
    const box = await createCompany(t, { ideaBoxOpen: false });
    const hidden = await createCompany(t, { visibility: CompanyVisibility.PRIVATE });
    const [unverified, suspended] = [await createUser(t, { verified: false }), await createUser(t)];
    await addMember(t, company, unverified);
    await addMember(t, company, suspended, Role.CUSTOMER, { suspendedUntil: new Date(Date.now() + 60_000) });
    await addMember(t, box, ana);
    const cases: [TestUser | null, object, string][] = [
      [ana, { challengeId: closed.id }, 'CHALLENGE_CLOSED'],
      [ana, { companyId: box.id }, 'IDEA_BOX_CLOSED'],
      [ana, { companyId: box.id, challengeId: closed.id }, 'NOT_FOUND'],
      [ana, { companyId: hidden.id }, 'NOT_FOUND'],
      [ana, { challengeId: newId() }, 'NOT_FOUND'],
      [stranger, {}, 'FORBIDDEN'],
      [unverified, {}, 'EMAIL_NOT_VERIFIED'],
      [suspended, {}, 'MEMBER_SUSPENDED'],
      [null, {}, 'UNAUTHENTICATED'],
      [ana, { companyId: 'nonsense' }, 'VALIDATION_FAILED'],
      [ana, { title: 'x'.repeat(121) }, 'VALIDATION_FAILED'],
      [ana, { body: 'x'.repeat(20_001) }, 'VALIDATION_FAILED'],
      [ana, { body: ' \u0000\u200e\n ' }, 'VALIDATION_FAILED'],
      [ana, { tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'VALIDATION_FAILED'],
      [ana, { attachmentIds: [newId()] }, 'VALIDATION_FAILED'],
      [ana, { ideaId: newId() }, 'NOT_FOUND'],
    ];
    for (const [user, input, code] of cases) {
      const asked = api.mutate(user, 'submitIdea', {
        companyId: company.id,
        ...TEXT,
        title: 'Never to be seen',
        ...input,
      });
      expect([input, await refusal(asked)]).toEqual([input, code]);
    }
    expect(await t.database.query(`SELECT FROM idea WHERE title = 'Never to be seen'`)).toEqual([]);
  });

  it('is limited per hour, less for newcomers', async () => {
    const newcomer = await createUser(t);
    await addMember(t, company, newcomer, Role.CUSTOMER, { trustLevel: 0 });
    for (let n = 0; n < 10; n++) await submit(newcomer);
    const refused = await api.mutate(newcomer, 'submitIdea', { companyId: company.id, ...TEXT });
    expect(codeOf(refused)).toBe('RATE_LIMITED');
    expect(refused.errors![0]!.extensions.retryAfter).toBeGreaterThan(0);
  });

  it('is cleaned: what is invisible goes, tags are normalised, the language is found', async () => {
    const idea = await submit(ana, {
      title: '  Più   tavoli\u0000 all’aperto ',
      body: 'Vorrei sedermi fuori\u202e quando c’è il sole.\r\nGrazie!',
      tags: ['  Città_verde!', 'CITTÀ VERDE'],
    });
    expect(idea).toMatchObject({ title: 'Più tavoli all’aperto', tags: ['città verde'], language: 'IT' });
    expect(idea.body).toBe('Vorrei sedermi fuori quando c’è il sole.\nGrazie!');
    const corrected = await given(
      api.mutate(ana, 'editIdea', { ideaId: idea.id, version: idea.version, language: 'ES' }),
    );
    expect(corrected.language).toBe('ES');
  });
});

describe('what is held', () => {
  let held: IdeaNode;
  beforeEach(async () => {
    held = await submit(ana, { companyId: strict.id });
  });

  it('is seen by its author and moderators with the reason, and by nobody else', async () => {
    expect(held).toMatchObject({ visibility: 'HELD', holdReason: 'COMPANY_REVIEWS_EVERYTHING' });
    expect(await given(api.idea(moderator, held.id))).toMatchObject({ holdReason: 'COMPANY_REVIEWS_EVERYTHING' });
    for (const other of [bea, null]) expect(await refusal(api.idea(other, held.id))).toBe('NOT_FOUND');
    expect((await api.list(moderator, { companyId: strict.id })).nodes.map(({ id }) => id)).not.toContain(held.id);
    expect(await events(held.id)).toEqual(['IdeaSubmitted', 'IdeaHeld']);
  });

  it('is published once, and then the reason is the business of its author and moderators', async () => {
    const approve = () =>
      t.database.transaction((tx) => t.app.get(IdeasService).publishHeld(tx, held.id, moderator.id));
    await approve();
    await expect(approve()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await given(api.idea(bea, held.id))).toMatchObject({ visibility: 'PUBLISHED', holdReason: null });
    expect((await api.list(null, { companyId: strict.id })).nodes.map(({ id }) => id)).toContain(held.id);
    const { timeline } = await given(api.idea(bea, held.id, 'id version timeline { kind actor { displayName } }'));
    expect(timeline).toEqual([
      { kind: 'IdeaSubmitted', actor: { displayName: 'Ana' } },
      { kind: 'IdeaPublished', actor: null },
    ]);
  });

  it('stays held when it is edited, is rejected with a reason, and is then left alone', async () => {
    const edited = await given(
      api.mutate(ana, 'editIdea', { ideaId: held.id, version: held.version, title: 'Warm bread at seven' }),
    );
    expect(edited).toMatchObject({ visibility: 'HELD', revisionCount: 2 });
    await t.database.transaction((tx) => t.app.get(IdeasService).rejectHeld(tx, held.id, moderator.id, 'Be kind'));
    expect(await given(api.idea(ana, held.id, 'id version visibility rejectionReason'))).toMatchObject({
      visibility: 'REJECTED',
      rejectionReason: 'Be kind',
    });
    const change = { ideaId: held.id, version: edited.version + 1 };
    expect(await refusal(api.mutate(ana, 'editIdea', { ...change, title: 'Again and again' }))).toBe('IDEA_STATE');
    expect(await refusal(api.mutate(ana, 'withdrawIdea', change))).toBe('IDEA_STATE');
    expect(await refusal(api.mutate(ana, 'submitIdea', { ideaId: held.id }))).toBe('IDEA_STATE');
  });

  it('leaves the queue when its author takes it back', async () => {
    await given(api.mutate(ana, 'withdrawIdea', { ideaId: held.id, version: held.version }));
    expect(await t.database.query(`SELECT FROM review WHERE idea_id = $1 AND state = 'PENDING'`, [held.id])).toEqual(
      [],
    );
  });
});

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
    await given(api.mutate(bea, 'answerCoauthorInvitation', { ideaId: draft.id, accept: false }));
    expect(await refusal(api.idea(bea, draft.id))).toBe('NOT_FOUND');
    expect(await refusal(api.mutate(ana, 'inviteCoauthor', { ideaId: draft.id, userId: bea.id }, 'id'))).toBe(
      'COAUTHOR_ALREADY',
    );
  });
});

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
    const count = await statements(() => given(api.idea(bea, id, fields)));
    expect(count).toBe(1);
  });
});

/** How many statements the application sends meanwhile. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(t.database, 'query');
  await work();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}
