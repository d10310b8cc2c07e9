import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../shared/database/database.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { Flag } from './flag.entity.js';

/** How many flags of a review are shown at most. */
export const MOST_FLAGS = 20;

/** Who reported what a review is about, but for those who took it back. */
interface ReviewFlags {
  count: number;
  /** those that weigh most first */
  flags: Flag[];
}

/** The flags of each review. */
@Injectable()
export class ReviewFlagsLoader extends RequestLoader<string, ReviewFlags> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, ReviewFlags>> {
    const rows = await this.database.query<Flag & { count: number }>(
      `SELECT f.id, f.company_id AS "companyId", f.review_id AS "reviewId", f.kind, f.idea_id AS "ideaId",
         f.comment_id AS "commentId", f.profile_id AS "profileId", f.attachment_id AS "attachmentId", f.flagger_id AS "flaggerId", f.rule_id AS "ruleId", f.note, f.weight, f.state,
         f.created_at AS "createdAt", f.decided_at AS "decidedAt", f.count
       FROM unnest($1::uuid[]) r (id) CROSS JOIN LATERAL (
         SELECT flag.*, count(*) OVER ()::integer AS count FROM flag WHERE review_id = r.id AND state <> 'WITHDRAWN'
         ORDER BY weight DESC, id LIMIT ${MOST_FLAGS}
       ) f`,
      [ids],
    );
    return new Map(
      ids.map((id) => {
        const flags = rows.filter(({ reviewId }) => reviewId === id);
        return [id, { flags, count: flags[0]?.count ?? 0 }];
      }),
    );
  }
}

/** Flags by id. For moderators: whoever asks has made sure of that. */
@Injectable()
export class FlagLoader extends RequestLoader<string, Flag> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Flag>> {
    const flags = await this.database.manager.findBy(Flag, { id: In([...ids]) });
    return new Map(flags.map((flag) => [flag.id, flag]));
  }
}
