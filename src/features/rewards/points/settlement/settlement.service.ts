import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import type { Transaction } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import type { Award } from '../award.entity.js';
import type { RuleBook } from '../rules/reward-rule.policy.js';
import { RewardRulesService } from '../rules/reward-rules.service.js';
import { AwardBook, type Fresh } from './award-book.service.js';
import { type Awarded, BECAUSE, causeOf, type Fact, type Finding, keyOf, type Part } from './facts.js';
import { capsOf, type Claim, judge, Room } from './judge.js';
import { SettlementQueries, type Standing } from './settlement.queries.js';

/**
 * Makes what is awarded equal to what is so: whatever facts are there and were not awarded yet are, what is there no more
 * is reversed, what is there again is restored. It does not count events, so their order, repetition and loss change
 * nothing, and a second time changes nothing.
 */
@Injectable()
export class SettlementService {
  constructor(
    private readonly queries: SettlementQueries,
    private readonly rules: RewardRulesService,
    private readonly book: AwardBook,
    private readonly clock: Clock,
  ) {}

  /**
   * Settles some items. Only one settles what belongs to an idea at a time, and after it those who have a part in it, so
   * that no two get past a cap together, and nothing is settled while its idea moves.
   * @param items what is looked at, to be locked: ideas, also for their comments and reports
   * @param find looks at it, once it is locked
   * @param eventId what has made this necessary, where that is one event
   */
  async settle(
    tx: Transaction,
    items: string[],
    find: (now: Date) => Promise<Finding>,
    eventId: string | null = null,
  ): Promise<void> {
    await this.queries.lock(
      tx,
      items.map((item) => `settle:${item}`),
    );
    const at = this.clock.now();
    const finding = await find(at);
    const { fresh, again, gone } = compare(finding);
    if (fresh.length + again.length + gone.length === 0) return;
    const people = await finding.people(fresh);
    const claims = fresh.flatMap((fact) => people.get(fact)!.map(({ userId }) => ({ ...fact, userId })));
    const members = [...claims, ...again, ...gone].map(({ companyId, userId }) => ({ companyId, userId }));
    await this.queries.lock(
      tx,
      members.map(({ companyId, userId }) => `earn:${companyId}:${userId}`),
    );
    // first, so that there is room again where they were
    const reversed = gone.map((award) => ({ ...award, because: finding.because(award) }));
    await this.book.leave(tx, reversed);
    const court = await this.court(tx, members, [...claims, ...again], at);
    const { restored, left } = restore(again, court);
    const awards = fresh.toSorted((a, b) => +a.at - +b.at).flatMap((fact) => awardsFor(fact, people.get(fact)!, court));
    await this.book.leave(tx, left);
    await this.book.write(tx, { reversed, restored, awards }, { at, eventId });
  }

  /** All that it takes to judge these claims. The members are locked: what they have does not change meanwhile. */
  private async court(tx: Transaction, members: Member[], claims: Claim[], now: Date): Promise<Court> {
    const books = await this.rules.books(tx, [...new Set(members.map(({ companyId }) => companyId))]);
    const standing = await this.queries.standing(tx, members, now);
    const spans = claims.flatMap((claim) => capsOf(claim, books.get(claim.companyId)!.at(claim.rule, claim.at)));
    return { books, standing, room: new Room(await this.queries.used(tx, spans)) };
  }
}

type Member = Pick<Award, 'companyId' | 'userId'>;

interface Court {
  books: Map<string, RuleBook>;
  standing: Standing;
  room: Room;
}

/** Each comes back whole, or not at all. Nor does what somebody had whose account is gone. */
function restore(again: Awarded[], { books, standing, room }: Court): { restored: Awarded[]; left: Awarded[] } {
  const restored: Awarded[] = [];
  const left: Awarded[] = [];
  for (const award of again.filter(({ userId }) => !standing.isErased(userId))) {
    const terms = books.get(award.companyId)!.at(award.rule, award.at);
    if (room.for(award, terms, award.points) < award.points) left.push({ ...award, because: BECAUSE.CAP });
    else {
      room.take(award, terms, award.points);
      restored.push({ ...award, because: null });
    }
  }
  return { restored, left };
}

function awardsFor(fact: Fact, people: Part[], { books, standing, room }: Court): Fresh[] {
  const { key, ...of } = fact;
  const earns = (userId: string) => standing.earns(fact.companyId, userId);
  return judge(fact, people, books.get(fact.companyId)!, earns, room).map((verdict) => ({
    ...{ id: newId(), ...of, ...verdict },
    cause: causeOf(key, verdict.userId),
  }));
}

/** What was not awarded yet, what stands again, and what stands no more. */
function compare({ facts, awarded }: Finding): { fresh: Fact[]; again: Awarded[]; gone: Awarded[] } {
  const known = new Set(awarded.map(({ cause }) => keyOf(cause)));
  const so = new Set(facts.map(({ key }) => key));
  return {
    fresh: facts.filter(({ key }) => !known.has(key)),
    again: awarded.filter(({ cause, standing }) => !standing && so.has(keyOf(cause))),
    gone: awarded.filter(({ cause, standing }) => standing && !so.has(keyOf(cause))),
  };
}
