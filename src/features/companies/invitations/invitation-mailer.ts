import { Injectable } from '@nestjs/common';
import { Config } from '../../../shared/config/config.js';
import type { Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { Mailer } from '../../../shared/mail/mailer.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import type { User } from '../../accounts/user.entity.js';
import { UsersService } from '../../accounts/users.service.js';
import { MemberInvited } from '../companies.events.js';
import { invitationMail } from '../companies.mails.js';
import type { Company } from '../company.entity.js';
import type { Invitation } from './invitation.entity.js';

const PER_PERSON = { name: 'invite-person', points: 300, seconds: 24 * 3600 };
const PER_COMPANY = { name: 'invite-company', points: 200, seconds: 24 * 3600 };
const PER_ADDRESS = { name: 'invite-address', points: 5, seconds: 24 * 3600 };

interface Letter {
  company: Company;
  invitation: Invitation;
  inviter: User;
  token: string;
}

/** Announces an invitation: to the invited person by mail, to the rest of the application by event. */
@Injectable()
export class InvitationMailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
    private readonly users: UsersService,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  /** @throws DomainError RATE_LIMITED when the inviter, the company, or all companies to this address, sent too many today */
  async takeTurn(inviterId: string, companyId: string, email: string): Promise<void> {
    await this.limits.take(PER_PERSON, inviterId);
    await this.limits.take(PER_COMPANY, companyId);
    await this.limits.take(PER_ADDRESS, email);
  }

  async send(tx: Transaction, { company, invitation, inviter, token }: Letter): Promise<void> {
    const { id, email: to, role, expiresAt, createdAt } = invitation;
    // in the receiver's language, if we know them
    const locale = (await this.users.byEmail(to, tx))?.locale ?? company.defaultLanguage;
    const url = `${this.config.publicUrl}/invitation?token=${token}`;
    const content = invitationMail(locale, { company: company.name, inviter: inviter.displayName, url, expiresAt });
    await this.mailer.send(tx, { to, locale, key: `invitation:${id}`, ...content });
    const event = { companyId: company.id, aggregateId: id, actorId: inviter.id, occurredAt: createdAt };
    await this.outbox.append(tx, MemberInvited({ ...event, payload: { role } }));
  }
}
