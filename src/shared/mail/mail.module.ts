import { Global, Module } from '@nestjs/common';
import { KeptMails } from './kept-mails.js';
import { MailDelivery } from './mail-delivery.js';
import { MailPageController } from './mail-page.controller.js';
import { Mailer } from './mailer.js';

/** Mails, for every feature. */
@Global()
@Module({ controllers: [MailPageController], providers: [Mailer, MailDelivery, KeptMails], exports: [Mailer] })
export class MailModule {}
