import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from './company.entity.js';

/** One rule of a company's guidelines. Its text never changes: a new wording is a new rule, and the old one retires. */
@Entity()
@Index('rule_company_idx', ['companyId', 'position'])
@ObjectType({ description: 'A rule of a company’s community; rejections name the one that was broken.' })
export class Rule {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id; a new wording gets a new one.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('integer')
  @Field(() => Int, { description: 'Place in the list, from 1.' })
  position!: number;

  @Column('text')
  @Field({ description: 'The rule in one line.' })
  title!: string;

  @Column('text')
  @Field({ description: 'What it means.' })
  text!: string;

  /** since when it no longer holds; decisions of before still name it */
  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
