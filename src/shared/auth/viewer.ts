import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Locale } from '../errors/locale.js';
import type { GraphqlContext } from '../graphql/context.js';

/** Who asks: the signed-in user, as the access token says. What they may do is looked up where it matters. */
export interface Viewer {
  userId: string;
  /** the sign-in that the token belongs to */
  sessionId: string;
  /** their language when they signed in; for those whose client names none */
  locale?: Locale;
  /** what they ask by; nothing over a WebSocket */
  request?: { id: string; ip: string };
}

/** The viewer as a resolver's argument; null only where the operation is @Public(). */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer | null => {
  const { req } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
  return req.viewer ?? null;
});

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
  }
}
