import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SRC = path.resolve(import.meta.dirname, '../..');
const ENTITY_FILE = /\.entity\.(js|ts)$/;

/** Every entity class of the features and the shared folders, found by file name so that no list can forget one. */
export async function loadEntities(): Promise<(new () => object)[]> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => ENTITY_FILE.test(file));
  const modules = await Promise.all(
    files.sort().map((file) => import(pathToFileURL(path.join(SRC, file)).href) as Promise<Record<string, unknown>>),
  );
  const { getMetadataArgsStorage } = await import('typeorm');
  const tables = new Set(getMetadataArgsStorage().tables.map((table) => table.target));
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is new () => object => typeof value === 'function' && tables.has(value));
}
