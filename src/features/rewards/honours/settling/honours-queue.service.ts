import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../../shared/database/database.js';
import { Jobs } from '../../../../shared/jobs/jobs.js';

export const MEMBER_JOB = 'settle-honours';
export const COMPANY_JOB = 'settle-company-honours';

/** What a job that settles a company's members goes on from. */
export interface Stage {
  companyId: string;
  /** why: one of a kind for each reason, so that none takes the other's place */
  cause: string;
  after: string;
}

/** The key of the job that a member waits for; `cocrea verify` knows it. */
export const keyOf = (companyId: string, userId: string): string => `honours:${companyId}:${userId}`;

/** Sees to it that levels and badges follow. Whoever changes awards says so here, and waits for nothing. */
@Injectable()
export class HonoursQueue {
  constructor(private readonly jobs: Jobs) {}

  /** Awards of these members have changed in this transaction. One job for each, however often it is said. */
  changed(tx: Transaction, companyId: string, userIds: string[]): Promise<void> {
    const jobs = [...new Set(userIds)]
      .sort()
      .map((userId) => ({ name: MEMBER_JOB, payload: { companyId, userId }, key: keyOf(companyId, userId) }));
    return this.jobs.addAll(tx, jobs);
  }

  /** All members of a company may have earned something: goes on after one of them. */
  company(tx: Transaction, stage: Stage): Promise<void> {
    const key = `honours:${stage.companyId}:${stage.cause}`;
    return this.jobs.add(tx, { name: COMPANY_JOB, payload: stage, key });
  }
}
