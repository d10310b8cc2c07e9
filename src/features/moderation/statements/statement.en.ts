import type { ReviewKind } from '../reviews/review.entity.js';
import type { StatementWords, Told } from './statement.js';

const NOUN: Record<ReviewKind, string> = { IDEA: 'idea', COMMENT: 'comment', PROFILE: 'profile' };
const READERS: Record<ReviewKind, string> = { IDEA: 'its authors', COMMENT: 'you', PROFILE: 'you' };
const ROLE: Partial<Record<string, string>> = { MODERATOR: 'A moderator', MANAGER: 'A manager', OWNER: 'An owner' };

const found = ({ foundBy, flagCount, kind, role }: Told): string => {
  if (foundBy === 'SCREENING' && !role) return 'An automatic check found it when it was written.';
  if (foundBy === 'SCREENING') return 'An automatic check had held it, so that a person reads it first.';
  if (foundBy === 'STAFF')
    return `The moderators looked at this ${NOUN[kind]} of their own accord; nobody had reported it.`;
  return flagCount === 1 ? 'Somebody had reported it.' : `${flagCount} people had reported it.`;
};

const lasts = ({ endsAt, openBecause }: Told): string =>
  endsAt ? `It ends by itself on ${endsAt}.` : `It has no end, for this reason: ${openBecause}`;

const kept = ({ kind, wasPublic }: Pick<Told, 'kind' | 'wasPublic'>): string => {
  if (kind === 'PROFILE') return 'Your profile stays as it is';
  return wasPublic ? `Your ${NOUN[kind]} stays public` : `Your ${NOUN[kind]} was published`;
};

export const en: StatementWords = {
  headings: {
    DECISION: 'What was decided',
    GROUND: 'Which rule it rests on',
    FACTS: 'The facts',
    ORIGIN: 'How it was found, and who decided',
    SCOPE: 'How far it goes, and how long',
    REDRESS: 'What you can do',
  },
  title: ({ act, kind, wasPublic, endsAt }) =>
    ({
      KEEP: kept({ kind, wasPublic }),
      REQUEST_EDIT: `Your ${NOUN[kind]} needs a change`,
      HIDE: wasPublic ? `Your ${NOUN[kind]} was hidden` : `Your ${NOUN[kind]} was not published`,
      REMOVE: `Your ${NOUN[kind]} was removed`,
      LOCK: `Your ${NOUN[kind]} was locked`,
      MASK: `A part of your ${NOUN[kind]} was covered`,
      MERGE: `Your ${NOUN[kind]} was merged with another`,
      MOVE: `Your ${NOUN[kind]} was moved`,
      WARN: 'You have been warned',
      SILENCE: endsAt ? `You cannot write until ${endsAt}` : 'You cannot write any more',
      SUSPEND: endsAt ? `You are suspended until ${endsAt}` : 'You are suspended',
      EXCLUDE: endsAt ? `You take no part in rewards until ${endsAt}` : 'You take no part in rewards any more',
    })[act],
  decision: ({ act, kind, wasPublic, role }) =>
    ({
      KEEP: 'It breaks no rule, and everybody can see it.',
      REQUEST_EDIT: `Nobody but ${READERS[kind]} and the moderators sees this ${NOUN[kind]} until you have changed it; then it is read again.`,
      HIDE: wasPublic
        ? `Nobody but ${READERS[kind]} and the moderators sees this ${NOUN[kind]} any more. Its place says that it was hidden, and by which rule.`
        : `Nobody but ${READERS[kind]} and the moderators sees this ${NOUN[kind]}: it was not published.`,
      REMOVE: `Nobody but ${READERS[kind]} and the moderators sees this ${NOUN[kind]} any more, and it cannot be changed. Its place says that it was removed, and by which rule.`,
      LOCK: `Everybody can go on reading this ${NOUN[kind]}; nobody votes on it, comments on it or changes it any more.`,
      MASK: role
        ? `This ${NOUN[kind]} stays public, but for words or files that nobody reads any more, in no version of it.`
        : `Words or files of this ${NOUN[kind]} are covered: nobody reads them, in no version of it. The rest stands as you wrote it.`,
      MERGE: `This ${NOUN[kind]} says the same as another: its votes and followers count there, and its page leads there.`,
      MOVE: `This ${NOUN[kind]} belongs elsewhere: it stands in another challenge now, or in the idea box.`,
      WARN: 'This is a warning. You may do all that you could do before.',
      SILENCE: 'You can read and vote, but write no ideas and no comments.',
      SUSPEND: 'You can read, but not take part.',
      EXCLUDE:
        'You can read, write and vote as before, and your ideas, votes and badges stay. You earn no points, win no prizes, redeem nothing and are on no leaderboard, and your votes earn others no points. The points that you have are withdrawn, and what you have redeemed and not received yet is cancelled.',
    })[act],
  ground: ({ act, rule, legalGround, company }) => [
    ...(act === 'MASK' && !rule && !legalGround
      ? [`It has words that ${company} shows nowhere in its community.`]
      : []),
    ...(rule ? [`It breaks this rule of ${company}: “${rule.title}”`, ...(rule.text ? [rule.text] : [])] : []),
    ...(legalGround ? [`It is illegal: ${legalGround}`] : []),
  ],
  noFacts: ({ role }) =>
    role
      ? 'Whoever decided refers to the text as it stands, and adds nothing to the rule.'
      : 'Enough members whom the community trusts had reported it to hide it until a person looks.',
  origin: (told) => [
    found(told),
    told.role
      ? `${ROLE[told.role]} of ${told.company} decided on ${told.decidedAt}, not a machine.`
      : `It was decided automatically on ${told.decidedAt}, without a person. A person decides about your appeal.`,
  ],
  scope: (told) =>
    ({
      KEEP: [],
      REQUEST_EDIT: [
        `It concerns this ${NOUN[told.kind]} alone, in all countries, until it has been changed and read.`,
      ],
      HIDE: [
        `It concerns this ${NOUN[told.kind]} alone, in all countries, and has no end.`,
        'Nothing is destroyed: if the decision is taken back, all is as it was before.',
      ],
      REMOVE: [
        `It concerns this ${NOUN[told.kind]} alone, in all countries, and has no end.`,
        'Nothing is destroyed: if the decision is taken back, all is as it was before.',
      ],
      LOCK: [`It concerns this ${NOUN[told.kind]} alone, in all countries, and has no end.`],
      MASK: [`It concerns the covered parts of this ${NOUN[told.kind]} alone, in all countries, and has no end.`],
      MERGE: ['It has no end. If the decision is taken back, the idea and its votes stand on their own again.'],
      MOVE: ['It has no end. If the decision is taken back, the idea stands where it was.'],
      WARN: [
        `It concerns your part in the community of ${told.company} alone. If a rule is broken again within twelve months, more may follow.`,
      ],
      SILENCE: [`It concerns your part in the community of ${told.company} alone.`, lasts(told)],
      SUSPEND: [`It concerns your part in the community of ${told.company} alone.`, lasts(told)],
      EXCLUDE: [
        `It concerns your part in the rewards of ${told.company} alone.`,
        lasts(told),
        'The points that were withdrawn do not come back when it ends; they do if the decision is taken back.',
      ],
    })[told.act],
  redress: ({ appealUntil }) => [
    `You can appeal here until ${appealUntil}, once and free of charge. Somebody who did not make this decision decides about it, never a machine, and gives you reasons.`,
    'In the European Union you can also turn to a certified body for out-of-court dispute settlement (Regulation (EU) 2022/2065, art. 21). Your right to go to court stays as it is, at any time.',
  ],
};
