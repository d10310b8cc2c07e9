import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout } from 'node:timers/promises';
import { Config, readSettings } from './shared/config/config.js';
import { localSecret } from './shared/config/secret.js';
import { StartupError } from './shared/config/startup-error.js';
import { Database } from './shared/database/database.js';
import { migrate } from './shared/database/migrate.js';
import { type OpenDatabase, openDatabase } from './shared/database/open-database.js';

/** Milliseconds that requests and jobs under way get to finish. */
const LONGEST_STOP = 10_000;

let app: NestFastifyApplication | undefined;
let database: OpenDatabase | undefined;
let stopping: Promise<void> | undefined;

async function start(): Promise<void> {
  const settings = readSettings();
  database = await openDatabase(settings.DATABASE_URL, settings.DATA_DIR, () => {
    console.error('The database has ended, though nobody asked it to. Nothing saved is lost: start Cocrea again.');
    void stop(1);
  });
  if (stopping) return;
  const applied = await migrate(database.url);
  if (applied.length > 0) console.log(`Database: ${applied.length} migration(s) applied`);
  const config = new Config(settings, database.url, settings.JWT_SECRET ?? localSecret(settings.DATA_DIR));
  const { createApp } = await import('./create-app.js');
  app = await createApp(config);
  if (stopping) return;
  const { loadDemo } = await import('./demo/load-demo.js');
  const { moderateDemo } = await import('./demo/moderate-demo.js');
  const { rewardDemo } = await import('./demo/reward-demo.js');
  const { redeemDemo } = await import('./demo/catalogue-demo.js');
  const now = new Date();
  if (config.demo && (await loadDemo(app.get(Database), now))) {
    await moderateDemo(app, now);
    await rewardDemo(app, now);
    await redeemDemo(app, now);
    console.log('Demo community loaded');
  }
  await listen(app, config);
}

async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
  const { HOST, PORT } = config.settings;
  await app.init();
  if (!config.runsApi) {
    console.log('Cocrea worker is running');
    return;
  }
  try {
    // Nest's own listen would log a taken port on top of what we say.
    await app.getHttpAdapter().getInstance().listen({ port: PORT, host: HOST });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartupError(`Port ${PORT} is taken: stop what uses it, or set PORT to another`);
    if (code === 'EACCES')
      throw new StartupError(`Port ${PORT} may not be used by this account: set PORT to one above 1023`);
    throw new StartupError(`HOST ${HOST} can't be listened on: ${message}`);
  }
  console.log(`Cocrea is running at ${config.publicUrl}`);
  if (config.demo) await showDemoAccounts(app.get(Database));
  if (config.mailPage) console.log(`Mails are kept and shown at ${config.publicUrl}/dev/mail`);
}

async function showDemoAccounts(database: Database): Promise<void> {
  const { DEMO_ACCOUNTS, DEMO_PASSWORD } = await import('./demo/load-demo.js');
  const known = await database.query('SELECT FROM "user" WHERE email = $1', [`${DEMO_ACCOUNTS[0]}@demo.example`]);
  if (known.length === 0) return;
  console.log(`Demo accounts: ${DEMO_ACCOUNTS.map((role) => `${role}@demo.example`).join(', ')}`);
  console.log(`Their password: ${DEMO_PASSWORD}`);
}

/** Requests under way finish first; the database stops last. A start that is under way gets to its next pause. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    const settled = started.catch(() => undefined);
    const closed = settled.then(() => app?.close()).catch(() => undefined);
    await Promise.race([closed, setTimeout(LONGEST_STOP)]);
    await database?.close();
    process.exit(code);
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
const started = start();
started.catch(async (error: unknown) => {
  console.error(error instanceof StartupError ? `Cocrea can't start. ${error.message}` : error);
  await stop(1);
});
