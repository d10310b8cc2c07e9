import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';

/**
 * That somebody follows an idea, or has said that they do not want to. Written under the lock of the idea's tally,
 * whose `followerCount` counts the rows without `unfollowedAt`. Drafts have none. Written by following, and of voters by
 * the votes feature: in the one statement that writes many votes and their counts.
 */
@Entity()
@Index('idea_follow_user_idx', { synchronize: false })
export class IdeaFollow {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  ideaId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('timestamptz')
  since!: Date;

  /** only for a vote of theirs: it ends with the vote */
  @Column('boolean', { default: false })
  byVote!: boolean;

  /** the merged idea that they follow; null once they say something about this one */
  @Column('uuid', { nullable: true })
  viaIdeaId!: string | null;

  /** their own word: nothing that they do makes them follow again, but following */
  @Column('timestamptz', { nullable: true })
  unfollowedAt!: Date | null;
}
