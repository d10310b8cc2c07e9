import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { Idea } from './idea.entity.js';

/** Everyone who changes tallies ($1: of these ideas) takes their locks first, in the order of the ids: so nobody waits in a circle. */
export const LOCK_TALLIES =
  'SELECT 1 FROM idea_tally WHERE idea_id = ANY ($1::uuid[]) ORDER BY idea_id FOR NO KEY UPDATE';

/**
 * What changes with every vote and comment, kept out of the idea's own wide row so that counting stays cheap; the lists
 * TOP, TRENDING and UNANSWERED are ordered by it. Made with the idea, in the same transaction. The votes feature writes
 * the counts and `score`, the comments feature `commentCount`, following `followerCount`; either sets `trending` by SQL `trending_score(…)`.
 */
@Entity()
@Index('idea_tally_top_idx', { synchronize: false })
@Index('idea_tally_challenge_top_idx', { synchronize: false })
@Index('idea_tally_trending_idx', { synchronize: false })
@Index('idea_tally_challenge_trending_idx', { synchronize: false })
@Index('idea_tally_unanswered_idx', { synchronize: false })
@Index('idea_tally_challenge_unanswered_idx', { synchronize: false })
@Index('idea_tally_waiting_idx', { synchronize: false })
export class IdeaTally {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid', { nullable: true })
  challengeId!: string | null;

  /** whether the idea is PUBLISHED: only then it is in any list */
  @Column('boolean')
  listed!: boolean;

  /** whether the company has answered */
  @Column('boolean', { default: false })
  answered!: boolean;

  @Column('integer', { default: 0 })
  upCount!: number;

  @Column('integer', { default: 0 })
  downCount!: number;

  /** upCount - downCount */
  @Column('integer', { default: 0 })
  score!: number;

  @Column('integer', { default: 0 })
  commentCount!: number;

  @Column('integer', { default: 0 })
  followerCount!: number;

  @Column('double precision', { default: 0 })
  trending!: number;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;
}
