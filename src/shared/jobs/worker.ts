import {
  Injectable,
  Logger as NestLogger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import {
  Logger,
  makeWorkerUtils,
  type ParsedCronItem,
  parseCronItems,
  run,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { Config } from '../config/config.js';
import { pgOptions } from '../database/data-source.js';
import { JOB_HANDLER, Schedule, SCHEDULE } from './job-handler.js';
import { WorkerLease } from './worker-lease.js';

/** Runs the jobs of every @JobHandler and @Schedule method in this process, where its ROLE says so. */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new NestLogger(Worker.name);
  private runner?: Runner;
  private pool?: pg.Pool;
  private lease?: WorkerLease;

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.runsWorker) await this.start();
  }

  /** Starts taking jobs. */
  async start(): Promise<void> {
    const { tasks, crons } = this.find();
    const concurrency = this.config.settings.JOB_CONCURRENCY;
    const lost = (error: Error) => this.log.warn(`Lost a connection: ${error.message}`);
    this.pool = new pg.Pool({
      ...pgOptions(this.config.databaseUrl),
      max: concurrency + 2,
      application_name: 'cocrea-jobs',
    });
    this.pool.on('error', lost).on('connect', (client) => client.on('error', lost));
    this.lease = new WorkerLease(this.config.databaseUrl, this.pool, this.log);
    await this.lease.start();
    const events = new EventEmitter() as WorkerEvents;
    events.on('worker:create', ({ worker }) => this.lease?.hold(worker.workerId));
    this.runner = await run({
      pgPool: this.pool,
      events,
      taskList: tasks,
      parsedCronItems: crons,
      concurrency,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') this.log.warn(message);
      }),
    });
  }

  /** Lets the jobs under way finish, then stops taking more. */
  async onApplicationShutdown(): Promise<void> {
    const { runner, pool, lease } = this;
    this.runner = undefined;
    this.pool = undefined;
    this.lease = undefined;
    await runner?.stop();
    await lease?.stop();
    await pool?.end();
  }

  /** Removes the queues that aggregates no longer need, and jobs that were given up: a mail's job may hold a secret. */
  @Schedule('clear-jobs', '41 * * * *')
  async clear(): Promise<void> {
    const utils = await makeWorkerUtils({ pgPool: this.pool });
    await utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS', 'GC_JOB_QUEUES'] });
    await utils.release();
  }

  private find(): { tasks: TaskList; crons: ParsedCronItem[] } {
    const tasks: TaskList = {};
    const items: { task: string; match: string }[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const target = instance as Record<string, (payload?: unknown) => Promise<void>>;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const job = this.reflector.get<string | undefined>(JOB_HANDLER, target[method]!);
        const schedule = this.reflector.get<{ name: string; cron: string } | undefined>(SCHEDULE, target[method]!);
        if (job) tasks[job] = (payload) => target[method]!.call(instance, payload);
        if (schedule) {
          tasks[schedule.name] = () => target[method]!.call(instance);
          items.push({ task: schedule.name, match: schedule.cron });
        }
      }
    }
    return { tasks, crons: parseCronItems(items) };
  }
}
