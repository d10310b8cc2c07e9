import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../user.entity.js';

/** One use of a sign-in. The tokens that followed each other since the sign-in are a family, the session. */
@Entity()
export class RefreshToken {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Index('refresh_token_user_idx')
  userId!: string;

  /** `sid` of the access tokens */
  @Column('uuid')
  @Index('refresh_token_family_idx')
  familyId!: string;

  /** SHA-256 of what the cookie holds */
  @Column('bytea')
  @Index('refresh_token_hash_key', { unique: true })
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** when its successor was given */
  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}
