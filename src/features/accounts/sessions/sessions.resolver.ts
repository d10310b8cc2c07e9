import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { OK, OkPayload } from '../../../shared/graphql/ok.payload.js';
import { SignInInput } from '../accounts.inputs.js';
import { SessionCookie } from './session-cookie.js';
import { SessionPayload } from './session.payload.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Resolver()
export class SessionsResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  @Public()
  @Mutation(() => SessionPayload, { description: 'Opens a session with a password.' })
  async signIn(@Args('input') input: SignInInput, @Context() context: GraphqlContext): Promise<SessionPayload> {
    return this.cookie.open(context, await this.signIns.signIn(input, context.req.ip));
  }

  @Public()
  @Mutation(() => SessionPayload, {
    description: 'Gives the next access token, by the cookie alone: to be sent without an Authorization header.',
  })
  async refreshSession(@Context() context: GraphqlContext): Promise<SessionPayload> {
    const token = this.cookie.read(context);
    if (!token) throw commonErrors.UNAUTHENTICATED();
    try {
      return await this.cookie.open(
        context,
        await this.sessions.refresh(token, context.req.headers['user-agent'] ?? ''),
      );
    } catch (error) {
      this.cookie.clear(context);
      throw error;
    }
  }

  @Public()
  @Mutation(() => OkPayload, { description: 'Ends the session of this browser. Nobody signed in is no error.' })
  async signOut(@CurrentViewer() viewer: Viewer | null, @Context() context: GraphqlContext): Promise<OkPayload> {
    if (viewer) await this.sessions.end(viewer.userId, viewer.sessionId);
    const session = await this.cookie.session(context);
    if (session) await this.sessions.end(session.userId, session.sessionId);
    this.cookie.clear(context);
    return OK;
  }

  @Allow('account.use')
  @Mutation(() => OkPayload, { description: 'Ends all sessions of the viewer, this one too.' })
  async signOutEverywhere(@CurrentViewer() viewer: Viewer, @Context() context: GraphqlContext): Promise<OkPayload> {
    await this.sessions.endAll(viewer.userId);
    this.cookie.clear(context);
    return OK;
  }
}
