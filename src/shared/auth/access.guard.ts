import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { commonErrors } from '../errors/common.errors.js';
import type { GraphqlContext } from '../graphql/context.js';
import { ACCESS } from './allow.js';
import type { Viewer } from './viewer.js';

/**
 * Denies by default: an operation without @Public() or @Allow() is refused to everybody. A token that is sent must be
 * good, even where none is needed, so that a client notices that it has run out.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super({ property: 'viewer' });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<string | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw commonErrors.FORBIDDEN();
    const request = this.getRequest(context);
    if (!request.viewer && request.headers.authorization) await super.canActivate(context);
    if (access !== 'public' && !request.viewer) throw commonErrors.UNAUTHENTICATED();
    return true;
  }

  override getRequest(context: ExecutionContext): FastifyRequest {
    if (context.getType<string>() !== 'graphql') return context.switchToHttp().getRequest<FastifyRequest>();
    return GqlExecutionContext.create(context).getContext<GraphqlContext>().req;
  }

  override handleRequest<T = Viewer>(error: unknown, viewer: T | false): T {
    if (error || !viewer) throw commonErrors.UNAUTHENTICATED();
    return viewer;
  }
}
