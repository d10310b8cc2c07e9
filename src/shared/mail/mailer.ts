import { Injectable } from '@nestjs/common';
import { newId } from '../database/ids.js';
import type { Transaction } from '../database/database.js';
import type { Locale } from '../errors/locale.js';
import { Jobs } from '../jobs/jobs.js';
import type { MailContent } from './layout.js';

export const SEND_MAIL_JOB = 'send-mail';

export interface Mail extends MailContent {
  to: string;
  locale: Locale;
  /**
   * Names the mail for good: what is sent twice under one key is one mail to its receiver. Handlers and jobs, which may
   * run again, give one that they can give again (`answer-published:<event id>`).
   */
  key?: string;
  /** of mails that come by themselves: takes a POST without a sign-in (RFC 8058), and shows a page to people */
  unsubscribeUrl?: string | null;
}

export type QueuedMail = Required<Mail>;

/** Mails as features see them: queued by the caller's transaction, sent once it has committed. */
@Injectable()
export class Mailer {
  constructor(private readonly jobs: Jobs) {}

  /** Queues one mail: no commit, no mail. */
  send(tx: Transaction, mail: Mail): Promise<void> {
    return this.sendAll(tx, [mail]);
  }

  /** One statement however many mails. */
  sendAll(tx: Transaction, mails: Mail[]): Promise<void> {
    return this.jobs.addAll(
      tx,
      mails.map(({ to, locale, subject, text, html, key = newId(), unsubscribeUrl = null }) => ({
        name: SEND_MAIL_JOB,
        payload: { to, locale, subject, text, html, key, unsubscribeUrl } satisfies QueuedMail,
      })),
    );
  }
}
