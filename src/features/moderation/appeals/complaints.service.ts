import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { networkOf, RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { type Decision, DecisionAct } from '../decisions/decision.entity.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { Flag, FlagState } from '../flags/flag.entity.js';
import { moderationErrors } from '../moderation.errors.js';
import { Notice } from '../notices/notice.entity.js';
import { hashOf } from '../notices/notice-writer.js';
import { Appeal } from './appeal.entity.js';
import { AppealDesk, newAppeal } from './appeal-desk.js';
import { Complaint, type FileComplaintInput } from './complaint.types.js';

const PER_NETWORK = { name: 'complaint-network', points: 20, seconds: 3600 };

/** Complaints of who reported something, and was told that it stays. They are decided as appeals are. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsService,
    private readonly desk: AppealDesk,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Once for each notice or report, within six months.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, APPEAL_TOO_LATE, ALREADY_APPEALED, CONFLICT while it is not decided
   * that the item stays, RATE_LIMITED
   */
  async file(viewer: Viewer | null, ip: string, { token, flagId, text }: FileComplaintInput): Promise<Complaint> {
    await this.limits.take(PER_NETWORK, networkOf(ip));
    const { id, flaggerId } = flagId ? await this.own(viewer, flagId) : await this.noticed(token ?? '');
    return this.database.transaction(async (tx) => {
      const decision = await this.settling(tx, id);
      const now = this.clock.now();
      if (decision.appealUntil <= now) throw moderationErrors.APPEAL_TOO_LATE();
      if (await tx.existsBy(Appeal, { flagId: id })) throw moderationErrors.ALREADY_APPEALED();
      const appeal = newAppeal({ decision, appellantId: flaggerId, flagId: id, text }, now);
      await tx.insert(Appeal, appeal);
      await this.desk.filed(tx, appeal, decision);
      return Complaint.of(appeal);
    });
  }

  private async noticed(token: string): Promise<Flag> {
    const notice = await this.database.manager.findOneBy(Notice, { tokenHash: hashOf(token) });
    if (!notice) throw commonErrors.NOT_FOUND();
    return this.database.manager.findOneByOrFail(Flag, { id: notice.flagId });
  }

  private async own(viewer: Viewer | null, id: string): Promise<Flag> {
    if (!viewer) throw commonErrors.UNAUTHENTICATED();
    const flag = await this.database.manager.findOneBy(Flag, { id, flaggerId: viewer.userId });
    if (!flag || flag.state === FlagState.WITHDRAWN) throw commonErrors.NOT_FOUND();
    return flag;
  }

  /** The decision, locked, by which the item stays; what is not decided so leaves nothing to complain of. */
  private async settling(tx: Transaction, flagId: string): Promise<Decision> {
    const [row] = await this.database.query<{ id: string }>(
      `SELECT d.id FROM flag f JOIN decision d ON d.review_id = f.review_id AND d.undone_at IS NULL
       WHERE f.id = $1 ORDER BY d.created_at DESC, d.id DESC LIMIT 1`,
      [flagId],
      tx,
    );
    if (!row) throw commonErrors.CONFLICT();
    const decision = await this.decisions.lock(tx, row.id);
    const { state } = await tx.findOneByOrFail(Flag, { id: flagId });
    if (decision.undoneAt || decision.act !== DecisionAct.KEEP || state !== FlagState.REJECTED)
      throw commonErrors.CONFLICT();
    return decision;
  }
}
