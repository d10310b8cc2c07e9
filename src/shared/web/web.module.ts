import fastifyStatic from '@fastify/static';
import { Module, type OnModuleInit } from '@nestjs/common';
import { DiscoveryModule, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import path from 'node:path';
import { PageHeads } from './page-heads.js';
import { SpaFiles } from './spa-files.js';
import { WebController } from './web.controller.js';

/** Serves the single-page application. */
@Module({ imports: [DiscoveryModule], controllers: [WebController], providers: [PageHeads, SpaFiles] })
export class WebModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly files: SpaFiles,
  ) {}

  /** Files whose name holds their hash: kept for ever, in the compressed form that the build wrote beside them. */
  async onModuleInit(): Promise<void> {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    await server.register(fastifyStatic, {
      root: path.join(this.files.folder, 'assets'),
      prefix: '/assets/',
      index: false,
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
      setHeaders: (response) => response.setHeader('vary', 'accept-encoding'),
      allowedPath: (file) => !/\.map(\.\w+)?$/.test(file),
    });
  }
}
