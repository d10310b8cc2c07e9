import { Injectable } from '@nestjs/common';
import { DEVICE, FairPlayFigure, FairPlayRule, NETWORK, RELATION_DAYS } from './fair-play.policy.js';
import { FairPlayQueries, MOST, type Run, type Scope, type Shared } from './fair-play.queries.js';
import { type Circle, pairsOf, ringsOf } from './rings.js';

const DAY = 24 * 3_600_000;

/** What speaks for votes of one kind, and which these are. */
export interface Finding {
  rule: FairPlayRule;
  members: string[];
  votes: { ideaId: string; voters: string[] }[];
  evidence: Evidence[];
}

export interface Evidence {
  figure: FairPlayFigure;
  value: number;
}

/** Finds votes that may not be what they seem, one look after the other: nobody waits for it but who asks. */
@Injectable()
export class Findings {
  constructor(private readonly queries: FairPlayQueries) {}

  async in(scope: Scope): Promise<Finding[]> {
    const circles = await this.circles(scope);
    const bursts = await this.queries.bursts(scope);
    const newcomers = await this.queries.newcomers(scope);
    const networks = await this.queries.networks(scope, new Date(+scope.until - NETWORK.days * DAY));
    const devices = await this.queries.devices(scope, new Date(+scope.until - DEVICE.days * DAY));
    return [
      ...circles,
      ...bursts.map((run) => ofRun(FairPlayRule.BURST, run)),
      ...newcomers.map((run) => ofRun(FairPlayRule.NEW_ACCOUNTS, run)),
      ...networks.map((shared) => ofShared(FairPlayRule.SAME_NETWORK, 'NETWORK_MEMBERS', shared)),
      ...devices.map((shared) => ofShared(FairPlayRule.SAME_DEVICE, 'DEVICE_MEMBERS', shared)),
    ];
  }

  /** Who votes for whom is seen over half a year and all challenges; only votes of the period are told. */
  private async circles(scope: Scope): Promise<Finding[]> {
    const from = new Date(+scope.from - RELATION_DAYS * DAY);
    const edges = await this.queries.edges({ ...scope, from, challengeId: null });
    const rings = ringsOf(edges).sort(byVotes).slice(0, MOST);
    const pairs = pairsOf(edges, rings).sort(byVotes).slice(0, MOST);
    const all = [
      ...rings.map((circle) => ofCircle(FairPlayRule.VOTE_RING, circle)),
      ...pairs.map((circle) => ofCircle(FairPlayRule.RECIPROCAL_VOTES, circle)),
    ];
    if (all.length === 0) return [];
    for (const { no, ...votes } of await this.queries.within(
      scope,
      all.map(({ members }) => members),
    ))
      all[no]!.votes.push(votes);
    return all.filter(({ votes }) => votes.length > 0);
  }
}

const byVotes = (one: Circle, other: Circle): number => other.within - one.within;

const evidence = (figures: Partial<Record<FairPlayFigure, number>>): Evidence[] =>
  Object.entries(figures).map(([figure, value]) => ({ figure: figure as FairPlayFigure, value }));

const ofCircle = (rule: FairPlayRule, { members, within, usual, elsewhere }: Circle): Finding => ({
  ...{ rule, members, votes: [] },
  evidence: evidence({ VOTES_WITHIN: within, VOTES_USUAL: usual, VOTES_ELSEWHERE: elsewhere }),
});

const ofRun = (rule: FairPlayRule, { ideaId, voters, seconds, newcomers, otherwise }: Run): Finding => ({
  ...{ rule, members: voters, votes: [{ ideaId, voters }] },
  evidence: evidence({ SECONDS_BETWEEN: seconds, NEWCOMERS: newcomers, VOTES_OTHERWISE: otherwise }),
});

const ofShared = (
  rule: FairPlayRule,
  figure: 'NETWORK_MEMBERS' | 'DEVICE_MEMBERS',
  { ideaIds, voters, members, authorsWithin }: Shared,
): Finding => ({
  ...{ rule, members: [...new Set(voters.flat())] },
  votes: ideaIds.map((ideaId, at) => ({ ideaId, voters: voters[at]! })),
  evidence: evidence({ [figure]: members, AUTHORS_WITHIN: authorsWithin }),
});
