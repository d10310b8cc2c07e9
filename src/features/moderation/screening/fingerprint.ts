import { createHash } from 'node:crypto';
import type { Word } from './words.js';

/** What is kept of a text to know it again; nobody can read it back. */
export interface Fingerprint {
  /** the same for texts of the same words */
  hash: string;
  /** the smallest hashes of its runs of words; texts that share many of these share as much of what they say */
  sketch: number[];
}

/** "Thank you!" may be said again and again. */
const SHORTEST = 8;
const RUN = 3;
const KEPT = 48;

/** FNV-1a, as a signed integer of 32 bits. */
function hashOf(words: string[]): number {
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash | 0;
}

/** Of a text that is long enough to be told from others. */
export function fingerprintOf(words: Word[]): Fingerprint | null {
  if (words.length < SHORTEST) return null;
  const texts = words.map(({ text }) => text);
  const hash = createHash('sha256').update(texts.join(' ')).digest('base64url');
  const runs = texts.slice(RUN - 1).map((_, i) => hashOf(texts.slice(i, i + RUN)));
  return { hash, sketch: smallest(runs) };
}

/** How much two texts share, from 0 to 1: an estimate of the part of their runs of words that both have. */
export function likeness({ sketch: one }: Fingerprint, { sketch: two }: Fingerprint): number {
  const at = { one: 0, two: 0 };
  let [all, both] = [0, 0];
  for (; all < KEPT && (at.one < one.length || at.two < two.length); all++) {
    const [first, second] = [one[at.one] ?? Infinity, two[at.two] ?? Infinity];
    if (first === second) both++;
    if (first <= second) at.one++;
    if (second <= first) at.two++;
  }
  return both / all;
}

const smallest = (hashes: number[]): number[] => [...new Set(hashes)].sort((a, b) => a - b).slice(0, KEPT);
