import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../../shared/errors/locale.js';
import { renderMarkdown } from '../../../shared/text/markdown.js';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Idea, IdeaStatus } from '../idea.entity.js';

/** One official reply; all of an idea are kept, the newest says where it stands. */
@Entity()
@Index('answer_idea_idx', { synchronize: false })
@Index('answer_idempotency_key', { synchronize: false })
@ObjectType({ description: "The company's public, official reply to an idea." })
export class Answer {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  authorId!: string;

  @Column('text')
  @Field(() => IdeaStatus, { description: 'The status that it gave to the idea.' })
  status!: IdeaStatus;

  @Column('text')
  @Field({ description: 'The public reason, in Markdown.' })
  body!: string;

  @Column('text', { nullable: true })
  @Field(() => Locale, { nullable: true, description: 'Its language, detected; null when it is another or unknown.' })
  language!: Locale | null;

  @Column('boolean', { default: true })
  @Field({ description: 'Whether it is shown above the discussion.' })
  pinned!: boolean;

  @Column('timestamptz')
  @Field({ description: 'When it was given.' })
  createdAt!: Date;

  /** of the request that answered many at once */
  @Column('text', { nullable: true })
  idempotencyKey!: string | null;

  @Field(() => User, { description: 'Who wrote it for the company.' })
  author!: User;

  @Field({ description: 'The reason as safe HTML.' })
  get bodyHtml(): string {
    return renderMarkdown(this.body);
  }
}
