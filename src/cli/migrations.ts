import { Command } from 'commander';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createDataSource } from '../shared/database/data-source.js';
import { startEmbeddedPostgres } from '../shared/database/embedded-postgres.js';
import { migrate } from '../shared/database/migrate.js';

/** The SQL that would make a freshly migrated database equal to the entities: empty when they agree. */
export async function schemaDrift(url: string): Promise<string[]> {
  await migrate(url);
  const source = await (await createDataSource({ url, pool: 2 })).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

export const migrationsCommand = (): Command =>
  new Command('migrations')
    .description('Compares the entities with what the migrations make, in a throw-away database.')
    .option('--check', 'fail when they differ')
    .action(async ({ check }: { check?: boolean }) => {
      const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cocrea-drift-'));
      const server = await startEmbeddedPostgres({ dataDir, volatile: true });
      try {
        const drift = await schemaDrift(server.url('postgres'));
        console.log(drift.length > 0 ? drift.join(';\n') : 'Entities and migrations agree.');
        if (check && drift.length > 0) process.exitCode = 1;
      } finally {
        await server.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    });
