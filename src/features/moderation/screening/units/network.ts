import { isNewcomer } from '../../../companies/company.policy.js';
import type { SpamUnit } from '../context.js';
import { ScreeningCode } from '../screening-code.js';

/** A family, or a class at school. */
const FREE = 3;

/** Many newcomers from one network. By itself it says little: a person decides, and it holds newcomers alone. */
export const crowdedNetwork: SpamUnit = ({ member, spam: { neighbours } }) => {
  if (!isNewcomer(member) || neighbours < FREE) return null;
  const score = Math.min(0.3 + neighbours / 20, 0.8);
  return { code: ScreeningCode.CROWDED_NETWORK, score, detail: String(neighbours), holds: true };
};
