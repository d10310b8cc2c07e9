import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { Connection } from '../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { fileUrl, thumbnailUrl } from '../../../shared/storage/file-url.js';
import { FileLoader } from '../../../shared/storage/files.loader.js';
import { renderMarkdown } from '../../../shared/text/markdown.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { Reward } from './reward.entity.js';
import {
  AddedRewardCodes,
  AddRewardCodesInput,
  ChangeRewardStockInput,
  CreateRewardInput,
  ManagedRewardsArgs,
  RewardArgs,
  RewardConnection,
  RewardsArgs,
  RewardVersionInput,
  UpdateRewardInput,
} from './reward.inputs.js';
import { RewardBar } from './reward.policy.js';
import { RewardCodes } from './reward-codes.service.js';
import { RewardDesk } from './reward-desk.service.js';
import { ViewerBars } from './viewer-bars.service.js';

const INPUT = { description: 'The parts of the request.' };

/** The catalogue, and how managers put it together. */
@Resolver(() => Reward)
export class RewardsResolver {
  constructor(
    private readonly queries: CatalogueQueries,
    private readonly desk: RewardDesk,
    private readonly codes: RewardCodes,
  ) {}

  @Public()
  @Query(() => RewardConnection, { description: 'What members get for points, now or later; what costs least first.' })
  rewards(@CurrentViewer() viewer: Viewer | null, @Args() args: RewardsArgs): Promise<Connection<Reward>> {
    return this.queries.offered(viewer, args);
  }

  @Public()
  @Query(() => Reward, { description: 'One of them, also one that is no more in the catalogue; drafts for managers.' })
  reward(@CurrentViewer() viewer: Viewer | null, @Args() { id }: RewardArgs): Promise<Reward> {
    return this.desk.visible(viewer, id);
  }

  @Allow('reward.manage')
  @Query(() => RewardConnection, {
    description: 'All rewards, drafts and retired ones too, the latest first. For managers.',
  })
  managedRewards(@CurrentViewer() viewer: Viewer, @Args() args: ManagedRewardsArgs): Promise<Connection<Reward>> {
    return this.queries.managed(viewer, args);
  }

  @Allow('reward.manage')
  @Mutation(() => Reward, { description: 'Drafts a reward. For managers.' })
  createReward(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: CreateRewardInput): Promise<Reward> {
    return this.desk.create(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => Reward, { description: 'Changes a reward; what was redeemed before keeps its cost. For managers.' })
  updateReward(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: UpdateRewardInput): Promise<Reward> {
    return this.desk.update(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => Reward, { description: 'Puts a reward into the catalogue. For managers.' })
  publishReward(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: RewardVersionInput): Promise<Reward> {
    return this.desk.publish(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => Reward, {
    description: 'Takes a reward out of the catalogue; who waits for it still gets it. For managers.',
  })
  retireReward(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: RewardVersionInput): Promise<Reward> {
    return this.desk.retire(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => Reward, { description: 'Says how many more or fewer of a reward there are. For managers.' })
  changeRewardStock(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: ChangeRewardStockInput,
  ): Promise<Reward> {
    return this.desk.changeStock(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => AddedRewardCodes, { description: 'Adds codes to be handed out, each once. For managers.' })
  addRewardCodes(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: AddRewardCodesInput,
  ): Promise<AddedRewardCodes> {
    return this.codes.add(viewer, input);
  }

  @Allow('reward.manage')
  @Mutation(() => Reward, { description: 'Takes away all codes that nobody has got. For managers.' })
  removeRewardCodes(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: RewardVersionInput): Promise<Reward> {
    return this.codes.remove(viewer, input);
  }
}

/** What a reward shows besides its own columns. */
@Resolver(() => Reward)
export class RewardFieldsResolver {
  constructor(
    private readonly files: FileLoader,
    private readonly bars: ViewerBars,
  ) {}

  @ResolveField(() => String, { description: 'The description as safe HTML.' })
  descriptionHtml(@Parent() { description }: Reward): string {
    return renderMarkdown(description);
  }

  @ResolveField(() => String, { nullable: true, description: 'Where its picture is served.' })
  async pictureUrl(@Parent() { pictureFileId }: Reward, @Context() context: GraphqlContext): Promise<string | null> {
    const file = pictureFileId && (await this.files.of(context).load(pictureFileId));
    return file ? fileUrl(file) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Where a small picture is served.' })
  async thumbnailUrl(@Parent() { pictureFileId }: Reward, @Context() context: GraphqlContext): Promise<string | null> {
    const file = pictureFileId && (await this.files.of(context).load(pictureFileId));
    return file ? thumbnailUrl(file) : null;
  }

  @ResolveField(() => RewardBar, { nullable: true, description: 'What keeps the viewer from it; null: nothing.' })
  viewerBar(
    @Parent() reward: Reward,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<RewardBar | null> {
    return this.bars.of(reward, viewer, context);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many the viewer has redeemed; null when signed out.' })
  viewerRedeemed(
    @Parent() reward: Reward,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<number | null> {
    return this.bars.redeemedBy(reward, viewer, context);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'Points that the viewer still needs; null for who is no member.',
  })
  viewerMissingPoints(
    @Parent() reward: Reward,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<number | null> {
    return this.bars.missing(reward, viewer, context);
  }
}
