import type { Screened } from '../../ideas/screening.port.js';
import type { Finding, ScreeningContext, SpamUnit, Unit } from './context.js';
import { TOLD } from './screening-code.js';
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

/** What a member says of themselves: no post, so that nothing of it is held, nor counted. */
export function findingsOfProfile(context: ScreeningContext, spamChecks: boolean): Finding[] {
  const units = spamChecks ? [watchedWords, blockedLinks, manyLinks] : [watchedWords, blockedLinks];
  return units.map((unit) => unit(context)).filter((finding) => finding !== null);
}

/** The strongest finding is what the author is told. */
export function outcome(findings: Finding[]): Omit<Screened, 'covers'> {
  const strongest = [...findings].sort((a, b) => Number(b.holds) - Number(a.holds) || b.score - a.score)[0];
  const review = strongest ? TOLD[strongest.code] : null;
  return {
    hold: strongest?.holds ? review : null,
    review,
    reasons: findings.map(({ code, score, detail }) => ({ code, score, detail })),
  };
}
