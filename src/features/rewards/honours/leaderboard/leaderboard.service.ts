import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { decodeCursor, toConnection } from '../../../../shared/graphql/connection.js';
import { ChallengesService } from '../../../challenges/challenges.service.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { ALL, monthOf } from '../../scores/scores.service.js';
import { levelAt } from '../levels/level.policy.js';
import { Level } from '../levels/level.type.js';
import { type Board, LeaderboardQueries, type Row } from './leaderboard.queries.js';
import {
  type LeaderboardArgs,
  LeaderboardEntryConnection,
  type LeaderboardEntry,
  LeaderboardPeriod,
} from './leaderboard.types.js';

/** How many are shown on each side of the viewer. */
export const NEIGHBOURS = 2;

/** Who has earned most: for members, of members who let themselves be seen. */
@Injectable()
export class LeaderboardService {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly challenges: ChallengesService,
    private readonly queries: LeaderboardQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `require`, NOT_FOUND for a challenge of elsewhere, VALIDATION_FAILED for a bad cursor */
  async page(viewer: Viewer, args: LeaderboardArgs): Promise<LeaderboardEntryConnection> {
    const { companyId, first, after } = args;
    const { membership } = await this.memberships.require(viewer, companyId, 'company.member');
    const now = this.clock.now();
    const board = { companyId, scope: await this.scopeOf(viewer, args, now) };
    const [points, userId] = (decodeCursor(after, ['integer', 'id']) ?? []) as [number?, string?];
    const place = points === undefined ? null : { points, userId: userId! };
    const rows = await this.queries.after(board, now, place, first + 1);
    const page = await this.ranked(board, rows, now);
    const total = () => this.queries.total(board, now);
    const connection = toConnection(page, { first, after }, (entry) => [entry.points, entry.userId], total);
    return Object.defineProperties(
      Object.assign(new LeaderboardEntryConnection(), board, { viewerOptedOut: membership.leaderboardOptOut }),
      Object.getOwnPropertyDescriptors(connection),
    );
  }

  /** Where the viewer stands, between those next to them; nothing where they are not listed. */
  async around(viewer: Viewer, board: Board): Promise<LeaderboardEntry[]> {
    const now = this.clock.now();
    const own = await this.queries.of(board, now, viewer.userId);
    if (!own) return [];
    const [before, after] = await Promise.all([
      this.queries.before(board, now, own, NEIGHBOURS),
      this.queries.after(board, now, own, NEIGHBOURS),
    ]);
    return this.ranked(board, [...before, own, ...after], now);
  }

  private async ranked(board: Board, rows: Row[], now: Date): Promise<LeaderboardEntry[]> {
    const ranks = await this.queries.ranks(board, now, rows);
    return rows.map(({ userId, points, contribution }) => {
      const level = Level.of(levelAt(contribution, now));
      return { userId, points, contribution, rank: ranks.get(points)!, level };
    });
  }

  private async scopeOf(viewer: Viewer, { companyId, period, month, challengeId }: LeaderboardArgs, now: Date) {
    if (challengeId) {
      const { challenge } = await this.challenges.visible(viewer, challengeId);
      if (challenge.companyId !== companyId) throw commonErrors.NOT_FOUND();
      return challengeId;
    }
    return period === LeaderboardPeriod.MONTH ? (month ?? monthOf(now)) : ALL;
  }
}
