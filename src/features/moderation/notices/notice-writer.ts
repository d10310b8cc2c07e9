import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { Flag } from '../flags/flag.entity.js';
import { NOTICE_WEIGHT } from '../flags/flag.policy.js';
import { FlagWriter } from '../flags/flag-writer.js';
import { NoticeLog } from '../log/notice-log.js';
import type { ReviewedItem } from '../reviews/reviewed-items.service.js';
import { Notice } from './notice.entity.js';
import type { FileNoticeInput } from './notice.types.js';

/** Lays notices before the moderators, each with who filed it and its line in the public log. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly flags: FlagWriter,
    private readonly log: NoticeLog,
  ) {}

  /** @throws DomainError NOT_PUBLIC */
  async write(
    tx: Transaction,
    target: ReviewedItem,
    { explanation: note, name, email }: FileNoticeInput,
    { locale, token }: { locale: Locale; token: string },
  ): Promise<Flag> {
    const report = { flaggerId: null, ruleId: null, note, weight: NOTICE_WEIGHT, attachmentId: null };
    const raised = await this.flags.write(tx, target, report);
    const { id: flagId, companyId, createdAt } = raised.flag;
    await tx.insert(Notice, { flagId, companyId, name, email, locale, tokenHash: hashOf(token), createdAt });
    await this.log.received(tx, raised);
    return raised.flag;
  }
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
