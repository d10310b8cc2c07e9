import { ArgsType, Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, PageArgs } from '../../../../shared/graphql/connection.js';
import { IsId } from '../../../../shared/graphql/is-id.js';
import { TransactionKind } from '../../ledger/ledger.entity.js';
import { RewardRule } from '../rules/reward-rule.entity.js';

@ObjectType({ description: 'Points that are lost, unless some are earned or spent before.' })
export class ExpiringPoints {
  @Field(() => Int, { description: 'How many.' })
  points!: number;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType({ description: 'The viewer’s points in a company.' })
export class Wallet {
  companyId!: string;

  @Field(() => Int, {
    description: 'What they can spend; below zero where points that were spent already have been taken back.',
  })
  balance!: number;

  @Field(() => Int, { description: 'All that they have ever earned, won and been given, but for what was taken back.' })
  earned!: number;

  @Field(() => Int, { description: 'Spent on what the company has not handed over yet.' })
  waiting!: number;

  @Field(() => ExpiringPoints, { nullable: true, description: 'What expires soon; null where nothing does.' })
  expiring!: ExpiringPoints | null;
}

/** What a step of a transaction is. */
export enum LedgerStep {
  POSTED = 'POSTED',
  REVERSED = 'REVERSED',
  RESTORED = 'RESTORED',
}
registerEnumType(LedgerStep, {
  name: 'LedgerStep',
  description: 'What happened to points.',
  valuesMap: {
    POSTED: { description: 'They moved for the first time.' },
    REVERSED: { description: 'That was taken back.' },
    RESTORED: { description: 'That was taken back in turn: it is as it was.' },
  },
});

@ObjectType({ description: 'A line of somebody’s story of points.' })
export class WalletLine {
  @Field(() => ID, { description: 'Stable id, of the transaction.' })
  id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;

  @Field(() => TransactionKind, { description: 'Why these points moved in the first place; never REVERSAL.' })
  kind!: TransactionKind;

  @Field(() => LedgerStep, { description: 'Whether this line is that, or takes it back, or restores it.' })
  step!: LedgerStep;

  @Field(() => Int, { description: 'Points that came, or (below zero) went.' })
  points!: number;

  @Field(() => RewardRule, { nullable: true, description: 'Which rule they were earned by; null of others.' })
  rule!: RewardRule | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was taken back or restored, as a code: HIDDEN, WITHDRAWN, MERGED, VOTES_WITHDRAWN, UNAPPRECIATED, DECISION_UNDONE, WIN_REVOKED, CAP, RESTORED, or one of prizes, rewards and gifts.',
  })
  because!: string | null;

  @Field({ description: 'Whether what moved these points stands now.' })
  stands!: boolean;

  /** what it is for, as `gift:<id>` */
  cause!: string;
  ideaId!: string | null;
  commentId!: string | null;
  challengeId!: string | null;
  rewardId!: string | null;
}

@ObjectType({ description: 'A page of somebody’s story of points.' })
export class WalletLineConnection extends connectionOf(() => WalletLine, 'WalletLine') {}

@ArgsType()
export class WalletArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class LedgerArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}
