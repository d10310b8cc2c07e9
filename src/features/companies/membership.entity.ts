import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Role } from '../../shared/auth/role.js';
import { User } from '../accounts/user.entity.js';
import { Company } from './company.entity.js';

/** That a user belongs to a company. */
@Entity()
@Index('membership_company_user_key', ['companyId', 'userId'], { unique: true })
@Index('membership_user_idx', ['userId'])
@Index('membership_list_idx', ['companyId', 'joinedAt', 'id'])
@Index('membership_unlisted_idx', { synchronize: false })
@Index('membership_excluded_idx', ['companyId', 'userId'], { where: 'excluded_until IS NOT NULL' })
@ObjectType({ description: 'A person as a member of a company.' })
export class Membership {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text', { default: Role.CUSTOMER })
  @Field(() => Role, { description: 'What they may do here.' })
  role!: Role;

  @Column('smallint', { default: 0 })
  @Field(() => Int, { description: 'Trust earned by behaviour here, 0 (newcomer) to 3.' })
  trustLevel!: number;

  @Column('timestamptz', { nullable: true })
  suspendedUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  silencedUntil!: Date | null;

  /** has no part in rewards until then */
  @Column('timestamptz', { nullable: true })
  excludedUntil!: Date | null;

  /** on no leaderboard, as they asked */
  @Column('boolean', { default: false })
  leaderboardOptOut!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  @Field({ description: 'Since when.' })
  joinedAt!: Date;
}
