import type { Logger } from '@nestjs/common';
import pg from 'pg';
import { pgOptions } from '../database/data-source.js';

/** Any number, the same in all processes: the space of the locks that stand for workers. */
const SPACE = 7_263_946;
const EVERY_MS = 5_000;
const AGAIN_MS = 1_000;

/**
 * Shows that this process's workers are alive, and takes from dead ones what they hold: the queue itself would leave a
 * killed worker's jobs, and those behind them, locked for four hours. A worker is alive as long as a session of its
 * process holds the advisory lock of its name; a kill ends the session.
 */
export class WorkerLease {
  private readonly names = new Set<string>();
  private client?: pg.Client;
  private timer?: NodeJS.Timeout;
  private ended = false;
  /** one query at a time */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly pool: pg.Pool,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    await this.connect();
    await this.freeDead();
    this.timer = setInterval(() => void this.freeDead(), EVERY_MS).unref();
  }

  /** Shows this worker as alive from now on. */
  hold(name: string): void {
    this.names.add(name);
    void this.lock(name);
  }

  async stop(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ ...pgOptions(this.url), application_name: 'cocrea-lease', keepAlive: true });
    client.on('error', (error) => this.log.warn(`Lost a connection: ${error.message}`));
    this.client = client;
    await client.connect();
    // only from here on: an attempt that fails ends too, and would be taken up twice
    client.on('end', () => this.reconnect());
    for (const name of this.names) await this.lock(name);
  }

  private reconnect(): void {
    if (this.ended) return;
    setTimeout(() => void this.connect().catch(() => this.reconnect()), AGAIN_MS).unref();
  }

  private lock(name: string): Promise<unknown> {
    const query = () => this.client?.query('SELECT pg_advisory_lock($1, hashtext($2))', [SPACE, name]);
    this.turn = this.turn.then(query).catch(() => undefined); // a lost connection locks all again
    return this.turn;
  }

  /** Whoever gets a worker's lock knows it to be dead. New workers have two seconds to show themselves. */
  private async freeDead(): Promise<void> {
    await this.pool
      .query(
        `SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM (
           SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_at < now() - interval '2 seconds') AS held
         WHERE pg_try_advisory_xact_lock($1, hashtext(locked_by))`,
        [SPACE],
      )
      .catch((error: Error) => this.ended || this.log.warn(`Looking for dead workers: ${error.message}`));
  }
}
