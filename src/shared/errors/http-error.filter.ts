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
  FILE_TYPE_NOT_ALLOWED: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};

const BY_STATUS: Record<number, () => DomainError> = {
  401: commonErrors.UNAUTHENTICATED,
  403: commonErrors.FORBIDDEN,
  404: commonErrors.NOT_FOUND,
};

/**
 * Errors of the controllers, as JSON like the API's: `{ code, message, requestId }`, with `fields` and `retryAfter`
 * where they apply, the message in the caller's language.
 */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  private readonly log = new Logger(HttpErrorFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (refusal.code === 'INTERNAL') this.log.error(`${request.id} ${String((error as Error).stack ?? error)}`);
    const { message, extensions } = refusal.describe(localeOf(request));
    if (typeof extensions.retryAfter === 'number') void reply.header('retry-after', extensions.retryAfter);
    void reply
      .status(STATUS[refusal.code] ?? 400)
      .header('cache-control', 'no-store')
      .send({ message, ...extensions, requestId: request.id });
  }
}

function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === undefined || status >= 500) return commonErrors.INTERNAL();
  return (BY_STATUS[status] ?? commonErrors.BAD_REQUEST)();
}
