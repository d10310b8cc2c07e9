import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import type { Connection } from '../../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { Challenge } from '../../../challenges/challenge.entity.js';
import { ChallengeLoader } from '../../../challenges/challenge.loader.js';
import { Comment } from '../../../comments/comment.entity.js';
import { CommentLoader } from '../../../comments/comments.loader.js';
import { CompanyLoader } from '../../../companies/companies.loader.js';
import { Company } from '../../../companies/company.entity.js';
import { Idea } from '../../../ideas/idea.entity.js';
import { IdeaLoader } from '../../../ideas/ideas.loader.js';
import { RewardLoader } from '../../catalogue/catalogue.loader.js';
import { Reward } from '../../catalogue/reward.entity.js';
import { Gift } from '../../gifts/gift.entity.js';
import { GiftLoader } from '../../gifts/gifts.loader.js';
import { TransactionKind } from '../../ledger/ledger.entity.js';
import { WalletService } from './wallet.service.js';
import { LedgerArgs, Wallet, WalletArgs, WalletLine, WalletLineConnection } from './wallet.types.js';

@Resolver(() => Wallet)
export class WalletResolver {
  constructor(
    private readonly service: WalletService,
    private readonly companies: CompanyLoader,
  ) {}

  @Allow('company.member')
  @Query(() => Wallet, { description: 'The viewer’s points in a company that they are a member of.' })
  viewerWallet(@CurrentViewer() viewer: Viewer, @Args() { companyId }: WalletArgs): Promise<Wallet> {
    return this.service.of(viewer, companyId);
  }

  @Allow('account.use')
  @Query(() => [Wallet], { description: 'The viewer’s points in each company where they are a member and had some.' })
  myWallets(@CurrentViewer() viewer: Viewer): Promise<Wallet[]> {
    return this.service.mine(viewer);
  }

  @Allow('company.member')
  @Query(() => WalletLineConnection, { description: 'How the viewer came to their points, the newest first.' })
  viewerLedger(@CurrentViewer() viewer: Viewer, @Args() args: LedgerArgs): Promise<Connection<WalletLine>> {
    return this.service.story(viewer, args);
  }

  @ResolveField(() => Company, { description: 'Where they are.' })
  async company(@Parent() { companyId }: Wallet, @Context() context: GraphqlContext): Promise<Company> {
    return (await this.companies.of(context).load(companyId))!;
  }
}

/** What a line is about, where the viewer may still see it. */
@Resolver(() => WalletLine)
export class WalletLineResolver {
  constructor(
    private readonly ideas: IdeaLoader,
    private readonly comments: CommentLoader,
    private readonly challenges: ChallengeLoader,
    private readonly gifts: GiftLoader,
    private readonly rewards: RewardLoader,
  ) {}

  @ResolveField(() => Idea, { nullable: true, description: 'The idea that it is about, where the viewer may see it.' })
  async idea(@Parent() { ideaId }: WalletLine, @Context() context: GraphqlContext): Promise<Idea | null> {
    return (ideaId && (await this.ideas.of(context).load(ideaId))) || null;
  }

  @ResolveField(() => Comment, { nullable: true, description: 'The comment, where the viewer may see it.' })
  async comment(@Parent() line: WalletLine, @Context() context: GraphqlContext): Promise<Comment | null> {
    if (!line.commentId || !(await this.idea(line, context))) return null;
    return (await this.comments.of(context).load(line.commentId)) ?? null;
  }

  @ResolveField(() => Challenge, { nullable: true, description: 'The challenge, of a prize.' })
  async challenge(
    @Parent() { challengeId }: WalletLine,
    @Context() context: GraphqlContext,
  ): Promise<Challenge | null> {
    return (challengeId && (await this.challenges.of(context).load(challengeId))) || null;
  }

  @ResolveField(() => Gift, { nullable: true, description: 'The gift, with who gave it and what they wrote.' })
  async gift(@Parent() { kind, cause }: WalletLine, @Context() context: GraphqlContext): Promise<Gift | null> {
    if (kind !== TransactionKind.GIFT) return null;
    return (await this.gifts.of(context).load(cause.slice(cause.indexOf(':') + 1))) ?? null;
  }

  @ResolveField(() => Reward, { nullable: true, description: 'What they were spent on.' })
  async reward(@Parent() { rewardId }: WalletLine, @Context() context: GraphqlContext): Promise<Reward | null> {
    return (rewardId && (await this.rewards.of(context).load(rewardId))) || null;
  }
}
