import type { Unit } from '../context.js';
import { ScreeningCode } from '../screening-code.js';
import { WatchedWordAction } from '../watched-words.js';

const { HOLD, FLAG } = WatchedWordAction;

/** Words that the company watches; blocked and masked ones are dealt with before. */
export const watchedWords: Unit = ({ hits }) => {
  const found = hits.filter(({ watched: { action } }) => action === HOLD || action === FLAG);
  if (found.length === 0) return null;
  const holds = found.some(({ watched }) => watched.action === HOLD);
  const detail = [...new Set(found.map(({ watched }) => watched.word))].join(', ');
  return { code: ScreeningCode.WATCHED_WORD, score: holds ? 0.7 : 0.3, detail, holds };
};
