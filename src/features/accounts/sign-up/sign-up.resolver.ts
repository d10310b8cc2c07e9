import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { OK, OkPayload } from '../../../shared/graphql/ok.payload.js';
import { TokenInput } from '../../../shared/graphql/token.input.js';
import { ResendVerificationInput, SignUpInput } from '../accounts.inputs.js';
import { AddressConfirmationService } from '../credentials/address-confirmation.service.js';
import { EmailChangeService } from '../credentials/email-change.service.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SessionPayload } from '../sessions/session.payload.js';
import { SignUpService } from './sign-up.service.js';
import { VerificationService } from './verification.service.js';

@Resolver()
export class SignUpResolver {
  constructor(
    private readonly signUps: SignUpService,
    private readonly verification: VerificationService,
    private readonly addresses: AddressConfirmationService,
    private readonly emailChanges: EmailChangeService,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Mutation(() => OkPayload, {
    description:
      'Asks for an account: a mail brings the link that completes it. The answer does not tell whether the address has one already.',
  })
  async signUp(@Args('input') input: SignUpInput, @Context() { req }: GraphqlContext): Promise<OkPayload> {
    await this.signUps.signUp(input, req.ip);
    return OK;
  }

  @Public()
  @Mutation(() => SessionPayload, {
    description:
      'Opens the link of a sign-up, or of a change of address in the browser that is signed in; gives a session.',
  })
  async verifyEmail(
    @Args('input') { token }: TokenInput,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<SessionPayload> {
    const tokens = await this.verification.complete(token);
    if (tokens) return this.cookie.open(context, tokens);
    const session = viewer ?? (await this.cookie.session(context));
    return this.cookie.open(context, await this.addresses.confirm(token, session));
  }

  @Public()
  @Mutation(() => OkPayload, {
    description:
      'Mails the link again: for the viewer’s own address, or, signed out, for the address of a sign-up. The answer tells nothing about the latter.',
  })
  async resendVerification(
    @CurrentViewer() viewer: Viewer | null,
    @Context() { req }: GraphqlContext,
    @Args('input', { nullable: true }) input?: ResendVerificationInput,
  ): Promise<OkPayload> {
    if (input?.email) await this.signUps.resend(input.email, req.ip);
    else if (viewer) await this.emailChanges.resend(viewer, req.ip);
    else throw commonErrors.UNAUTHENTICATED();
    return OK;
  }
}
