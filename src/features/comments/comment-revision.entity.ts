import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { Comment } from './comment.entity.js';

/** One version of a comment's text. A comment that was never edited needs none of these rows: it is its only version. */
@Entity()
@ObjectType({ description: 'One version of what a comment said.' })
export class CommentRevision {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Comment, { onDelete: 'CASCADE' })
  commentId!: string;

  @PrimaryColumn('integer')
  @Field(() => Int, { description: 'From 1, the text as it was first written.' })
  number!: number;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  @Field({ description: 'The text of this version, in Markdown.' })
  body!: string;

  @Column('timestamptz')
  @Field({ description: 'When it was written.' })
  createdAt!: Date;

  /** false for what was replaced while it waited for a moderator: nobody has allowed it, so nobody is shown it */
  @Column('boolean', { default: true })
  wasPublic!: boolean;

  /** whether others have read it, although they may not be shown it any more: whom it mentions has been told */
  @Column('boolean', { default: true })
  wasRead!: boolean;
}
