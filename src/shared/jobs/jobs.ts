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

  /** One statement however many jobs. */
  async addAll(tx: Transaction, jobs: Job[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.database.query(
      `SELECT graphile_worker.add_job(identifier := name, payload := payload::json, queue_name := queue, run_at := run_at, job_key := key)
       FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[]) AS j (name, payload, queue, run_at, key)`,
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
