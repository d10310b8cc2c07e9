import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock } from '../config/clock.js';
import { Config } from '../config/config.js';
import { JobHandler } from '../jobs/job-handler.js';
import { KeptMails } from './kept-mails.js';
import { type QueuedMail, SEND_MAIL_JOB } from './mailer.js';

/** Does the queued mails: by SMTP where SMTP_URL says so, else by keeping them. A failure is tried again by the queue. */
@Injectable()
export class MailDelivery implements OnApplicationShutdown {
  private readonly log = new Logger(MailDelivery.name);
  private readonly smtp?: Transporter;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly kept: KeptMails,
  ) {
    const { SMTP_URL } = config.settings;
    if (SMTP_URL) {
      this.smtp = createTransport({
        url: SMTP_URL,
        pool: true,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 30_000,
      });
    }
  }

  @JobHandler(SEND_MAIL_JOB)
  async deliver(mail: QueuedMail): Promise<void> {
    const from = this.config.settings.MAIL_FROM;
    if (!this.smtp) return this.kept.keep(mail, from, this.clock.now());
    try {
      await this.send(this.smtp, mail, from);
    } catch (error) {
      const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
      // the server will never take a mail to this address: trying again only harms the sender's name
      if (code !== 'EENVELOPE' || responseCode < 500) throw error;
      this.log.warn(`Mail ${mail.key} has no receiver: ${responseCode}`);
    }
  }

  private async send(smtp: Transporter, mail: QueuedMail, from: string): Promise<void> {
    await smtp.sendMail({
      from,
      // as an object it is one address, whatever it contains
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      // the same for each try: what arrives twice is known as one
      messageId: `<${createHash('sha256').update(mail.key).digest('hex').slice(0, 40)}@${new URL(this.config.publicUrl).hostname}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': mail.locale,
        ...(mail.unsubscribeUrl && {
          'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    });
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }
}
