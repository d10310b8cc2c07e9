import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { badCursor, type Connection, toConnection } from '../../../shared/graphql/connection.js';
import type { Selection } from '../../../shared/graphql/selection.js';
import type { Idea } from '../idea.entity.js';
import { visibleSql } from '../idea.policy.js';
import { type IdeaRow, IdeaSelect } from '../reading/idea-select.js';
import { cursorValues, readPosition } from './list-cursor.js';
import type { Loop, MemberIdeasArgs, MyIdeasArgs, PersonalIdeasArgs } from './personal-lists.args.js';

type ListRow = IdeaRow & { sortKey: string };

/**
 * Ideas that are somebody's for one reason, as SQL. An index serves them in the order of `time` and `id`, but for those
 * that they have written with others, which are few.
 */
interface Part {
  /** the idea as `i` */
  from: string;
  where: string[];
}

/** What makes a list of ideas somebody's: no idea is in two of its parts. */
interface Source {
  parts: Part[];
  time: string;
  id: string;
}

const MOST_MOVED = 3;

/** Written by the person in this place, alone or with others. */
const writtenBy = (person: string, where: string[]): Part[] => [
  { from: 'idea i', where: [`i.author_id = ${person}`, ...where] },
  {
    from: 'coauthor w JOIN idea i ON i.id = w.idea_id',
    where: [`w.user_id = ${person} AND w.state = 'ACCEPTED' AND i.author_id <> ${person}`, ...where],
  },
];

/** The lists of what one person has to do with, across companies: each page is one statement. */
@Injectable()
export class PersonalListsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What the viewer writes, as author or co-author, begun last first. */
  mine(viewer: Viewer, args: MyIdeasArgs, asked: Selection): Promise<Connection<Idea>> {
    return this.page(viewer, args, asked, (select) => {
      const visibility = args.visibility?.length
        ? [`i.visibility = ANY (${select.param(args.visibility)}::text[])`]
        : [];
      return { parts: writtenBy(select.param(viewer.userId), visibility), time: 'i.created_at', id: 'i.id' };
    });
  }

  /** What the viewer has voted for or against, voted for last first. */
  voted(viewer: Viewer, args: PersonalIdeasArgs, asked: Selection): Promise<Connection<Idea>> {
    return this.page(viewer, args, asked, (select) => ({
      parts: [
        {
          from: 'vote mv JOIN idea i ON i.id = mv.idea_id',
          where: [`mv.user_id = ${select.param(viewer.userId)}`, visibleSql],
        },
      ],
      time: 'mv.created_at',
      id: 'mv.idea_id',
    }));
  }

  /** What the viewer follows, since the shortest time first. */
  followed(viewer: Viewer, args: PersonalIdeasArgs, asked: Selection): Promise<Connection<Idea>> {
    return this.page(viewer, args, asked, (select) => ({
      parts: [
        {
          from: 'idea_follow mf JOIN idea i ON i.id = mf.idea_id',
          where: [`mf.user_id = ${select.param(viewer.userId)} AND mf.unfollowed_at IS NULL`, visibleSql],
        },
      ],
      time: 'mf.since',
      id: 'mf.idea_id',
    }));
  }

  /** What a person has published, alone or with others, newest first; of a former member nothing. */
  ofMember(viewer: Viewer | null, args: MemberIdeasArgs, asked: Selection): Promise<Connection<Idea>> {
    return this.page(viewer, args, asked, (select) => {
      const person = select.param(args.userId);
      const present = `EXISTS (SELECT FROM "user" WHERE id = ${person} AND erased_at IS NULL)`;
      const parts = writtenBy(person, [`i.visibility = 'PUBLISHED'`, present]);
      return { parts, time: 'i.published_at', id: 'i.id' };
    });
  }

  /** Which of the ideas that the viewer follows the companies have answered since. */
  async loop(viewer: Viewer, since: Date, asked: Selection): Promise<Loop> {
    const select = new IdeaSelect(asked, viewer, this.clock.now());
    const me = select.param(viewer.userId);
    const rows = await this.database.query<IdeaRow & { moved: number }>(
      `SELECT ${select.columns()}, count(*) OVER ()::integer AS moved
       FROM (SELECT f.idea_id, max(a.created_at) AS at FROM idea_follow f JOIN answer a ON a.idea_id = f.idea_id
             WHERE f.user_id = ${me} AND f.unfollowed_at IS NULL AND a.created_at > ${select.param(since)} AND a.author_id <> ${me}
             GROUP BY f.idea_id) n
       JOIN idea i ON i.id = n.idea_id JOIN company c ON c.id = i.company_id ${select.viewerJoins()}
       ${select.joins()} ${select.phaseJoin()}
       WHERE ${select.companyVisible} AND ${visibleSql} ORDER BY n.at DESC, i.id DESC LIMIT ${MOST_MOVED}`,
      select.params,
    );
    return { moved: rows[0]?.moved ?? 0, ideas: rows.map((row) => select.toIdea(row)) };
  }

  private async page(
    viewer: Viewer | null,
    args: PersonalIdeasArgs,
    asked: Selection,
    sourceOf: (select: IdeaSelect) => Source,
  ): Promise<Connection<Idea>> {
    const after = readPosition(args.after);
    if (after && after.sorting !== 'NEWEST') throw badCursor();
    const select = new IdeaSelect(asked, viewer, this.clock.now());
    const { parts, time, id } = sourceOf(select);
    const shared = [select.companyVisible];
    if (args.companyId) shared.push(`i.company_id = ${select.param(args.companyId)}`);
    if (args.status?.length) shared.push(`i.status = ANY (${select.param(args.status)}::text[])`);
    const joined = `JOIN company c ON c.id = i.company_id ${select.viewerJoins()}`;
    const coauthor = viewer ? 'LEFT JOIN coauthor ca ON ca.idea_id = i.id AND ca.user_id = me.id' : '';
    const found = parts.map(
      ({ from, where }) => `FROM ${from} ${joined} ${coauthor} WHERE ${[...where, ...shared].join(' AND ')}`,
    );
    const count = `SELECT count(*)::integer AS count FROM (${found.map((part) => `SELECT ${part}`).join(' UNION ALL ')}) i`;
    const counted = [...select.params];
    const moment = () => `timestamptz 'epoch' + ${select.param(after!.key)}::bigint * interval '1 microsecond'`;
    const rest = after ? `AND (${time}, ${id}) < (${moment()}, ${select.param(after.id)}::uuid)` : '';
    const limit = `LIMIT ${args.first + 1}`;
    // a page of each part at most: merged, they are the first of all
    const pages = found.map(
      (part) => `(SELECT i.*, ${time} AS sort_time ${part} ${rest} ORDER BY ${time} DESC, ${id} DESC ${limit})`,
    );
    const rows = await this.database.query<ListRow>(
      `SELECT ${select.columns()}, (extract(epoch FROM i.sort_time) * 1000000)::bigint AS "sortKey"
       FROM (${pages.join(' UNION ALL ')}) i ${joined} ${select.joins()} ${select.phaseJoin()}
       ORDER BY i.sort_time DESC, i.id DESC ${limit}`,
      select.params,
    );
    return toConnection(
      rows.map((row) => select.toIdea(row) as ListRow),
      args,
      (row) => cursorValues({ sorting: 'NEWEST', key: String(row.sortKey), id: row.id, seed: null }),
      async () => (await this.database.query<{ count: number }>(count, counted))[0]!.count,
    );
  }
}
