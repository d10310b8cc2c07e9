import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { createContext } from './context.js';
import { errorPlugin } from './error-plugin.js';
import { JitExecutor } from './jit-executor.js';
import { LIMITS, shapeRules } from './request-limits.js';
import { SubscriptionServer } from './subscriptions/subscription-server.js';

function options(config: Config): Omit<ApolloDriverConfig, 'driver'> {
  const jit = new JitExecutor(LIMITS.items);
  return {
    gateway: jit,
    transformSchema: jit.capture,
    autoSchemaFile: true,
    sortSchema: true,
    introspection: true,
    graphiql: !config.production,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: shapeRules.validationRules,
    plugins: [
      ...shapeRules.plugins,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorPlugin,
    ] as never,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    preserveHttpStatusForExecutionErrors: true,
    context: (req: FastifyRequest, res: FastifyReply) => createContext(req, res),
  } as Omit<ApolloDriverConfig, 'driver'>;
}

/** The API's endpoint, /graphql; subscriptions over WebSocket at the same address. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, inject: [Config], useFactory: options }),
  ],
  providers: [SubscriptionServer],
})
export class ApiModule {}
