import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Difference } from '../../shared/database/difference.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import type { DomainError } from '../../shared/errors/domain-error.js';
import { Outbox } from '../../shared/events/outbox.js';
import { companiesErrors } from '../companies/companies.errors.js';
import { VoteValue } from '../ideas/idea.entity.js';
import { Batcher, type Outcome } from './batcher.js';
import { votesErrors } from './votes.errors.js';
import { VoteCast, VoteWithdrawn } from './votes.events.js';
import { type VoteRequest, type VoteRow, VotesQueries } from './votes.queries.js';

/** The counts of an idea as its voter may see them, right after their vote. */
export interface Standing {
  upCount: number | null;
  downCount: number | null;
  score: number | null;
  followerCount: number | null;
  viewerFollows: boolean;
  viewerVote: VoteValue | null;
}

const REFUSALS = { ...commonErrors, ...companiesErrors, ...votesErrors };

/**
 * Standing votes. All that arrive while one batch commits form the next: one transaction however many votes, so that
 * even one hot idea takes thousands a second, and its counts are exact whatever the number of processes.
 */
@Injectable()
export class VotesService {
  private readonly batcher = new Batcher<VoteRequest, Standing>({
    run: (requests) => this.commit(requests),
    keyOf: ({ ideaId, userId }) => `${ideaId}/${userId}`,
    // data exceptions and broken constraints concern a row; anything else concerns all
    retryAlone: (error) => /^2[23]/.test((error as { code?: string }).code ?? ''),
  });

  constructor(
    private readonly database: Database,
    private readonly queries: VotesQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes this the viewer's vote for the idea; a second time changes nothing.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, OWN_IDEA,
   * VOTING_CLOSED, DOWN_VOTES_OFF
   */
  cast(viewer: Viewer, ideaId: string, value: VoteValue): Promise<Standing> {
    return this.batcher.add({
      ideaId,
      userId: viewer.userId,
      value: value === VoteValue.UP ? 1 : -1,
      at: this.clock.now(),
    });
  }

  /** Takes the viewer's vote back, if there is one. Refused as `cast` is. */
  withdraw(viewer: Viewer, ideaId: string): Promise<Standing> {
    return this.batcher.add({ ideaId, userId: viewer.userId, value: 0, at: this.clock.now() });
  }

  /** Takes a vote away that may not stand any more, whatever the phase. */
  async drop(tx: Transaction, ideaId: string, userId: string): Promise<void> {
    await this.queries.lock(tx, [ideaId]);
    const gone = await this.queries.drop(tx, ideaId, userId);
    if (!gone) return;
    const fact = { companyId: gone.companyId, aggregateId: ideaId, actorId: userId, occurredAt: this.clock.now() };
    await this.outbox.append(tx, VoteWithdrawn({ ...fact, payload: { previous: gone.previous } }));
  }

  /**
   * Writes votes from another community, one per person and idea, for who has checked what can be checked of the past.
   * @returns how many changed something
   */
  async importAll(tx: Transaction, requests: VoteRequest[]): Promise<number> {
    await this.queries.lock(tx, [...new Set(requests.map(({ ideaId }) => ideaId))]);
    return this.queries.importAll(tx, requests);
  }

  /** Counts that do not equal their votes; none, if all is well. */
  verify(): Promise<Difference[]> {
    return this.queries.verify();
  }

  private commit(requests: VoteRequest[]): Promise<Outcome<Standing>[]> {
    return this.database.transaction(async (tx) => {
      await this.queries.lock(tx, [...new Set(requests.map(({ ideaId }) => ideaId))]);
      const rows = await this.queries.apply(tx, requests);
      await this.tell(tx, requests, rows);
      return rows.map((row, index) =>
        row.refusal ? { ok: false, error: refusalOf(row) } : { ok: true, value: standingOf(row, requests[index]!) },
      );
    });
  }

  private tell(tx: Transaction, requests: VoteRequest[], rows: VoteRow[]): Promise<void> {
    const events = rows.flatMap(({ refusal, companyId, previous }, index) => {
      const { ideaId, userId, value, at } = requests[index]!;
      if (refusal || value === previous) return [];
      const fact = { companyId, aggregateId: ideaId, actorId: userId, occurredAt: at };
      return [
        value === 0
          ? VoteWithdrawn({ ...fact, payload: { previous } })
          : VoteCast({ ...fact, payload: { value, previous } }),
      ];
    });
    return this.outbox.append(tx, ...events);
  }
}

function refusalOf({ refusal, suspendedUntil }: VoteRow): DomainError {
  const extensions = refusal === 'MEMBER_SUSPENDED' ? { suspendedUntil: suspendedUntil?.toISOString() } : undefined;
  return REFUSALS[refusal as keyof typeof REFUSALS]({ extensions });
}

function standingOf(
  { up, down, followers, follows: viewerFollows, countsShown }: VoteRow,
  { value }: VoteRequest,
): Standing {
  const viewerVote = value === 0 ? null : value === 1 ? VoteValue.UP : VoteValue.DOWN;
  if (!countsShown)
    return { upCount: null, downCount: null, score: null, followerCount: null, viewerFollows, viewerVote };
  return { upCount: up, downCount: down, score: up - down, followerCount: followers, viewerFollows, viewerVote };
}
