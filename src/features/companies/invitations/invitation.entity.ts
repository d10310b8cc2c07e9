import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Role } from '../../../shared/auth/role.js';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../company.entity.js';

/** An offer by mail to become a member. */
@Entity()
@Index('invitation_token_key', ['tokenHash'], { unique: true })
@Index('invitation_company_idx', ['companyId', 'createdAt'])
@ObjectType({ description: 'An offer by mail to become a member. Managers see it.' })
export class Invitation {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  /** lower case */
  @Column('text')
  @Field({ description: 'The address that it was sent to; only its owner can accept.' })
  email!: string;

  @Column('text')
  @Field(() => Role, { description: 'The role that it offers.' })
  role!: Role;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  @ForeignKey(() => User)
  invitedById!: string;

  @Column('timestamptz', { default: () => 'now()' })
  @Field({ description: 'When it was sent.' })
  createdAt!: Date;

  @Column('timestamptz')
  @Field({ description: 'Until when it can be accepted.' })
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}

@ObjectType({ description: 'What an open invitation says to whoever holds its link.' })
export class InvitationPreview {
  @Field({ description: 'The inviting company.' })
  companyName!: string;

  @Field({ description: 'Its place in addresses.' })
  companySlug!: string;

  @Field(() => Role, { description: 'The role that is offered.' })
  role!: Role;

  @Field({ description: 'The address that was invited.' })
  email!: string;

  @Field({ description: 'Until when it can be accepted.' })
  expiresAt!: Date;
}
