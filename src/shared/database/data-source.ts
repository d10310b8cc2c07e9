import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { loadEntities } from './entities.js';
import { SnakeNamingStrategy } from './naming-strategy.js';
import { preparedPg } from './prepared-pg.js';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../migrations');

/** For a connection: who waits longer is refused, rather than kept for ever where all are taken. */
const LONGEST_WAIT_MS = 30_000;

type MigrationClass = new () => { up: never; down: never };

async function loadMigrations(): Promise<MigrationClass[]> {
  const files = readdirSync(MIGRATIONS).filter((file) => /^\d+-.*\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'));
  const modules = await Promise.all(
    files
      .sort()
      .map((file) => import(pathToFileURL(path.join(MIGRATIONS, file)).href) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module)) as MigrationClass[];
}

export interface DatabaseSettings {
  url: string;
  pool?: number;
  prepared?: boolean;
}

/** Options for pg itself; `socket://user@/folder?db=name` is the embedded server. */
export const pgOptions = (url: string): pg.ClientConfig => ({ connectionString: url });

/** TypeORM's options: entities and migrations found by file name, snake_case, named statements, times in UTC. */
export async function dataSourceOptions({
  url,
  pool = 10,
  prepared = true,
}: DatabaseSettings): Promise<DataSourceOptions> {
  return {
    type: 'postgres',
    url,
    driver: prepared ? preparedPg : pg,
    entities: await loadEntities(),
    migrations: await loadMigrations(),
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    installExtensions: false,
    extra: { max: pool, connectionTimeoutMillis: LONGEST_WAIT_MS, application_name: 'cocrea' },
  };
}

export const createDataSource = async (settings: DatabaseSettings): Promise<DataSource> =>
  new DataSource(await dataSourceOptions(settings));
