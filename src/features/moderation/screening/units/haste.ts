import { isNewcomer } from '../../../companies/company.policy.js';
import type { SpamUnit } from '../context.js';
import { ScreeningCode } from '../screening-code.js';

/** Nobody has read what they answer, and written a sentence, before. */
const FASTEST_MS = 3_000;

/** Written faster than people do. Only a newcomer's; who does not say how long it took is not suspected. */
export const typedFast: SpamUnit = ({ member, post: { writingMs } }) => {
  if (!isNewcomer(member) || writingMs === null || writingMs >= FASTEST_MS) return null;
  return { code: ScreeningCode.TYPED_FAST, score: 0.5, detail: `${(writingMs / 1000).toFixed(1)} s`, holds: true };
};
