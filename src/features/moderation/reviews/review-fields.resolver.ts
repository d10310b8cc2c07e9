import { Context, GraphQLISODateTime, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { User } from '../../accounts/user.entity.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { Comment } from '../../comments/comment.entity.js';
import { CommentLoader } from '../../comments/comments.loader.js';
import { MembershipLoader } from '../../companies/companies.loader.js';
import { Membership } from '../../companies/membership.entity.js';
import { Rule } from '../../companies/rule.entity.js';
import { Idea } from '../../ideas/idea.entity.js';
import { IdeaLoader } from '../../ideas/ideas.loader.js';
import { Clock } from '../../../shared/config/clock.js';
import { AuthorRecord, AuthorRecordLoader } from './author-record.loader.js';
import { Review } from './review.entity.js';
import { claimant, isOverdue } from './review.policy.js';
import { RuleLoader } from './rule.loader.js';

/** Who and what a review is about. */
@Resolver(() => Review)
export class ReviewFieldsResolver {
  constructor(
    private readonly users: UserLoader,
    private readonly memberships: MembershipLoader,
    private readonly ideas: IdeaLoader,
    private readonly comments: CommentLoader,
    private readonly rules: RuleLoader,
    private readonly records: AuthorRecordLoader,
  ) {}

  @ResolveField(() => User, { description: 'Who wrote the item.' })
  author(@Parent() { authorId }: Review, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(authorId);
  }

  @ResolveField(() => Membership, { nullable: true, description: 'The author as a member; null when no longer one.' })
  authorMembership(
    @Parent() { companyId, authorId }: Review,
    @Context() context: GraphqlContext,
  ): Promise<Membership | undefined> {
    return this.memberships.of(context).load(`${companyId}/${authorId}`);
  }

  @ResolveField(() => AuthorRecord, { description: 'What the author has published and had refused in this company.' })
  authorRecord(
    @Parent() { companyId, authorId }: Review,
    @Context() context: GraphqlContext,
  ): Promise<AuthorRecord | undefined> {
    return this.records.of(context).load(`${companyId}/${authorId}`);
  }

  @ResolveField(() => Idea, { nullable: true, description: 'The idea, where one is reviewed.' })
  async idea(@Parent() { ideaId }: Review, @Context() context: GraphqlContext): Promise<Idea | null> {
    return (ideaId && (await this.ideas.of(context).load(ideaId))) || null;
  }

  @ResolveField(() => Comment, { nullable: true, description: 'The comment, where one is reviewed.' })
  async comment(@Parent() { commentId }: Review, @Context() context: GraphqlContext): Promise<Comment | null> {
    return (commentId && (await this.comments.of(context).load(commentId))) || null;
  }

  @ResolveField(() => User, { nullable: true, description: 'The moderator who decided.' })
  async decidedBy(@Parent() { decidedById }: Review, @Context() context: GraphqlContext): Promise<User | null> {
    return (decidedById && (await this.users.of(context).load(decidedById))) || null;
  }

  @ResolveField(() => Rule, { nullable: true, description: 'The rule that a rejected item breaks.' })
  async rule(@Parent() { ruleId }: Review, @Context() context: GraphqlContext): Promise<Rule | null> {
    return (ruleId && (await this.rules.of(context).load(ruleId))) || null;
  }
}

/** Whose turn it is, and how long it may take. */
@Resolver(() => Review)
export class ReviewTurnResolver {
  constructor(
    private readonly users: UserLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether it should have been decided by now.' })
  overdue(@Parent() review: Review): boolean {
    return isOverdue(review, this.clock.now());
  }

  @ResolveField(() => User, { nullable: true, description: 'The moderator who is at it just now.' })
  async claimedBy(@Parent() review: Review, @Context() context: GraphqlContext): Promise<User | null> {
    const by = claimant(review, this.clock.now());
    return (by && (await this.users.of(context).load(by))) || null;
  }

  @ResolveField(() => GraphQLISODateTime, { nullable: true, description: 'Until when it is theirs.' })
  claimedUntil(@Parent() review: Review): Date | null {
    return claimant(review, this.clock.now()) ? review.claimedUntil : null;
  }
}
