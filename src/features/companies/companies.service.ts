import { Injectable } from '@nestjs/common';
import { Role } from '../../shared/auth/role.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { newId } from '../../shared/database/ids.js';
import { Outbox } from '../../shared/events/outbox.js';
import { RateLimits } from '../../shared/ratelimit/rate-limits.js';
import { FilePurpose } from '../../shared/storage/file.entity.js';
import { FilesService } from '../../shared/storage/files.service.js';
import { companiesErrors } from './companies.errors.js';
import { CompanyCreated } from './companies.events.js';
import { Company, CompanyVisibility, JoinPolicy, PreModeration, VoteMode } from './company.entity.js';
import { isReservedSlug } from './company.policy.js';
import { present, refuseBadSettings } from './company-settings.checks.js';
import { DEFAULT_RULES } from './default-rules.data.js';
import { MembershipsService } from './memberships.service.js';
import { Rule } from './rule.entity.js';

/** What a new company must say, and may. */
export type NewCompany = Pick<Company, 'name' | 'slug' | 'languages' | 'defaultLanguage'> & {
  [K in Exclude<keyof Company, 'id' | 'version' | 'updatedAt'>]?: Company[K] | null;
} & { rules?: { title: string; text: string }[] };

const DEFAULTS = {
  description: '',
  brandColor: '#0b7363',
  logoFileId: null,
  visibility: CompanyVisibility.PUBLIC,
  joinPolicy: JoinPolicy.OPEN,
  emailDomains: [],
  preModeration: PreModeration.NEWCOMERS,
  voteMode: VoteMode.UP,
  guidelines: '',
  tags: [],
  ideaBoxOpen: true,
  answerDays: 14,
  hideFlaggers: 3,
  hideWeight: 8.33,
} satisfies Partial<Company>;

/** By one person: each company may send invitations. */
const FOUNDING = { name: 'create-company', points: 20, seconds: 24 * 3600 };

/** Founding companies. */
@Injectable()
export class CompaniesService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly files: FilesService,
    private readonly outbox: Outbox,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * A company of the viewer's own.
   * @throws DomainError EMAIL_NOT_VERIFIED, VALIDATION_FAILED, SLUG_UNAVAILABLE, RATE_LIMITED
   */
  async create(viewer: Viewer, input: NewCompany): Promise<Company> {
    await this.limits.take(FOUNDING, viewer.userId);
    return this.database.transaction(async (tx) => {
      const { id } = await this.memberships.verifiedUser(viewer, tx);
      return this.createFor(tx, id, input);
    });
  }

  /** A company with its owner and its first rules; the caller answers for the owner. */
  async createFor(tx: Transaction, ownerId: string, { rules, ...input }: NewCompany): Promise<Company> {
    const now = this.clock.now();
    const fresh = { id: newId(), version: 1, createdAt: now, updatedAt: now };
    const company = Object.assign(new Company(), fresh, DEFAULTS, present(input));
    company.brandColor = company.brandColor.toLowerCase();
    refuseBadSettings(company);
    if (isReservedSlug(company.slug)) throw slugUnavailable();
    await this.insert(tx, company);
    if (company.logoFileId) await this.files.claim(tx, company.logoFileId, ownerId, FilePurpose.LOGO, 'logoFileId');
    const first = (rules ?? DEFAULT_RULES[company.defaultLanguage]).map((rule, index) => ({
      ...rule,
      id: newId(),
      companyId: company.id,
      position: index + 1,
      retiredAt: null,
    }));
    await tx.insert(Rule, first);
    const event = { companyId: company.id, actorId: ownerId, occurredAt: now };
    await this.outbox.append(tx, CompanyCreated({ ...event, aggregateId: company.id, payload: {} }));
    await this.memberships.add(tx, company.id, ownerId, { role: Role.OWNER, joinedAt: company.createdAt });
    return company;
  }

  private async insert(tx: Transaction, company: Company): Promise<void> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Company)
      .values(company)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw slugUnavailable();
  }
}

/** The same for taken and reserved ones: so it does not tell of a private company. */
const slugUnavailable = () => companiesErrors.SLUG_UNAVAILABLE({ field: 'slug' });
