import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Database } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { decodeCursor, toConnection } from '../../../../shared/graphql/connection.js';
import { CommentsService } from '../../../comments/comments.service.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { IdeasService } from '../../../ideas/ideas.service.js';
import type { ItemAward, ItemAwardConnection, ItemAwardsArgs } from './item-awards.types.js';

/** What an item has earned: for those who decide about it, and with it about that. */
@Injectable()
export class ItemAwardsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly ideas: IdeasService,
    private readonly comments: CommentsService,
  ) {}

  /**
   * In the order in which they were earned.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED
   */
  async of(viewer: Viewer, { ideaId, commentId, ...page }: ItemAwardsArgs): Promise<ItemAwardConnection> {
    if (!!ideaId === !!commentId) throw commonErrors.NOT_FOUND();
    const place = ideaId ?? (await this.comments.visible(viewer, commentId!)).ideaId;
    const sight = await this.ideas.visible(viewer, place);
    this.memberships.check(sight, 'review.decide');
    // who reported it is nobody's to know by this
    const of = `${ideaId ? 'idea_id = $1 AND comment_id IS NULL' : 'comment_id = $1'} AND flag_id IS NULL`;
    const item = ideaId ?? commentId!;
    const after = decodeCursor(page.after, ['id'])?.[0] ?? null;
    const rows = await this.database.query<ItemAward>(
      `SELECT id, user_id AS "userId", rule, points, capped, standing, because, at FROM award
       WHERE ${of} AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [item, after, page.first + 1],
    );
    const sum = (what: string) => async () => {
      const sql = `SELECT ${what}::integer AS sum FROM award WHERE ${of}`;
      const [row] = await this.database.query<{ sum: number }>(sql, [item]);
      return row!.sum;
    };
    const points = sum('coalesce(sum(points) FILTER (WHERE standing), 0)');
    const connection = toConnection(rows, page, ({ id }) => [id], sum('count(*)'));
    return Object.defineProperty(connection as ItemAwardConnection, 'standingPoints', { get: points });
  }
}
