import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { HttpException, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type GraphQLError, type GraphQLFormattedError } from 'graphql';
import { commonErrors } from '../errors/common.errors.js';
import { DomainError } from '../errors/domain-error.js';
import { localeOf } from '../errors/locale.js';
import type { GraphqlContext } from './context.js';

const log = new Logger('GraphQL');

/** Codes that GraphQL itself gives to a bad request; their English message names the place and says nothing of the inside. */
export const REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
]);

/** What is told of an error to who asked. */
export function describe(
  error: GraphQLError,
  req: Pick<FastifyRequest, 'id' | 'headers' | 'viewer'>,
): GraphQLFormattedError {
  const base = { path: error.path, locations: error.locations };
  const cause = error.originalError instanceof DomainError ? error.originalError : unwrapResolverError(error);
  const locale = localeOf(req);
  const known = cause instanceof DomainError ? cause : cause instanceof HttpException ? ofHttp(cause) : undefined;
  if (known) {
    const { message, extensions } = known.describe(locale);
    return { ...base, message, extensions: { ...extensions, requestId: req.id } };
  }
  const code = error.extensions.code as string | undefined;
  if (code && REQUEST_CODES.has(code))
    return { ...base, message: error.message, extensions: { code, requestId: req.id } };
  log.error(`${req.id} ${String((cause as Error).stack ?? cause)}`);
  const { message } = commonErrors.INTERNAL().describe(locale);
  return { ...base, message, extensions: { code: 'INTERNAL', requestId: req.id } };
}

const ofHttp = (error: HttpException): DomainError | undefined =>
  ({ 400: commonErrors.BAD_REQUEST(), 401: commonErrors.UNAUTHENTICATED(), 403: commonErrors.FORBIDDEN() })[
    error.getStatus()
  ];

/** Turns every error into its documented code and a message in the caller's language; the unexpected is logged, not told. */
export const errorPlugin: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue, errors }) => {
        if (errors?.length && response.body.kind === 'single') {
          const req = contextValue.req ?? ({ id: '', headers: {} } as FastifyRequest);
          response.body.singleResult.errors = errors.map((error) => describe(error, req));
        }
        return Promise.resolve();
      },
    }),
};
