import { registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../../accounts/user.entity.js';
import { Company } from '../../../companies/company.entity.js';

/** What earns points. */
export enum RewardRule {
  IDEA_PUBLISHED = 'IDEA_PUBLISHED',
  FIRST_VOTE = 'FIRST_VOTE',
  VOTES = 'VOTES',
  COMMENT_APPRECIATED = 'COMMENT_APPRECIATED',
  ANSWER_GIVEN = 'ANSWER_GIVEN',
  SIMILAR_FOUND = 'SIMILAR_FOUND',
  FLAG_UPHELD = 'FLAG_UPHELD',
  IDEA_SHORTLISTED = 'IDEA_SHORTLISTED',
  IDEA_PLANNED = 'IDEA_PLANNED',
  IDEA_DELIVERED = 'IDEA_DELIVERED',
  WINNER = 'WINNER',
}
registerEnumType(RewardRule, {
  name: 'RewardRule',
  description: 'What earns points.',
  valuesMap: {
    IDEA_PUBLISHED: { description: 'An idea of theirs became public.' },
    FIRST_VOTE: { description: 'Somebody voted for their idea, the first to do so.' },
    VOTES: { description: 'Their idea got as many votes again as the rule says.' },
    COMMENT_APPRECIATED: { description: 'Somebody appreciates their comment.' },
    ANSWER_GIVEN: { description: 'Whom they answered, with a comment, appreciates it.' },
    SIMILAR_FOUND: { description: 'They were the first to report an idea that was then merged into another.' },
    FLAG_UPHELD: { description: 'A moderator found that what they had reported breaks a rule.' },
    IDEA_SHORTLISTED: { description: 'The company looks into their idea.' },
    IDEA_PLANNED: { description: 'The company will do their idea, or does it.' },
    IDEA_DELIVERED: { description: 'The company has done their idea.' },
    WINNER: { description: 'Their idea won in a challenge.' },
  },
});

/**
 * What a rule gives from a moment on. What happened is judged by the version of that moment, so a version that has begun
 * is never changed or removed. Without any the defaults of `reward-rule.policy.ts` hold.
 */
@Entity('reward_rule')
@Index('reward_rule_start_key', ['companyId', 'rule', 'startsAt'], { unique: true })
@Check('reward_rule_points_check', 'points >= 0')
@Check('reward_rule_every_check', "(rule = 'VOTES') = (every IS NOT NULL)")
export class RewardRuleVersion {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  rule!: RewardRule;

  /** 0: it gives nothing */
  @Column('integer')
  points!: number;

  /** of VOTES: for each so many */
  @Column('integer', { nullable: true })
  every!: number | null;

  /** the most points that it gives a member on a day (UTC) */
  @Column('integer', { nullable: true })
  dailyCap!: number | null;

  /** and in all */
  @Column('integer', { nullable: true })
  lifetimeCap!: number | null;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('uuid')
  @ForeignKey(() => User)
  createdById!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

/** Counts the changes of a company's rules, for those who change them at the same time. */
@Entity('reward_rule_count')
export class RewardRuleCount {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('integer')
  version!: number;
}
