import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { Jobs } from '../../../../shared/jobs/jobs.js';
import { AnnouncementService, ANNOUNCE_JOB } from './announcement.service.js';
import { Judgement } from './judgement.js';
import { prizesErrors } from '../prizes.errors.js';
import { WinnerActs } from './winner-acts.js';
import { Winner, WinnerBar } from './winner.entity.js';
import type { AnnounceWinnersInput, WinnerChoiceInput } from './winner.inputs.js';
import { mayChoose } from './winner.policy.js';
import { type HeldChallenge, WinnerDeskService } from './winner-desk.service.js';

/** Managers choose who wins, as the terms have it, with a reason for everybody to read. */
@Injectable()
export class WinnersService {
  constructor(
    private readonly database: Database,
    private readonly desk: WinnerDeskService,
    private readonly judgement: Judgement,
    private readonly announcements: AnnouncementService,
    private readonly jobs: Jobs,
    private readonly acts: WinnerActs,
  ) {}

  /**
   * Announces winners, or plans it for a date; also whoever wins what nobody accepted.
   * @throws DomainError NOT_FOUND, FORBIDDEN, WINNERS_TOO_EARLY, WINNERS_CHOSEN while an announcement is planned, CONFLICT
   * where somebody holds a prize already, WINNER_BARRED, WINNERS_NOT_BY_TERMS, PRIZE_WITHOUT_WINNER
   */
  announce(viewer: Viewer, { challengeId, choices, announceAt }: AnnounceWinnersInput): Promise<void> {
    return this.database.transaction(async (tx) => {
      const held = await this.desk.hold(tx, viewer, challengeId);
      const { challenge, phases } = held;
      const now = this.acts.now();
      if (!mayChoose(challenge, phases, now)) throw prizesErrors.WINNERS_TOO_EARLY();
      if (await tx.existsBy(Winner, { challengeId, announcedAt: IsNull() })) throw prizesErrors.WINNERS_CHOSEN();
      await this.check(tx, held, choices, now);
      const later = announceAt && announceAt > now ? announceAt : null;
      const open = { announcedAt: null, heldAt: null, heldBecause: null, passedAt: null, revokedAt: null };
      const winners = choices.map((choice) => {
        const ids = { id: newId(), companyId: challenge.companyId, challengeId, chosenById: viewer.userId };
        return tx.create(Winner, { ...ids, ...choice, announceAt: later ?? now, ...open, decisionId: null });
      });
      await tx.insert(Winner, winners);
      if (later) await this.plan(tx, challengeId, later);
      else await this.announcements.announce(tx, challenge, winners, viewer.userId);
      await this.acts.record(tx, viewer, held, later ? 'winners.plan' : 'winners.announce', { is: planOf(winners) });
    });
  }

  /**
   * Takes a planned announcement back: nobody has seen it.
   * @throws DomainError NOT_FOUND also where nothing is planned, FORBIDDEN
   */
  cancel(viewer: Viewer, challengeId: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const held = await this.desk.hold(tx, viewer, challengeId);
      const planned = await tx.findBy(Winner, { challengeId, announcedAt: IsNull() });
      if (planned.length === 0) throw commonErrors.NOT_FOUND();
      await tx.delete(Winner, { challengeId, announcedAt: IsNull() });
      await this.acts.record(tx, viewer, held, 'winners.cancel', { was: planOf(planned) });
    });
  }

  private async check(tx: Transaction, { challenge }: HeldChallenge, choices: WinnerChoiceInput[], now: Date) {
    const { bars, byTerms, complete } = await this.judgement.of(tx, challenge, choices, now);
    if (bars.includes(WinnerBar.PRIZE_TAKEN)) throw commonErrors.CONFLICT();
    const barred = bars.findIndex((bar) => bar !== null);
    if (barred >= 0) {
      const extensions = { bar: bars[barred] };
      throw prizesErrors.WINNER_BARRED({ field: `choices.${barred}.ideaId`, extensions });
    }
    if (!complete) throw prizesErrors.PRIZE_WITHOUT_WINNER();
    if (!byTerms) throw prizesErrors.WINNERS_NOT_BY_TERMS();
  }

  private plan(tx: Transaction, challengeId: string, runAt: Date): Promise<void> {
    return this.jobs.add(tx, {
      name: ANNOUNCE_JOB,
      payload: { challengeId },
      key: `${ANNOUNCE_JOB}:${challengeId}`,
      runAt,
    });
  }
}

/** As the audit keeps it; the reasons are the company's own words. */
const planOf = (winners: Winner[]) => ({
  announceAt: winners[0]!.announceAt,
  winners: winners.map(({ prizeId, ideaId, reason }) => ({ prizeId, ideaId, reason })),
});
