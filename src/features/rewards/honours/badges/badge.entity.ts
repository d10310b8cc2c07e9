import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StoredFile } from '../../../../shared/storage/file.entity.js';
import { User } from '../../../accounts/user.entity.js';
import { Company } from '../../../companies/company.entity.js';
import { BadgeMetric } from './badge.policy.js';

/** A badge of a company: one that it made, or one of ours that somebody there has earned. */
@Entity()
@Index('badge_built_in_key', ['companyId', 'builtIn'], { unique: true })
@Index('badge_company_idx', ['companyId', 'id'])
@Check('badge_kind_check', 'num_nonnulls(built_in, name) = 1 AND (built_in IS NULL OR metric IS NULL)')
@Check('badge_rule_check', '(metric IS NULL) = (threshold IS NULL)')
@Check('badge_picture_check', '(picture_file_id IS NULL) = (picture_alt IS NULL)')
@ObjectType({ description: 'Something that members earn, or are given, once and for good.' })
export class Badge {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  /** which of ours it is (badge.policy.ts); null where the company made it */
  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Which of the badges that every company has, as IDEAS_ACCEPTED_15; null where the company made it.',
  })
  builtIn!: string | null;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { default: '' })
  description!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => StoredFile)
  pictureFileId!: string | null;

  @Column('text', { nullable: true })
  pictureAlt!: string | null;

  /** of a company's own: what it counts; null where it is given by hand */
  @Column('text', { nullable: true })
  metric!: BadgeMetric | null;

  @Column('integer', { nullable: true })
  threshold!: number | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when nobody gets it any more. Who has it keeps it.',
  })
  retiredAt!: Date | null;

  /** how many hold it */
  @Column('integer', { default: 0 })
  holderCount!: number;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  createdById!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'The version that changes are made from.' })
  version!: number;
}
