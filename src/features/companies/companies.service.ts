import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Role } from '../../shared/auth/role.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { newId } from '../../shared/database/ids.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { Outbox } from '../../shared/events/outbox.js';
import { RateLimits } from '../../shared/ratelimit/rate-limits.js';
import { FilePurpose } from '../../shared/storage/file.entity.js';
import { FilesService } from '../../shared/storage/files.service.js';
import { companiesErrors } from './companies.errors.js';
import { CompanyCreated, CompanyUpdated } from './companies.events.js';
import type { UpdateCompanyInput } from './companies.inputs.js';
import { Company, CompanyVisibility, JoinPolicy, PreModeration, VoteMode } from './company.entity.js';
import { isReservedSlug } from './company.policy.js';
import { settingsProblem } from './company-settings.checks.js';
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

/** Companies and their settings. */
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

  /**
   * Changes settings; what is absent stays.
   * @throws DomainError as `require`, CONFLICT when they changed since `version`, VALIDATION_FAILED
   */
  update(viewer: Viewer, { companyId, version, logoFileId, ...input }: UpdateCompanyInput): Promise<Company> {
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const { company } = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      if (company.version !== version) throw commonErrors.CONFLICT();
      const given = { ...present(input), ...(logoFileId !== undefined && { logoFileId }) };
      const after = Object.assign(new Company(), company, given);
      after.brandColor = after.brandColor.toLowerCase();
      refuseBadSettings(after);
      const changed = (Object.keys(given) as (keyof Company)[]).filter(
        (key) => !isDeepStrictEqual(company[key], after[key]),
      );
      if (changed.length === 0) return company;
      if (changed.includes('logoFileId'))
        await this.changeLogo(tx, viewer.userId, company.logoFileId, after.logoFileId);
      const now = this.clock.now();
      Object.assign(after, { version: version + 1, updatedAt: now });
      await tx.update(Company, companyId, after);
      const event = { companyId, aggregateId: companyId, actorId: viewer.userId, occurredAt: now };
      await this.outbox.append(tx, CompanyUpdated({ ...event, payload: { changed } }));
      return after;
    });
  }

  private async changeLogo(
    tx: Transaction,
    userId: string,
    before: string | null,
    after: string | null,
  ): Promise<void> {
    if (after) await this.files.claim(tx, after, userId, FilePurpose.LOGO, 'logoFileId');
    if (before) await this.files.release(tx, [before]);
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

/** What was given: null stands for absent where a setting can't be empty. */
const present = <T extends object>(input: T): Partial<Company> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));

function refuseBadSettings(company: Company): void {
  const problem = settingsProblem(company);
  if (problem) throw problem;
}

/** The same for taken and reserved ones: so it does not tell of a private company. */
const slugUnavailable = () => companiesErrors.SLUG_UNAVAILABLE({ field: 'slug' });
