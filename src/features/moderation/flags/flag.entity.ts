import { Field, Float, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StoredFile } from '../../../shared/storage/file.entity.js';
import { User } from '../../accounts/user.entity.js';
import { Comment } from '../../comments/comment.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Rule } from '../../companies/rule.entity.js';
import { Idea } from '../../ideas/idea.entity.js';
import { Review, ReviewKind } from '../reviews/review.entity.js';

/** What became of a flag. */
export enum FlagState {
  OPEN = 'OPEN',
  UPHELD = 'UPHELD',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
  GONE = 'GONE',
}
registerEnumType(FlagState, {
  name: 'FlagState',
  description: 'What became of a report.',
  valuesMap: {
    OPEN: { description: 'Nobody has decided yet.' },
    UPHELD: { description: 'Something was done about the item.' },
    REJECTED: { description: 'The item stays as it is.' },
    WITHDRAWN: { description: 'Who reported it took the report back.' },
    GONE: { description: 'Its author took the item back before anybody decided.' },
  },
});

/** That somebody reports an idea, a comment or a member, once; `flaggerId` is null for a notice from outside. */
@Entity()
@Index('flag_idea_key', ['companyId', 'ideaId', 'flaggerId'], { unique: true })
@Index('flag_comment_key', ['companyId', 'commentId', 'flaggerId'], { unique: true })
@Index('flag_profile_key', ['companyId', 'profileId', 'flaggerId'], { unique: true })
@Index('flag_idea_idx', ['ideaId'], { where: 'idea_id IS NOT NULL' })
@Index('flag_comment_idx', ['commentId'], { where: 'comment_id IS NOT NULL' })
@Index('flag_attachment_idx', ['attachmentId'], { where: 'attachment_id IS NOT NULL' })
@Index('flag_review_idx', ['reviewId', 'weight', 'id'])
@Index('flag_flagger_idx', ['companyId', 'flaggerId', 'state'])
@ObjectType({ description: 'A report of an idea, a comment or a member.' })
export class Flag {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Review)
  reviewId!: string;

  @Column('text')
  @Field(() => ReviewKind, { description: 'What is reported.' })
  kind!: ReviewKind;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Comment, { onDelete: 'CASCADE' })
  commentId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  profileId!: string | null;

  /** which file of the idea */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => StoredFile, { onDelete: 'SET NULL' })
  @Field(() => ID, { nullable: true, description: 'Which of the idea’s attachments is meant; null: all of the item.' })
  attachmentId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  flaggerId!: string | null;

  /** null: it is illegal */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Rule)
  ruleId!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What whoever reported it says about it.' })
  note!: string | null;

  @Column('real')
  @Field(() => Float, {
    description: 'How much it weighs: by the trust in whoever reported, and how often they were right.',
  })
  weight!: number;

  @Column('text', { default: FlagState.OPEN })
  @Field(() => FlagState, { description: 'What became of it.' })
  state!: FlagState;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it was reported.' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;
}
