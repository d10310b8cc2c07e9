import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { Connection } from '../../../shared/graphql/connection.js';
import { GiftBudget } from './gift-budget.entity.js';
import { GiftBudgets } from './gift-budgets.service.js';
import { Gift } from './gift.entity.js';
import {
  GiftBudgetArgs,
  GiftConnection,
  GiftsArgs,
  GiveGiftInput,
  SeeGiftsInput,
  TakeBackGiftInput,
  UpdateGiftBudgetInput,
  ViewerGiftsArgs,
} from './gift.inputs.js';
import { GiftsQueries } from './gifts.queries.js';
import { GiftsService } from './gifts.service.js';

/** Gifts, and how much may be given. */
@Resolver(() => Gift)
export class GiftsResolver {
  constructor(
    private readonly service: GiftsService,
    private readonly queries: GiftsQueries,
    private readonly budgets: GiftBudgets,
  ) {}

  @Allow('gift.give')
  @Query(() => GiftConnection, {
    description: 'What was given in a company, the latest first: to moderators what they gave, to managers all.',
  })
  gifts(@CurrentViewer() viewer: Viewer, @Args() args: GiftsArgs): Promise<Connection<Gift>> {
    return this.queries.given(viewer, args);
  }

  @Allow('account.use')
  @Query(() => GiftConnection, {
    description: 'What the viewer was given, the latest first; also where they are no member any more.',
  })
  viewerGifts(@CurrentViewer() viewer: Viewer, @Args() args: ViewerGiftsArgs): Promise<Connection<Gift>> {
    return this.queries.received(viewer, args);
  }

  @Allow('gift.give')
  @Query(() => GiftBudget, { description: 'How many points the staff may give in a month, and the viewer still.' })
  giftBudget(@CurrentViewer() viewer: Viewer, @Args() { companyId }: GiftBudgetArgs): Promise<GiftBudget> {
    return this.budgets.read(viewer, companyId);
  }

  @Allow('gift.give')
  @Mutation(() => Gift, { description: 'Gives a member something, with a note. For moderators and managers.' })
  giveGift(@CurrentViewer() viewer: Viewer, @Args('input') input: GiveGiftInput): Promise<Gift> {
    return this.service.give(viewer, input);
  }

  @Allow('gift.give')
  @Mutation(() => Gift, {
    description:
      'Takes back what was given by mistake: within 24 hours, and not once it was used. For who gave it, and managers.',
  })
  takeBackGift(@CurrentViewer() viewer: Viewer, @Args('input') input: TakeBackGiftInput): Promise<Gift> {
    return this.service.takeBack(viewer, input);
  }

  @Allow('account.use')
  @Mutation(() => [Gift], { description: 'The viewer has read these gifts; those of others are left out.' })
  seeGifts(@CurrentViewer() viewer: Viewer, @Args('input') { giftIds }: SeeGiftsInput): Promise<Gift[]> {
    return this.queries.see(viewer, giftIds);
  }

  @Allow('company.manage')
  @Mutation(() => GiftBudget, { description: 'Changes how many points the staff may give in a month.' })
  updateGiftBudget(@CurrentViewer() viewer: Viewer, @Args('input') input: UpdateGiftBudgetInput): Promise<GiftBudget> {
    return this.budgets.update(viewer, input);
  }
}
