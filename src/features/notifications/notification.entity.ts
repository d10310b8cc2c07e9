import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../shared/errors/locale.js';
import { User } from '../accounts/user.entity.js';
import { Company } from '../companies/company.entity.js';
import type { Named } from './reward.queries.js';

/** What people are told of. */
export enum NotificationKind {
  IDEA_ANSWERED = 'IDEA_ANSWERED',
  IDEA_COMMENTED = 'IDEA_COMMENTED',
  COMMENT_REPLIED = 'COMMENT_REPLIED',
  MENTIONED = 'MENTIONED',
  COMMENT_APPRECIATED = 'COMMENT_APPRECIATED',
  COAUTHOR_INVITED = 'COAUTHOR_INVITED',
  PHASE_STARTED = 'PHASE_STARTED',
  IDEA_MERGED = 'IDEA_MERGED',
  IDEA_PUBLISHED = 'IDEA_PUBLISHED',
  COMMENT_PUBLISHED = 'COMMENT_PUBLISHED',
  DECISION_MADE = 'DECISION_MADE',
  DECISION_UNDONE = 'DECISION_UNDONE',
  APPEAL_FILED = 'APPEAL_FILED',
  APPEAL_DECIDED = 'APPEAL_DECIDED',
  FLAG_DECIDED = 'FLAG_DECIDED',
  TRUST_LEVEL_RAISED = 'TRUST_LEVEL_RAISED',
  REVIEWS_OVERDUE = 'REVIEWS_OVERDUE',
  POINTS_EARNED = 'POINTS_EARNED',
  LEVEL_REACHED = 'LEVEL_REACHED',
  BADGE_EARNED = 'BADGE_EARNED',
  POINTS_EXPIRING = 'POINTS_EXPIRING',
  WINNERS_ANNOUNCED = 'WINNERS_ANNOUNCED',
  PRIZE_WON = 'PRIZE_WON',
  PRIZE_CLAIM = 'PRIZE_CLAIM',
  REDEMPTION = 'REDEMPTION',
  GIFT = 'GIFT',
  HANDOUT_WAITING = 'HANDOUT_WAITING',
  WINNERS_HELD_BACK = 'WINNERS_HELD_BACK',
  SHARES_PROPOSED = 'SHARES_PROPOSED',
}
registerEnumType(NotificationKind, {
  name: 'NotificationKind',
  description: 'What somebody is told of.',
  valuesMap: {
    IDEA_ANSWERED: { description: 'The company answered an idea that they wrote or follow.' },
    IDEA_COMMENTED: { description: 'Somebody commented on an idea of theirs.' },
    COMMENT_REPLIED: { description: 'Somebody answered a comment of theirs.' },
    MENTIONED: { description: 'Somebody mentioned them in a comment.' },
    COMMENT_APPRECIATED: { description: 'Somebody appreciated a comment of theirs.' },
    COAUTHOR_INVITED: { description: 'Somebody asks them to write an idea together.' },
    PHASE_STARTED: { description: 'A phase began in a challenge that they take part in.' },
    IDEA_MERGED: { description: 'An idea that they voted for or follow was merged into another, which is this one.' },
    IDEA_PUBLISHED: { description: 'A moderator published an idea of theirs.' },
    COMMENT_PUBLISHED: { description: 'A moderator published a comment of theirs.' },
    DECISION_MADE: { description: 'Something was decided about an idea or a comment of theirs, or about them.' },
    DECISION_UNDONE: { description: 'Such a decision was taken back.' },
    APPEAL_FILED: { description: 'Somebody appeals against a decision that another moderator, or a rule, made.' },
    APPEAL_DECIDED: { description: 'Their appeal was decided, or their complaint about what they had reported.' },
    FLAG_DECIDED: { description: 'What they had reported was decided.' },
    TRUST_LEVEL_RAISED: { description: 'A community trusts them more.' },
    REVIEWS_OVERDUE: { description: 'In a company that they manage, reviews wait longer than they should.' },
    POINTS_EARNED: { description: 'An idea of theirs has earned points by what became of it.' },
    LEVEL_REACHED: { description: 'They have reached a level that they had never reached before.' },
    BADGE_EARNED: { description: 'They have earned a badge.' },
    POINTS_EXPIRING: { description: 'Points of theirs expire soon unless they are used.' },
    WINNERS_ANNOUNCED: { description: 'It is public who has won in a challenge that they take part in.' },
    PRIZE_WON: { description: 'An idea of theirs has won.' },
    PRIZE_CLAIM: { description: 'A prize of theirs waits for them, is on its way, or has lapsed.' },
    REDEMPTION: { description: 'What they redeemed points for was handed over, or their points came back.' },
    GIFT: { description: 'Somebody of a company thanks them.' },
    HANDOUT_WAITING: {
      description:
        'In a company that they manage, a prize or a reward waits to be handed out, or a prize waits for another winner.',
    },
    WINNERS_HELD_BACK: {
      description: 'The winners of a challenge were not announced on the date, since something has changed.',
    },
    SHARES_PROPOSED: { description: 'Somebody proposes how to share a prize that their idea may win.' },
  },
});

/**
 * Something that one person is told. What happens again before they have read it (`groupKey`) joins it; who did it are
 * its NotificationActors. Of moderators' acts no actor is kept. Whether they may still see what it is about is asked
 * when it is read.
 */
@Entity()
@Index('notification_unread_key', { synchronize: false })
@Index('notification_unread_idx', { synchronize: false })
@Index('notification_user_idx', { synchronize: false })
@ObjectType({ description: 'Something that the viewer is told.' })
export class Notification {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  /** who is told */
  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  @Field(() => NotificationKind, { description: 'What it is.' })
  kind!: NotificationKind;

  @Column('text')
  groupKey!: string;

  @Column('uuid', { nullable: true })
  @Field(() => ID, { nullable: true, description: 'The idea that it is about.' })
  ideaId!: string | null;

  @Column('uuid', { nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The comment that it is about; of several, the first that is still public.',
  })
  commentId!: string | null;

  @Column('uuid', { nullable: true })
  @Field(() => ID, { nullable: true, description: 'The challenge that it is about.' })
  challengeId!: string | null;

  @Column('uuid', { nullable: true })
  @Field(() => ID, { nullable: true, description: 'The decision that it is about.' })
  decisionId!: string | null;

  /** of rewards: the awards, that they hold badges, the claim of a prize, the redemption, or the gift */
  @Column('uuid', { array: true, nullable: true })
  subjectIds!: string[] | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Of an answer: the status (IdeaStatus) that it gave. Of a phase: its kind (PhaseKind). Of a decision: its act (DecisionAct). Of an appeal: UPHELD or OVERTURNED. Of a report: UPHELD or REJECTED. Of trust, and of a level: the level. Of overdue reviews: how many, a space, and since when the first is. Of points earned: how many, for the furthest of what rules (RewardRule), and by how many ideas, between spaces. Of points that expire: how many, a space, and when. Of a prize, and of a redemption: where it stands now. Of a gift: its kind (GiftKind), a space, and its points. Of what waits to be handed out: PRIZES, REWARDS or PRIZE_FREE.',
  })
  detail!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  @Field({ description: 'When it happened; of what happened several times, the last time.' })
  lastAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the viewer has read it; null while they have not.' })
  readAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Title of the idea.' })
  ideaTitle!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of the challenge, of what is about one.' })
  challengeTitle!: string | null;

  @Field(() => String, { nullable: true, description: "The challenge's place in addresses." })
  challengeSlug!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The words that it is about, as plain text: of a comment its beginning, of a decision its ground, of an appeal the reasons of its outcome, of a gift its note.',
  })
  excerpt!: string | null;

  @Field(() => Locale, {
    nullable: true,
    description: "The excerpt's language; of a decision the one that the company's guidelines are written in.",
  })
  excerptLanguage!: Locale | null;

  @Field(() => Locale, { nullable: true, description: 'The language of the title of the idea, or of the challenge.' })
  titleLanguage!: Locale | null;

  /** what was won, redeemed or earned, as the company calls it, or which of our badges it is */
  names!: Named[];

  /** the last three */
  actorIds!: string[];

  @Field(() => Int, { description: 'How many people did it.' })
  actorCount!: number;
}
