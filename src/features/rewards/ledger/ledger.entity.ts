import { registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Challenge } from '../../challenges/challenge.entity.js';
import { Company } from '../../companies/company.entity.js';

/** Whose points they are. */
export enum AccountKind {
  MEMBER = 'MEMBER',
  /** the company's, which issues them: what it has issued stands below zero */
  BUDGET = 'BUDGET',
  /** promised as prizes of a challenge */
  POOL = 'POOL',
  /** of redemptions that wait */
  ESCROW = 'ESCROW',
  EXPIRED = 'EXPIRED',
  /** of members who were excluded; theirs again if that decision is undone */
  RESERVE = 'RESERVE',
}

/** Why points move. */
export enum TransactionKind {
  AWARD = 'AWARD',
  GIFT = 'GIFT',
  REDEMPTION = 'REDEMPTION',
  FULFILMENT = 'FULFILMENT',
  POOL_FUNDING = 'POOL_FUNDING',
  PRIZE = 'PRIZE',
  POOL_RELEASE = 'POOL_RELEASE',
  EXPIRY = 'EXPIRY',
  FORFEIT = 'FORFEIT',
  REVERSAL = 'REVERSAL',
}
registerEnumType(TransactionKind, {
  name: 'TransactionKind',
  description: 'Why points move.',
  valuesMap: {
    AWARD: { description: 'Earned by a rule of the company.' },
    GIFT: { description: 'Given by somebody of the company.' },
    REDEMPTION: { description: 'Spent on something of the catalogue.' },
    FULFILMENT: { description: 'What was spent went back to the company, which gave the thing.' },
    POOL_FUNDING: { description: 'Promised as a prize of a challenge.' },
    PRIZE: { description: 'Won in a challenge.' },
    POOL_RELEASE: { description: 'Promised as a prize, and not won.' },
    EXPIRY: { description: 'Not used for too long.' },
    FORFEIT: { description: 'Taken from who was excluded from rewards; back if that decision is undone.' },
    REVERSAL: { description: 'The exact contrary of the step before: a reversal, or its being undone.' },
  },
});

/** Points of somebody. Its balance is moved by entries alone: the database refuses anything else. */
@Entity()
@Index('ledger_account_key', { synchronize: false })
@Index('ledger_account_company_key', ['id', 'companyId'], { unique: true })
@Index('ledger_account_user_idx', ['userId'], { where: 'user_id IS NOT NULL' })
@Check(
  'ledger_account_owner_check',
  `(kind = 'MEMBER') = (user_id IS NOT NULL) AND (kind = 'POOL') = (challenge_id IS NOT NULL)`,
)
@Check('ledger_account_balance_check', `balance >= 0 OR kind IN ('BUDGET', 'MEMBER')`)
export class LedgerAccount {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company)
  companyId!: string;

  @Column('text')
  kind!: AccountKind;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  userId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Challenge)
  challengeId!: string | null;

  /** the sum of its entries */
  @Column('bigint', { default: 0 })
  balance!: string;
}

/**
 * Points that moved, for a cause: its first step is what happened, the second its reversal, the third that one's
 * reversal, and so on. Never changed, never deleted.
 */
@Entity()
@Index('ledger_transaction_cause_key', ['companyId', 'cause', 'step'], { unique: true })
@Index('ledger_transaction_reverses_key', ['reversesId'], { unique: true })
@Index('ledger_transaction_company_key', ['companyId', 'id'], { unique: true })
@Index('ledger_transaction_time_idx', ['companyId', 'at'])
@Check(
  'ledger_transaction_step_check',
  `step >= 1 AND (step > 1) = (reverses_id IS NOT NULL) AND (kind = 'REVERSAL') = (reverses_id IS NOT NULL)`,
)
export class LedgerTransaction {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company)
  companyId!: string;

  @Column('text')
  kind!: TransactionKind;

  /** what it is for, unique in the company: `gift:<id>` */
  @Column('text')
  cause!: string;

  @Column('integer', { default: 1 })
  step!: number;

  @Column('uuid', { nullable: true })
  eventId!: string | null;

  /** that gave it, of an award */
  @Column('text', { nullable: true })
  rule!: string | null;

  /** null: nobody, it was automatic */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  actorId!: string | null;

  @Column('uuid', { nullable: true })
  ideaId!: string | null;

  @Column('uuid', { nullable: true })
  commentId!: string | null;

  @Column('uuid', { nullable: true })
  challengeId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => LedgerTransaction)
  reversesId!: string | null;

  /** why it was reversed or restored: a code, never somebody's words */
  @Column('text', { nullable: true })
  because!: string | null;

  /** of an award the moment of what it is for, else as `postedAt` */
  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  postedAt!: Date;
}

/** What a transaction does to an account. */
@Entity()
@Index('ledger_entry_account_idx', ['accountId', 'transactionId'])
@Check('ledger_entry_amount_check', 'amount <> 0')
@ForeignKey(() => LedgerTransaction, ['companyId', 'transactionId'], ['companyId', 'id'])
@ForeignKey(() => LedgerAccount, ['accountId', 'companyId'], ['id', 'companyId'])
export class LedgerEntry {
  @PrimaryColumn('uuid')
  @ForeignKey(() => LedgerTransaction)
  transactionId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => LedgerAccount)
  accountId!: string;

  @Column('uuid')
  companyId!: string;

  @Column('bigint')
  amount!: string;
}
