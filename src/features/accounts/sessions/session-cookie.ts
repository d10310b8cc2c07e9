import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Config } from '../../../shared/config/config.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { UsersService } from '../users.service.js';
import { ViewerAccount } from '../viewer-account.entity.js';
import { Devices } from './devices.service.js';
import type { SessionPayload } from './session.payload.js';
import { SessionsService, type SessionTokens } from './sessions.service.js';

const NAME = 'cocrea_session';

/** The refresh token's place: out of reach of scripts and of other sites' requests, sent to the API alone. */
@Injectable()
export class SessionCookie {
  constructor(
    private readonly config: Config,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly devices: Devices,
  ) {}

  read({ req }: GraphqlContext): string | undefined {
    return req.cookies[NAME];
  }

  /** The session of the browser that asks, while it lives. */
  async session(context: GraphqlContext): Promise<Viewer | null> {
    const token = this.read(context);
    const owner = token ? await this.sessions.ownerOf(token) : null;
    return owner && { userId: owner.userId, sessionId: owner.familyId };
  }

  /** Puts the session into the browser; the answer holds the rest. */
  async open(
    context: GraphqlContext,
    { userId, accessToken, expiresAt, refreshToken }: SessionTokens,
  ): Promise<SessionPayload> {
    const user = await this.users.ofViewer({ userId });
    const maxAge = this.config.refreshTokenSeconds;
    void context.res.setCookie(NAME, refreshToken, { ...this.options(), maxAge });
    await this.devices.note(context, userId, this.options());
    return { accessToken, expiresAt, viewer: ViewerAccount.of(user) };
  }

  clear({ res }: GraphqlContext): void {
    void res.clearCookie(NAME, this.options());
  }

  private options() {
    const secure = this.config.publicUrl.startsWith('https:');
    return { path: '/graphql', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}
