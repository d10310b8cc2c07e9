import { Field, Float, InputType, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { Badge } from '../badges/badge.entity.js';
import { BadgeHolding } from '../badges/badge-holding.entity.js';
import { BadgeMetric } from '../badges/badge.policy.js';
import { Level } from '../levels/level.type.js';

@ObjectType({ description: 'A step of a ladder of badges.' })
export class LadderStep {
  @Field(() => Int, { description: 'From how many on it is earned.' })
  threshold!: number;

  @Field({ description: 'The name of its badge, in the language of the request.' })
  name!: string;

  @Field(() => Date, { nullable: true, description: 'Since when they have it.' })
  earnedAt!: Date | null;
}

@ObjectType({ description: 'Badges for more and more of the same, and how far one has come.' })
export class BadgeLadder {
  @Field(() => BadgeMetric, { description: 'What it counts.' })
  metric!: BadgeMetric;

  @Field({ description: 'What it is called, in the language of the request.' })
  title!: string;

  @Field({ description: 'What counts, in the language of the request.' })
  how!: string;

  @Field(() => Int, { description: 'How many they have.' })
  have!: number;

  @Field({ description: 'Whether nobody else sees these badges.' })
  onlyForThem!: boolean;

  @Field(() => [LadderStep], { description: 'Its steps, the first first.', complexity: 6 })
  steps!: LadderStep[];
}

@ObjectType({ description: 'A badge of the company that one can earn, and how far one has come.' })
export class BadgeGoal {
  @Field(() => Badge, { description: 'The badge.' })
  badge!: Badge;

  @Field(() => Int, { description: 'How many they have of what it counts.' })
  have!: number;
}

@ObjectType({ description: 'What the viewer has come to with a company.' })
export class ViewerHonours {
  userId!: string;
  companyId!: string;

  @Field(() => Level, { description: 'Their level now.' })
  level!: Level;

  @Field(() => Float, {
    description:
      'Their score: what they earned, but for reports of what breaks a rule, of which half is left after each 180 days.',
  })
  score!: number;

  @Field(() => Level, { nullable: true, description: 'The next level; null at the last.' })
  next!: Level | null;

  @Field({ description: 'Whether they are on no leaderboard, as they asked.' })
  leaderboardOptOut!: boolean;

  @Field({ description: 'Whether levels and badges are for them: not for who decides about others.' })
  takesPart!: boolean;

  @Field(() => [BadgeLadder], { description: 'The ladders that every company has.', complexity: 8 })
  ladders!: BadgeLadder[];

  @Field(() => [BadgeGoal], {
    description: 'Badges of the company’s own that they can still earn. Those given by hand are not named.',
    complexity: 50,
  })
  goals!: BadgeGoal[];

  @Field(() => [BadgeHolding], { description: 'The badges that they have, the latest first.', complexity: 50 })
  badges!: BadgeHolding[];

  @Field(() => [BadgeHolding], { description: 'Of them, those that they have not seen yet.', complexity: 20 })
  unseen!: BadgeHolding[];

  @Field(() => Level, { nullable: true, description: 'A level that they have reached and not seen yet.' })
  unseenLevel!: Level | null;
}

@ObjectType({ description: 'What somebody has come to with a company, as others see it.' })
export class MemberHonours {
  companyId!: string;

  @Field(() => Level, { nullable: true, description: 'Their level; null where they do not show it, or have none.' })
  level!: Level | null;

  @Field(() => [BadgeHolding], { description: 'Their badges, the latest first; 100 at most.', complexity: 100 })
  badges!: BadgeHolding[];
}

@InputType({ description: 'That one has seen what one earned with a company.' })
export class SeenHonoursInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@InputType({ description: 'Whether one is on a company’s leaderboards.' })
export class LeaderboardOptOutInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field({ description: 'Whether one is on none from now on.' })
  @IsBoolean()
  optOut!: boolean;
}
