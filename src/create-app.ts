import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app.module.js';
import type { Config } from './shared/config/config.js';
import { validationPipe } from './shared/errors/validation.js';

/** The application, ready to listen or to be asked by a test. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.settings.TRUST_PROXY,
    bodyLimit: config.settings.BODY_LIMIT,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter, {
    logger: ['error', 'warn', ...(config.settings.LOG_LEVEL === 'info' ? (['log'] as const) : [])],
    abortOnError: false,
  });
  app.useGlobalPipes(validationPipe());
  await app.register(cookie);
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
