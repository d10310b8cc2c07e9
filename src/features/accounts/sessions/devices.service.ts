import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Clock } from '../../../shared/config/clock.js';
import { Config } from '../../../shared/config/config.js';
import { Database } from '../../../shared/database/database.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { Schedule } from '../../../shared/jobs/job-handler.js';
import { newSecret } from '../credentials/secret-token.js';

const NAME = 'cocrea_device';
const SECRET = /^[\w-]{43}$/;
const KEPT_DAYS = 30;

/** Written again after a day at the earliest: sessions are refreshed every few minutes. */
const SEE = `
INSERT INTO device_sighting (device, user_id, seen_at) VALUES ($1, $2, $3)
ON CONFLICT (device, user_id) DO UPDATE SET seen_at = excluded.seen_at
WHERE device_sighting.seen_at < excluded.seen_at - interval '1 day'`;

/**
 * Which accounts are used with one browser: a hint for managers that votes may be one person's, and nothing else. A
 * random cookie tells browsers apart, of which only a hash under the installation's key is kept, for 30 days.
 */
@Injectable()
export class Devices {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Somebody has a session with this browser. @param options of the cookie */
  async note({ req, res }: GraphqlContext, userId: string, options: object): Promise<void> {
    const known = req.cookies[NAME];
    const secret = known && SECRET.test(known) ? known : newSecret();
    void res.setCookie(NAME, secret, { ...options, maxAge: KEPT_DAYS * 86_400 });
    const device = createHmac('sha256', this.config.jwtSecret).update(`device/${secret}`).digest('base64url');
    await this.database.query(SEE, [device, userId, this.clock.now()]);
  }

  @Schedule('forget-devices', '41 3 * * *')
  async forget(): Promise<void> {
    const sql = `DELETE FROM device_sighting WHERE seen_at < $1::timestamptz - interval '${KEPT_DAYS} days'`;
    await this.database.query(sql, [this.clock.now()]);
  }
}
