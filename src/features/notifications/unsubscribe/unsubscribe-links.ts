import { Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { Config } from '../../../shared/config/config.js';
import { NotificationKind } from '../notification.entity.js';
import { notificationsErrors } from '../notifications.errors.js';

/** What a link in a mail stands for. */
export interface Unsubscription {
  userId: string;
  kind: NotificationKind;
}

/**
 * Links that end one kind of mail for one person, signed by this installation. They need no sign-in and do not run out,
 * and can do nothing else: a mail that is passed on gives nothing away.
 */
@Injectable()
export class UnsubscribeLinks {
  constructor(private readonly config: Config) {}

  urlOf(userId: string, kind: NotificationKind): string {
    return `${this.config.publicUrl}/unsubscribe?token=${this.tokenOf(userId, kind)}`;
  }

  /** @throws DomainError UNSUBSCRIBE_LINK_WRONG */
  read(token: string): Unsubscription {
    const [userId = '', kind = ''] = token.split('.');
    const known = isUuid(userId) && Object.hasOwn(NotificationKind, kind);
    const [given, right] = [Buffer.from(token), Buffer.from(this.tokenOf(userId, kind))];
    if (!known || given.length !== right.length || !timingSafeEqual(given, right))
      throw notificationsErrors.UNSUBSCRIBE_LINK_WRONG();
    return { userId, kind: kind as NotificationKind };
  }

  /** The name of its purpose keeps the signature from being good for anything else. */
  private tokenOf(userId: string, kind: string): string {
    const signature = createHmac('sha256', this.config.jwtSecret).update(`unsubscribe/${userId}/${kind}`);
    return `${userId}.${kind}.${signature.digest('base64url')}`;
  }
}
