import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from './company.entity.js';

/** How grave it is to break a rule. */
export enum RuleSeverity {
  LOW = 'LOW',
  MEDIUM = 'MEDIUM',
  HIGH = 'HIGH',
}
registerEnumType(RuleSeverity, {
  name: 'RuleSeverity',
  description: 'How grave it is to break a rule; what is reported for a graver one comes up earlier.',
  valuesMap: {
    LOW: { description: 'A nuisance: 72 hours, unless the company says otherwise.' },
    MEDIUM: { description: 'It harms the conversation: 24 hours.' },
    HIGH: { description: 'It harms people: 4 hours. What is reported as illegal counts as this, too.' },
  },
});

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

  @Column('text', { default: RuleSeverity.MEDIUM })
  @Field(() => RuleSeverity, { description: 'How grave it is to break it.' })
  severity!: RuleSeverity;

  @Column('integer', { default: 24 })
  @Field(() => Int, { description: 'Within how many hours the moderators mean to decide about what breaks it.' })
  targetHours!: number;

  /** since when it no longer holds; decisions of before still name it */
  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;
}
