import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import type { IdeaStatus, IdeaVisibility } from '../idea.entity.js';
import { IdeaSelect } from './idea-select.js';

/** What changes of an idea while people look at it. Whoever tells somebody of it looks at who may see what. */
export interface IdeaPulse {
  id: string;
  companyId: string;
  challengeId: string | null;
  visibility: IdeaVisibility;
  status: IdeaStatus;
  upCount: number;
  downCount: number;
  score: number;
  commentCount: number;
  /** false: the phase hides the counts of votes from all but moderators */
  countsShown: boolean;
}

/** Where ideas stand: a company's, of one challenge, or of its idea box. */
export interface IdeaPlace {
  companyId: string;
  challengeId?: string | null;
  ideaBoxOnly?: boolean | null;
}

/** Reads what is told of ideas to those who look at them: once, however many they are. */
@Injectable()
export class IdeaPulseService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** These ideas as they are now, in any order. One statement. */
  of(ids: string[]): Promise<IdeaPulse[]> {
    const select = new IdeaSelect(new Map(), null, this.clock.now());
    const which = select.param(ids);
    return this.database.query<IdeaPulse>(
      `SELECT i.id, i.company_id AS "companyId", i.challenge_id AS "challengeId", i.visibility, i.status, t.up_count AS "upCount",
         t.down_count AS "downCount", t.score, t.comment_count AS "commentCount", ${select.countsShown} AS "countsShown"
       FROM idea i JOIN idea_tally t ON t.idea_id = i.id
       LEFT JOIN LATERAL (${select.phases('ch.id = i.challenge_id')}) p ON true WHERE i.id = ANY (${which}::uuid[])`,
      select.params,
    );
  }

  /** The ids of the newest public ideas of a place. One statement. */
  async newest({ companyId, challengeId, ideaBoxOnly }: IdeaPlace, count: number): Promise<string[]> {
    // the index serves the order where the challenge, or that there is none, stands in both
    const [where, order] = challengeId
      ? ['AND challenge_id = $3', '']
      : ideaBoxOnly
        ? ['AND challenge_id IS NULL', 'challenge_id DESC, ']
        : ['', ''];
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM idea WHERE company_id = $1 AND visibility = 'PUBLISHED' ${where} ORDER BY ${order}published_at DESC, id DESC LIMIT $2`,
      [companyId, count, ...(challengeId ? [challengeId] : [])],
    );
    return rows.map(({ id }) => id);
  }
}
