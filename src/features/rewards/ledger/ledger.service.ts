import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import type { Difference } from '../../../shared/database/difference.js';
import { newId } from '../../../shared/database/ids.js';
import { rewardsErrors } from '../rewards.errors.js';
import { AccountKind, type TransactionKind } from './ledger.entity.js';
import { type AccountKey, LedgerQueries, type NewTransaction, textOf } from './ledger.queries.js';

/** An account, as those who move points name it. */
export type Place =
  | { kind: 'MEMBER'; userId: string }
  | { kind: 'POOL'; challengeId: string }
  | { kind: 'BUDGET' | 'ESCROW' | 'EXPIRED' | 'RESERVE' };

/** Points to be moved, once. */
export interface Transfer {
  companyId: string;
  kind: TransactionKind;
  from: Place;
  to: Place;
  /** whole, above 0 */
  points: number;
  /** what it is for, unique in the company: `gift:<id>` */
  cause: string;
  at: Date;
  eventId?: string | null;
  /** of an award */
  rule?: string | null;
  /** who did it; null: it was automatic */
  actorId?: string | null;
  ideaId?: string | null;
  commentId?: string | null;
  challengeId?: string | null;
}

/** Why something is reversed or restored. */
export interface Why {
  /** a code, never somebody's words */
  because: string;
  at: Date;
  actorId?: string | null;
  eventId?: string | null;
}

/** What was posted for a cause is to stand, or not. */
export interface Change extends Why {
  companyId: string;
  cause: string;
  standing: boolean;
}

const BALANCE_CHECK = 'ledger_account_balance_check';

/**
 * The double-entry ledger of points. What was posted is never changed: it is reversed, and that again. The database
 * holds it to that (ADR 28): balanced, append-only, exact contrary, no balance below zero but the company's own and,
 * by reversals alone, a member's.
 */
@Injectable()
export class LedgerService {
  constructor(private readonly queries: LedgerQueries) {}

  /**
   * Posts transfers, each once: what was posted for a cause before is skipped. Two statements, however many.
   * @returns the ids of what was posted now, by cause
   * @throws DomainError INSUFFICIENT_POINTS where an account that may not be negative would be: then nothing is posted,
   * and the transaction is lost
   */
  post(tx: Transaction, transfers: Transfer[]): Promise<Map<string, string>> {
    return this.postAll(tx, transfers, []);
  }

  /**
   * Makes what was posted for a cause stand, or not: its last step is reversed where it is otherwise. A second time
   * changes nothing; nor does it where nothing was posted.
   * @returns whether something was posted
   */
  async settle(tx: Transaction, companyId: string, cause: string, standing: boolean, why: Why): Promise<boolean> {
    return (await this.settleAll(tx, companyId, [cause], standing, why)).length > 0;
  }

  /** The same for many causes, in two statements. @returns the causes for which something was posted */
  async settleAll(
    tx: Transaction,
    companyId: string,
    causes: string[],
    standing: boolean,
    why: Why,
  ): Promise<string[]> {
    const changes = causes.map((cause) => ({ ...why, companyId, cause, standing }));
    return [...(await this.postAll(tx, [], changes)).keys()];
  }

  /**
   * Posts transfers as `post`, and makes other causes stand, or not, as `settle`: all together. Accounts are held in one
   * order within a call, and not across several: whoever has much to post in a transaction posts it at once.
   */
  async postAll(tx: Transaction, transfers: Transfer[], changes: Change[]): Promise<Map<string, string>> {
    const rows = [...(await this.contraries(tx, changes)), ...(await this.opened(tx, transfers))];
    if (rows.length === 0) return new Map();
    try {
      return await this.queries.insert(tx, rows);
    } catch (error) {
      if ((error as { constraint?: string }).constraint === BALANCE_CHECK) throw rewardsErrors.INSUFFICIENT_POINTS();
      throw error;
    }
  }

  /** Points of a member. @param lock holds them against all others until the transaction ends: before any spending */
  balance(tx: Transaction, companyId: string, userId: string, lock = false): Promise<number> {
    return this.queries.balance(tx, keyOf(companyId, { kind: AccountKind.MEMBER, userId }), lock);
  }

  /** Holds the accounts of members, in the order in which all do: before company accounts are moved apart from theirs. */
  hold(tx: Transaction, companyId: string, userIds: string[]): Promise<void> {
    return this.queries.hold(tx, companyId, userIds);
  }

  /** Balances that are not the sums of their entries, transactions that are not balanced; none, if all is well. */
  verify(): Promise<Difference[]> {
    return this.queries.verify();
  }

  private async opened(tx: Transaction, transfers: Transfer[]): Promise<NewTransaction[]> {
    if (transfers.length === 0) return [];
    const places = transfers.flatMap(({ companyId, from, to }) => [keyOf(companyId, from), keyOf(companyId, to)]);
    const accounts = await this.queries.accounts(tx, places);
    const idOf = (companyId: string, place: Place) => accounts.get(textOf(keyOf(companyId, place)))!;
    return transfers.map(({ from, to, ...transfer }) => ({
      ...{ id: newId(), step: 1, eventId: null, rule: null, actorId: null, ideaId: null, commentId: null },
      ...{ challengeId: null, reversesId: null, because: null },
      ...transfer,
      fromId: idOf(transfer.companyId, from),
      toId: idOf(transfer.companyId, to),
    }));
  }

  private async contraries(tx: Transaction, changes: Change[]): Promise<NewTransaction[]> {
    if (changes.length === 0) return [];
    const wanted = new Map(changes.map((change) => [`${change.companyId}/${change.cause}`, change]));
    return (await this.queries.lastSteps(tx, changes)).flatMap(({ id, step, fromId, toId, ...same }) => {
      const { standing, because, at, actorId = null, eventId = null } = wanted.get(`${same.companyId}/${same.cause}`)!;
      if ((step % 2 === 1) === standing) return [];
      return [
        {
          ...same,
          ...{ id: newId(), kind: 'REVERSAL' as TransactionKind, step: step + 1, reversesId: id },
          ...{ fromId: toId, toId: fromId, because, at, actorId, eventId },
        },
      ];
    });
  }
}

function keyOf(companyId: string, place: Place): AccountKey {
  return {
    companyId,
    kind: AccountKind[place.kind],
    userId: 'userId' in place ? place.userId : null,
    challengeId: 'challengeId' in place ? place.challengeId : null,
  };
}
