import type { SpamUnit } from '../context.js';
import { ScreeningCode } from '../screening-code.js';

/** How many posts in ten minutes nobody looks at twice, by trust. */
const FREE = [5, 10, 20, 40];

/** More posts in a short time than people of this trust write. */
export const rate: SpamUnit = ({ member: { trustLevel }, post: { isEdit }, spam: { postsOfLate } }) => {
  const count = postsOfLate + 1;
  const free = FREE[Math.min(trustLevel, FREE.length - 1)]!;
  if (isEdit || count <= free) return null;
  const score = Math.min(0.4 + (count - free) / (2 * free), 1);
  return { code: ScreeningCode.MANY_POSTS, score, detail: String(count), holds: true };
};
