import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { FairPlayQueries, type Scope } from './fair-play.queries.js';
import type { IdeaVotesRange, MemberPointsRange } from './fair-play.type.js';
import type { Finding } from './findings.service.js';
import { PointsRangeQueries } from './points-range.queries.js';
import { lostBy, pointsRangeOf, questionedBy, rangeOf } from './range.js';

/** Ideas by votes, and members by points: as they are counted, and without what is questioned. Nothing is changed. */
@Injectable()
export class Standings {
  constructor(
    private readonly queries: FairPlayQueries,
    private readonly points: PointsRangeQueries,
    private readonly clock: Clock,
  ) {}

  async in(scope: Scope, findings: Finding[]): Promise<{ ideas: IdeaVotesRange[]; members: MemberPointsRange[] }> {
    const questioned = questionedBy(findings);
    const ideaIds = [...questioned.keys()];
    const now = this.clock.now();
    const ideaSteps = await this.queries.ideaSteps(scope, now);
    const ideas = await this.queries.ideas(scope, now, ideaIds);
    const awards = await this.points.byVotes(scope, ideaIds);
    const lost = lostBy(awards, await this.points.votes(scope, ideaIds, now), questioned);
    const steps = await this.points.steps(scope);
    const members = await this.points.members(scope, [...lost.keys()]);
    return {
      ideas: ideas.map((idea) => ({ ideaId: idea.ideaId, ...rangeOf(idea, questioned, ideaSteps) })),
      members: members.map((member) => ({ userId: member.userId, ...pointsRangeOf(member, lost, steps) })),
    };
  }
}
