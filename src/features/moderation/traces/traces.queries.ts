import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { IdeaVisibility } from '../../ideas/idea.entity.js';
import { LAW } from '../decisions/grounds.js';
import type { ModerationTrace } from './trace.type.js';

type TraceRow = ModerationTrace & { itemId: string };

/** Of an idea that is there only what locks it; of one that is not, what took it away, and not what it has come back from. */
const STANDS = {
  idea: `CASE item.visibility WHEN 'PUBLISHED' THEN item.locked AND act = 'LOCK'
    WHEN 'HELD' THEN CASE item.hold_reason WHEN 'EDIT_REQUESTED' THEN act = 'REQUEST_EDIT' ELSE act = 'HIDE' AND automatic END
    ELSE act IN ('HIDE', 'REMOVE', 'REQUEST_EDIT', 'MERGE') END`,
  comment: `act IN ('HIDE', 'REMOVE', 'REQUEST_EDIT')`,
};

/** The latest decision about each item that holds and says why it is not there, or locked; by the index of its author. */
const traces = (item: 'idea' | 'comment', told = 'true') => `
SELECT item.id AS "itemId", d.act, CASE WHEN d.legal_ground IS NULL THEN rule.title ELSE $3::jsonb ->> c.default_language END AS ground, d.automatic, d.created_at AS "decidedAt",
  c.name AS company, c.slug AS "companySlug", CASE WHEN d.subject_id = $2 THEN d.id END AS "decisionId"
FROM ${item} item JOIN company c ON c.id = item.company_id CROSS JOIN LATERAL (
  SELECT * FROM decision WHERE company_id = item.company_id AND subject_id = item.author_id AND ${item}_id = item.id
    AND undone_at IS NULL AND ${STANDS[item]} ORDER BY created_at DESC, id DESC LIMIT 1
) d LEFT JOIN rule ON rule.id = d.rule_id WHERE item.id = ANY ($1::uuid[]) AND ${told}`;

/** What was never public leaves a trace for its author alone. */
const WAS_PUBLIC = `(d.subject_id = $2 OR d.effect->'comment'->>'visibility' = 'PUBLISHED')`;

interface Place {
  companyId: string;
  authorId: string;
  visibility: IdeaVisibility;
  published: boolean;
}

/** What the public may know of what was decided. */
@Injectable()
export class TracesQueries {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * Of an idea; null where there is nothing to tell. What was never public leaves a trace for its author alone.
   * @throws DomainError NOT_FOUND
   */
  async ofIdea(viewer: Viewer | null, ideaId: string): Promise<ModerationTrace | null> {
    const place = await this.placeOf(ideaId);
    if (!place) throw commonErrors.NOT_FOUND();
    await this.memberships.visible(viewer, place.companyId);
    const own = place.authorId === viewer?.userId;
    if (!own && (!place.published || place.visibility === IdeaVisibility.WITHDRAWN)) return null;
    const [trace] = await this.database.query<TraceRow>(traces('idea'), [[ideaId], viewer?.userId ?? null, LAW]);
    return trace ?? null;
  }

  /** Of comments that are not there. */
  async ofComments(viewer: Viewer | null, ids: readonly string[]): Promise<Map<string, ModerationTrace>> {
    const rows = await this.database.query<TraceRow>(traces('comment', WAS_PUBLIC), [ids, viewer?.userId ?? null, LAW]);
    return new Map(rows.map((row) => [row.itemId, row]));
  }

  private async placeOf(ideaId: string): Promise<Place | undefined> {
    if (!isUuid(ideaId)) return undefined;
    const [place] = await this.database.query<Place>(
      `SELECT company_id AS "companyId", author_id AS "authorId", visibility, published_at IS NOT NULL AS published
       FROM idea WHERE id = $1 AND visibility <> 'DRAFT'`,
      [ideaId],
    );
    return place;
  }
}

/** The traces of the comments of an answer. */
@Injectable()
export class CommentTraceLoader extends RequestLoader<string, ModerationTrace> {
  constructor(private readonly queries: TracesQueries) {
    super();
  }

  protected fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, ModerationTrace>> {
    return this.queries.ofComments(req.viewer ?? null, ids);
  }
}
