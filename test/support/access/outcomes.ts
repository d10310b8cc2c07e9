import { OUTSIDERS, type Persona, PERSONAS } from './personas.js';

/** `ok`, or the code of the refusal. */
export type Outcome = string;
export type Outcomes = Record<Persona, Outcome>;

/** One outcome per persona, in the order of PERSONAS. */
const row = (...outcomes: Outcome[]): Outcomes => {
  if (outcomes.length !== PERSONAS.length) throw new Error('An outcome for each persona');
  return Object.fromEntries(PERSONAS.map((persona, at) => [persona, outcomes[at]])) as Outcomes;
};
const OUT = 'UNAUTHENTICATED';
const NEW = 'EMAIL_NOT_VERIFIED';
const NO = 'FORBIDDEN';
const SUSPENDED = 'MEMBER_SUSPENDED';
const NONE = 'NOT_FOUND';
const HERE = 'MODERATES_HERE';

/** What most operations ask for, by who asks; `in a public company`. */
//                           anonymous unverified stranger otherOwner suspended customer expert moderator manager owner
export const anybody /*   */ = row('ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok');
/** Whoever may decide about it does not send it in from outside. */
export const notDeciders /**/ = row('ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', HERE, HERE, HERE);
export const signedIn /*  */ = row(OUT, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok');
export const confirmed /* */ = row(OUT, NEW, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok');
export const nobody /*    */ = row(OUT, OUT, OUT, OUT, OUT, OUT, OUT, OUT, OUT, OUT);
export const members /*   */ = row(OUT, 'ok', NO, NO, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok');
export const leavers /*   */ = row(OUT, 'ok', NO, NO, SUSPENDED, 'ok', 'ok', 'ok', 'ok', 'ok');
export const active /*    */ = row(OUT, NEW, NO, NO, SUSPENDED, 'ok', 'ok', 'ok', 'ok', 'ok');
export const moderators /**/ = row(OUT, NO, NO, NO, NO, NO, NO, 'ok', 'ok', 'ok');
export const managers /*  */ = row(OUT, NO, NO, NO, NO, NO, NO, NO, 'ok', 'ok');
/** Staff who decide, and nobody else but whom it concerns. */
export const readersOfDecision = row(OUT, NONE, NONE, NONE, NONE, NONE, NONE, 'ok', 'ok', 'ok');
/** The same where others may not know of the thing at all. */
export const managersOfHidden = row(OUT, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 'ok', 'ok');

/** The same operation on the same thing of a private company: to outsiders there is nothing, unless it is for nobody. */
export const inPrivate = (outcomes: Outcomes): Outcomes =>
  Object.fromEntries(
    PERSONAS.map((persona) => [
      persona,
      OUTSIDERS.includes(persona) && outcomes[persona] !== OUT ? NONE : outcomes[persona],
    ]),
  ) as Outcomes;
