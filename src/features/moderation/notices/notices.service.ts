import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Config } from '../../../shared/config/config.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { Mailer } from '../../../shared/mail/mailer.js';
import { networkOf, RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { Comment } from '../../comments/comment.entity.js';
import { Company } from '../../companies/company.entity.js';
import { type ReviewedItem, ReviewedItems } from '../reviews/reviewed-items.service.js';
import { type FileNoticeInput, type NoticeReceipt, NoticeState } from './notice.types.js';
import { NoticeWriter } from './notice-writer.js';
import { noticeReceiptMail } from './notices.mails.js';

const PER_NETWORK = { name: 'notice-network', points: 20, seconds: 3600 };
const PER_ADDRESS = { name: 'notice-address', points: 5, seconds: 3600 };
const PER_ADDRESS_AND_DAY = { name: 'notice-address-day', points: 10, seconds: 86_400 };

/** Who asks, and from where. */
interface Sender {
  viewer: Viewer | null;
  ip: string;
  locale: Locale;
}

/** Notices of illegal content, from anybody, with or without an account. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly items: ReviewedItems,
    private readonly writer: NoticeWriter,
    private readonly limits: RateLimits,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** @throws DomainError NOT_FOUND, MODERATES_HERE, NOT_PUBLIC, ALREADY_FLAGGED, RATE_LIMITED, VALIDATION_FAILED */
  async file({ viewer, ip, locale }: Sender, input: FileNoticeInput): Promise<NoticeReceipt> {
    if (!input.goodFaith) throw goodFaithNeeded();
    await this.limits.take(PER_NETWORK, networkOf(ip));
    const address = input.email.toLowerCase();
    await this.limits.take(PER_ADDRESS, address);
    await this.limits.take(PER_ADDRESS_AND_DAY, address);
    const target = await this.items.find(viewer, input);
    await this.writer.refuseModerators(viewer, target);
    const token = randomBytes(32).toString('base64url');
    return this.database.transaction(async (tx) => {
      const { id: flagId, createdAt, kind } = await this.writer.write(tx, target, input, { locale, token });
      const receipt = {
        token,
        notice: { flagId, kind, state: NoticeState.RECEIVED, filedAt: createdAt, outcome: null },
      };
      // what a program fills in is no reason to write to an address that may be anybody's
      if (input.website) return receipt;
      const { email } = input;
      const content = noticeReceiptMail(locale, {
        ...(await this.placeOf(tx, target)),
        token,
        receiptUrl: `${this.config.publicUrl}/notice?token=${token}`,
      });
      await this.mailer.send(tx, { to: email, locale, key: `notice:${flagId}`, ...content });
      return receipt;
    });
  }

  private async placeOf(tx: Transaction, { companyId, ideaId, commentId, profileId }: ReviewedItem) {
    const { name: company } = await tx.findOneByOrFail(Company, { id: companyId });
    const comment = commentId ? await tx.findOneByOrFail(Comment, { id: commentId }) : null;
    const idea = comment ? `${comment.ideaId}?comment=${comment.id}` : ideaId!;
    return { company, itemUrl: `${this.config.publicUrl}${profileId ? `/u/${profileId}` : `/i/${idea}`}` };
  }
}

const goodFaithNeeded = () =>
  invalidField('goodFaith', 'CONFIRMATION_NEEDED', {
    en: 'Please confirm that what you say is accurate and complete.',
    es: 'Confirma que lo que dices es exacto y completo.',
    it: 'Conferma che quanto dici è esatto e completo.',
  });
