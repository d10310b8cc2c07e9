import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import type { Selection } from '../../shared/graphql/selection.js';
import { type IdeaRow, IdeaSelect } from './idea-select.js';
import type { Idea } from './idea.entity.js';
import { visibleSql } from './idea.policy.js';

/** Reads ideas as the API shows them: one statement, of no more than what is asked. */
@Injectable()
export class IdeasQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * An idea as the viewer sees it, after a mutation too.
   * @throws DomainError NOT_FOUND
   */
  async one(viewer: Viewer | null, id: string, asked: Selection): Promise<Idea> {
    const [idea] = isUuid(id) ? await this.byIds(viewer, [id], asked) : [];
    if (!idea) throw commonErrors.NOT_FOUND();
    return idea;
  }

  /** Those of these ideas that the viewer may see, in any order. */
  async byIds(viewer: Viewer | null, ids: readonly string[], asked: Selection): Promise<Idea[]> {
    const select = new IdeaSelect(asked, viewer, this.clock.now());
    const rows = await this.database.query<IdeaRow>(
      `SELECT ${select.columns()} FROM idea i JOIN company c ON c.id = i.company_id ${select.viewerJoins()}
       ${select.joins()} ${select.phaseJoin()}
       WHERE i.id = ANY (${select.param(ids)}) AND ${select.companyVisible}
         AND ${viewer ? visibleSql : `i.visibility = 'PUBLISHED'`}`,
      select.params,
    );
    return rows.map((row) => select.toIdea(row));
  }
}
