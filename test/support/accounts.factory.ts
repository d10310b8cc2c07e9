import { JwtService } from '@nestjs/jwt';
import { newId } from '../../src/shared/database/ids.js';
import { Locale } from '../../src/shared/errors/locale.js';
import type { TestApp } from './app.js';

export interface TestUser {
  id: string;
  email: string;
  displayName: string;
  /** an access token, as after signing in */
  token: string;
  password: string;
}

export interface UserOptions {
  email?: string;
  displayName?: string;
  verified?: boolean;
  locale?: Locale;
}

const PASSWORD = 'a quiet river in May';
const HASH = '$argon2id$v=19$m=19456,t=2,p=1$u/qYJ13ylLltfe/GSMcakg$doOaWn/xxDfwuax8uaZD5I5/4RMB0msFG0r0jGtXlHA';

/** Somebody with an account, signed in. Does not go through sign-up, which is slow on purpose. */
export async function createUser(t: TestApp, options: UserOptions = {}): Promise<TestUser> {
  const id = newId();
  const { email = `${id}@example.org`, displayName = 'Ada', verified = true, locale = Locale.EN } = options;
  await t.database.query(
    `WITH person AS (INSERT INTO "user" (id, email, email_verified_at, display_name, locale, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6) RETURNING id)
     INSERT INTO credential (user_id, password_hash, changed_at) SELECT id, $7, $6 FROM person`,
    [id, email, verified ? t.clock.now() : null, displayName, locale, t.clock.now(), HASH],
  );
  const token = t.app.get(JwtService, { strict: false }).sign({ sub: id, sid: newId(), loc: locale });
  return { id, email, displayName, token, password: PASSWORD };
}
