import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../shared/errors/locale.js';
import { User } from '../accounts/user.entity.js';
import { HoldReason } from '../companies/company.policy.js';
import { Company } from '../companies/company.entity.js';
import { Idea } from '../ideas/idea.entity.js';

/** Who may see a comment. */
export enum CommentVisibility {
  HELD = 'HELD',
  PUBLISHED = 'PUBLISHED',
  REJECTED = 'REJECTED',
  DELETED = 'DELETED',
  HIDDEN = 'HIDDEN',
  REMOVED = 'REMOVED',
}
registerEnumType(CommentVisibility, {
  name: 'CommentVisibility',
  description: 'Who may see a comment. To others an empty place stays where it has replies.',
  valuesMap: {
    HELD: { description: 'Waiting for a moderator: its author and moderators see it.' },
    PUBLISHED: { description: 'Everybody who sees the idea sees it.' },
    REJECTED: { description: 'A moderator did not publish it: its author and moderators see it, with the reason.' },
    DELETED: { description: 'Taken back by its author.' },
    HIDDEN: {
      description: 'A moderator hid it after it was public: its author and moderators see it, with the reason.',
    },
    REMOVED: { description: 'Must not be here: its author and moderators see it, with the reason.' },
  },
});

/**
 * The table, and the type that the API shows. What a deleted comment said is kept, but never leaves the server: every
 * read goes through `comments.queries.ts`, which blanks it, as it does to others what is held or rejected.
 */
@Entity()
@Index('comment_insight_idx', { synchronize: false })
@Index('comment_idempotency_key', ['companyId', 'authorId', 'idempotencyKey'], { unique: true })
@Index('comment_source_key', ['companyId', 'sourceId'], { unique: true })
@Index('comment_top_time_idx', { synchronize: false })
@Index('comment_top_appreciated_idx', { synchronize: false })
@Index('comment_root_idx', ['rootId', 'createdAt', 'id'])
@Index('comment_parent_idx', ['parentId'])
@Index('comment_author_idx', ['authorId', 'createdAt', 'id'])
@ObjectType({ description: 'A comment on an idea, or a reply to another comment.' })
export class Comment {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Comment)
  @Field(() => ID, { nullable: true, description: 'The comment that it answers; null at the top level.' })
  parentId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Comment)
  @Field(() => ID, { nullable: true, description: 'The top-level comment of its thread; null at the top level.' })
  rootId!: string | null;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'Answers between it and the idea: 0 at the top level.' })
  depth!: number;

  @Column('uuid')
  @ForeignKey(() => User)
  authorId!: string;

  @Column('boolean', { default: false })
  @Field({ description: 'Whether its author spoke for the company when writing it.' })
  fromCompany!: boolean;

  @Column('text')
  @Field({
    description:
      'What it says, in Markdown; empty where the viewer may not read it. `@[name](user:<id>)` mentions a member of the company; others are kept as plain text.',
  })
  body!: string;

  @Column('text', { nullable: true })
  @Field(() => Locale, { nullable: true, description: 'Its language, detected or chosen; null when it is another.' })
  language!: Locale | null;

  @Column('text')
  @Field(() => CommentVisibility, { description: 'Who may see it.' })
  visibility!: CommentVisibility;

  @Column('text', { nullable: true })
  @Field(() => HoldReason, { nullable: true, description: 'Why it is held; for its author and moderators.' })
  holdReason!: HoldReason | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was rejected; for its author and moderators.' })
  rejectionReason!: string | null;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'People who appreciate it.' })
  appreciationCount!: number;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'Public comments of its thread, at the top level; below it, public answers to it.' })
  replyCount!: number;

  /** whether others have read its text, who do not see it now */
  @Column('boolean', { default: false })
  wasRead!: boolean;

  /** versions of its text; those of an edited comment are rows of comment_revision, the newest too */
  @Column('integer', { default: 1 })
  revisionCount!: number;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Counts its changes; to be sent back with an edit.' })
  version!: number;

  @Column('text', { nullable: true })
  idempotencyKey!: string | null;

  /** its id in the community that it was imported from */
  @Column('text', { nullable: true })
  sourceId!: string | null;

  @Column('timestamptz')
  @Field({ description: 'When it was written.' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => Date, { nullable: true, description: 'When its text was last changed; null when it never was.' })
  editedAt!: Date | null;

  @Field(() => User, { nullable: true, description: 'Who wrote it; null where the viewer may not read it.' })
  author!: User | null;

  @Field(() => User, {
    nullable: true,
    description: 'Whom it answers; null at the top level and where that was deleted.',
  })
  inReplyTo!: User | null;

  @Field({ description: 'What it says as safe HTML, mentions under the present names.' })
  bodyHtml!: string;

  @Field({ description: 'Whether the viewer appreciates it.' })
  viewerAppreciates!: boolean;
}
