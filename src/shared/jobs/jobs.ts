import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.js';

export interface Job {
  name: string;
  payload: object;
  /** jobs of one queue run one after the other */
  queue?: string;
  /** not before this moment; at once by default */
  runAt?: Date;
  /** a pending job of the same key is replaced */
  key?: string;
}

/** The queue as features see it. Jobs are stored by the caller's transaction: no commit, no job. */
@Injectable()
export class Jobs {
  constructor(private readonly database: Database) {}

  add(tx: Transaction, job: Job): Promise<void> {
    return this.addAll(tx, [job]);
  }

  /** One statement however many jobs, which start in no order of theirs; of those of one key the last. */
  async addAll(tx: Transaction, all: Job[]): Promise<void> {
    if (all.length === 0) return;
    const jobs = [...new Map(all.map((job) => [job.key ?? job, job])).values()];
    // all at once: one by one, each insertion would look for the rows of its own queue and key
    await this.database.query(
      `SELECT count(*) FROM graphile_worker.add_jobs((
         SELECT array_agg((name, payload::json, queue, run_at, NULL, key, NULL, NULL)::graphile_worker.job_spec)
         FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[]) AS j (name, payload, queue, run_at, key)))`,
      [
        jobs.map((job) => job.name),
        jobs.map((job) => JSON.stringify(job.payload)),
        jobs.map((job) => job.queue ?? null),
        jobs.map((job) => job.runAt ?? null),
        jobs.map((job) => job.key ?? null),
      ],
      tx,
    );
  }
}
