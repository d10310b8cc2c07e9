import { Global, Module } from '@nestjs/common';
import { Mailer } from './mailer.js';

/** Mails, for every feature. */
@Global()
@Module({ providers: [Mailer], exports: [Mailer] })
export class MailModule {}
