import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import { SpamModel } from '../learning/spam-model.entity.js';
import { ScreeningSettings } from './screening-settings.entity.js';
import { ScreeningSettingsArgs, UpdateScreeningInput } from './screening-settings.inputs.js';
import { ScreeningSettingsService } from './screening-settings.service.js';

@Resolver(() => ScreeningSettings)
export class ScreeningSettingsResolver {
  constructor(private readonly settings: ScreeningSettingsService) {}

  @Allow('review.decide')
  @Query(() => ScreeningSettings, { description: 'How a company has its posts screened. For moderators.' })
  screeningSettings(
    @CurrentViewer() viewer: Viewer,
    @Args() { companyId }: ScreeningSettingsArgs,
  ): Promise<ScreeningSettings> {
    return this.settings.read(viewer, companyId);
  }

  @Allow('company.manage')
  @Mutation(() => ScreeningSettings, { description: 'Changes how a company has its posts screened. For managers.' })
  updateScreening(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The parts of the request.' }) input: UpdateScreeningInput,
  ): Promise<ScreeningSettings> {
    return this.settings.update(viewer, input);
  }

  @ResolveField(() => SpamModel, {
    nullable: true,
    description: 'What was learned from the company’s own decisions; null before the first night with one.',
  })
  learned(@Parent() { companyId }: ScreeningSettings): Promise<SpamModel | null> {
    return this.settings.learned(companyId);
  }
}
