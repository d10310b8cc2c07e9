import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import type { StoredEvent } from '../../../../shared/events/domain-event.js';
import { OnEvent } from '../../../../shared/events/on-event.js';
import { JobHandler, Schedule } from '../../../../shared/jobs/job-handler.js';
import { AccountErased } from '../../../accounts/accounts.events.js';
import { MemberJoined, MemberLeft } from '../../../companies/companies.events.js';
import { BadgeGranting } from '../badges/badge-granting.service.js';
import { BadgeMetric, LADDERS } from '../badges/badge.policy.js';
import { LevelsService } from '../levels/levels.service.js';
import { FactsQueries } from './facts.queries.js';
import { COMPANY_JOB, HonoursQueue, MEMBER_JOB, type Stage } from './honours-queue.service.js';

const BATCH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Brings members to the level and the badges that their awards stand for. All is counted anew from the rows, so it comes
 * to the same however often and in whatever order it happens.
 */
@Injectable()
export class HonoursJobs {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsQueries,
    private readonly levels: LevelsService,
    private readonly badges: BadgeGranting,
    private readonly queue: HonoursQueue,
    private readonly clock: Clock,
  ) {}

  /** One member, whose awards have changed. */
  @JobHandler(MEMBER_JOB)
  member({ companyId, userId }: { companyId: string; userId: string }): Promise<void> {
    return this.database.transaction((tx) => this.settle(tx, companyId, [userId]));
  }

  /** All members, a batch at a time: each goes on where the one before has ended. */
  @JobHandler(COMPANY_JOB)
  company(stage: Stage): Promise<void> {
    return this.database.transaction(async (tx) => {
      const userIds = await this.facts.members(tx, stage.companyId, stage.after, BATCH);
      await this.settle(tx, stage.companyId, userIds);
      if (userIds.length === BATCH) await this.queue.company(tx, { ...stage, after: userIds.at(-1)! });
    });
  }

  /** Nobody does anything for having been here a year: a look at the calendar gives badges for that. */
  @Schedule('honour-anniversaries', '23 2 * * *')
  async anniversaries(): Promise<void> {
    const now = this.clock.now();
    for (let after = { companyId: BEFORE_ALL, userId: BEFORE_ALL }; ;) {
      const due = await this.facts.anniversaries(now, LADDERS[BadgeMetric.YEARS], after, BATCH);
      for (const companyId of new Set(due.map((member) => member.companyId))) {
        const userIds = due.filter((member) => member.companyId === companyId).map(({ userId }) => userId);
        await this.database.transaction((tx) => this.settle(tx, companyId, userIds));
      }
      if (due.length < BATCH) return;
      after = due.at(-1)!;
    }
  }

  /** Who leaves has no place on leaderboards, who comes back has theirs again. */
  @OnEvent(MemberLeft, MemberJoined)
  note({ companyId, payload: { userId } }: StoredEvent<{ userId: string }>, tx: Transaction): Promise<void> {
    return this.levels.noteDeparture(tx, companyId!, userId);
  }

  /** Of the erased person nothing is left that they have come to, but what leaderboards are verified by: nobody is listed. */
  @OnEvent(AccountErased)
  forget({ aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.badges.takeAll(tx, userId);
  }

  private async settle(tx: Transaction, companyId: string, userIds: string[]): Promise<void> {
    if (userIds.length === 0) return;
    const now = this.clock.now();
    const members = await this.facts.lock(tx, companyId, userIds, now);
    await this.levels.settle(tx, companyId, members, now);
    await this.badges.settle(tx, companyId, members, now);
  }
}
