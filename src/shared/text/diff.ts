import { diffWordsWithSpace } from 'diff';
import { setImmediate } from 'node:timers/promises';

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

/** Texts that differ more than this are shown as replaced altogether, so that no pair of texts costs more than this. */
const MOST_EDITS = 1_500;
const MOST_MS = 50;

/** What changed from one text to the next, word by word. Without REMOVED the parts make up `after`, without ADDED `before`. */
export function diffText(before: string, after: string): TextChange[] {
  const whole = (kind: DiffKind, text: string) => (text === '' ? [] : [{ kind, text }]);
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS, timeout: MOST_MS });
  if (!changes) return [...whole(DiffKind.REMOVED, before), ...whole(DiffKind.ADDED, after)];
  return changes.flatMap(({ added, removed, value }) =>
    whole(added ? DiffKind.ADDED : removed ? DiffKind.REMOVED : DiffKind.SAME, value),
  );
}

let previous: Promise<unknown> = Promise.resolve();

/** The same when its turn comes: one after the other, with other requests in between, so that a hundred don't stop them. */
export function diffInTurn(before: string, after: string): Promise<TextChange[]> {
  const turn = previous.then(() => setImmediate()).then(() => diffText(before, after));
  previous = turn;
  return turn;
}
