import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LinguiConfig } from '@lingui/conf';

const { FEATURE, CATALOGUES_IN } = process.env;
/** Where catalogues are written: beside the sources, or elsewhere for a comparison. */
const target = CATALOGUES_IN ?? '<rootDir>/src';
const catalogue = (path: string, folders: string[]) => ({
  path: `${target}/${path}locales/{locale}`,
  include: folders.map((folder) => `<rootDir>/src/${folder}`),
  exclude: ['**/*.test.*'],
});

/** A catalogue per feature, and one for what they share. `FEATURE=name` (or `shared`) extracts that one alone. */
const catalogues = [
  { name: 'shared', ...catalogue('', ['app', 'components', 'lib']) },
  ...readdirSync(join(import.meta.dirname, 'src/features')).map((name) => ({
    name,
    ...catalogue(`features/${name}/`, [`features/${name}`]),
  })),
];

const config: LinguiConfig = {
  sourceLocale: 'en',
  locales: ['en', 'es', 'it'],
  catalogs: catalogues.filter(({ name }) => !FEATURE || name === FEATURE).map(({ name: _, ...rest }) => rest),
  format: 'po',
  formatOptions: { lineNumbers: false, origins: false },
  orderBy: 'message',
};
export default config;
