import type { SpamUnit } from '../context.js';
import { likeness } from '../fingerprint.js';
import { ScreeningCode } from '../screening-code.js';

/** Of ten runs of words, six are the same. */
const NEAR = 0.6;

/** The same text again. */
export const repeated: SpamUnit = ({ post: { fingerprint }, spam: { before } }) => {
  const count = before.filter(({ hash }) => hash === fingerprint?.hash).length;
  if (count === 0) return null;
  return { code: ScreeningCode.REPEATED, score: Math.min(0.7 + count / 10, 1), detail: String(count), holds: true };
};

/** The same text with a word or two changed. */
export const nearlyRepeated: SpamUnit = ({ post: { fingerprint }, spam: { before } }) => {
  if (!fingerprint || before.some(({ hash }) => hash === fingerprint.hash)) return null;
  const most = Math.max(0, ...before.map((other) => likeness(fingerprint, other)));
  if (most < NEAR) return null;
  const percent = `${Math.round(most * 100)} %`;
  return { code: ScreeningCode.NEARLY_REPEATED, score: most * 0.8, detail: percent, holds: true };
};
