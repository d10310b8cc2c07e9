import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { accountsErrors } from '../accounts.errors.js';
import type { ChangePasswordInput, ResetPasswordInput } from '../accounts.inputs.js';
import { AccountsMailer } from '../accounts.mailer.js';
import { SessionsService, type SessionTokens } from '../sessions/sessions.service.js';
import type { User } from '../user.entity.js';
import { UsersService } from '../users.service.js';
import { AccountLinksService } from './account-links.service.js';
import { TokenPurpose } from './account-token.entity.js';
import { PasswordsService } from './passwords.service.js';

/** New passwords, for who knows the old one or owns the address. Each ends all other sessions. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly links: AccountLinksService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly mails: AccountsMailer,
  ) {}

  /** @throws DomainError LINK_INVALID, VALIDATION_FAILED on `password` */
  async reset({ token, password }: ResetPasswordInput): Promise<SessionTokens> {
    const link = await this.links.find(token, [TokenPurpose.RESET_PASSWORD]);
    const owner = await this.users.byId(link.userId);
    this.passwords.refuseWeak(password, [link.email, owner?.displayName ?? ''], 'password');
    const passwordHash = await this.passwords.hash(password);
    return this.database.transaction(async (tx) => {
      const user = await this.links.use(tx, link);
      if (user.email?.toLowerCase() !== link.email.toLowerCase()) throw accountsErrors.LINK_INVALID();
      // the link went to the address, so it is theirs
      if (!user.emailVerifiedAt) await this.users.verifyEmail(tx, user.id);
      return this.replace(tx, user, passwordHash);
    });
  }

  /** @throws DomainError WRONG_PASSWORD on `currentPassword`, VALIDATION_FAILED on `newPassword`, RATE_LIMITED */
  async change(viewer: Viewer, input: ChangePasswordInput, ip: string): Promise<SessionTokens> {
    const { currentPassword, newPassword } = input;
    const user = await this.users.ofViewer(viewer);
    const known = await this.passwords.confirm(user.id, currentPassword, ip, 'currentPassword');
    if (currentPassword === newPassword) throw accountsErrors.PASSWORD_UNCHANGED({ field: 'newPassword' });
    this.passwords.refuseWeak(newPassword, [user.email ?? '', user.displayName], 'newPassword');
    const passwordHash = await this.passwords.hash(newPassword);
    return this.database.transaction(async (tx) => {
      const locked = await this.users.lock(user.id, tx);
      // of two changes at the same moment the first one holds
      if ((await this.passwords.hashOf(user.id, tx)) !== known)
        throw accountsErrors.WRONG_PASSWORD({ field: 'currentPassword' });
      return this.replace(tx, locked, passwordHash);
    });
  }

  /** Links that were mailed before are void too: a stranger may have asked for them. */
  private async replace(tx: Transaction, user: User, passwordHash: string): Promise<SessionTokens> {
    await this.passwords.set(tx, user.id, passwordHash);
    await this.links.deleteAll(tx, user.id);
    await this.sessions.endAll(user.id, tx);
    if (user.email) await this.mails.send(tx, 'passwordChanged', { ...user, email: user.email });
    return this.sessions.issue(user, tx);
  }
}
