import { diffWordsWithSpace } from 'diff';

export type DiffKind = 'SAME' | 'ADDED' | 'REMOVED';

/** A stretch of text, and whether only the newer version has it, only the older, or both. */
export interface TextChange {
  kind: DiffKind;
  text: string;
}

/** Texts that differ more than this are shown as replaced altogether, so that no pair of texts can cost seconds. */
const MOST_EDITS = 3_000;

/** What changed from one text to the next, word by word. The parts without REMOVED make up `after`, those without ADDED `before`. */
export function diffText(before: string, after: string): TextChange[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS, timeout: 200 });
  if (!changes) return whole(before, 'REMOVED').concat(whole(after, 'ADDED'));
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value,
  }));
}

const whole = (text: string, kind: DiffKind): TextChange[] => (text === '' ? [] : [{ kind, text }]);
