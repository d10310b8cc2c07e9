import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { Idea } from '../ideas/idea.entity.js';

/** The one standing vote of a person for an idea; written by VotesService alone, under the lock of the idea's tally. */
@Entity()
@Index('vote_user_newest_idx', ['userId', 'createdAt', 'ideaId'])
@Index('vote_insight_idx', { synchronize: false })
@Check('vote_value_check', 'value = ANY (ARRAY[-1, 1])')
export class Vote {
  @Column('uuid')
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User)
  userId!: string;

  /** the merged idea that it was cast for; null once its voter votes here */
  @Column('uuid', { nullable: true })
  viaIdeaId!: string | null;

  /** 1 in favour, -1 against */
  @Column('smallint')
  value!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
