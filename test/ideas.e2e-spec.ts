import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { IdeaVisibility } from '../src/features/ideas/idea.entity.js';
import { IdeaModeration } from '../src/features/ideas/moderation/idea-moderation.service.js';
import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { codeOf, fieldsOf, given, type IdeaNode } from './support/ideas.api.js';
import { ideasStage, type IdeasStage, TEXT } from './support/ideas.stage.js';
import { decide, reviewPage } from './support/reviews.api.js';
import { picture, upload } from './support/uploads.js';

let t: TestApp;
let stage: IdeasStage;
let api: IdeasStage['api'];
let company: IdeasStage['company'];
let strict: IdeasStage['strict'];
let ana: TestUser;
let bea: TestUser;
let manager: TestUser;
let moderator: TestUser;
let stranger: TestUser;
let submit: IdeasStage['submit'];
let refusal: IdeasStage['refusal'];
let events: IdeasStage['events'];
const moderation = () => t.app.get(IdeaModeration, { strict: false });

beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  ({ api, company, strict, ana, bea, manager, moderator, stranger, submit, refusal, events } = stage);
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
    const approve = () => t.database.transaction((tx) => moderation().publishHeld(tx, held.id, moderator.id));
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
    await t.database.transaction((tx) =>
      moderation().hide(tx, held.id, moderator.id, { to: IdeaVisibility.HIDDEN, reason: 'Be kind' }),
    );
    expect(await given(api.idea(ana, held.id, 'id version visibility rejectionReason'))).toMatchObject({
      visibility: 'REJECTED',
      rejectionReason: 'Be kind',
    });
    const change = { ideaId: held.id, version: edited.version + 1 };
    expect(await refusal(api.mutate(ana, 'editIdea', { ...change, title: 'Again and again' }))).toBe('IDEA_STATE');
    expect(await refusal(api.mutate(ana, 'withdrawIdea', change))).toBe('IDEA_STATE');
    expect(await refusal(api.mutate(ana, 'submitIdea', { ideaId: held.id }))).toBe('IDEA_STATE');
  });

  it('once changed, text or files, is decided anew; what nobody has allowed stays unread', async () => {
    const [seen] = (await reviewPage(t, strict, moderator)).edges.slice(-1);
    const decision = (version: number) => decide(t, moderator, 'KEEP', { ...seen!.node, version });
    const edit = (version: number, change: object) =>
      given(api.mutate(ana, 'editIdea', { ideaId: held.id, version, ...change }));
    const { version } = await edit(held.version, { title: 'What nobody should read' });
    expect((await decision(1)).code).toBe('CONFLICT');
    const file = await upload(t, await picture().png(), { token: ana.token });
    expect(await edit(version, { attachmentIds: [file.id.toUpperCase()] })).toMatchObject({ version: version + 1 });
    expect((await decision(2)).code).toBe('CONFLICT');
    await edit(version + 1, TEXT);
    expect((await decision(4)).code).toBeUndefined();
    const { revisions } = await given(
      api.idea(null, held.id, 'id version revisions { number title titleDiff { kind } }'),
    );
    expect(revisions).toEqual([{ number: 3, title: TEXT.title, titleDiff: [{ kind: 'ADDED' }] }]);
  });

  it('leaves the queue when its author takes it back', async () => {
    await given(api.mutate(ana, 'withdrawIdea', { ideaId: held.id, version: held.version }));
    expect(await t.database.query(`SELECT FROM review WHERE idea_id = $1 AND state = 'PENDING'`, [held.id])).toEqual(
      [],
    );
  });
});
