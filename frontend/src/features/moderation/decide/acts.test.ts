import type { HeldItemFragment, IdeaVisibility, ReviewState } from '@/gql/graphql';
import { actsFor } from './acts';

const SANCTIONS = 'WARN SILENCE SUSPEND EXCLUDE';
const acts = (item: object) =>
  actsFor(item as HeldItemFragment)
    .map(({ act }) => act)
    .join(' ');
const ofIdea = (visibility: IdeaVisibility, { locked = false, state = 'PENDING' as ReviewState } = {}) =>
  acts({ kind: 'IDEA', state, idea: { visibility, locked }, comment: null });
const ofComment = (visibility: IdeaVisibility, state: ReviewState = 'PENDING') =>
  acts({ kind: 'COMMENT', state, idea: null, comment: { visibility } });

test('what is public or waits can be kept, changed and taken away; what waits is not locked', () => {
  const about = 'KEEP REQUEST_EDIT MASK MOVE MERGE HIDE REMOVE';
  expect(ofIdea('PUBLISHED')).toBe(`${about} LOCK ${SANCTIONS}`);
  for (const visible of [ofIdea('PUBLISHED', { locked: true }), ofIdea('HELD')])
    expect(visible).toBe(`${about} ${SANCTIONS}`);
  for (const visibility of ['PUBLISHED', 'HELD'] as const)
    expect(ofComment(visibility)).toBe(`KEEP REQUEST_EDIT MASK HIDE REMOVE ${SANCTIONS}`);
});

test('of what is gone nobody says that it stays', () => {
  const gone = `REQUEST_EDIT HIDE REMOVE ${SANCTIONS}`;
  for (const visibility of ['HIDDEN', 'REMOVED'] as const) {
    expect(ofIdea(visibility, { state: 'REJECTED' })).toBe(gone);
    expect(ofComment(visibility, 'REJECTED')).toBe(gone);
  }
  expect(ofIdea('REMOVED')).toBe(gone);
});

test('what was hidden automatically can be dealt with as if it were public', () => {
  expect(ofIdea('HIDDEN')).toBe(ofIdea('PUBLISHED'));
  expect(ofComment('HIDDEN')).toBe(ofComment('PUBLISHED'));
});

test('what was merged goes nowhere else, and is not asked to be changed', () =>
  expect(ofIdea('MERGED')).toBe(`KEEP MASK HIDE REMOVE ${SANCTIONS}`));

test('of a profile the member is judged', () =>
  expect(acts({ kind: 'PROFILE', state: 'PENDING', idea: null, comment: null })).toBe(`KEEP ${SANCTIONS}`));
