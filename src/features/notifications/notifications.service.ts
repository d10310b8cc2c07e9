import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { UsersService } from '../accounts/users.service.js';
import { ViewerAccount } from '../accounts/viewer-account.entity.js';

const READ = `UPDATE notification SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL AND ($3::uuid[] IS NULL OR id = ANY ($3))`;

/** What becomes of notifications once they are written. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /**
   * Notes that the viewer has read these of theirs, or all (null); of others' nothing happens.
   * @throws DomainError UNAUTHENTICATED
   */
  async markRead(viewer: Viewer, ids: string[] | null): Promise<ViewerAccount> {
    const user = await this.users.ofViewer(viewer);
    await this.database.query(READ, [user.id, this.clock.now(), ids]);
    return ViewerAccount.of(user);
  }

  /** Of an erased account. */
  async forget(tx: Transaction, userId: string): Promise<void> {
    for (const table of ['notification', 'notification_preference', 'reward_news'])
      await this.database.query(`DELETE FROM ${table} WHERE user_id = $1`, [userId], tx);
  }
}
