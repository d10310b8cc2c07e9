import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../src/shared/config/clock.js';
import { Config, readSettings } from '../../src/shared/config/config.js';
import { Database } from '../../src/shared/database/database.js';
import { Worker } from '../../src/shared/jobs/worker.js';
import { createApp } from '../../src/create-app.js';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { testDatabase } from './database.js';

/** A clock that tests may stop at a moment; it runs until then. */
export class TestClock extends Clock {
  private fixed: Date | null = null;

  override now(): Date {
    return this.fixed ?? new Date();
  }
  set(moment: Date | null): void {
    this.fixed = moment;
  }
}

export interface ApiResult<T = Record<string, never>> {
  data: T | null;
  errors?: {
    message: string;
    path?: string[];
    extensions: {
      code: string;
      requestId: string;
      fields?: { path: string; code: string; message: string }[];
      retryAfter?: number;
    };
  }[];
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
}

export interface AskOptions {
  token?: string | null;
  cookie?: string;
  language?: string;
  /** the address that it comes from */
  ip?: string;
}

export interface TestApp {
  app: NestFastifyApplication;
  database: Database;
  clock: TestClock;
  config: Config;
  /** a folder of this test's own: mails in `mail/`, files in `files/` */
  dataDir: string;
  /** sends one GraphQL request through the real HTTP stack */
  ask<T = Record<string, unknown>>(query: string, variables?: object, options?: AskOptions): Promise<ApiResult<T>>;
  /** takes and does jobs until none is left that could run now */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The whole application on a database of the test's own; its worker does nothing until runJobs().
 * @param beside another one, to be a second process on the same database
 */
export async function startTestApp(env: Record<string, string> = {}, beside?: TestApp): Promise<TestApp> {
  const { url, drop } = beside
    ? { url: beside.config.databaseUrl, drop: () => Promise.resolve() }
    : await testDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cocrea-'));
  const settings = readSettings({
    DATA_DIR: dataDir,
    ROLE: 'api',
    DEMO: 'false',
    DATABASE_POOL: '5',
    LOG_LEVEL: 'error',
    ...env,
  });
  const config = new Config(settings, url, 'test-secret-test-secret-test-secret');
  const app = await createApp(config);
  const clock = new TestClock();
  Object.assign(app.get(Clock), { now: () => clock.now() });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    database: app.get(Database),
    clock,
    config,
    dataDir,
    ask: (query, variables, options) => ask(app, query, variables, options),
    runJobs: () => runJobs(app),
    close: async () => {
      await app.close();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function ask<T>(
  app: NestFastifyApplication,
  query: string,
  variables: object = {},
  options: AskOptions = {},
): Promise<ApiResult<T>> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: options.ip,
    headers: {
      'content-type': 'application/json',
      'accept-language': options.language ?? 'en',
      ...(options.token && { authorization: `Bearer ${options.token}` }),
      ...(options.cookie && { cookie: options.cookie }),
    },
    payload: JSON.stringify({ query, variables }),
  });
  return { ...response.json<ApiResult<T>>(), status: response.statusCode, headers: response.headers };
}

async function runJobs(app: NestFastifyApplication): Promise<void> {
  const worker = app.get(Worker);
  const database = app.get(Database);
  await worker.start();
  try {
    for (let waited = 0; waited < 20_000; waited += 20) {
      const [row] = await database.query<{ left: boolean }>(
        `SELECT EXISTS (SELECT FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts) AS left`,
      );
      if (!row!.left) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Jobs are still waiting after 20 s');
  } finally {
    await worker.onApplicationShutdown();
  }
}
