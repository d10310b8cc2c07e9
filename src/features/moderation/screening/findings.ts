import type { Finding, ScreeningContext, SpamUnit, Unit } from './context.js';
import { typedFast } from './units/haste.js';
import { honeypot } from './units/honeypot.js';
import { learned } from './units/learned.js';
import { blockedLinks, manyLinks } from './units/links.js';
import { crowdedNetwork } from './units/network.js';
import { policy } from './units/policy.js';
import { rate } from './units/rate.js';
import { nearlyRepeated, repeated } from './units/repetition.js';
import { watchedWords } from './units/watched.js';

const UNITS: Unit[] = [policy, watchedWords, blockedLinks];
const SPAM_UNITS: SpamUnit[] = [
  repeated,
  nearlyRepeated,
  rate,
  manyLinks,
  typedFast,
  honeypot,
  crowdedNetwork,
  learned,
];

/** What all units find. */
export function findingsOf(context: ScreeningContext): Finding[] {
  const { spam } = context;
  const found = UNITS.map((unit) => unit(context));
  const suspected = spam ? SPAM_UNITS.map((unit) => unit({ ...context, spam })) : [];
  return [...found, ...suspected].filter((finding) => finding !== null);
}
