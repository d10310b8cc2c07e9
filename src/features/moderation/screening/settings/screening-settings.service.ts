import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { ScreeningUpdated } from '../../moderation.events.js';
import { isActive, SpamModel } from '../learning/spam-model.entity.js';
import { cleanSites, cleanWords } from './screening-settings.checks.js';
import { ScreeningSettings } from './screening-settings.entity.js';
import type { UpdateScreeningInput } from './screening-settings.inputs.js';

const ruled = ({ spamChecks, watchedWords, blockedLinks }: ScreeningSettings) => ({
  spamChecks,
  watchedWords,
  blockedLinks,
});

/** How a company has its posts screened. */
@Injectable()
export class ScreeningSettingsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** For moderators. @throws DomainError as `require` */
  async read(viewer: Viewer, companyId: string): Promise<ScreeningSettings> {
    await this.memberships.require(viewer, companyId, 'review.decide');
    return this.of(companyId, this.database.manager);
  }

  /** For managers. @throws DomainError as `require`, CONFLICT, VALIDATION_FAILED */
  update(viewer: Viewer, input: UpdateScreeningInput): Promise<ScreeningSettings> {
    const { companyId, version, spamChecks, watchedWords, blockedLinks } = input;
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const settings = await this.of(companyId, tx);
      if (settings.version !== version) throw commonErrors.CONFLICT();
      const now = this.clock.now();
      const was = ruled(settings);
      const changed = Object.assign(settings, {
        spamChecks: spamChecks ?? settings.spamChecks,
        watchedWords: watchedWords ? cleanWords(watchedWords) : settings.watchedWords,
        blockedLinks: blockedLinks ? cleanSites(blockedLinks) : settings.blockedLinks,
        version: version + 1,
        updatedAt: now,
      });
      await tx.save(ScreeningSettings, changed);
      const fact = { companyId, aggregateId: companyId, actorId: viewer.userId, occurredAt: now };
      await this.outbox.append(tx, ScreeningUpdated({ ...fact, payload: { version: changed.version } }));
      const act = { action: 'company.screening', subject: AuditSubject.COMPANY, subjectId: companyId } as const;
      await this.audit.record(tx, viewer, access, { ...act, was, is: ruled(changed) });
      return changed;
    });
  }

  /** What was learned so far; null before the first night. */
  async learned(companyId: string): Promise<SpamModel | null> {
    const learned = await this.database.manager.findOneBy(SpamModel, { companyId });
    return learned && Object.assign(learned, { active: isActive(learned) });
  }

  private async of(companyId: string, manager: Transaction): Promise<ScreeningSettings> {
    const found = await manager.findOneBy(ScreeningSettings, { companyId });
    const defaults = { companyId, spamChecks: true, watchedWords: [], blockedLinks: [], version: 1 };
    return found ?? Object.assign(new ScreeningSettings(), defaults);
  }
}
