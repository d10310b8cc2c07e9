import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { ChallengesService } from '../../challenges/challenges.service.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import type { FairPlayArgs } from './fair-play.args.js';
import type { Scope } from './fair-play.queries.js';
import { type FairPlay, type FairPlaySignal, MOST_SHOWN } from './fair-play.type.js';
import { type Finding, Findings } from './findings.service.js';
import { Standings } from './standings.service.js';

const DAY = 24 * 3_600_000;
const USUAL_DAYS = 90;
/** It reads all votes of a period. */
const PER_MANAGER = { name: 'fair-play', points: 30, seconds: 600 };

/** Hints that votes were farmed or agreed on, for managers: as a range, and without any consequence. */
@Injectable()
export class FairPlayService {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly challenges: ChallengesService,
    private readonly findings: Findings,
    private readonly standings: Standings,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, RATE_LIMITED */
  async of(viewer: Viewer, args: FairPlayArgs): Promise<FairPlay> {
    await this.memberships.require(viewer, args.companyId, 'company.manage');
    const scope = await this.scope(args);
    await this.limits.take(PER_MANAGER, viewer.userId);
    const findings = await this.findings.in(scope);
    const { from, until } = scope;
    return { from, until, signals: findings.map(signalOf), ...(await this.standings.in(scope, findings)) };
  }

  /** @throws DomainError NOT_FOUND for a challenge of another company, and a draft */
  private async scope({ companyId, challengeId = null, month }: FairPlayArgs): Promise<Scope> {
    const now = this.clock.now();
    const challenge = challengeId ? (await this.challenges.withPhases(companyId, challengeId)).challenge : null;
    const [from, until] = month ? monthOf(month) : [new Date(+now - USUAL_DAYS * DAY), now];
    const since = !month && challenge ? (challenge.publishAt ?? from) : from;
    return { companyId, challengeId, from: since, until: until < now ? until : now };
  }
}

function monthOf(month: string): [from: Date, until: Date] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return [new Date(Date.UTC(year, number - 1, 1)), new Date(Date.UTC(year, number, 1))];
}

const signalOf = ({ rule, members, votes, evidence }: Finding): FairPlaySignal => ({
  ...{ rule, evidence, memberCount: members.length, ideaCount: votes.length },
  votes: votes.reduce((sum, { voters }) => sum + voters.length, 0),
  memberIds: members.slice(0, MOST_SHOWN),
  ideaIds: votes.slice(0, MOST_SHOWN).map(({ ideaId }) => ideaId),
});
