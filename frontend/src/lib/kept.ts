/** What this device keeps of something that is being written, until the server has it. */
export interface Kept<T> {
  mine: T;
  /** What it was made from; null for something new. */
  base: T | null;
  savedAt: string;
}

export function readKept<T>(place: string): Kept<T> | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Kept<T> | null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the copy on this device, not the page. */
export function keep<T>(place: string, mine: T, base: T | null): void {
  try {
    localStorage.setItem(place, JSON.stringify({ mine, base, savedAt: new Date().toISOString() } satisfies Kept<T>));
  } catch {
    console.warn('This browser keeps no drafts.');
  }
}

export const dropKept = (place: string): void => localStorage.removeItem(place);
