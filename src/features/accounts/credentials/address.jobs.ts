import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { JobHandler } from '../../../shared/jobs/job-handler.js';
import { AccountsMailer } from '../accounts.mailer.js';
import { UsersService } from '../users.service.js';
import { AccountToken } from './account-token.entity.js';

export const ADDRESS_MAIL = 'mail-address-link';

export interface AddressMailJob {
  linkId: string;
  secret: string;
}

/** Writes to an address that somebody says is theirs. */
@Injectable()
export class AddressJobs {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly mails: AccountsMailer,
  ) {}

  /** Its link; or, where it belongs to another account, the news to its owner, and no link. */
  @JobHandler(ADDRESS_MAIL)
  mail({ linkId, secret }: AddressMailJob): Promise<void> {
    return this.database.transaction(async (tx) => {
      const link = await tx.findOneBy(AccountToken, { id: linkId });
      const user = link && (await this.users.byId(link.userId, tx));
      if (!link || !user) return;
      const owner = await this.users.byEmail(link.email, tx);
      const key = `address-${linkId}`;
      if (owner?.email && owner.id !== user.id) {
        return this.mails.send(tx, 'alreadyRegistered', { ...owner, email: owner.email }, { path: '/sign-in', key });
      }
      const path = `/verify-email?token=${secret}`;
      return this.mails.send(tx, 'confirmAddress', { ...user, email: link.email }, { path, key });
    });
  }
}
