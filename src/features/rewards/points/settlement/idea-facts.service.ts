import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { excludedSql } from '../../../companies/company.policy.js';
import { IdeaVisibility } from '../../../ideas/idea.entity.js';
import { RewardRule } from '../rules/reward-rule.entity.js';
import type { RuleBook } from '../rules/reward-rule.policy.js';
import { RewardRulesService } from '../rules/reward-rules.service.js';
import { AuthorParts } from './author-parts.service.js';
import { type Awarded, BECAUSE, type Fact, type Finding, keyOf, notAfter } from './facts.js';
import { AWARDED } from './settlement.queries.js';

// the few who are excluded are looked for among the votes, never the other way round
const IDEAS = `
SELECT i.id, i.company_id AS "companyId", i.challenge_id AS "challengeId", i.visibility, i.published_at AS "publishedAt",
  t.up_count - (SELECT count(*) FROM membership m JOIN vote v ON v.idea_id = i.id AND v.user_id = m.user_id AND v.value = 1
    WHERE m.company_id = i.company_id AND m.excluded_until IS NOT NULL AND ${excludedSql('m', '$2')})::integer AS votes,
  a.shortlisted_at AS "shortlistedAt", a.planned_at AS "plannedAt", a.delivered_at AS "deliveredAt",
  (SELECT min(w.announced_at) FROM winner w WHERE w.idea_id = i.id AND w.revoked_at IS NULL) AS "wonAt"
FROM idea i JOIN idea_tally t ON t.idea_id = i.id
LEFT JOIN LATERAL (
  SELECT min(created_at) FILTER (WHERE status = 'UNDER_REVIEW') AS shortlisted_at,
    min(created_at) FILTER (WHERE status IN ('PLANNED', 'IN_PROGRESS')) AS planned_at,
    min(created_at) FILTER (WHERE status = 'DELIVERED') AS delivered_at
  FROM answer WHERE answer.idea_id = i.id) a ON true
WHERE i.id = ANY ($1::uuid[])`;

const AWARDS = `SELECT ${AWARDED}, a.idea_id AS "ideaId" FROM award a
WHERE a.idea_id = ANY ($1::uuid[]) AND a.comment_id IS NULL AND a.flag_id IS NULL`;

/** Which vote of each idea was the first, and which a multiple of one of these steps; and when. */
const MILESTONES = `
SELECT idea_id AS "ideaId", number::integer, at FROM (
  SELECT v.idea_id, v.created_at AS at, row_number() OVER (PARTITION BY v.idea_id ORDER BY v.created_at, v.user_id) AS number
  FROM vote v WHERE v.idea_id = ANY ($1::uuid[]) AND v.value = 1 AND NOT EXISTS (
    SELECT FROM membership m WHERE m.company_id = v.company_id AND m.user_id = v.user_id
      AND m.excluded_until IS NOT NULL AND ${excludedSql('m', '$3')})
) o WHERE number = 1 OR EXISTS (SELECT FROM unnest($2::integer[]) step WHERE number % step = 0)`;

interface IdeaRow {
  id: string;
  companyId: string;
  challengeId: string | null;
  visibility: IdeaVisibility;
  publishedAt: Date | null;
  votes: number;
  shortlistedAt: Date | null;
  plannedAt: Date | null;
  deliveredAt: Date | null;
  wonAt: Date | null;
}

type IdeaAward = Awarded & { ideaId: string };
interface Milestone {
  ideaId: string;
  number: number;
  at: Date;
}

/** What is so of ideas that earns their authors points. */
@Injectable()
export class IdeaFacts {
  constructor(
    private readonly database: Database,
    private readonly rules: RewardRulesService,
    private readonly authors: AuthorParts,
  ) {}

  /** All that ideas have earned, or would have: for their votes only what is new is counted anew. */
  async find(tx: Transaction, ideaIds: string[], now: Date): Promise<Finding> {
    const ideas = await this.database.query<IdeaRow>(IDEAS, [ideaIds, now], tx);
    const awarded = await this.database.query<IdeaAward>(AWARDS, [ideaIds], tx);
    const books = await this.rules.books(tx, [...new Set(ideas.map(({ companyId }) => companyId))]);
    const listed = ideas.filter(({ visibility }) => visibility === IdeaVisibility.PUBLISHED);
    const known = new Map(awarded.map((award) => [keyOf(award.cause), award.at]));
    const reached = await this.milestones(tx, listed, { books, known, now });
    const facts = listed.flatMap((idea) => factsOf(idea, known, reached, now));
    const byId = new Map(ideas.map((idea) => [idea.id, idea]));
    return {
      facts,
      awarded,
      because: (award) => becauseOf(award, byId.get((award as IdeaAward).ideaId)),
      people: (fresh) => this.authors.of(tx, fresh),
    };
  }

  /** Votes that earned something, of ideas that have come to one since they were looked at last. */
  private async milestones(
    tx: Transaction,
    ideas: IdeaRow[],
    { books, known, now }: { books: Map<string, RuleBook>; known: Map<string, Date>; now: Date },
  ): Promise<Milestone[]> {
    const steps = [...new Set([...books.values()].flatMap((book) => book.steps()))];
    const isDue = ({ id, companyId, votes }: IdeaRow) =>
      votes > 0 &&
      (!known.has(firstVote(id)) ||
        books
          .get(companyId)!
          .steps()
          .some((step) => votes >= step && !known.has(votesKey(id, votes - (votes % step)))));
    const due = ideas.filter(isDue).map(({ id }) => id);
    if (due.length === 0) return [];
    const found = await this.database.query<Milestone>(MILESTONES, [due, steps, now], tx);
    const companies = new Map(ideas.map(({ id, companyId }) => [id, companyId]));
    return found.filter(({ ideaId, number, at }) => {
      const { every } = books.get(companies.get(ideaId)!)!.at(RewardRule.VOTES, at);
      return number === 1 || number % every! === 0;
    });
  }
}

const firstVote = (ideaId: string): string => `first-vote:${ideaId}`;
const votesKey = (ideaId: string, number: number): string => `votes:${ideaId}:${number}`;

function factsOf(idea: IdeaRow, known: Map<string, Date>, reached: Milestone[], now: Date): Fact[] {
  const { id, companyId, challengeId, votes } = idea;
  const of = { companyId, challengeId, ideaId: id, commentId: null, flagId: null };
  const fact = (rule: RewardRule, key: string, at: Date): Fact => ({ ...of, rule, key, at: notAfter(at, now) });
  const once = (rule: RewardRule, name: string, at: Date | null) => (at ? [fact(rule, `${name}:${id}`, at)] : []);
  const isVote = (key: string) => key === firstVote(id) || key.startsWith(`votes:${id}:`);
  // what was reached once is so as long as there are so many votes, whichever they are
  const kept = [...known].flatMap(([key, at]) => (isVote(key) ? [{ number: numberOf(key), at }] : []));
  const numbers = new Map(
    [...reached.filter(({ ideaId }) => ideaId === id), ...kept].map((one) => [one.number, one.at]),
  );
  const stages = [...numbers].filter(([number]) => number <= votes);
  return [
    ...once(RewardRule.IDEA_PUBLISHED, 'published', idea.publishedAt),
    ...stages.map(([number, at]) =>
      number === 1 ? fact(RewardRule.FIRST_VOTE, firstVote(id), at) : fact(RewardRule.VOTES, votesKey(id, number), at),
    ),
    ...once(RewardRule.IDEA_SHORTLISTED, 'shortlisted', idea.shortlistedAt),
    ...once(RewardRule.IDEA_PLANNED, 'planned', idea.plannedAt),
    ...once(RewardRule.IDEA_DELIVERED, 'delivered', idea.deliveredAt),
    ...once(RewardRule.WINNER, 'winner', idea.wonAt),
  ];
}

const numberOf = (key: string): number =>
  key.startsWith('first-vote:') ? 1 : Number(key.slice(key.lastIndexOf(':') + 1));

function becauseOf({ rule }: Awarded, idea: IdeaRow | undefined): string {
  if (idea?.visibility === IdeaVisibility.WITHDRAWN) return BECAUSE.WITHDRAWN;
  if (idea?.visibility === IdeaVisibility.MERGED) return BECAUSE.MERGED;
  if (idea?.visibility !== IdeaVisibility.PUBLISHED) return BECAUSE.HIDDEN;
  return rule === RewardRule.WINNER ? BECAUSE.WIN_REVOKED : BECAUSE.VOTES_WITHDRAWN;
}
