import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../shared/config/root.js';

const DEMO = path.join(ROOT, 'demo');

export interface DemoPerson {
  key: string;
  name: string;
  email: string;
  locale: string;
  bio?: string;
}

export interface DemoChallenge {
  key: string;
  title: string;
  summary: string;
  brief: string;
  language: string;
  tags: string[];
  terms: string;
  prizes: { place: number; title: string; kind: string; amountMinor?: number; currency?: string }[];
  criteria: { name: string; description: string; weight: number }[];
  stage: string;
  phases: { kind: string; startsInDays: number; endsInDays: number }[];
}

export interface DemoComment {
  key: string;
  author: string;
  body: string;
  language: string;
  daysAgo: number;
  parent?: string;
  likes?: number;
}

export interface DemoIdea {
  key: string;
  challenge: string | null;
  author: string;
  language: string;
  title: string;
  body: string;
  tags: string[];
  daysAgo: number;
  support: number;
  opposition?: number;
  /** so many of those who support it came together, within minutes */
  rush?: { votes: number; daysAgo: number; minutes: number };
  status: string;
  answers: { by: string; status: string; body: string; daysAgo: number }[];
  coauthors?: string[];
  comments: DemoComment[];
}

export interface DemoHeld {
  author: string;
  challenge: string | null;
  title: string;
  body: string;
  language: string;
  daysAgo: number;
}

/** An idea by its key, a comment by the name that an act gave it, or a member by their key. */
export interface DemoItem {
  idea?: string;
  comment?: string;
  member?: string;
}

/** What somebody does in moderation: one of says, flags, decides, undoes, appeals, answers. */
export interface DemoAct {
  daysAgo: number;
  by: string;
  says?: { key: string; idea: string; body: string };
  flags?: DemoItem;
  decides?: DemoItem;
  /** the name by which later acts mean this decision */
  as?: string;
  act?: string;
  /** its place in the company's list, from 0 */
  rule?: number;
  note?: string;
  undoes?: string;
  appeals?: string;
  text?: string;
  answers?: string;
  outcome?: 'UPHOLD' | 'OVERTURN';
  reasons?: string;
}

/** Who won a challenge. */
export interface DemoAnnouncement {
  challenge: string;
  by: string;
  daysAgo: number;
  winners: { place: number; idea: string; reason: string }[];
  claims: DemoClaim[];
}

/** How far a prize has come on its way to a winner. */
export interface DemoClaim {
  person: string;
  acceptedDaysAgo: number;
  sentDaysAgo?: number;
  receivedDaysAgo?: number;
  delivery?: { name?: string; address?: string; account?: string };
  tracking?: string;
}

/** What somebody of the company gave a member: points, or the note alone. */
export interface DemoGift {
  by: string;
  daysAgo: number;
  to: string;
  idea?: string;
  points?: number;
  /** one of the company's own */
  badge?: string;
  because?: string;
  note: string;
}

/** A badge that a company has made; without a metric it is given by hand. */
export interface DemoBadge {
  key: string;
  daysAgo: number;
  name: string;
  description: string;
  metric?: string;
  threshold?: number;
}

/** Something of a company's catalogue. */
export interface DemoReward {
  key: string;
  title: string;
  description: string;
  cost: number;
  fulfilment: 'CODE' | 'MANUAL';
  needsAddress?: boolean;
  stock?: number;
  perMember?: number;
  levelNeeded?: number;
  codes?: string[];
  startsInDays?: number;
  endsInDays?: number;
  draft?: true;
  retiredDaysAgo?: number;
}

/** That somebody redeems it, and what becomes of that. */
export interface DemoRedemption {
  by: string;
  daysAgo: number;
  reward: string;
  delivery?: { name: string; address: string };
  acts?: { act: 'fulfil' | 'cancel' | 'refuse' | 'refund'; daysAgo: number; note?: string; reason?: string }[];
}

export interface DemoCatalogue {
  rewards: DemoReward[];
  redemptions: DemoRedemption[];
}

export interface DemoCompany {
  slug: string;
  name: string;
  description: string;
  languages: string[];
  defaultLanguage: string;
  brandColor: string;
  preModeration: string;
  voteMode: string;
  joinPolicy: string;
  guidelines: string;
  rules: { title: string; text: string }[];
  tags: string[];
  members: { person: string; role: string }[];
  challenges: DemoChallenge[];
  held: DemoHeld[];
  ideas: DemoIdea[];
}

const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(DEMO, file), 'utf8')) as T;

export const readPeople = (): DemoPerson[] => read<DemoPerson[]>('people.json');

export const readCompanies = (): DemoCompany[] =>
  readdirSync(path.join(DEMO, 'companies'))
    .sort()
    .map((slug) => ({
      ...read<Omit<DemoCompany, 'ideas'>>(`companies/${slug}/company.json`),
      ideas: read<DemoIdea[]>(`companies/${slug}/ideas.json`),
    }));

/** What happens in moderation, of the companies whose demo tells of it; in the order in which it happened. */
export const readActs = (): { slug: string; acts: DemoAct[] }[] =>
  withFile('moderation.json').map((slug) => ({ slug, acts: read<DemoAct[]>(`companies/${slug}/moderation.json`) }));

/** Whose winners were announced, by company. */
export const readWinners = (): { slug: string; announcements: DemoAnnouncement[] }[] =>
  withFile('winners.json').map((slug) => ({
    slug,
    announcements: read<DemoAnnouncement[]>(`companies/${slug}/winners.json`),
  }));

/** What was given to members, by company. */
export const readGifts = (): { slug: string; badges: DemoBadge[]; gifts: DemoGift[] }[] =>
  withFile('gifts.json').map((slug) => ({
    slug,
    badges: read<DemoBadge[]>(`companies/${slug}/badges.json`),
    gifts: read<DemoGift[]>(`companies/${slug}/gifts.json`),
  }));

export const readChallengeTitle = (slug: string, key: string): string =>
  read<DemoCompany>(`companies/${slug}/company.json`).challenges.find((challenge) => challenge.key === key)!.title;

/** Companies whose demo tells of something. */
const withFile = (file: string): string[] =>
  readdirSync(path.join(DEMO, 'companies'))
    .sort()
    .filter((slug) => existsSync(path.join(DEMO, 'companies', slug, file)));

export const readIdeaTitle = (slug: string, key: string): string =>
  read<DemoIdea[]>(`companies/${slug}/ideas.json`).find((idea) => idea.key === key)!.title;

/** What members get for points, and have got. */
export const readCatalogues = (): ({ slug: string } & DemoCatalogue)[] =>
  withFile('catalogue.json').map((slug) => ({ slug, ...read<DemoCatalogue>(`companies/${slug}/catalogue.json`) }));
