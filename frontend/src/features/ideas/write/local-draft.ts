import { NOTHING, type Written } from './written';

/** What this device keeps of an idea that is being written. */
export interface LocalDraft {
  written: Written;
  /** Where the server keeps it too. */
  ideaId?: string;
  version?: number;
  /** Sent with the idea, so that it arrives once however often it is sent. */
  submission: string;
  savedAt: string;
  /** Holds more than the server knows. */
  ahead: boolean;
}

interface Kept extends LocalDraft {
  owner: string | null;
  tab: string;
}

const TAB = 'cocrea-tab';

/** The place of a new idea on this device. */
export const placeOfNew = (companyId: string, challengeId: string | undefined): string =>
  `cocrea-idea/${companyId}/${challengeId ?? 'box'}`;

/** The place of a new idea once the server keeps it too: each draft has its own. */
export const placeOfDraft = (ideaId: string): string => `cocrea-idea/${ideaId}`;

/** The place of changes to an idea. */
export const placeOfEdit = (ideaId: string): string => `cocrea-edit/${ideaId}`;

/** Tells this tab from others, as long as it is open. */
function thisTab(): string {
  const known = sessionStorage.getItem(TAB) ?? crypto.randomUUID();
  sessionStorage.setItem(TAB, known);
  return known;
}

export const newDraft = (written: Written = NOTHING): LocalDraft => ({
  written,
  submission: crypto.randomUUID(),
  savedAt: new Date().toISOString(),
  ahead: false,
});

/** Only its writer gets it back: by their account, or, while signed out, by the tab they wrote it in. */
export function readLocal(place: string, viewerId: string | null): LocalDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null;
    if (!kept) return null;
    const { owner, tab, ...draft } = kept;
    const theirs = owner === null || owner === viewerId || (viewerId === null && tab === thisTab());
    return theirs ? { ...draft, written: { ...NOTHING, ...draft.written } } : null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the copy on this device, not the page. */
export function writeLocal(place: string, draft: LocalDraft, viewerId: string | null): void {
  try {
    localStorage.setItem(place, JSON.stringify({ ...draft, owner: viewerId, tab: thisTab() } satisfies Kept));
  } catch {
    console.warn('This browser keeps no drafts.');
  }
}

export const dropLocal = (place: string): void => localStorage.removeItem(place);
