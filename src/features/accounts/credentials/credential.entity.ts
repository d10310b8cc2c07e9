import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../user.entity.js';

/** How somebody proves who they are. Apart from User, so that no query of users ever carries it. */
@Entity()
export class Credential {
  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  /** Argon2id, with its parameters and salt */
  @Column('text')
  passwordHash!: string;

  @Column('timestamptz', { default: () => 'now()' })
  changedAt!: Date;
}
