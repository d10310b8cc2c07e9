import { Global, Module } from '@nestjs/common';
import { PostgresRealtime } from './postgres-realtime.js';
import { Realtime } from './realtime.js';

/** Messages between processes, for every feature. */
@Global()
@Module({ providers: [{ provide: Realtime, useClass: PostgresRealtime }], exports: [Realtime] })
export class RealtimeModule {}
