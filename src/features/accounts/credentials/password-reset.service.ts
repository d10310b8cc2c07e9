import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { JobHandler } from '../../../shared/jobs/job-handler.js';
import { Jobs } from '../../../shared/jobs/jobs.js';
import { accountLimits } from '../accounts.limits.js';
import { AccountsMailer } from '../accounts.mailer.js';
import { AccountsThrottle } from '../accounts.throttle.js';
import { UsersService } from '../users.service.js';
import { AccountLinksService } from './account-links.service.js';
import { TokenPurpose } from './account-token.entity.js';
import { newSecret } from './secret-token.js';

const RESET_MAIL = 'mail-password-reset';

interface ResetMailJob {
  id: string;
  email: string;
  secret: string;
}

/** The link to a new password. Asking for it looks nothing up, so that its answer tells nothing; the job does. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly links: AccountLinksService,
    private readonly throttle: AccountsThrottle,
    private readonly jobs: Jobs,
    private readonly mails: AccountsMailer,
  ) {}

  /** @throws DomainError RATE_LIMITED */
  async request(email: string, ip: string): Promise<void> {
    await this.throttle.take(accountLimits.reset, { account: email, ip });
    const payload: ResetMailJob = { id: newId(), email, secret: newSecret() };
    await this.database.transaction((tx) => this.jobs.add(tx, { name: RESET_MAIL, payload }));
  }

  @JobHandler(RESET_MAIL)
  mail({ id, email, secret }: ResetMailJob): Promise<void> {
    return this.database.transaction(async (tx) => {
      const user = await this.users.byEmail(email, tx);
      if (!user?.email) return;
      await this.links.create(tx, {
        id,
        userId: user.id,
        purpose: TokenPurpose.RESET_PASSWORD,
        email: user.email,
        secret,
      });
      await this.mails.send(
        tx,
        'resetPassword',
        { ...user, email: user.email },
        { path: `/reset-password?token=${secret}`, key: `reset-${id}` },
      );
    });
  }
}
