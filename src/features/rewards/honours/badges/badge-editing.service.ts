import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { newId } from '../../../../shared/database/ids.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { FilePurpose } from '../../../../shared/storage/file.entity.js';
import { FilesService } from '../../../../shared/storage/files.service.js';
import { type Access, MembershipsService } from '../../../companies/memberships.service.js';
import { HonoursQueue } from '../settling/honours-queue.service.js';
import { Badge } from './badge.entity.js';
import type { CreateBadgeInput, RetireBadgeInput, UpdateBadgeInput } from './badge.inputs.js';
import { isForAllToSee } from './badge.policy.js';
import { MOST_OWN, settingsOf, staysForReports } from './badge-settings.js';
import { badgesErrors } from './badges.errors.js';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The badges that a company makes itself. */
@Injectable()
export class BadgeEditing {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly files: FilesService,
    private readonly queue: HonoursQueue,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a badge. Who has earned it already gets it within minutes.
   * @throws DomainError as `require`, VALIDATION_FAILED, TOO_MANY_BADGES
   */
  create(viewer: Viewer, { companyId, ...input }: CreateBadgeInput): Promise<Badge> {
    return this.database.transaction(async (tx) => {
      await this.memberships.lock(tx, companyId);
      const access = await this.memberships.require(viewer, companyId, 'company.manage', tx);
      const inUse = await tx.countBy(Badge, { companyId, builtIn: IsNull(), retiredAt: IsNull() });
      if (inUse >= MOST_OWN) throw badgesErrors.TOO_MANY_BADGES({ params: { most: MOST_OWN } });
      const settings = settingsOf(input, null);
      await this.changePicture(tx, viewer.userId, null, settings.pictureFileId);
      const badge = Object.assign(new Badge(), settings, {
        ...{ id: newId(), companyId, builtIn: null, retiredAt: null, holderCount: 0, version: 1 },
        ...{ createdById: viewer.userId, createdAt: this.clock.now() },
      });
      await tx.insert(Badge, badge);
      await this.audit.record(tx, viewer, access, { ...act('badge.create', badge), is: settings });
      await this.backFill(tx, badge);
      return badge;
    });
  }

  /**
   * Changes a badge. Who has it keeps it; who has earned it by what it asks for now gets it within minutes.
   * @throws DomainError NOT_FOUND, as `require`, CONFLICT, BADGE_RETIRED, VALIDATION_FAILED
   */
  update(viewer: Viewer, { badgeId, version, ...input }: UpdateBadgeInput): Promise<Badge> {
    return this.change(viewer, badgeId, version, async (tx, badge, access) => {
      const settings = settingsOf(input, badge.pictureFileId);
      if (isForAllToSee(badge.metric) !== isForAllToSee(settings.metric)) throw staysForReports();
      await this.changePicture(tx, viewer.userId, badge.pictureFileId, settings.pictureFileId);
      const after = Object.assign(new Badge(), badge, settings, { version: version + 1 });
      await tx.update(Badge, badgeId, { ...settings, version: version + 1 });
      await this.audit.record(tx, viewer, access, { ...act('badge.update', badge), was: badge, is: settings });
      if (badge.metric !== after.metric || badge.threshold !== after.threshold) await this.backFill(tx, after);
      return after;
    });
  }

  /**
   * From now on nobody gets it. Who has it keeps it.
   * @throws DomainError NOT_FOUND, as `require`, CONFLICT, BADGE_RETIRED
   */
  retire(viewer: Viewer, { badgeId, version }: RetireBadgeInput): Promise<Badge> {
    return this.change(viewer, badgeId, version, async (tx, badge, access) => {
      const given = { retiredAt: this.clock.now(), version: version + 1 };
      await tx.update(Badge, badgeId, given);
      await this.audit.record(tx, viewer, access, act('badge.retire', badge));
      return Object.assign(new Badge(), badge, given);
    });
  }

  /** Changes a badge that the company made and has not retired, which nobody else changes meanwhile. */
  private change(
    viewer: Viewer,
    badgeId: string,
    version: number,
    work: (tx: Transaction, badge: Badge, access: Access) => Promise<Badge>,
  ): Promise<Badge> {
    return this.database.transaction(async (tx) => {
      const place = await tx.findOneBy(Badge, { id: badgeId });
      if (!place) throw commonErrors.NOT_FOUND();
      const access = await this.memberships.require(viewer, place.companyId, 'company.manage', tx);
      const badge = await tx.findOneOrFail(Badge, { where: { id: badgeId }, lock: { mode: 'for_no_key_update' } });
      if (badge.builtIn !== null) throw badgesErrors.BADGE_IS_EARNED();
      if (badge.version !== version) throw commonErrors.CONFLICT();
      if (badge.retiredAt) throw badgesErrors.BADGE_RETIRED();
      return work(tx, badge, access);
    });
  }

  private async changePicture(tx: Transaction, userId: string, before: string | null, after: string | null) {
    if (before === after) return;
    if (after) await this.files.claim(tx, after, userId, FilePurpose.BADGE, 'pictureFileId');
    if (before) await this.files.release(tx, [before]);
  }

  private async backFill(tx: Transaction, { id, companyId, metric, version }: Badge): Promise<void> {
    if (metric) await this.queue.company(tx, { companyId, cause: `${id}:${version}`, after: BEFORE_ALL });
  }
}

const act = (action: `badge.${string}`, { id }: Badge) => ({ action, subject: AuditSubject.BADGE, subjectId: id });
