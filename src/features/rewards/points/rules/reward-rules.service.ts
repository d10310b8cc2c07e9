import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { RewardRuleCount, RewardRuleVersion } from './reward-rule.entity.js';
import { ALL_RULES, RuleBook } from './reward-rule.policy.js';
import { checkRules, checkStart } from './reward-rules.checks.js';
import type { RewardRules, UpdateRewardRulesInput } from './reward-rules.types.js';

/** What earns points in a company: read by all who see it, changed by its managers. */
@Injectable()
export class RewardRulesService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** All that these companies have said of their rules, by company. One statement. */
  async books(tx: Transaction, companyIds: string[]): Promise<Map<string, RuleBook>> {
    const versions = await tx.findBy(RewardRuleVersion, { companyId: In(companyIds) });
    return new Map(
      companyIds.map((id) => [id, new RuleBook(versions.filter(({ companyId }) => companyId === id))] as const),
    );
  }

  /** @throws DomainError NOT_FOUND where the viewer may not know of the company */
  async of(viewer: Viewer | null, companyId: string): Promise<RewardRules> {
    await this.memberships.visible(viewer, companyId);
    return this.read(this.database.manager, companyId);
  }

  /**
   * Says what these rules give from now, or a later moment, on. What was to begin later and has not yet is replaced.
   * @throws DomainError as `require`, CONFLICT when somebody changed them since `version`, VALIDATION_FAILED
   */
  update(viewer: Viewer, { companyId, version, startsAt, rules }: UpdateRewardRulesInput): Promise<RewardRules> {
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      checkRules(rules);
      const now = this.clock.now();
      const since = checkStart(startsAt, now);
      const before = await this.read(tx, companyId);
      if (before.version !== version) throw commonErrors.CONFLICT();
      const changed = rules.map(({ rule }) => rule);
      await tx.delete(RewardRuleVersion, { companyId, rule: In(changed), startsAt: MoreThan(now) });
      const made = { companyId, startsAt: since, createdById: viewer.userId, createdAt: now };
      const terms = rules.map(({ every = null, dailyCap = null, lifetimeCap = null, ...rest }) => ({
        ...rest,
        ...{ every, dailyCap, lifetimeCap },
      }));
      // two changes within a millisecond: the second is what holds
      await tx.upsert(
        RewardRuleVersion,
        terms.map((one) => ({ id: newId(), ...one, ...made })),
        ['companyId', 'rule', 'startsAt'],
      );
      await tx.upsert(RewardRuleCount, { companyId, version: version + 1 }, ['companyId']);
      const act = { action: 'rewards.rules', subject: AuditSubject.COMPANY, subjectId: companyId } as const;
      const was = { rules: before.rules.filter(({ rule }) => changed.includes(rule)) };
      await this.audit.record(tx, viewer, access, { ...act, was, is: { rules: terms, startsAt: since } });
      return this.read(tx, companyId);
    });
  }

  private async read(tx: Transaction, companyId: string): Promise<RewardRules> {
    const now = this.clock.now();
    const book = (await this.books(tx, [companyId])).get(companyId)!;
    const count = await tx.findOneBy(RewardRuleCount, { companyId });
    const rules = ALL_RULES.map((rule) => ({ ...book.at(rule, now), next: book.next(rule, now) }));
    return { version: count?.version ?? 1, rules };
  }
}
