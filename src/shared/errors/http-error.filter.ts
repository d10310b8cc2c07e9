import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commonErrors } from './common.errors.js';
import { DomainError } from './domain-error.js';
import { localeOf } from './locale.js';

const STATUS: Record<string, number> = {
  UNAUTHENTICATED: 401,
  EMAIL_NOT_VERIFIED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  FILE_TOO_LARGE: 413,
  REQUEST_TOO_LARGE: 413,
  FILE_TYPE_NOT_ALLOWED: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

const BY_STATUS: Record<number, () => DomainError> = {
  401: commonErrors.UNAUTHENTICATED,
  403: commonErrors.FORBIDDEN,
  404: commonErrors.NOT_FOUND,
  413: commonErrors.REQUEST_TOO_LARGE,
};

const log = new Logger('HTTP');

/**
 * Answers a failed request with JSON: `{ code, message, requestId }`, with `fields` and `retryAfter` where they apply,
 * the message in the caller's language; at the API's own address as GraphQL has it.
 */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  if (refusal.code === 'INTERNAL') log.error(`${request.id} ${String((error as Error).stack ?? error)}`);
  const { message, extensions } = refusal.describe(localeOf(request));
  const details = { ...extensions, requestId: request.id };
  const graphql = request.url.startsWith('/graphql');
  if (typeof extensions.retryAfter === 'number') void reply.header('retry-after', extensions.retryAfter);
  void reply
    .status(STATUS[refusal.code] ?? 400)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(graphql ? { errors: [{ message, extensions: details }] } : { message, ...details });
}

/** Errors of the controllers, and unknown addresses. GraphQL's are for its error plugin. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const http = host.switchToHttp();
    refuse(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === undefined || status >= 500) return commonErrors.INTERNAL();
  return (BY_STATUS[status] ?? commonErrors.BAD_REQUEST)();
}
