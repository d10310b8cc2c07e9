import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { OK, OkPayload } from '../../../shared/graphql/ok.payload.js';
import { TokenInput } from '../../../shared/graphql/token.input.js';
import { NotificationPreference } from '../notification-preference.entity.js';
import { UpdateNotificationPreferencesInput } from './preferences.inputs.js';
import { PreferencesService } from './preferences.service.js';

@Resolver()
export class PreferencesResolver {
  constructor(private readonly preferences: PreferencesService) {}

  @Allow('account.use')
  @Query(() => [NotificationPreference], {
    description: 'How the viewer wants to hear of things: one for each kind.',
    complexity: 20,
  })
  notificationPreferences(@CurrentViewer() viewer: Viewer): Promise<NotificationPreference[]> {
    return this.preferences.of(viewer);
  }

  @Allow('account.use')
  @Mutation(() => [NotificationPreference], {
    description: 'Changes how the viewer wants to hear of things; answers with all kinds.',
    complexity: 20,
  })
  updateNotificationPreferences(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { preferences }: UpdateNotificationPreferencesInput,
  ): Promise<NotificationPreference[]> {
    return this.preferences.update(viewer, preferences);
  }

  @Public()
  @Mutation(() => OkPayload, { description: 'Ends one kind of mail, by the link of such a mail. Needs no sign-in.' })
  async unsubscribe(@Args('input') { token }: TokenInput): Promise<OkPayload> {
    await this.preferences.unsubscribe(token);
    return OK;
  }
}
