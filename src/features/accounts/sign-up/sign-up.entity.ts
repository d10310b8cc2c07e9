import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../../shared/errors/locale.js';

/**
 * Somebody who wants an account and has not proved their address yet. It becomes a user when they do, with the password
 * given here: so nobody can wait with a password of theirs in an account that its owner confirms later.
 */
@Entity()
@Index('sign_up_email_idx', { synchronize: false })
export class SignUp {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  displayName!: string;

  @Column('text')
  passwordHash!: string;

  @Column('text', { default: Locale.EN })
  locale!: Locale;

  /** SHA-256 of what the link holds */
  @Column('bytea')
  @Index('sign_up_token_key', { unique: true })
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
