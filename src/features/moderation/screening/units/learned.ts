import type { SpamUnit } from '../context.js';
import { HOLDS_FROM } from '../learning/spam-classifier.js';
import { ScreeningCode } from '../screening-code.js';

/** From here on members have shown who they are: no guess holds what they say. */
const TRUSTED = 2;

/** Like what this company's moderators have taken down before. */
export const learned: SpamUnit = ({ member: { trustLevel }, post: { words }, spam: { classifier } }) => {
  if (!classifier || trustLevel >= TRUSTED) return null;
  const texts = words.map(({ text }) => text);
  const score = classifier.score(texts);
  if (score < HOLDS_FROM) return null;
  return { code: ScreeningCode.LEARNED, score, detail: classifier.evidence(texts).join(', '), holds: true };
};
