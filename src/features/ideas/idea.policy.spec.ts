import fc from 'fast-check';
import { Role, roleAtLeast } from '../../shared/auth/role.js';
import { CoauthorState } from './coauthors/coauthor.entity.js';
import { IdeaStatus, IdeaVisibility } from './idea.entity.js';
import { canSee, type IdeaFacts, ideaPermissions, type IdeaViewer } from './idea.policy.js';
import { normaliseTag, normaliseTags } from './tags.js';

const anIdea: fc.Arbitrary<IdeaFacts & { publishedAt: Date | null }> = fc.record({
  publishedAt: fc.constantFrom(null, new Date('2026-05-01')),
  authorId: fc.constantFrom('ana', 'bea'),
  visibility: fc.constantFrom(...Object.values(IdeaVisibility)),
  status: fc.constantFrom(...Object.values(IdeaStatus)),
});
const aViewer: fc.Arbitrary<IdeaViewer> = fc.record({
  userId: fc.constantFrom('ana', 'bea', 'cai'),
  role: fc.constantFrom(null, ...Object.values(Role)),
  active: fc.boolean(),
  silenced: fc.boolean(),
  coauthor: fc.constantFrom(null, ...Object.values(CoauthorState)),
});
const aPhase = fc.record({
  edit: fc.boolean(),
  comment: fc.boolean(),
  vote: fc.boolean(),
  countsVisible: fc.boolean(),
});

/** Runs the check on every kind of idea, viewer and phase. */
const always = (
  check: (
    idea: IdeaFacts & { publishedAt: Date | null },
    viewer: IdeaViewer,
    can: ReturnType<typeof ideaPermissions>,
    phase: { edit: boolean },
  ) => boolean,
) =>
  fc.assert(
    fc.property(anIdea, aViewer, aPhase, (idea, viewer, phase) =>
      check(idea, viewer, ideaPermissions(idea, viewer, phase), phase),
    ),
    { numRuns: 2_000 },
  );
const writes = (idea: IdeaFacts, viewer: IdeaViewer) =>
  idea.authorId === viewer.userId || viewer.coauthor === CoauthorState.ACCEPTED;

describe('what somebody may do with an idea', () => {
  it('is nothing for who is signed out, unverified, suspended or no member', () => {
    always((idea, viewer, can) => viewer.active || Object.values(can).every((may) => !may));
    expect(Object.values(ideaPermissions(IDEA, null, ALL))).not.toContain(true);
  });

  it('is not to write for who is silenced, who still votes', () => {
    always((_, viewer, { edit, withdraw, comment }) => !viewer.silenced || !(edit || withdraw || comment));
    const silenced = { userId: 'bea', role: Role.CUSTOMER, active: true, silenced: true, coauthor: null };
    expect(ideaPermissions(IDEA, silenced, ALL)).toMatchObject({ vote: true, comment: false });
  });

  it('is nothing with an idea that they may not see', () =>
    always((idea, viewer, can) => canSee(idea, viewer) || Object.values(can).every((may) => !may)));

  it('is to edit for its writers: a draft always, afterwards while the phase allows', () => {
    always((idea, viewer, { edit }) => !edit || writes(idea, viewer));
    always((idea, _, { edit }, phase) => !edit || phase.edit || idea.visibility === IdeaVisibility.DRAFT);
    always(
      (idea, _, { edit }) => !edit || ![IdeaVisibility.REJECTED, IdeaVisibility.WITHDRAWN].includes(idea.visibility),
    );
  });

  it('is to withdraw for its author, until the company has decided', () =>
    always(
      (idea, viewer, { withdraw }) =>
        !withdraw ||
        (idea.authorId === viewer.userId && [IdeaStatus.OPEN, IdeaStatus.UNDER_REVIEW].includes(idea.status)),
    ));

  it('is to vote for everybody but those who wrote it', () =>
    always((idea, viewer, { vote }) => !vote || !writes(idea, viewer)));

  it('is to answer for managers, in public', () =>
    always(
      (idea, viewer, { answer }) =>
        !answer || (roleAtLeast(viewer.role, Role.MANAGER) && idea.visibility === IdeaVisibility.PUBLISHED),
    ));
});

describe('who sees an idea', () => {
  it('is everybody once it is published, also if it is merged later', () => {
    expect(canSee(IDEA, null)).toBe(true);
    const merged = { ...IDEA, visibility: IdeaVisibility.MERGED };
    expect(canSee({ ...merged, publishedAt: new Date() }, null)).toBe(true);
    expect(canSee(merged, null)).toBe(false);
  });

  it('is, before, who writes it, and moderators of what was submitted', () =>
    fc.assert(
      fc.property(anIdea, aViewer, (idea, viewer) => {
        const concerned = writes(idea, viewer) || viewer.coauthor === CoauthorState.INVITED;
        const moderates = idea.visibility !== IdeaVisibility.DRAFT && roleAtLeast(viewer.role, Role.MODERATOR);
        const isPublic = canSee(idea, null);
        return canSee(idea, viewer) === (isPublic || concerned || moderates);
      }),
    ));
});

describe('tags', () => {
  it('are the same however they are written', () => {
    expect(['#Pan  Casero!', 'pan_casero', ' PAN casero '].map(normaliseTag)).toEqual(Array(3).fill('pan casero'));
    expect(normaliseTags(['Wi-Fi', '!!', 'wi-fi', 'Città'])).toEqual(['wi-fi', 'città']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => normaliseTag(normaliseTag(text)) === normaliseTag(text)),
    );
  });
});

const IDEA = { authorId: 'ana', visibility: IdeaVisibility.PUBLISHED, status: IdeaStatus.OPEN, publishedAt: null };
const ALL = { edit: true, comment: true, vote: true, countsVisible: true };
