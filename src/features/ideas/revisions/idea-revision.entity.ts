import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Idea } from '../idea.entity.js';

/** A text that an idea had: number 1 as it was submitted, then one for each edit. Never changed, never removed. */
@Entity()
@ObjectType({ description: 'A text that an idea had, and what changed against the one before.' })
export class IdeaRevision {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @PrimaryColumn('integer')
  @Field(() => Int, { description: 'Counts from 1, the text as submitted.' })
  number!: number;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  @Field({ description: 'The title it gave.' })
  title!: string;

  @Column('text')
  body!: string;

  @Column('text', { array: true, default: [] })
  tags!: string[];

  @Column('uuid')
  @ForeignKey(() => User)
  editorId!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What the editor said about the change.' })
  note!: string | null;

  @Column('timestamptz')
  @Field({ description: 'When it was written.' })
  createdAt!: Date;

  /** false for what was replaced while it waited for a moderator: nobody has allowed it, so only staff and authors are shown it */
  @Column('boolean', { default: true })
  wasPublic!: boolean;

  @Field(() => User, { description: 'Who wrote it.' })
  editor!: User;

  /** the one before that the viewer is shown, too; absent for the first */
  before?: IdeaRevision;
}
