import { diffWordsWithSpace } from 'diff';

/** Which of two texts has a part. */
export enum DiffKind {
  SAME = 'SAME',
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
}

/** A stretch of text, and whether both versions have it. */
export interface TextChange {
  kind: DiffKind;
  text: string;
}

/** Texts that differ more than this are shown as replaced altogether, so that no pair of texts can cost seconds. */
const MOST_EDITS = 3_000;

/** What changed from one text to the next, word by word. Without REMOVED the parts make up `after`, without ADDED `before`. */
export function diffText(before: string, after: string): TextChange[] {
  const whole = (kind: DiffKind, text: string) => (text === '' ? [] : [{ kind, text }]);
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS, timeout: 200 });
  if (!changes) return [...whole(DiffKind.REMOVED, before), ...whole(DiffKind.ADDED, after)];
  return changes.flatMap(({ added, removed, value }) =>
    whole(added ? DiffKind.ADDED : removed ? DiffKind.REMOVED : DiffKind.SAME, value),
  );
}
