import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Config } from '../../../shared/config/config.js';
import { networkOf } from '../../../shared/ratelimit/rate-limits.js';

/** How many days it is known from which networks somebody came. */
export const NETWORK_DAYS = 30;

/** Networks by which accounts are compared, and which nobody reads: hashed with the installation's own key. */
@Injectable()
export class Networks {
  constructor(private readonly config: Config) {}

  hashOf(ip: string): string {
    return createHmac('sha256', this.config.jwtSecret)
      .update(`network ${networkOf(ip)}`)
      .digest('base64url');
  }
}
