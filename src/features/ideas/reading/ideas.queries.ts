import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { Selection } from '../../../shared/graphql/selection.js';
import { type IdeaRow, IdeaSelect } from './idea-select.js';
import type { Idea } from '../idea.entity.js';
import { publicSql, visibleSql } from '../idea.policy.js';

const MOST_INVITATIONS = 100;

/** Reads ideas as the API shows them: one statement, of no more than what is asked. */
@Injectable()
export class IdeasQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * An idea as the viewer sees it.
   * @throws DomainError NOT_FOUND
   */
  async one(viewer: Viewer | null, id: string, asked: Selection): Promise<Idea> {
    // not `= ANY`: its plan would be made anew each time, for the number of ids that it has
    const [idea] = isUuid(id) ? await this.visible(viewer, asked, (select) => `i.id = ${select.param(id)}`) : [];
    if (!idea) throw commonErrors.NOT_FOUND();
    return idea;
  }

  /** Those of these ideas that the viewer may see, in any order. */
  byIds(viewer: Viewer | null, ids: readonly string[], asked: Selection): Promise<Idea[]> {
    return this.visible(viewer, asked, (select) => `i.id = ANY (${select.param(ids)})`);
  }

  /** An idea to somebody who has just ended their part in it, whether or not they may see it from now on. */
  async lastSight(viewer: Viewer, id: string, asked: Selection): Promise<Idea> {
    const [idea] = await this.read(viewer, asked, (select) => `i.id = ${select.param(id)}`);
    if (!idea) throw commonErrors.NOT_FOUND();
    return idea;
  }

  /** Ideas with an invitation to the viewer that is still to be answered, newest first. */
  invitedTo(viewer: Viewer, asked: Selection): Promise<Idea[]> {
    return this.read(viewer, asked, (select) => {
      const invited = `SELECT idea_id FROM coauthor WHERE user_id = ${select.param(viewer.userId)} AND state = 'INVITED'`;
      return `i.id = ANY (ARRAY(${invited} ORDER BY invited_at DESC LIMIT ${MOST_INVITATIONS})) AND ${select.companyVisible}
        ORDER BY ca.invited_at DESC`;
    });
  }

  private visible(viewer: Viewer | null, asked: Selection, which: (select: IdeaSelect) => string): Promise<Idea[]> {
    const seen = viewer ? visibleSql : publicSql;
    return this.read(viewer, asked, (select) => `${which(select)} AND ${select.companyVisible} AND ${seen}`);
  }

  private async read(viewer: Viewer | null, asked: Selection, where: (select: IdeaSelect) => string): Promise<Idea[]> {
    const select = new IdeaSelect(asked, viewer, this.clock.now());
    const rows = await this.database.query<IdeaRow>(
      `SELECT ${select.columns()} FROM idea i JOIN company c ON c.id = i.company_id ${select.viewerJoins()}
       ${select.joins()} ${select.phaseJoin()} WHERE ${where(select)}`,
      select.params,
    );
    return rows.map((row) => select.toIdea(row));
  }
}
