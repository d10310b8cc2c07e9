import type { EditedChallengeFragment } from '@/gql/graphql';
import { readKept } from '@/lib/kept';
import { changedParts, merge } from '@/lib/merge';
import { BLANK_PRIZE, blankChallenge, type ChallengeValues, valuesOf } from './challenge-values';
import type { Conflict } from './draft-keeper';

/** Where this device keeps a challenge that is being written: per person, nobody else on it reads it. */
export const placeOf = (viewerId: string, companyId: string, challengeId?: string): string =>
  `cocrea-challenge/${viewerId}/${challengeId ?? `new/${companyId}`}`;

/** What was left before there was more to write has all that there is now. */
const whole = (values: ChallengeValues): ChallengeValues => ({
  ...blankChallenge(values.language),
  ...values,
  prizes: values.prizes.map((prize) => ({ ...BLANK_PRIZE, ...prize })),
});

/** With what the form begins. */
export interface Beginning {
  challenge?: EditedChallengeFragment;
  values: ChallengeValues;
  /** What of it the server has. */
  sent: Partial<ChallengeValues>;
  stored: ChallengeValues | null;
  conflict: Conflict | null;
  /** When it was written, where an earlier visit left it on this device. */
  restoredAt: string | null;
}

/** A new challenge as a template has it: nothing is saved before somebody has made it their own. */
export const newBeginning = (values: ChallengeValues): Beginning => ({
  values,
  sent: values,
  stored: null,
  conflict: null,
  restoredAt: null,
});

/** A new one that an earlier visit left on this device, before the server had it. */
export function keptBeginning(place: string): Beginning | null {
  const kept = readKept<ChallengeValues>(place);
  return kept && { ...newBeginning(whole(kept.mine)), sent: {}, restoredAt: kept.savedAt };
}

/** The challenge as the server has it, with what an earlier visit left on this device. */
export function storedBeginning(place: string, challenge: EditedChallengeFragment, locale: string): Beginning {
  const stored = valuesOf(challenge, locale);
  const begin = { challenge, stored, sent: stored, conflict: null };
  const read = readKept<ChallengeValues>(place);
  const kept = read && { ...read, base: read.base && whole(read.base), mine: whole(read.mine) };
  if (!kept) return { ...begin, values: stored, restoredAt: null };
  const base = kept.base ?? stored;
  const touched = changedParts(base, kept.mine);
  const { merged, clashes } = merge({ base, theirs: stored, mine: kept.mine, touched });
  const conflict = clashes.length > 0 ? { newest: challenge, clashes } : null;
  // what both changed is compared with what this device began with
  if (conflict) return { ...begin, stored: base, sent: base, values: kept.mine, conflict, restoredAt: kept.savedAt };
  return { ...begin, values: merged, restoredAt: changedParts(stored, merged).length > 0 ? kept.savedAt : null };
}
