import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Role } from '../../../../shared/auth/role.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { invalidField } from '../../../../shared/errors/validation.js';
import type { StoredEvent } from '../../../../shared/events/domain-event.js';
import { OnEvent } from '../../../../shared/events/on-event.js';
import { AccountErased } from '../../../accounts/accounts.events.js';
import { type Challenge, WinnersBy } from '../../../challenges/challenge.entity.js';
import { ChallengePromise } from '../../../challenges/challenge-promise.service.js';
import { ChallengesService } from '../../../challenges/challenges.service.js';
import { Phase } from '../../../challenges/phase.entity.js';
import type { Membership } from '../../../companies/membership.entity.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { prizesErrors } from '../prizes.errors.js';
import { JuryChoice, Winner } from './winner.entity.js';
import type { ContendersArgs, JuryChoiceInput } from './winner.inputs.js';
import { mayChoose } from './winner.policy.js';
import type { JuryDesk } from './winner.types.js';
import { WinnersQueries } from './winners.queries.js';

const MOST_SHOWN = 50;

/** What has won was chosen for that, and stays on record. */
const LEAVE = `DELETE FROM jury_choice c WHERE c.challenge_id = $1 AND c.juror_id = $2 AND NOT EXISTS (
  SELECT FROM winner w WHERE w.challenge_id = $1 AND w.idea_id = c.idea_id AND w.announced_at IS NOT NULL AND w.revoked_at IS NULL)`;

/** The jury: the company's experts, who alone decide where the terms say so. */
@Injectable()
export class JuryService {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengesService,
    private readonly memberships: MembershipsService,
    private readonly promise: ChallengePromise,
    private readonly queries: WinnersQueries,
    private readonly clock: Clock,
  ) {}

  /** Null for who is no expert, and where no jury decides. @throws DomainError NOT_FOUND */
  async desk(viewer: Viewer, { challengeId, text = null }: ContendersArgs): Promise<JuryDesk | null> {
    const { challenge, membership } = await this.challenges.visible(viewer, challengeId);
    if (!membership || !judges(membership, challenge)) return null;
    const phases = await this.database.manager.findBy(Phase, { challengeId });
    const most = await this.toChoose(challengeId);
    return { challenge, text, open: most > 0 && mayChoose(challenge, phases, this.clock.now()), most };
  }

  /** What can win, those with most votes first; at most 50. */
  async ideaIds({ challenge, text }: JuryDesk): Promise<string[]> {
    // not by what the other experts chose
    const byVotes = { ...challenge, winnersBy: WinnersBy.TALLY };
    const found = await this.queries.contenders(byVotes, this.clock.now(), { most: MOST_SHOWN, able: true, text });
    return found.map(({ ideaId }) => ideaId);
  }

  /**
   * Keeps what an expert chooses, in the place of what they chose before that has not won. Not while winners are planned,
   * which rests on it, nor while all prizes are held: for one that nobody has accepted the jury chooses again.
   * @throws DomainError NOT_FOUND, FORBIDDEN, WINNERS_TOO_EARLY, JURY_CLOSED, WINNER_BARRED, VALIDATION_FAILED
   */
  record(viewer: Viewer, { challengeId, picks }: JuryChoiceInput): Promise<JuryDesk> {
    return this.database.transaction(async (tx) => {
      await this.enter(viewer, challengeId, tx);
      const { challenge, phases } = (await this.promise.lock(tx, challengeId))!;
      const now = this.clock.now();
      if (!mayChoose(challenge, phases, now)) throw prizesErrors.WINNERS_TOO_EARLY();
      const most = await this.toChoose(challengeId, tx);
      if (most === 0) throw prizesErrors.JURY_CLOSED();
      if (picks.length > most) throw tooMany(most);
      await this.checkPicks(
        tx,
        viewer,
        challenge,
        picks.map(({ ideaId }) => ideaId),
      );
      await this.database.query(LEAVE, [challengeId, viewer.userId], tx);
      const { companyId } = challenge;
      const rows = picks.map(({ ideaId, note }) => {
        return { companyId, challengeId, jurorId: viewer.userId, ideaId, note: note ?? '', at: now };
      });
      if (rows.length > 0) await tx.insert(JuryChoice, rows);
      return { challenge, text: null, open: true, most };
    });
  }

  /** Of who is gone stays what they chose, without their words. */
  @OnEvent(AccountErased)
  async forget({ aggregateId: jurorId }: StoredEvent, tx: Transaction): Promise<void> {
    await tx.update(JuryChoice, { jurorId }, { note: '' });
  }

  /** For how many prizes there is something to choose: none while an announcement is planned. */
  private async toChoose(challengeId: string, tx?: Transaction): Promise<number> {
    const planned = await (tx ?? this.database.manager).existsBy(Winner, { challengeId, announcedAt: IsNull() });
    return planned ? 0 : (await this.queries.openPrizes(challengeId, tx)).length;
  }

  private async enter(viewer: Viewer, challengeId: string, tx?: Transaction): Promise<Challenge> {
    const sight = await this.challenges.visible(viewer, challengeId, tx);
    const { membership } = this.memberships.check(sight, 'challenge.participate');
    if (!judges(membership, sight.challenge)) throw commonErrors.FORBIDDEN();
    return sight.challenge;
  }

  private async checkPicks(tx: Transaction, { userId }: Viewer, challenge: Challenge, ideaIds: string[]) {
    const found = await this.queries.chosen(challenge, ideaIds, this.clock.now(), tx);
    const own = await this.database.query<{ id: string }>(
      `SELECT idea_id AS id FROM coauthor WHERE idea_id = ANY ($1::uuid[]) AND user_id = $2 AND state <> 'DECLINED'`,
      [ideaIds, userId],
      tx,
    );
    const able = new Set(found.filter(({ bar }) => bar === null).map(({ ideaId }) => ideaId));
    for (const { id } of own) able.delete(id);
    const wrong = ideaIds.findIndex((id) => !able.has(id));
    if (wrong >= 0) throw prizesErrors.WINNER_BARRED({ field: `picks.${wrong}.ideaId` });
  }
}

/** An expert alone: who could also choose the winners must not be able to be the jury, too. */
const judges = ({ role }: Pick<Membership, 'role'>, { winnersBy }: Challenge): boolean =>
  role === Role.EXPERT && winnersBy === WinnersBy.JURY;

const tooMany = (most: number) =>
  invalidField(
    'picks',
    'TOO_MANY_PICKS',
    {
      en: ({ most: n }) => `At most ${n}: as many as there are prizes.`,
      es: ({ most: n }) => `Como máximo ${n}: tantas como premios hay.`,
      it: ({ most: n }) => `Al massimo ${n}: quanti sono i premi.`,
    },
    { most },
  );
