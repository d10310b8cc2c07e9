import { registerEnumType } from '@nestjs/graphql';
import { HoldReason } from '../../companies/company.policy.js';
import { RuleSeverity } from '../../companies/rule.entity.js';

/** What screening can find; one for each unit. */
export enum ScreeningCode {
  COMPANY_REVIEWS_EVERYTHING = 'COMPANY_REVIEWS_EVERYTHING',
  NEWCOMER = 'NEWCOMER',
  REPEATED = 'REPEATED',
  NEARLY_REPEATED = 'NEARLY_REPEATED',
  MANY_POSTS = 'MANY_POSTS',
  MANY_LINKS = 'MANY_LINKS',
  BLOCKED_LINK = 'BLOCKED_LINK',
  WATCHED_WORD = 'WATCHED_WORD',
  TYPED_FAST = 'TYPED_FAST',
  HONEYPOT = 'HONEYPOT',
  CROWDED_NETWORK = 'CROWDED_NETWORK',
  LEARNED = 'LEARNED',
}
registerEnumType(ScreeningCode, {
  name: 'ScreeningCode',
  description: 'What screening found in a post, or in how it came in.',
  valuesMap: {
    COMPANY_REVIEWS_EVERYTHING: { description: 'The company reviews everything.' },
    NEWCOMER: { description: 'The author is new here.' },
    REPEATED: { description: 'Its author has posted the same text before; the detail says how often of late.' },
    NEARLY_REPEATED: {
      description: 'Its author has posted nearly the same text before; the detail says how much of it is the same.',
    },
    MANY_POSTS: { description: 'Its author posts much in a short time; the detail says how many in ten minutes.' },
    MANY_LINKS: { description: 'It has more links than its author’s trust allows; the detail names where they lead.' },
    BLOCKED_LINK: { description: 'It leads to, or names, a site that the company watches; the detail names it.' },
    WATCHED_WORD: { description: 'It has words that the company watches; the detail names them.' },
    TYPED_FAST: {
      description: 'A newcomer has written it faster than people do; the detail says in how many seconds.',
    },
    HONEYPOT: { description: 'A field was filled in that people do not see, but programs do.' },
    CROWDED_NETWORK: {
      description: 'Other newcomers posted from the same network within a week; the detail says how many.',
    },
    LEARNED: {
      description:
        'It is like what this company’s moderators have taken down; the detail names the words that speak for it most.',
    },
  },
});

const { LOW, MEDIUM, HIGH } = RuleSeverity;

/** How grave each is, in the queue: most, what the company itself has named; least, what it merely wants to read. */
export const GRAVITY: Record<ScreeningCode, RuleSeverity> = {
  COMPANY_REVIEWS_EVERYTHING: LOW,
  NEWCOMER: LOW,
  REPEATED: MEDIUM,
  NEARLY_REPEATED: MEDIUM,
  MANY_POSTS: MEDIUM,
  MANY_LINKS: MEDIUM,
  BLOCKED_LINK: HIGH,
  WATCHED_WORD: HIGH,
  TYPED_FAST: MEDIUM,
  HONEYPOT: MEDIUM,
  CROWDED_NETWORK: MEDIUM,
  LEARNED: MEDIUM,
};

/** What the author is told: the truth, but not what to write differently to get through. */
export const TOLD: Record<ScreeningCode, HoldReason> = {
  COMPANY_REVIEWS_EVERYTHING: HoldReason.COMPANY_REVIEWS_EVERYTHING,
  NEWCOMER: HoldReason.NEWCOMER,
  REPEATED: HoldReason.REPEATED,
  NEARLY_REPEATED: HoldReason.REPEATED,
  MANY_POSTS: HoldReason.MANY_POSTS,
  MANY_LINKS: HoldReason.MANY_LINKS,
  BLOCKED_LINK: HoldReason.WATCHED_LINK,
  WATCHED_WORD: HoldReason.WATCHED_WORD,
  TYPED_FAST: HoldReason.AUTOMATIC_CHECK,
  HONEYPOT: HoldReason.AUTOMATIC_CHECK,
  CROWDED_NETWORK: HoldReason.AUTOMATIC_CHECK,
  LEARNED: HoldReason.AUTOMATIC_CHECK,
};
