import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../../shared/errors/locale.js';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';

@Entity()
@Index('saved_reply_used_idx', ['companyId', 'usedCount', 'id'])
@ObjectType({ description: 'A text that a company’s managers answer with again and again. Only they see it.' })
export class SavedReply {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  @Field({ description: 'What managers call it.' })
  title!: string;

  @Column('text')
  @Field({ description: 'The text in Markdown; `{name}`, `{title}` and `{company}` are filled in when it is used.' })
  body!: string;

  @Column('text')
  @Field(() => Locale, { description: 'The language of its text.' })
  language!: Locale;

  @Column('uuid')
  @ForeignKey(() => User)
  createdById!: string;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many ideas were answered with it.' })
  usedCount!: number;

  @Column('timestamptz', { nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was last used.' })
  lastUsedAt!: Date | null;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Grows with each change of its text; send it back with the next one.' })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
