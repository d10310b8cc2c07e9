type Range = [from: number, to: number];

/** Stands for what is masked, however long it was: its length would help to guess it. */
const MASK = '█'.repeat(5);

/** Where a passage is in a text; occurrences that touch are one. */
function rangesOf(text: string, passage: string): Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
    const last = ranges.at(-1);
    if (last && at <= last[1]) last[1] = at + passage.length;
    else ranges.push([at, at + passage.length]);
  }
  return ranges;
}

function united(ranges: Range[]): Range[] {
  const all: Range[] = [];
  for (const [from, to] of ranges.sort(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** What `pattern` matches and a range touches is masked whole. */
function widened(text: string, ranges: Range[], pattern: RegExp): Range[] {
  const touched = [...text.matchAll(pattern)]
    .map((match): Range => [match.index, match.index + match[0].length])
    .filter(([from, to]) => ranges.some(([start, end]) => start < to && from < end));
  return united([...ranges, ...touched]);
}

/**
 * The text with every occurrence of these passages made unreadable.
 * @param whole what is masked as one if any of it is
 */
export function mask(text: string, passages: readonly string[], whole?: RegExp): string {
  const found = united(passages.flatMap((passage) => rangesOf(text, passage)));
  const ranges = whole ? widened(text, found, whole) : found;
  let [masked, last] = ['', 0];
  for (const [from, to] of ranges) {
    masked += text.slice(last, from) + MASK;
    last = to;
  }
  return masked + text.slice(last);
}

/** Whether one of the texts says this. What is masked itself is no words: it would not be found again once it is not. */
export const isIn = (texts: readonly string[], passage: string): boolean =>
  !passage.includes('█') && texts.some((text) => text.includes(passage));

/** A text before it was masked, and since. */
export interface Swap<T = string> {
  was: T;
  is: T;
}

/** What has changed, to be undone. */
export const swapOf = <T>(was: T, is: T): Swap<T> | undefined => (same(was, is) ? undefined : { was, is });

/** The text of before, where it is still the masked one; else as it is now. */
export const restored = <T>(now: T, swap: Swap<T> | undefined): T => (swap && same(now, swap.is) ? swap.was : now);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
