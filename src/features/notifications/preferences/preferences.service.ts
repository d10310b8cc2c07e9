import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database } from '../../../shared/database/database.js';
import { UsersService } from '../../accounts/users.service.js';
import { NotificationKind } from '../notification.entity.js';
import { ALWAYS_MAILED, MAILED_BY_DEFAULT, NotificationPreference } from '../notification-preference.entity.js';
import { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links.js';
import type { NotificationPreferenceInput } from './preferences.inputs.js';

/** The one whose account is gone gets no row any more. */
const SILENCE = `
INSERT INTO notification_preference (user_id, kind, in_app, email) SELECT id, $2, true, false FROM "user" WHERE id = $1 AND erased_at IS NULL
ON CONFLICT (user_id, kind) DO UPDATE SET email = false`;

/** How people want to hear of things. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly links: UnsubscribeLinks,
  ) {}

  /** One for each kind, by choice or by default. */
  async of({ userId }: Viewer): Promise<NotificationPreference[]> {
    const chosen = await this.database.manager.findBy(NotificationPreference, { userId });
    for (const each of chosen) each.email ||= each.emailAlways;
    return Object.values(NotificationKind).map(
      (kind) =>
        chosen.find((each) => each.kind === kind) ??
        Object.assign(new NotificationPreference(), {
          userId,
          kind,
          inApp: true,
          email: MAILED_BY_DEFAULT.includes(kind),
        }),
    );
  }

  /** @throws DomainError UNAUTHENTICATED */
  async update(viewer: Viewer, preferences: NotificationPreferenceInput[]): Promise<NotificationPreference[]> {
    const { userId } = viewer;
    await this.database.transaction(async (tx) => {
      await this.users.lock(userId, tx);
      const rows = preferences.map(({ kind, inApp, email }) => ({
        ...{ userId, kind, inApp, email: email || ALWAYS_MAILED.includes(kind) },
      }));
      if (rows.length > 0) await tx.upsert(NotificationPreference, rows, ['userId', 'kind']);
    });
    return this.of(viewer);
  }

  /**
   * Ends one kind of mail, by the link of such a mail; again changes nothing.
   * @throws DomainError UNSUBSCRIBE_LINK_WRONG
   */
  async unsubscribe(token: string): Promise<NotificationKind> {
    const { userId, kind } = this.links.read(token);
    if (!ALWAYS_MAILED.includes(kind)) await this.database.query(SILENCE, [userId, kind]);
    return kind;
  }
}
