import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { createContext } from './context.js';
import { errorPlugin } from './error-plugin.js';
import { JitExecutor } from './jit-executor.js';

/**
 * Limits of one request, over which it is refused before anything runs. Items: as many as an operation could bring,
 * were each of its lists full.
 */
export const LIMITS = { depth: 12, items: 10_000, aliases: 15, directives: 50, tokens: 2_000 };

function options(config: Config): Omit<ApolloDriverConfig, 'driver'> {
  const jit = new JitExecutor(LIMITS.items);
  const armor = new ApolloArmor({
    maxDepth: { n: LIMITS.depth, flattenFragments: true },
    // blind to the length of lists: see operation-size.ts
    costLimit: { enabled: false },
    maxAliases: { n: LIMITS.aliases },
    maxDirectives: { n: LIMITS.directives },
    // counted by the parser itself: the plugin would answer with 500
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  return {
    gateway: jit,
    transformSchema: jit.capture,
    autoSchemaFile: true,
    sortSchema: true,
    introspection: true,
    graphiql: !config.production,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: armor.validationRules,
    plugins: [
      ...armor.plugins,
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

/** The API's endpoint, /graphql. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, inject: [Config], useFactory: options }),
  ],
})
export class ApiModule {}
