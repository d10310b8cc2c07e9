import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../../../shared/database/prepared-pg.js';
import { IdeaVisibility } from '../../../ideas/idea.entity.js';
import { RewardRule } from '../rules/reward-rule.entity.js';
import type { RuleBook } from '../rules/reward-rule.policy.js';
import { RewardRulesService } from '../rules/reward-rules.service.js';
import { AuthorParts } from './author-parts.service.js';
import { excludedVoices } from '../../exclusions.js';
import { type Awarded, BECAUSE, type Fact, type Finding, notAfter } from './facts.js';
import { AWARDED, VOTES } from './settlement.queries.js';

// what an idea that is not public has counts for nothing; of its votes `seen` is the last that was awarded
const IDEAS = `
SELECT i.id, i.company_id AS "companyId", i.challenge_id AS "challengeId", i.visibility, i.published_at AS "publishedAt",
  CASE WHEN i.visibility = 'PUBLISHED' THEN t.up_count - (SELECT count(*) FROM vote v WHERE v.idea_id = i.id AND v.value = 1
    AND v.user_id = ANY (${excludedVoices('i.company_id', '$2')}))::integer ELSE 0 END AS votes,
  coalesce(s.votes, 0) AS seen, s.at AS "seenAt",
  a.shortlisted_at AS "shortlistedAt", a.planned_at AS "plannedAt", a.delivered_at AS "deliveredAt",
  (SELECT min(w.announced_at) FROM winner w WHERE w.idea_id = i.id AND w.revoked_at IS NULL) AS "wonAt"
FROM idea i JOIN idea_tally t ON t.idea_id = i.id
LEFT JOIN LATERAL (
  SELECT w.votes, w.at FROM award w WHERE w.idea_id = i.id AND w.votes IS NOT NULL ORDER BY w.votes DESC LIMIT 1) s ON true
LEFT JOIN LATERAL (
  SELECT min(created_at) FILTER (WHERE status = 'UNDER_REVIEW') AS shortlisted_at,
    min(created_at) FILTER (WHERE status IN ('PLANNED', 'IN_PROGRESS')) AS planned_at,
    min(created_at) FILTER (WHERE status = 'DELIVERED') AS delivered_at
  FROM answer WHERE answer.idea_id = i.id) a ON true
WHERE i.id = ANY ($1::uuid[])`;

// of those for votes only what may change: nothing is read that stands and has its votes
const AWARDS = `
SELECT ${AWARDED}, a.idea_id AS "ideaId", ${VOTES} AS votes FROM award a
WHERE a.idea_id = ANY ($1::uuid[]) AND a.comment_id IS NULL AND a.flag_id IS NULL AND (a.votes IS NULL OR NOT a.standing)
UNION ALL
SELECT ${AWARDED}, a.idea_id, a.votes FROM unnest($1::uuid[], $2::integer[]) k (idea_id, votes)
JOIN award a ON a.idea_id = k.idea_id AND a.votes > k.votes AND a.standing`;

/** The latest votes of an idea, the last first. From a moment on, so that the index by time serves it. */
const LATEST = `${PLANNED_EACH_TIME}
SELECT v.created_at AS at FROM vote v WHERE v.company_id = $1 AND v.idea_id = $2 AND v.value = 1 AND v.created_at >= $3
  AND v.user_id <> ALL (${excludedVoices('$1', '$5')}) ORDER BY v.created_at DESC, v.user_id DESC LIMIT $4`;

interface IdeaRow {
  id: string;
  companyId: string;
  challengeId: string | null;
  visibility: IdeaVisibility;
  publishedAt: Date | null;
  /** in favour, of who is not excluded */
  votes: number;
  seen: number;
  seenAt: Date | null;
  shortlistedAt: Date | null;
  plannedAt: Date | null;
  deliveredAt: Date | null;
  wonAt: Date | null;
}

type IdeaAward = Awarded & { ideaId: string; votes: number | null };
type Milestone = Pick<IdeaAward, 'at'> & { votes: number };

/** What is so of ideas that earns their authors points. */
@Injectable()
export class IdeaFacts {
  constructor(
    private readonly database: Database,
    private readonly rules: RewardRulesService,
    private readonly authors: AuthorParts,
  ) {}

  /** All that ideas have earned, or would have: of their votes only those since the last that was awarded are read. */
  async find(tx: Transaction, ideaIds: string[], now: Date): Promise<Finding> {
    const ideas = await this.database.query<IdeaRow>(IDEAS, [ideaIds, now], tx);
    const params = [ideas.map(({ id }) => id), ideas.map(({ votes }) => votes)];
    const awarded = await this.database.query<IdeaAward>(AWARDS, params, tx);
    const books = await this.rules.books(tx, [...new Set(ideas.map(({ companyId }) => companyId))]);
    const facts: Fact[] = [];
    for (const idea of ideas.filter(({ visibility }) => visibility === IdeaVisibility.PUBLISHED)) {
      // what was reached once is so as long as there are so many votes, whichever they are
      const kept = awarded.flatMap(({ ideaId, votes, at }) => (ideaId === idea.id && votes ? [{ votes, at }] : []));
      const reached = await this.reached(tx, idea, books.get(idea.companyId)!, now);
      facts.push(...factsOf(idea, [...kept, ...reached], now));
    }
    const byId = new Map(ideas.map((idea) => [idea.id, idea]));
    return {
      facts,
      awarded,
      because: (award) => becauseOf(award, byId.get((award as IdeaAward).ideaId)),
      people: (fresh) => this.authors.of(tx, fresh),
    };
  }

  /** Votes that earned something since an idea was looked at last. */
  private async reached(tx: Transaction, idea: IdeaRow, book: RuleBook, now: Date): Promise<Milestone[]> {
    const { id, companyId, votes, seen, seenAt } = idea;
    const isDue = votes > seen && (!seenAt || book.steps(seenAt, now).some((step) => votes - (votes % step) > seen));
    if (!isDue) return [];
    const latest = (since: Date) =>
      this.database.query<{ at: Date }>(LATEST, [companyId, id, since, votes - seen, now], tx);
    let rows = await latest(seenAt ?? ALWAYS);
    // those of an idea that was merged into this one may be older
    if (rows.length < votes - seen) rows = await latest(ALWAYS);
    return rows
      .map(({ at }, index) => ({ at, votes: votes - index }))
      .filter((one) => one.votes === 1 || one.votes % book.at(RewardRule.VOTES, one.at).every! === 0);
  }
}

const ALWAYS = new Date(0);

function factsOf(idea: IdeaRow, milestones: Milestone[], now: Date): Fact[] {
  const { id, companyId, challengeId } = idea;
  const of = { companyId, challengeId, ideaId: id, commentId: null, flagId: null };
  const once = (rule: RewardRule, name: string, at: Date | null, votes: number | null = null) =>
    at ? [{ ...of, rule, key: `${name}:${id}`, at: notAfter(at, now), votes }] : [];
  const stages = new Map(milestones.map((one) => [one.votes, one.at]));
  return [
    ...once(RewardRule.IDEA_PUBLISHED, 'published', idea.publishedAt),
    ...[...stages]
      .filter(([votes]) => votes <= idea.votes)
      .flatMap(([votes, at]) =>
        votes === 1
          ? once(RewardRule.FIRST_VOTE, 'first-vote', at, votes)
          : once(RewardRule.VOTES, 'votes', at, votes).map((fact) => ({ ...fact, key: `${fact.key}:${votes}` })),
      ),
    ...once(RewardRule.IDEA_SHORTLISTED, 'shortlisted', idea.shortlistedAt),
    ...once(RewardRule.IDEA_PLANNED, 'planned', idea.plannedAt),
    ...once(RewardRule.IDEA_DELIVERED, 'delivered', idea.deliveredAt),
    ...once(RewardRule.WINNER, 'winner', idea.wonAt),
  ];
}

function becauseOf({ rule }: Awarded, idea: IdeaRow | undefined): string {
  if (idea?.visibility === IdeaVisibility.WITHDRAWN) return BECAUSE.WITHDRAWN;
  if (idea?.visibility === IdeaVisibility.MERGED) return BECAUSE.MERGED;
  if (idea?.visibility !== IdeaVisibility.PUBLISHED) return BECAUSE.HIDDEN;
  return rule === RewardRule.WINNER ? BECAUSE.WIN_REVOKED : BECAUSE.VOTES_WITHDRAWN;
}
