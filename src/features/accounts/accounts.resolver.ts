import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import { Allow, Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { OK, OkPayload } from '../../shared/graphql/ok.payload.js';
import { EraseAccountInput, UpdateProfileInput } from './accounts.inputs.js';
import { ErasureService } from './erasure.service.js';
import { ProfileService } from './profile.service.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { User } from './user.entity.js';
import { UsersService } from './users.service.js';
import { ViewerAccount } from './viewer-account.entity.js';

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly users: UsersService,
    private readonly profiles: ProfileService,
    private readonly erasure: ErasureService,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Query(() => ViewerAccount, { nullable: true, description: 'The signed-in person; null when signed out.' })
  async viewer(@CurrentViewer() viewer: Viewer | null): Promise<ViewerAccount | null> {
    return viewer && ViewerAccount.of(await this.users.ofViewer(viewer));
  }

  @Public()
  @Query(() => User, { nullable: true, description: 'A person, former members too.' })
  async user(@Args('id', { type: () => ID, description: 'Their id.' }) id: string): Promise<User> {
    const user = isUUID(id) ? await this.users.byId(id) : null;
    if (!user) throw commonErrors.NOT_FOUND();
    return user;
  }

  @Allow('account.use')
  @Mutation(() => ViewerAccount, { description: 'Changes what the viewer says about themselves.' })
  async updateProfile(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: UpdateProfileInput,
  ): Promise<ViewerAccount> {
    return ViewerAccount.of(await this.profiles.update(viewer, input));
  }

  @Allow('account.use')
  @Mutation(() => OkPayload, {
    description:
      'Erases the account for good. What the person wrote stays, without their name; everything about them goes.',
  })
  async eraseAccount(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { password }: EraseAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<OkPayload> {
    await this.erasure.erase(viewer, password, context.req.ip);
    this.cookie.clear(context);
    return OK;
  }
}
