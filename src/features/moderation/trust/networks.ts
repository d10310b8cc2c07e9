import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Config } from '../../../shared/config/config.js';
import { networkOf } from '../../../shared/ratelimit/rate-limits.js';

/** How many days it is known from which networks somebody came. */
export const NETWORK_DAYS = 30;

/** Addresses that many share, or that say that a proxy is not told of (`TRUST_PROXY`). */
const NOBODYS = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0:0:0:0::|f[cd]|fe[89ab]|unknown)/i;

/** Networks by which accounts are compared, and which nobody reads: hashed with the installation's own key. */
@Injectable()
export class Networks {
  constructor(private readonly config: Config) {}

  /** Null of a network that says nothing: of many, or a proxy's. The same network differs between companies. */
  hashOf(companyId: string, ip: string): string | null {
    const network = networkOf(ip);
    if (NOBODYS.test(network)) return null;
    return createHmac('sha256', this.config.jwtSecret).update(`network/${companyId}/${network}`).digest('base64url');
  }
}
