import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Injectable } from '@nestjs/common';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { Review } from './review.entity.js';
import { ReviewsQueries } from './reviews.queries.js';

/** What a company's moderators know of somebody who posts there. */
@ObjectType({ description: 'What a company’s moderators know of somebody who posts there.' })
export class AuthorRecord {
  @Field(() => Int, { description: 'How many of their ideas are published in this company.' })
  publishedIdeaCount!: number;

  @Field(() => Int, { description: 'How many of their comments are published in this company.' })
  publishedCommentCount!: number;

  @Field(() => Int, { description: 'How many of their ideas and comments were not published.' })
  rejectedCount!: number;

  @Field(() => [Review], {
    description: 'What was decided about them, the latest first; at most five.',
    complexity: 5,
  })
  recent!: Review[];
}

/** Records by `<company>/<author>`. */
@Injectable()
export class AuthorRecordLoader extends RequestLoader<string, AuthorRecord> {
  constructor(private readonly queries: ReviewsQueries) {
    super();
  }

  protected async fetch(keys: readonly string[]): Promise<Map<string, AuthorRecord>> {
    const pairs = keys.map((key) => key.split('/'));
    const [companyIds, authorIds] = [pairs.map(([company]) => company!), pairs.map(([, author]) => author!)];
    const [counts, recent] = await Promise.all([
      this.queries.authorCounts(companyIds, authorIds),
      this.queries.recentOf(companyIds, authorIds),
    ]);
    const of = (companyId: string, authorId: string) =>
      recent.filter((review) => review.companyId === companyId && review.authorId === authorId);
    return new Map(
      counts.map(({ companyId, authorId, ...count }) => [
        `${companyId}/${authorId}`,
        { ...count, recent: of(companyId, authorId) },
      ]),
    );
  }
}
