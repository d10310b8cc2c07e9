import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import type { StoredEvent } from '../../../../shared/events/domain-event.js';
import { OnEvent } from '../../../../shared/events/on-event.js';
import {
  CommentAppreciated,
  CommentDeleted,
  CommentHeld,
  CommentHidden,
  CommentPublished,
  CommentRejected,
  CommentRestored,
  CommentUnappreciated,
} from '../../../comments/comments.events.js';
import {
  IdeaAbsorbed,
  IdeaAnswered,
  IdeaHidden,
  IdeaMerged,
  IdeaMoved,
  IdeaPublished,
  IdeaReleased,
  IdeaRestored,
  IdeaWithdrawn,
} from '../../../ideas/ideas.events.js';
import { DecisionUndone, FlagDecided } from '../../../moderation/moderation.events.js';
import { WinnerRestored, WinnerRevoked, WinnersAnnounced } from '../../rewards.events.js';
import { FlagFacts } from './flag-facts.service.js';
import { MovedAwards } from './moved-awards.service.js';
import { Settling } from './settling.service.js';

const WINNERS =
  'SELECT DISTINCT idea_id AS id FROM winner WHERE challenge_id = $1 AND announced_at IS NOT NULL ORDER BY 1';

interface OfComment {
  commentId: string;
  first?: boolean;
}

/**
 * What happened settles what it is about. Votes are not among it: a handler of theirs would put a job into each vote's
 * transaction; `VoteSweep` looks for them instead. Who joins or leaves the authors has no part in what was awarded before.
 */
@Injectable()
export class SettlementJobs {
  constructor(
    private readonly database: Database,
    private readonly settling: Settling,
    private readonly flags: FlagFacts,
    private readonly moved: MovedAwards,
  ) {}

  @OnEvent(IdeaPublished, IdeaHidden, IdeaRestored, IdeaMerged, IdeaAbsorbed, IdeaReleased, IdeaWithdrawn, IdeaAnswered)
  settleIdea({ id, aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.settling.ideas(tx, [aggregateId], id);
  }

  /** The ideas that have won in a challenge, now or before. */
  @OnEvent(WinnersAnnounced)
  async settleWinners({ id, aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    const rows = await this.database.query<{ id: string }>(WINNERS, [aggregateId], tx);
    const ids = rows.map((row) => row.id);
    await this.settling.ideas(tx, ids, id);
  }

  @OnEvent(WinnerRevoked, WinnerRestored)
  settleWinner({ id, payload }: StoredEvent<{ ideaId: string }>, tx: Transaction): Promise<void> {
    return this.settling.ideas(tx, [payload.ideaId], id);
  }

  /** What it earned counts where it is. */
  @OnEvent(IdeaMoved)
  moveAwards({ aggregateId, payload }: StoredEvent<{ to: string | null }>, tx: Transaction): Promise<void> {
    return this.moved.move(tx, aggregateId, payload.to);
  }

  @OnEvent(CommentPublished, CommentHeld, CommentHidden, CommentRejected, CommentRestored, CommentDeleted)
  async settleComment({ id, payload }: StoredEvent<OfComment>, tx: Transaction): Promise<void> {
    // nobody can have appreciated it yet
    if (payload.first) return;
    await this.settling.comments(tx, [{ commentId: payload.commentId, byId: null }], id);
  }

  @OnEvent(CommentAppreciated, CommentUnappreciated)
  settleAppreciation({ id, aggregateId, actorId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.settling.comments(tx, [{ commentId: aggregateId, byId: actorId }], id);
  }

  @OnEvent(FlagDecided)
  settleFlag({ id, payload }: StoredEvent<{ flagId: string }>, tx: Transaction): Promise<void> {
    return this.settling.flags(tx, [payload.flagId], id);
  }

  /** Reports that it had found right wait again, or have been decided otherwise. */
  @OnEvent(DecisionUndone)
  async settleFlags(event: StoredEvent<UndoneDecision>, tx: Transaction): Promise<void> {
    const { ideaId, commentId, subjectId, kind } = event.payload;
    const about = { ideaId, commentId, profileId: kind === 'PROFILE' ? subjectId : null };
    const ids = await this.flags.of(tx, event.companyId!, about);
    await this.settling.flags(tx, ids, event.id);
  }
}

interface UndoneDecision {
  kind: string;
  ideaId: string | null;
  commentId: string | null;
  subjectId: string;
}
