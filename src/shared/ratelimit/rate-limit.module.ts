import { Global, Module } from '@nestjs/common';
import { RateLimits } from './rate-limits.js';

/** Limits on how often somebody may try something, for every feature. */
@Global()
@Module({ providers: [RateLimits], exports: [RateLimits] })
export class RateLimitModule {}
