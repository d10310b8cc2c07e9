import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Jobs } from './jobs.js';
import { Worker } from './worker.js';

/** The job queue, for every feature; and the worker that empties it. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [Jobs, Worker], exports: [Jobs, Worker] })
export class JobsModule {}
