import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/config/config.js';
import type { Transaction } from '../../shared/database/database.js';
import type { Locale } from '../../shared/errors/locale.js';
import { Mailer } from '../../shared/mail/mailer.js';
import { accountsMails } from './accounts.mails.js';

/** A user, or somebody who wants to become one. */
export interface Receiver {
  email: string;
  displayName: string;
  locale: Locale;
}

/** Writes the mails of accounts, each in its receiver's language. */
@Injectable()
export class AccountsMailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /**
   * @param path where the mail's link leads, on this site
   * @param key given where a repeated job must not write twice
   */
  send(
    tx: Transaction,
    mail: keyof typeof accountsMails,
    to: Receiver,
    { path = '/', key }: { path?: string; key?: string } = {},
  ): Promise<void> {
    const { email, displayName, locale } = to;
    const content = accountsMails[mail](locale, { name: displayName, url: this.config.publicUrl + path });
    return this.mailer.send(tx, { to: email, locale, key, ...content });
  }
}
