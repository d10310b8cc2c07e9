import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../../accounts/user.entity.js';
import { Company } from '../../../companies/company.entity.js';
import { Badge } from './badge.entity.js';

/** That somebody has a badge: for good, whatever becomes of what it was earned by. */
@Entity()
@Index('badge_holding_key', ['companyId', 'badgeId', 'userId'], { unique: true })
@Index('badge_holding_badge_idx', ['badgeId', 'id'])
@Index('badge_holding_user_idx', ['userId', 'companyId', 'earnedAt', 'id'])
@ObjectType({ description: 'That somebody has a badge.' })
export class BadgeHolding {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Badge, { onDelete: 'CASCADE' })
  badgeId!: string;

  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  earnedAt!: Date;

  /** who gave it by hand; null where it was earned */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  givenById!: string | null;
}
