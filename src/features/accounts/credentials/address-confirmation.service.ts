import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { accountsErrors } from '../accounts.errors.js';
import { AccountsMailer } from '../accounts.mailer.js';
import { SessionsService, type SessionTokens } from '../sessions/sessions.service.js';
import type { User } from '../user.entity.js';
import { UsersService } from '../users.service.js';
import { AccountLinksService } from './account-links.service.js';
import { type AccountToken, TokenPurpose } from './account-token.entity.js';

/** Opens the links that confirm an address of an existing account. */
@Injectable()
export class AddressConfirmationService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly links: AccountLinksService,
    private readonly sessions: SessionsService,
    private readonly mails: AccountsMailer,
  ) {}

  /**
   * @param session the one that the link is opened in: a new address is only taken from its account's owner, for a
   *   mistyped one is a stranger's, who must not get in by it
   * @throws DomainError LINK_INVALID, SIGN_IN_TO_CONFIRM, EMAIL_TAKEN
   */
  async confirm(secret: string, session: Viewer | null): Promise<SessionTokens> {
    const link = await this.links.find(secret, [TokenPurpose.VERIFY_EMAIL, TokenPurpose.CHANGE_EMAIL]);
    const own = session?.userId === link.userId ? session : null;
    if (link.purpose === TokenPurpose.CHANGE_EMAIL && !own) throw accountsErrors.SIGN_IN_TO_CONFIRM();
    return this.database.transaction(async (tx) => {
      const user = await this.links.use(tx, link);
      if (link.purpose === TokenPurpose.CHANGE_EMAIL) await this.change(tx, user, link);
      else if (user.email?.toLowerCase() !== link.email.toLowerCase()) throw accountsErrors.LINK_INVALID();
      else await this.users.verifyEmail(tx, user.id);
      // the browser gets the new session in the place of this one
      if (own) await this.sessions.end(own.userId, own.sessionId, tx);
      return this.sessions.issue(user, tx);
    });
  }

  private async change(tx: Transaction, user: User, { email }: AccountToken): Promise<void> {
    await this.users.verifyEmail(tx, user.id, { email });
    // a link to a new password that waits in the old mailbox is void
    await this.links.deleteAll(tx, user.id);
    if (!user.email || user.email.toLowerCase() === email.toLowerCase()) return;
    await this.mails.send(tx, 'emailChanged', { ...user, email: user.email });
  }
}
