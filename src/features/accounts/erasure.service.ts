import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { Outbox } from '../../shared/events/outbox.js';
import { FilesService } from '../../shared/storage/files.service.js';
import { AccountErased } from './accounts.events.js';
import { AccountsMailer } from './accounts.mailer.js';
import { PasswordsService } from './credentials/passwords.service.js';
import type { User } from './user.entity.js';
import { UsersService } from './users.service.js';

/** The right to be forgotten: what somebody said stays, who they were goes. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly passwords: PasswordsService,
    private readonly files: FilesService,
    private readonly outbox: Outbox,
    private readonly mails: AccountsMailer,
  ) {}

  /** @throws DomainError WRONG_PASSWORD on `password`, RATE_LIMITED */
  async erase(viewer: Viewer, password: string, ip: string): Promise<void> {
    const { id } = await this.users.ofViewer(viewer);
    await this.passwords.confirm(id, password, ip, 'password');
    await this.database.transaction(async (tx) => {
      const user = await this.users.lock(id, tx);
      await this.forget(tx, user);
      const occurredAt = await this.users.erase(tx, id);
      await this.outbox.append(
        tx,
        AccountErased({ companyId: null, aggregateId: id, actorId: id, payload: {}, occurredAt }),
      );
    });
  }

  private async forget(tx: Transaction, { id, email, displayName, locale, avatarFileId }: User): Promise<void> {
    for (const table of ['credential', 'refresh_token', 'device_sighting', 'account_token']) {
      await this.database.query(`DELETE FROM ${table} WHERE user_id = $1`, [id], tx);
    }
    if (avatarFileId) await this.files.release(tx, [avatarFileId]);
    if (!email) return;
    await this.database.query('DELETE FROM sign_up WHERE lower(email) = lower($1)', [email], tx);
    await this.mails.send(tx, 'accountErased', { email, displayName, locale });
  }
}
