import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../shared/errors/locale.js';
import { User } from '../accounts/user.entity.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Company } from '../companies/company.entity.js';
import { HoldReason } from '../companies/company.policy.js';
import { IdeaPermissions } from './idea-permissions.type.js';

/** Who may see an idea, and where it stands on its way to the public. */
export enum IdeaVisibility {
  DRAFT = 'DRAFT',
  HELD = 'HELD',
  PUBLISHED = 'PUBLISHED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
  HIDDEN = 'HIDDEN',
  REMOVED = 'REMOVED',
  MERGED = 'MERGED',
}
registerEnumType(IdeaVisibility, {
  name: 'IdeaVisibility',
  description: 'Who may see an idea.',
  valuesMap: {
    DRAFT: { description: 'Being written: only its authors see it.' },
    HELD: { description: 'Submitted, and waiting for a moderator: its authors and moderators see it.' },
    PUBLISHED: { description: 'Everybody who sees the company sees it.' },
    REJECTED: { description: 'A moderator did not publish it: its authors and moderators see it, with the reason.' },
    WITHDRAWN: { description: 'Taken back by its author: its authors and moderators see it.' },
    HIDDEN: {
      description: 'A moderator hid it after it was public: its authors and moderators see it, with the reason.',
    },
    REMOVED: { description: 'Must not be here: its authors and moderators see it, with the reason.' },
    MERGED: {
      description:
        'It says the same as another idea (`mergedInto`), where its votes and followers count. In no list; who has its address still reads it, if it was public.',
    },
  },
});

/** What the company has decided about an idea. */
export enum IdeaStatus {
  OPEN = 'OPEN',
  UNDER_REVIEW = 'UNDER_REVIEW',
  PLANNED = 'PLANNED',
  IN_PROGRESS = 'IN_PROGRESS',
  DELIVERED = 'DELIVERED',
  DECLINED = 'DECLINED',
}
registerEnumType(IdeaStatus, {
  name: 'IdeaStatus',
  description: 'What the company has decided about an idea.',
  valuesMap: {
    OPEN: { description: 'Not yet decided.' },
    UNDER_REVIEW: { description: 'The company is looking into it.' },
    PLANNED: { description: 'The company will do it.' },
    IN_PROGRESS: { description: 'The company is doing it.' },
    DELIVERED: { description: 'It is done.' },
    DECLINED: { description: 'The company will not do it, and says why.' },
  },
});

/** What a vote says. Declared here because ideas show the viewer's own; votes are the votes feature's. */
export enum VoteValue {
  UP = 'UP',
  DOWN = 'DOWN',
}
registerEnumType(VoteValue, {
  name: 'VoteValue',
  description: 'What a vote says.',
  valuesMap: {
    UP: { description: 'For the idea.' },
    DOWN: { description: 'Against it, where the company allows that.' },
  },
});

/**
 * The table, and the type that the API shows. The properties after the columns are not stored here: the statements of
 * `ideas.queries.ts` fill them where they are asked for.
 */
@Entity()
@Index('idea_idempotency_key', { synchronize: false })
@Index('idea_source_key', { synchronize: false })
@Index('idea_author_idx', { synchronize: false })
@Index('idea_author_published_idx', { synchronize: false })
@Index('idea_newest_idx', { synchronize: false })
@Index('idea_challenge_newest_idx', { synchronize: false })
@Index('idea_random_idx', { synchronize: false })
@Index('idea_challenge_random_idx', { synchronize: false })
@Index('idea_status_idx', { synchronize: false })
@Index('idea_language_idx', { synchronize: false })
@Index('idea_challenge_author_idx', { synchronize: false })
@Index('idea_answered_idx', { synchronize: false })
@Index('idea_delivered_idx', { synchronize: false })
@Index('idea_challenge_delivered_idx', { synchronize: false })
@Index('idea_answer_idx', { synchronize: false })
@Index('idea_challenge_answer_idx', { synchronize: false })
@Index('idea_follow_up_idx', { synchronize: false })
@Index('idea_insight_idx', { synchronize: false })
@Index('idea_tags_idx', { synchronize: false })
@Index('idea_search_idx', { synchronize: false })
@Index('idea_merged_idx', { synchronize: false })
@ObjectType({ description: "An answer to a challenge, or to the company's idea box." })
export class Idea {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  /** null: the company's idea box */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string | null;

  @Column('uuid')
  @ForeignKey(() => User)
  authorId!: string;

  @Column('text')
  @Field({ description: 'The idea in one line.' })
  title!: string;

  @Column('text')
  @Field({ description: 'The idea in Markdown, as it was written.' })
  body!: string;

  @Column('text', { nullable: true })
  @Field(() => Locale, { nullable: true, description: 'Its language, detected or chosen; null when it is another.' })
  language!: Locale | null;

  @Column('text', { array: true, default: [] })
  @Field(() => [String], { description: 'At most five tags, in lower case.' })
  tags!: string[];

  @Column('text')
  @Field(() => IdeaVisibility, { description: 'Who may see it.' })
  visibility!: IdeaVisibility;

  @Column('text', { nullable: true })
  @Field(() => HoldReason, {
    nullable: true,
    description: 'Why it was held; only its authors and moderators see this.',
  })
  holdReason!: HoldReason | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was rejected; only its authors and moderators see this.',
  })
  rejectionReason!: string | null;

  @Column('boolean', { default: false })
  @Field({ description: 'Whether a moderator has locked it: nobody votes on it, comments on it or changes it.' })
  locked!: boolean;

  /** of a MERGED one: the idea that it was merged into */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Idea)
  mergedIntoId!: string | null;

  @Column('text', { default: IdeaStatus.OPEN })
  @Field(() => IdeaStatus, { description: 'What the company has decided about it.' })
  status!: IdeaStatus;

  /** of the newest answer */
  @Column('timestamptz', { nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the company answered it last.' })
  answeredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the company answered it for the first time.' })
  firstAnsweredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => Date, { nullable: true, description: 'Since when it is DELIVERED; null while it is not.' })
  deliveredAt!: Date | null;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'Submitted versions of its text; 0 for a draft.' })
  revisionCount!: number;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Counts every change; to be sent back with an edit.' })
  version!: number;

  @Column('text', { nullable: true })
  idempotencyKey!: string | null;

  /** its id in the community that it was imported from */
  @Column('text', { nullable: true })
  sourceId!: string | null;

  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  search?: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  @Field({ description: 'When its first draft was saved.' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it became public.' })
  publishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => Date, { nullable: true, description: 'When its text was last changed after the submission.' })
  editedAt!: Date | null;

  @Field(() => User, { description: 'Who submitted it.' })
  author!: User;

  @Field({ description: 'The body as safe HTML.' })
  bodyHtml!: string;

  @Field(() => Int, { description: 'Published comments.' })
  commentCount!: number;

  @Field(() => Int, { nullable: true, description: 'Votes for it; null while the phase hides the counts.' })
  upCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Votes against it; null while the phase hides the counts.' })
  downCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Votes for minus votes against; null while the phase hides the counts.',
  })
  score!: number | null;

  @Field(() => VoteValue, { nullable: true, description: "The viewer's own vote." })
  viewerVote!: VoteValue | null;

  @Field(() => Int, {
    nullable: true,
    description: 'People who follow it, voters among them; null while the phase hides the counts.',
  })
  followerCount!: number | null;

  @Field({ description: 'Whether the viewer hears what becomes of it.' })
  viewerFollows!: boolean;

  @Field(() => IdeaPermissions, { description: 'What the viewer may do with it now.' })
  viewerCan!: IdeaPermissions;
}
