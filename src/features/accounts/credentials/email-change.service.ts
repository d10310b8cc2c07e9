import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { Jobs } from '../../../shared/jobs/jobs.js';
import { accountsErrors } from '../accounts.errors.js';
import type { ChangeEmailInput } from '../accounts.inputs.js';
import { accountLimits } from '../accounts.limits.js';
import { AccountsThrottle } from '../accounts.throttle.js';
import { UsersService } from '../users.service.js';
import { AccountLinksService } from './account-links.service.js';
import { TokenPurpose } from './account-token.entity.js';
import { ADDRESS_MAIL, type AddressMailJob } from './address.jobs.js';
import { PasswordsService } from './passwords.service.js';
import { newSecret } from './secret-token.js';

/** Asking for a link that confirms an address: a new one, or the present one again. */
@Injectable()
export class EmailChangeService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly links: AccountLinksService,
    private readonly passwords: PasswordsService,
    private readonly throttle: AccountsThrottle,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Mails a link to the new address; nothing changes before it is opened. Whether the address belongs to another account
   * is told to its owner alone.
   * @throws DomainError WRONG_PASSWORD on `currentPassword`, EMAIL_UNCHANGED on `newEmail`, RATE_LIMITED
   */
  async request(viewer: Viewer, { currentPassword, newEmail }: ChangeEmailInput, ip: string): Promise<void> {
    const user = await this.users.ofViewer(viewer);
    await this.passwords.confirm(user.id, currentPassword, ip, 'currentPassword');
    if (user.email === newEmail) {
      throw accountsErrors.EMAIL_UNCHANGED({ field: 'newEmail' });
    }
    await this.throttle.take(accountLimits.mail, { account: newEmail, ip });
    await this.mailLink(user.id, TokenPurpose.CHANGE_EMAIL, newEmail);
  }

  /** Mails the link for the address that the viewer has not confirmed yet. */
  async resend(viewer: Viewer, ip: string): Promise<void> {
    const user = await this.users.ofViewer(viewer);
    const pending = await this.links.pending(user.id, TokenPurpose.CHANGE_EMAIL);
    const email = pending?.email ?? (user.emailVerifiedAt ? null : user.email);
    if (!email) throw accountsErrors.ALREADY_VERIFIED();
    await this.throttle.take(accountLimits.mail, { account: email, ip });
    await this.mailLink(user.id, pending ? TokenPurpose.CHANGE_EMAIL : TokenPurpose.VERIFY_EMAIL, email);
  }

  /** The address that waits for its link to be opened. */
  async pendingEmail(userId: string): Promise<string | null> {
    const link = await this.links.pending(userId, TokenPurpose.CHANGE_EMAIL);
    return link?.email ?? null;
  }

  private mailLink(userId: string, purpose: TokenPurpose, email: string): Promise<void> {
    const secret = newSecret();
    const id = newId();
    return this.database.transaction(async (tx) => {
      await this.users.lock(userId, tx);
      await this.links.create(tx, { id, userId, purpose, email, secret });
      await this.jobs.add(tx, { name: ADDRESS_MAIL, payload: { linkId: id, secret } satisfies AddressMailJob });
    });
  }
}
