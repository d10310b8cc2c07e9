import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { OK, OkPayload } from '../../../shared/graphql/ok.payload.js';
import { ChangeEmailInput, ChangePasswordInput, EmailInput, ResetPasswordInput } from '../accounts.inputs.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionPayload } from '../sessions/session.payload.js';
import { EmailChangeService } from './email-change.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordResetService } from './password-reset.service.js';

@Resolver()
export class CredentialsResolver {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly passwords: PasswordChangeService,
    private readonly emailChanges: EmailChangeService,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Mutation(() => OkPayload, {
    description: 'Mails a link to a new password, if the address has an account; the answer does not tell.',
  })
  async requestPasswordReset(
    @Args('input') { email }: EmailInput,
    @Context() { req }: GraphqlContext,
  ): Promise<OkPayload> {
    await this.resets.request(email, req.ip);
    return OK;
  }

  @Public()
  @Mutation(() => SessionPayload, { description: 'Sets a new password by a mailed link, and ends all other sessions.' })
  async resetPassword(
    @Args('input') input: ResetPasswordInput,
    @Context() context: GraphqlContext,
  ): Promise<SessionPayload> {
    return this.cookie.open(context, await this.passwords.reset(input));
  }

  @Allow('account.use')
  @Mutation(() => SessionPayload, { description: 'Sets a new password, and ends all other sessions.' })
  async changePassword(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ChangePasswordInput,
    @Context() context: GraphqlContext,
  ): Promise<SessionPayload> {
    return this.cookie.open(context, await this.passwords.change(viewer, input, context.req.ip));
  }

  @Allow('account.use')
  @Mutation(() => OkPayload, {
    description: 'Mails a link to a new address; it takes the old one’s place when the link is opened.',
  })
  async requestEmailChange(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ChangeEmailInput,
    @Context() { req }: GraphqlContext,
  ): Promise<OkPayload> {
    await this.emailChanges.request(viewer, input, req.ip);
    return OK;
  }
}
