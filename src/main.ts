import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config, readSettings } from './shared/config/config.js';
import { localSecret } from './shared/config/secret.js';
import { StartupError } from './shared/config/startup-error.js';
import { migrate } from './shared/database/migrate.js';
import { type OpenDatabase, openDatabase } from './shared/database/open-database.js';

let app: NestFastifyApplication | undefined;
let database: OpenDatabase | undefined;
let stopping: Promise<void> | undefined;

async function start(): Promise<void> {
  const settings = readSettings();
  database = await openDatabase(settings.DATABASE_URL, settings.DATA_DIR);
  if (stopping) return;
  const applied = await migrate(database.url);
  if (applied.length > 0) console.log(`Database: ${applied.length} migration(s) applied`);
  const config = new Config(settings, database.url, settings.JWT_SECRET ?? localSecret(settings.DATA_DIR));
  const { createApp } = await import('./create-app.js');
  app = await createApp(config);
  await listen(app, config);
}

async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
  const { HOST, PORT } = config.settings;
  if (!config.runsApi) {
    await app.init();
    console.log('Cocrea worker is running');
    return;
  }
  try {
    await app.listen(PORT, HOST);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartupError(`Port ${PORT} is taken: stop what uses it, or set PORT to another`);
    if (code === 'EACCES') throw new StartupError(`Port ${PORT} may not be used by this account: set PORT to one above 1023`);
    throw new StartupError(`HOST ${HOST} can't be listened on: ${message}`);
  }
  console.log(`Cocrea is running at ${config.publicUrl}`);
}

/** Requests under way finish first; the database stops last. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    await app?.close();
    await database?.close();
    process.exit(code);
  })();
  return stopping;
}

process.on('SIGINT', () => void stop(0)).on('SIGTERM', () => void stop(0));
start().catch(async (error: unknown) => {
  console.error(error instanceof StartupError ? `Cocrea can't start. ${error.message}` : error);
  await stop(1);
});
