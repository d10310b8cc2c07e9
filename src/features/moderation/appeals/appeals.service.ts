import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { FilePurpose } from '../../../shared/storage/file.entity.js';
import { FilesService } from '../../../shared/storage/files.service.js';
import { type Decision, DecisionAct } from '../decisions/decision.entity.js';
import { DecisionsQueries } from '../decisions/decisions.queries.js';
import { DecisionsService } from '../decisions/decisions.service.js';
import { moderationErrors } from '../moderation.errors.js';
import { Appeal, AppealFile, AppealState } from './appeal.entity.js';
import { AppealOutcome, type DecideAppealInput, type FileAppealInput } from './appeal.inputs.js';
import { someoneElse } from './appeal-bar.js';
import { AppealDesk, newAppeal } from './appeal-desk.js';

/** Appeals: filed by whom a decision concerns, decided, as complaints are, by somebody else. */
@Injectable()
export class AppealsService {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsService,
    private readonly readable: DecisionsQueries,
    private readonly desk: AppealDesk,
    private readonly files: FilesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Appeals against a decision about something of one's own; also by who is suspended, or no member any more.
   * @throws DomainError NOT_FOUND, FORBIDDEN, APPEAL_TOO_LATE, ALREADY_APPEALED, CONFLICT when it holds no more,
   * VALIDATION_FAILED
   */
  async file(viewer: Viewer, { decisionId, text, fileIds }: FileAppealInput): Promise<Appeal> {
    const { subjectId } = await this.readable.visible(viewer, decisionId);
    if (subjectId !== viewer.userId) throw commonErrors.FORBIDDEN();
    return this.database.transaction(async (tx) => {
      const decision = await this.decisions.lock(tx, decisionId);
      const now = this.clock.now();
      if (decision.undoneAt || decision.act === DecisionAct.KEEP) throw commonErrors.CONFLICT();
      if (decision.appealUntil <= now) throw moderationErrors.APPEAL_TOO_LATE();
      if (await tx.existsBy(Appeal, { decisionId })) throw moderationErrors.ALREADY_APPEALED();
      const appeal = newAppeal({ decision, appellantId: viewer.userId, flagId: null, text }, now);
      await tx.insert(Appeal, appeal);
      await this.attach(tx, appeal, viewer.userId, fileIds ?? []);
      await this.desk.filed(tx, appeal, decision);
      return appeal;
    });
  }

  /**
   * Decides about an appeal. Whoever made the decision does not, unless the company has nobody else who could.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, OWN_CONTENT, OWN_DECISION, CONFLICT
   */
  decide(viewer: Viewer, { appealId, version, outcome, reasons }: DecideAppealInput): Promise<Appeal> {
    return this.database.transaction(async (tx) => {
      const found = await tx.findOneBy(Appeal, { id: appealId });
      if (!found) throw commonErrors.NOT_FOUND();
      const taken = await this.decisions.take(tx, viewer, found.decisionId);
      await this.refuseSame(tx, viewer, taken.decision);
      await this.decisions.checkLifting(tx, taken.decision, taken);
      const appeal = await tx.findOneByOrFail(Appeal, { id: appealId });
      if (appeal.version !== version || appeal.state !== AppealState.OPEN) throw commonErrors.CONFLICT();
      const overturned = outcome === AppealOutcome.OVERTURN;
      const state = overturned ? AppealState.OVERTURNED : AppealState.UPHELD;
      const role = taken.access.membership.role;
      await this.desk.close(tx, appeal, taken.decision, {
        state,
        decidedById: viewer.userId,
        deciderRole: role,
        reasons,
      });
      if (!overturned) await this.decisions.confirm(tx, taken);
      else if (appeal.flagId) await this.decisions.reconsider(tx, taken);
      else await this.decisions.overturn(tx, taken);
      await this.decisions.record(tx, viewer, taken, 'appeal.decide', state);
      return appeal;
    });
  }

  private async refuseSame(tx: Transaction, { userId }: Viewer, decision: Decision): Promise<void> {
    if (decision.decidedById !== userId) return;
    const [row] = await this.database.query<{ others: boolean }>(
      `SELECT ${someoneElse('d', '$2', '$3')} AS others FROM decision d WHERE d.id = $1`,
      [decision.id, userId, this.clock.now()],
      tx,
    );
    if (row!.others) throw moderationErrors.OWN_DECISION();
  }

  private async attach(
    tx: Transaction,
    { id: appealId, companyId }: Appeal,
    appellantId: string,
    ids: string[],
  ): Promise<void> {
    // in the order of the ids, so that two claims of the same files don't wait for each other in a circle
    for (const id of [...ids].sort()) await this.files.claim(tx, id, appellantId, FilePurpose.ATTACHMENT, 'fileIds');
    if (ids.length === 0) return;
    await tx.insert(
      AppealFile,
      ids.map((fileId, position) => ({ appealId, fileId, companyId, position })),
    );
  }
}
