import { dropLocal, newDraft, readLocal, writeLocal } from './local-draft';
import { NOTHING } from './written';

const place = 'cocrea-idea/c1/box';
const draft = newDraft({ ...NOTHING, title: 'A quiet carriage' });

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test('what a visitor wrote is theirs once they have signed in', () => {
  writeLocal(place, draft, null);
  expect(readLocal(place, 'u1')?.written.title).toBe('A quiet carriage');
});

test('a session that ends while writing loses nothing in this tab', () => {
  writeLocal(place, draft, 'u1');
  expect(readLocal(place, null)?.submission).toBe(draft.submission);
});

test('nobody else on this device reads it', () => {
  writeLocal(place, draft, 'u1');
  expect(readLocal(place, 'u2')).toBeNull();
  sessionStorage.clear();
  expect(readLocal(place, null)).toBeNull();
});

test('what is no draft is ignored', () => {
  localStorage.setItem(place, '{broken');
  expect(readLocal(place, 'u1')).toBeNull();
  dropLocal(place);
  expect(readLocal(place, 'u1')).toBeNull();
});
