import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../user.entity.js';

/** What a link in a mail is for. */
export enum TokenPurpose {
  VERIFY_EMAIL = 'VERIFY_EMAIL',
  CHANGE_EMAIL = 'CHANGE_EMAIL',
  RESET_PASSWORD = 'RESET_PASSWORD',
}

/** A link that was mailed to the owner of an account; it works once. */
@Entity()
export class AccountToken {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Index('account_token_user_idx')
  userId!: string;

  @Column('text')
  purpose!: TokenPurpose;

  /** the address that the link went to, and so proves */
  @Column('text')
  email!: string;

  /** SHA-256 of what the link holds */
  @Column('bytea')
  @Index('account_token_hash_key', { unique: true })
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
