import { Injectable, Logger } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { JobHandler } from '../../../../shared/jobs/job-handler.js';
import { Jobs } from '../../../../shared/jobs/jobs.js';
import { inBatches } from './batches.js';
import type { Appreciated } from './comment-facts.service.js';
import { Settling } from './settling.service.js';

const MEMBER_JOB = 'settle-member';
const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Everything that can earn something, by id. */
const ALL = {
  ideas: `SELECT id FROM idea WHERE id > $1 AND published_at IS NOT NULL ORDER BY id LIMIT ${PAGE}`,
  comments: `SELECT id FROM comment WHERE id > $1 AND appreciation_count > 0 ORDER BY id LIMIT ${PAGE}`,
  flags: `SELECT id FROM flag WHERE id > $1 AND decided_at IS NOT NULL ORDER BY id LIMIT ${PAGE}`,
};

/** What somebody has done in a company that earns them, or by their voice others, something. */
const OF_MEMBER = {
  ideas: `SELECT id FROM idea WHERE company_id = $1 AND author_id = $2
    UNION SELECT i.id FROM coauthor c JOIN idea i ON i.id = c.idea_id WHERE c.user_id = $2 AND i.company_id = $1
    UNION SELECT idea_id FROM vote WHERE user_id = $2 AND company_id = $1 ORDER BY id`,
  comments: `SELECT id FROM comment WHERE author_id = $2 AND company_id = $1 AND appreciation_count > 0 ORDER BY id`,
  appreciated: `SELECT comment_id AS id FROM comment_appreciation WHERE user_id = $2 AND company_id = $1 ORDER BY id`,
  flags: `SELECT id FROM flag WHERE company_id = $1 AND flagger_id = $2 ORDER BY id`,
};

interface Member {
  companyId: string;
  userId: string;
}

/** Settles what many things have earned: of a whole installation, or of one member. Nothing is given twice by that. */
@Injectable()
export class SettleEverything {
  private readonly log = new Logger(SettleEverything.name);

  constructor(
    private readonly database: Database,
    private readonly settling: Settling,
    private readonly jobs: Jobs,
  ) {}

  /**
   * For what was there before points were, or was imported. What fails keeps nothing else from being settled.
   * @returns how many things were looked at, and the ids of those that failed
   */
  async all(progress: (count: number) => void = () => undefined): Promise<{ count: number; failed: string[] }> {
    let count = 0;
    const failed: string[] = [];
    for (const kind of ['ideas', 'comments', 'flags'] as const) {
      for (let after = FIRST; ;) {
        const ids = await this.ids(ALL[kind], [after]);
        if (ids.length === 0) break;
        failed.push(...(await this.each(kind, ids)));
        progress((count += ids.length));
        after = ids.at(-1)!;
      }
    }
    return { count, failed };
  }

  /** Soon, or at a moment: somebody's voice counts no more, or again. */
  async planMember(tx: Transaction, { companyId, userId }: Member, runAt?: Date): Promise<void> {
    const key = [MEMBER_JOB, companyId, userId, ...(runAt ? [runAt.toISOString()] : [])].join(':');
    await this.jobs.add(tx, { name: MEMBER_JOB, payload: { companyId, userId }, key, runAt });
  }

  /** Where something fails the rest is settled nevertheless, and the job is tried again. */
  @JobHandler(MEMBER_JOB)
  async member({ companyId, userId }: Member): Promise<void> {
    const of = [companyId, userId];
    const appreciated = await this.ids(OF_MEMBER.appreciated, of);
    const failed = [
      ...(await this.each('ideas', await this.ids(OF_MEMBER.ideas, of))),
      ...(await this.each('comments', await this.ids(OF_MEMBER.comments, of))),
      ...(await this.appreciated(appreciated.map((commentId) => ({ commentId, byId: userId })))),
      ...(await this.each('flags', await this.ids(OF_MEMBER.flags, of))),
    ];
    if (failed.length > 0) throw new Error(`${failed.length} of what member ${userId} has to do with are not settled`);
  }

  /** @returns what failed */
  private each(kind: 'ideas' | 'comments' | 'flags', ids: string[]): Promise<string[]> {
    if (kind === 'comments') return this.appreciated(ids.map((commentId) => ({ commentId, byId: null })));
    return this.inBatches(
      ids,
      (tx, batch) => this.settling[kind](tx, batch),
      (id) => id,
    );
  }

  private appreciated(all: Appreciated[]): Promise<string[]> {
    return this.inBatches(
      all,
      (tx, batch) => this.settling.comments(tx, batch),
      ({ commentId }) => commentId,
    );
  }

  private async inBatches<T>(
    all: T[],
    settle: (tx: Transaction, batch: T[]) => Promise<void>,
    idOf: (one: T) => string,
  ): Promise<string[]> {
    const failed: string[] = [];
    await inBatches(
      all,
      (batch) => this.database.transaction((tx) => settle(tx, batch)),
      (one, error) => {
        failed.push(idOf(one));
        this.log.error(`What ${idOf(one)} has earned is not settled: ${error.message}`, error.stack);
      },
    );
    return failed;
  }

  private async ids(sql: string, params: unknown[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(sql, params);
    return rows.map(({ id }) => id);
  }
}
