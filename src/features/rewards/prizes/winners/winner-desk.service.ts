import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { type Connection, decodeCursor, toConnection } from '../../../../shared/graphql/connection.js';
import { type Challenge, WinnersBy } from '../../../challenges/challenge.entity.js';
import { ChallengePromise } from '../../../challenges/challenge-promise.service.js';
import { ChallengesService, type PhasedChallenge } from '../../../challenges/challenges.service.js';
import { Phase } from '../../../challenges/phase.entity.js';
import { type Access, MembershipsService } from '../../../companies/memberships.service.js';
import { valueOf } from './judgement.js';
import { Winner } from './winner.entity.js';
import type { AwardedChallengesArgs, ContendersArgs } from './winner.inputs.js';
import { mayChoose, openPrizeSql, placesOf } from './winner.policy.js';
import type { AwardedChallenge, WinnerDesk, WinnerProposal } from './winner.types.js';
import { type Contender, WinnersQueries } from './winners.queries.js';

const MOST_PROPOSALS = 50;

/** A challenge that a manager has taken up, held until the transaction ends. */
export interface HeldChallenge extends PhasedChallenge {
  access: Access;
}

/** What managers look at who choose winners. */
@Injectable()
export class WinnerDeskService {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengesService,
    private readonly memberships: MembershipsService,
    private readonly promise: ChallengePromise,
    private readonly queries: WinnersQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, FORBIDDEN, MEMBER_SUSPENDED */
  async hold(tx: Transaction, viewer: Viewer, challengeId: string): Promise<HeldChallenge> {
    const access = this.memberships.check(await this.challenges.visible(viewer, challengeId, tx), 'challenge.manage');
    const held = await this.promise.lock(tx, challengeId);
    if (!held) throw commonErrors.NOT_FOUND();
    return { ...held, access };
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, MEMBER_SUSPENDED */
  async desk(viewer: Viewer, { challengeId, text }: ContendersArgs): Promise<WinnerDesk> {
    const sight = await this.challenges.visible(viewer, challengeId);
    this.memberships.check(sight, 'challenge.manage');
    const { challenge } = sight;
    const now = this.clock.now();
    const phases = await this.database.manager.findBy(Phase, { challengeId });
    const openPrizes = await this.queries.openPrizes(challengeId);
    const wanted = { most: MOST_PROPOSALS, able: false, text };
    const contenders = await this.queries.contenders(challenge, now, wanted);
    const winners = await this.database.manager.find(Winner, {
      where: { challengeId },
      order: { announceAt: 'ASC', id: 'ASC' },
    });
    const proposals = proposalsOf(challenge, contenders, text != null);
    return { challenge, mayChoose: mayChoose(challenge, phases, now), openPrizes, proposals, winners };
  }

  /**
   * Challenges whose winners may be chosen, or were, the last that ended first.
   * @throws DomainError NOT_FOUND, FORBIDDEN, MEMBER_SUSPENDED
   */
  async awarded(viewer: Viewer, args: AwardedChallengesArgs): Promise<Connection<AwardedChallenge>> {
    const { companyId, first, after } = args;
    await this.memberships.require(viewer, companyId, 'challenge.manage');
    const cursor = decodeCursor(after, ['time', 'id']) ?? ['infinity', companyId];
    const now = this.clock.now();
    const rows = await this.database.query<AwardedRow>(AWARDED, [companyId, now, ...cursor, first + 1]);
    const total = async () => {
      const [row] = await this.database.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM challenge c WHERE ${AWARDABLE}`,
        [companyId, now],
      );
      return row!.count;
    };
    return toConnection(rows, args, ({ endsAt, challengeId }) => [endsAt.toISOString(), challengeId], total);
  }
}

type AwardedRow = AwardedChallenge & { endsAt: Date };

/** As `mayChoose`, and also what is archived. */
const AWARDABLE = `c.company_id = $1 AND c.publish_at <= $2 AND EXISTS (SELECT FROM prize p WHERE p.challenge_id = c.id)
  AND (c.ends_at <= $2 OR NOT EXISTS (SELECT FROM phase f WHERE f.challenge_id = c.id AND f.ends_at > $2 AND (f.may_submit OR f.may_vote)))`;

const AWARDED = `
SELECT c.id AS "challengeId", c.ends_at AS "endsAt",
  (SELECT count(*) FROM prize p WHERE p.challenge_id = c.id AND ${openPrizeSql('p')})::integer AS "openCount",
  plan.announce_at AS "announceAt", coalesce(plan.held, false) AS held
FROM challenge c LEFT JOIN LATERAL (
  SELECT min(announce_at) AS announce_at, bool_or(held_at IS NOT NULL) AS held FROM winner
  WHERE challenge_id = c.id AND announced_at IS NULL) plan ON true
WHERE ${AWARDABLE} AND (c.ends_at, c.id) < ($3::timestamptz, $4::uuid)
ORDER BY c.ends_at DESC, c.id DESC LIMIT $5`;

/** With their places by the terms, of those that can win: who has no vote, or no juror, does not; none where only some were looked for. */
function proposalsOf(challenge: Challenge, contenders: Contender[], some: boolean): WinnerProposal[] {
  const able = contenders.filter(({ bar }) => bar === null);
  const value = valueOf(challenge);
  const places = placesOf(able.map(value));
  const ranked = challenge.winnersBy !== WinnersBy.MANAGER && !some;
  return contenders.map((contender) => {
    const wins = contender.bar === null && value(contender) > 0;
    const place = ranked && wins ? places[able.indexOf(contender)]! : null;
    return { ...contender, place };
  });
}
