import type { SpamUnit } from '../context.js';
import { ScreeningCode } from '../screening-code.js';

const LONGEST_SHOWN = 100;

/** Something is in a field that people do not see. */
export const honeypot: SpamUnit = ({ post: { website } }) =>
  website ? { code: ScreeningCode.HONEYPOT, score: 1, detail: website.slice(0, LONGEST_SHOWN), holds: true } : null;
