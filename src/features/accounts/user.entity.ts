import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../shared/errors/locale.js';

/** One account on this installation. What is a @Field is public; the rest is the person's own. */
@Entity('user')
@Index('user_email_key', { synchronize: false })
@ObjectType({ description: 'A person, as everybody sees them.' })
export class User {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  /** as typed; unique without regard to case; null once erased */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('timestamptz', { nullable: true })
  emailVerifiedAt!: Date | null;

  @Column('text')
  @Field({ description: 'The name they chose; empty once the account is erased.' })
  displayName!: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'A few words about themselves.' })
  bio!: string | null;

  @Column('text', { default: Locale.EN })
  locale!: Locale;

  /** whether voting and commenting makes them follow an idea */
  @Column('boolean', { default: true })
  autoFollow!: boolean;

  @Column('uuid', { nullable: true })
  avatarFileId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;
}
