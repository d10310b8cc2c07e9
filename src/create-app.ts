import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app.module.js';
import type { Config } from './shared/config/config.js';
import { HttpErrorFilter, refuse } from './shared/errors/http-error.filter.js';
import { validationPipe } from './shared/errors/validation.js';

/** One file; its size is looked after where it is read. */
const MULTIPART = { files: 1, parts: 10, fields: 5, fieldSize: 1_000, headerPairs: 50, fileSize: 20_000_000 };

/** Errors before any route, as of a body that is no JSON, are answered like all others; Nest would keep Fastify's words. */
class Adapter extends FastifyAdapter {
  override setErrorHandler(): FastifyInstance {
    return this.getInstance<FastifyInstance>();
  }
}

/** The application, ready to listen or to be asked by a test. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new Adapter({
    // one proxy: what stands further left in X-Forwarded-For anybody may have written
    trustProxy: config.settings.TRUST_PROXY && ((_, hop) => hop === 0),
    bodyLimit: config.settings.BODY_LIMIT,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
  });
  adapter.getInstance().setErrorHandler(refuse);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter, {
    logger: ['error', 'warn', ...(config.settings.LOG_LEVEL === 'info' ? (['log'] as const) : [])],
    abortOnError: false,
  });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new HttpErrorFilter());
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false, limits: MULTIPART });
  // each page sets its own Content-Security-Policy, with its nonce
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    hsts: config.production,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      void reply.header('x-request-id', request.id);
      done();
    });
  return app;
}
