import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from '../create-app.js';
import { Config, readSettings } from '../shared/config/config.js';
import { localSecret } from '../shared/config/secret.js';
import { migrate } from '../shared/database/migrate.js';
import { openDatabase } from '../shared/database/open-database.js';

/** The application, listening to nobody and doing no jobs, on the database of the settings, for a command of the operator's. */
export async function withApplication<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const settings = { ...readSettings(), ROLE: 'api' as const };
  const database = await openDatabase(settings.DATABASE_URL, settings.DATA_DIR);
  try {
    await migrate(database.url);
    const config = new Config(settings, database.url, settings.JWT_SECRET ?? localSecret(settings.DATA_DIR));
    const app = await createApp(config);
    try {
      await app.init();
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}
