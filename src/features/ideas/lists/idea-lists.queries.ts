import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../../shared/database/prepared-pg.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { badCursor, type Connection, toConnection } from '../../../shared/graphql/connection.js';
import type { Selection } from '../../../shared/graphql/selection.js';
import type { Idea } from '../idea.entity.js';
import { type IdeaRow, IdeaSelect } from '../reading/idea-select.js';
import { IdeaSource } from './idea-source.js';
import { cursorValues, type Position, readPosition, seedOf, type Sorting } from './list-cursor.js';
import { IdeaOrder, type ListIdeasArgs } from './list-ideas.args.js';

type ListRow = IdeaRow & { sortKey: string | number; hidden: boolean };

/** The lists of ideas: each page is one statement, whatever the size of the community. */
@Injectable()
export class IdeaListsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of a company's published ideas.
   * @throws DomainError NOT_FOUND when the viewer may not see the company, or the challenge is not one of its public ones
   */
  async list(viewer: Viewer | null, args: ListIdeasArgs, asked: Selection): Promise<Connection<Idea>> {
    const after = readPosition(args.after);
    let sorting = sortingOf(args, after);
    let rows = await this.page(viewer, args, asked, sorting, after);
    if (rows.length === 0) throw commonErrors.NOT_FOUND();
    if (rows[0]!.hidden && (sorting === 'TOP' || sorting === 'TRENDING')) {
      sorting = 'RANDOM';
      rows = await this.page(viewer, args, asked, sorting, null);
    }
    const seed = sorting === 'RANDOM' ? this.seed(viewer, after) : null;
    return toConnection<ListRow>(
      rows.filter(({ id }) => id !== null),
      args,
      ({ id, sortKey }) => cursorValues({ sorting, key: String(sortKey), id, seed }),
      () => this.count(args, sorting),
    );
  }

  /** Rows of a page; one without an id where there is none; none where the viewer may not see the list. */
  private async page(
    viewer: Viewer | null,
    args: ListIdeasArgs,
    asked: Selection,
    sorting: Sorting,
    after: Position | null,
  ): Promise<ListRow[]> {
    const select = new IdeaSelect(asked, viewer, this.clock.now());
    const source = new IdeaSource(select, args, sorting, after, () => this.seed(viewer, after));
    if (source.usesTally) select.tally = 'i';
    const { challenge, company } = source;
    const rows = await this.database.query<ListRow>(
      `${source.isFiltered ? PLANNED_EACH_TIME : ''}
       WITH phase_now AS MATERIALIZED (${select.phases(challenge ? `ch.id = ${challenge}` : `ch.company_id = ${company}`)})
       SELECT ${select.columns()}, i.sort_key AS "sortKey",
         ${challenge ? `EXISTS (SELECT FROM phase_now p WHERE NOT ${select.countsShown})` : 'false'} AS hidden
       FROM company c ${select.viewerJoins()} LEFT JOIN LATERAL (${source.sql()}) i ON true
       ${select.joins()} ${select.phaseJoin('phase_now')}
       WHERE c.id = ${company} AND ${select.companyVisible} ${challenge ? `AND ${select.challengeVisible(challenge)}` : ''}
       ORDER BY ${source.order}`,
      select.params,
    );
    return rows.map((row) => (row.id === null ? row : (select.toIdea(row) as ListRow)));
  }

  private async count(args: ListIdeasArgs, sorting: Sorting): Promise<number> {
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const source = new IdeaSource({ param, countsShown: 'true' }, args, sorting, null, () => '0');
    const [row] = await this.database.query<{ count: number }>(`${PLANNED_EACH_TIME} ${source.count()}`, params);
    return row!.count;
  }

  private seed(viewer: Viewer | null, after: Position | null): string {
    return after?.sorting === 'RANDOM' ? after.seed! : seedOf(viewer, this.clock.now());
  }
}

/** A page goes on in the way that its list began. */
function sortingOf({ order, filter, challengeId }: ListIdeasArgs, after: Position | null): Sorting {
  const wanted = filter?.text && order !== IdeaOrder.NEWEST ? 'MATCH' : order === IdeaOrder.UNANSWERED ? 'TOP' : order;
  if (!after || after.sorting === wanted) return wanted;
  const hidesCounts = challengeId && (wanted === 'TOP' || wanted === 'TRENDING');
  if (hidesCounts && after.sorting === 'RANDOM') return 'RANDOM';
  throw badCursor();
}
