import { fold, foldInPlace, type Folded } from './fold.js';

type Range = [from: number, to: number];

/** Stands for what is masked, however long it was: its length would help to guess it. */
const MASK = '█'.repeat(5);

/** How passages are looked for. */
interface How {
  /** what is masked as one if any of it is */
  whole?: RegExp;
  /** only where they are not parts of longer words */
  asWords?: boolean;
}

/** Where a passage is in a text. */
function rangesOf({ text, places }: Folded, passage: string): Range[] {
  const [ranges, { length }]: [Range[], string] = [[], passage];
  if (length === 0) return ranges;
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
    let end = at + length;
    // a sign that stands for several is masked whole
    while (places[end] === places[end - 1]) end++;
    ranges.push([places[at]!, places[end]!]);
  }
  return ranges;
}

const OF_WORD = /[\p{L}\p{M}\p{N}]/u;
const isWord = (text: string, [from, to]: Range): boolean =>
  !OF_WORD.test([...text.slice(0, from).slice(-2)].at(-1) ?? '') && !OF_WORD.test([...text.slice(to, to + 2)][0] ?? '');

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

/** The text with every occurrence of these passages made unreadable. Case and accents do not count. */
export function mask(text: string, passages: readonly string[], { whole, asWords = false }: How = {}): string {
  const folded = foldInPlace(text);
  const places = passages.flatMap((passage) => rangesOf(folded, fold(passage)));
  const found = united(asWords ? places.filter((range) => isWord(text, range)) : places);
  const ranges = whole ? widened(text, found, whole) : found;
  let [masked, last] = ['', 0];
  for (const [from, to] of ranges) {
    masked += text.slice(last, from) + MASK;
    last = to;
  }
  return masked + text.slice(last);
}

/** Whether one of the texts says this. What is masked itself is no words: it would not be found again once it is not. */
export function isIn(texts: readonly string[], passage: string): boolean {
  const said = fold(passage);
  return said !== '' && !said.includes('█') && texts.some((text) => fold(text).includes(said));
}

/** The words of a passage beside what is masked in it. */
export const unmaskedIn = (passage: string): string[] =>
  passage
    .split('█')
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

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
