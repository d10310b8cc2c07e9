import { registerEnumType } from '@nestjs/graphql';

/** What may speak for votes that are not what they seem. Each is a hint; nothing follows from it by itself. */
export enum FairPlayRule {
  RECIPROCAL_VOTES = 'RECIPROCAL_VOTES',
  VOTE_RING = 'VOTE_RING',
  BURST = 'BURST',
  NEW_ACCOUNTS = 'NEW_ACCOUNTS',
  SAME_NETWORK = 'SAME_NETWORK',
  SAME_DEVICE = 'SAME_DEVICE',
  EXCLUDED_MEMBERS = 'EXCLUDED_MEMBERS',
}
registerEnumType(FairPlayRule, {
  name: 'FairPlayRule',
  description: 'Why votes may not be what they seem. A hint, never a proof: friends and colleagues vote alike, too.',
  valuesMap: {
    RECIPROCAL_VOTES: { description: 'Two members vote for each other’s ideas far more than others do.' },
    VOTE_RING: { description: 'Three members or more who vote mostly for each other.' },
    BURST: { description: 'Many votes for an idea within minutes, out of line with its usual pace.' },
    NEW_ACCOUNTS: {
      description: 'An idea is what several accounts voted for first of all, just after they were made.',
    },
    SAME_NETWORK: { description: 'Votes for the same idea from one network that few come from.' },
    SAME_DEVICE: { description: 'Votes for the same idea by members who use one browser, as few others do.' },
    EXCLUDED_MEMBERS: {
      description: 'Votes of members who are excluded from rewards now: decided by a person, and still counted.',
    },
  },
});

/** What a hint rests on. */
export enum FairPlayFigure {
  VOTES_WITHIN = 'VOTES_WITHIN',
  VOTES_USUAL = 'VOTES_USUAL',
  VOTES_ELSEWHERE = 'VOTES_ELSEWHERE',
  SECONDS_BETWEEN = 'SECONDS_BETWEEN',
  NEWCOMERS = 'NEWCOMERS',
  VOTES_OTHERWISE = 'VOTES_OTHERWISE',
  NETWORK_MEMBERS = 'NETWORK_MEMBERS',
  DEVICE_MEMBERS = 'DEVICE_MEMBERS',
  AUTHORS_WITHIN = 'AUTHORS_WITHIN',
}
registerEnumType(FairPlayFigure, {
  name: 'FairPlayFigure',
  description: 'What a hint rests on.',
  valuesMap: {
    VOTES_WITHIN: { description: 'How many votes they gave each other, also half a year before the period.' },
    VOTES_USUAL: { description: 'How many these would be if they voted as all others do.' },
    VOTES_ELSEWHERE: { description: 'How many votes they gave to others in that time.' },
    SECONDS_BETWEEN: { description: 'How many seconds lay between two votes, on average.' },
    NEWCOMERS: { description: 'How many had joined less than a day before.' },
    VOTES_OTHERWISE: { description: 'How many votes the idea had in the rest of the period.' },
    NETWORK_MEMBERS: { description: 'How many members came from the network within 30 days.' },
    DEVICE_MEMBERS: { description: 'How many members used the browser within 30 days.' },
    AUTHORS_WITHIN: {
      description: 'How many of the ideas are by somebody who came from the network, or used the browser, too.',
    },
  },
});

/** How much more than others, and how often at least in each direction. Ours: three are no chance, five times no taste. */
export const TIMES_USUAL = 5;
export const MUTUAL_VOTES = 3;
/** How long before the period who votes for whom is looked at: in a challenge most have one idea. */
export const RELATION_DAYS = 183;
/** Of a ring's votes, and each member's, stay within; at least this many for each member. */
export const RING_MEMBERS = 3;
export const RING_SHARE = 0.5;
export const RING_VOTES = 2;
/**
 * A vote a minute, ten times at least: the middle of the tempo by which Your Priorities suspects votes of one source
 * (under a second between two: 99 %, from 900 seconds on: 50 %), and ten times the idea's own pace.
 */
export const BURST = { votes: 10, minutes: 10, timesPace: 10, longestMinutes: 60 };
/** First votes of who joined within a day: fewer, and further apart, as they say more. */
export const NEW_ACCOUNTS = { votes: 5, minutes: 60, hoursOld: 24 };
/** Of all that was voted on in those minutes: when everybody votes, as after a newsletter, it is no burst. */
export const BURST_SHARE = 0.5;
/** Households and small offices; a university or a telephone company says nothing about who came from it. */
export const NETWORK = { voters: 3, mostMembers: 50, days: 30 };
/** A household's; what more people use, as a library's, says nothing about who votes. */
export const DEVICE = { voters: 2, mostMembers: 6, days: 30 };
