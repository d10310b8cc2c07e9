import { fold } from '../../../shared/text/fold.js';

/** A word of a text: as it is compared, and where it stands. */
export interface Word {
  text: string;
  from: number;
  to: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in order. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ text: fold(word), from: index, to: index + word.length }));
