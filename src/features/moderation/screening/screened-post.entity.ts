import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';

/** The fingerprint of a post, kept for 30 days to know the same text again. */
@Entity()
@Index('screened_post_author_idx', ['companyId', 'authorId', 'createdAt'])
@Index('screened_post_age_idx', ['createdAt'])
export class ScreenedPost {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  itemId!: string;

  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  authorId!: string;

  /** null of a text too short to be known again */
  @Column('text', { nullable: true })
  hash!: string | null;

  @Column('integer', { array: true })
  sketch!: number[];

  @Column('timestamptz')
  createdAt!: Date;
}
