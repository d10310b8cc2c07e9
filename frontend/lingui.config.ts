import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LinguiConfig } from '@lingui/conf';

/** A catalogue per feature, and one for what they share; `FEATURE=name` extracts that one alone. */
const shared = {
  path: '<rootDir>/src/locales/{locale}',
  include: ['<rootDir>/src/app', '<rootDir>/src/components', '<rootDir>/src/lib'],
  exclude: ['**/*.test.*'],
};
const folder = join(import.meta.dirname, 'src/features');
const features = (existsSync(folder) ? readdirSync(folder) : []).map((name) => ({
  path: `<rootDir>/src/features/${name}/locales/{locale}`,
  include: [`<rootDir>/src/features/${name}`],
  exclude: ['**/*.test.*'],
}));
const only = process.env.FEATURE;

const config: LinguiConfig = {
  sourceLocale: 'en',
  locales: ['en', 'es', 'it'],
  catalogs: [shared, ...features].filter(
    ({ path }) => !only || path.includes(`/${only}/locales/`) || path.endsWith(`/${only}/{locale}`),
  ),
  format: 'po',
  formatOptions: { lineNumbers: false, origins: false },
  orderBy: 'message',
};
export default config;
