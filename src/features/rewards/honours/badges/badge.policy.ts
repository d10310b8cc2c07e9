import { registerEnumType } from '@nestjs/graphql';

/** What badges count. */
export enum BadgeMetric {
  IDEAS_PUBLISHED = 'IDEAS_PUBLISHED',
  IDEAS_ACCEPTED = 'IDEAS_ACCEPTED',
  COMMENTS_APPRECIATED = 'COMMENTS_APPRECIATED',
  ANSWERS_GIVEN = 'ANSWERS_GIVEN',
  SIMILAR_FOUND = 'SIMILAR_FOUND',
  FLAGS_UPHELD = 'FLAGS_UPHELD',
  IDEAS_WON = 'IDEAS_WON',
  YEARS = 'YEARS',
}
registerEnumType(BadgeMetric, {
  name: 'BadgeMetric',
  description: 'What a badge counts.',
  valuesMap: {
    IDEAS_PUBLISHED: { description: 'Ideas of theirs that are public.' },
    IDEAS_ACCEPTED: { description: 'Ideas of theirs that the company has planned, begun or delivered.' },
    COMMENTS_APPRECIATED: { description: 'Comments of theirs that somebody else has appreciated.' },
    ANSWERS_GIVEN: { description: 'Answers of theirs that the person who was answered has appreciated.' },
    SIMILAR_FOUND: { description: 'Similar ideas that they were the first to report, and that were merged.' },
    FLAGS_UPHELD: { description: 'Reports of theirs that were right. Nobody but themselves sees badges for it.' },
    IDEAS_WON: { description: 'Ideas of theirs that won.' },
    YEARS: { description: 'Years that they have been here.' },
  },
});

/** What a member has done so far, by what badges count. */
export type Figures = Record<BadgeMetric, number>;

/** The steps of each ladder. Rewarding the first step soon and the next ones ever more rarely is on purpose. */
export const LADDERS: Readonly<Record<BadgeMetric, readonly number[]>> = {
  [BadgeMetric.IDEAS_PUBLISHED]: [1, 5, 15, 30, 50],
  [BadgeMetric.IDEAS_ACCEPTED]: [1, 5, 15, 30, 50],
  [BadgeMetric.COMMENTS_APPRECIATED]: [1, 10, 50, 150, 500],
  [BadgeMetric.ANSWERS_GIVEN]: [1, 10, 50, 150],
  [BadgeMetric.SIMILAR_FOUND]: [1, 5, 15, 50],
  [BadgeMetric.FLAGS_UPHELD]: [1, 5, 25],
  [BadgeMetric.IDEAS_WON]: [1, 3, 5, 10],
  [BadgeMetric.YEARS]: [1, 2, 3, 5, 10],
};

/** Badges that nobody is told of before they have them. */
export enum Secret {
  /** points earned in five ways */
  ALL_ROUNDER = 'ALL_ROUNDER',
  /** their very first idea was delivered */
  BULLSEYE = 'BULLSEYE',
  /** half a year of silence, and here again */
  SECOND_WIND = 'SECOND_WIND',
}

/** Of how many ways to earn points an all-rounder has used. */
export const ALL_WAYS = 5;
/** After how many days without an award the next is a comeback. */
export const SILENT_DAYS = 180;

/** A badge of ours: `IDEAS_ACCEPTED_15`, or a secret one. */
export type BuiltIn = `${BadgeMetric}_${number}` | Secret;

export const stepOf = (metric: BadgeMetric, threshold: number): BuiltIn => `${metric}_${threshold}`;

const STEPS = new Map<string, { metric: BadgeMetric; threshold: number; step: number }>(
  Object.values(BadgeMetric).flatMap((metric) =>
    LADDERS[metric].map((threshold, at) => [stepOf(metric, threshold), { metric, threshold, step: at + 1 }] as const),
  ),
);

/** Every badge of ours, ladder by ladder, the secret ones last. */
export const BUILT_INS = [...STEPS.keys(), ...Object.values(Secret)] as BuiltIn[];

/** What a step of a ladder counts, and the how many-eth it is; null of a secret badge. */
export const ladderOf = (builtIn: string) => STEPS.get(builtIn) ?? null;

/** Whether nobody is told of it, and of what it takes, before they have it. */
export const isSecret = ({ builtIn }: { builtIn: string | null }): boolean =>
  builtIn !== null && ladderOf(builtIn) === null;

/** What is known of a member that badges may be given for. */
export interface Facts {
  figures: Figures;
  secrets: Secret[];
}

/** A badge that a company made, as far as who earns it is asked. */
export interface OwnBadge {
  id: string;
  metric: BadgeMetric | null;
  threshold: number | null;
  retiredAt: Date | null;
}

/** Which of our badges somebody has earned. */
export const earnedBuiltIns = ({ figures, secrets }: Facts): BuiltIn[] => [
  ...Object.values(BadgeMetric).flatMap((metric) =>
    LADDERS[metric].filter((threshold) => figures[metric] >= threshold).map((threshold) => stepOf(metric, threshold)),
  ),
  ...secrets,
];

/** Whether somebody has earned a badge that a company made. Those given by hand nobody earns. */
export const earnsOwn = ({ metric, threshold, retiredAt }: OwnBadge, { figures }: Facts): boolean =>
  retiredAt === null && metric !== null && threshold !== null && figures[metric] >= threshold;

/** Whether others may see that somebody has it: who reports what is nobody's business. */
export const isForAllToSee = (metric: BadgeMetric | null): boolean => metric !== BadgeMetric.FLAGS_UPHELD;

/** What a badge counts, be it of ours or of a company's own; null: given by hand, or secret. */
export const metricOf = ({ builtIn, metric }: Pick<OwnBadge, 'metric'> & { builtIn: string | null }) =>
  builtIn === null ? metric : (ladderOf(builtIn)?.metric ?? null);
