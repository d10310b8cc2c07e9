import { existsSync } from 'node:fs';
import { inRoot, node, npm, say, seconds } from './run.mjs';

const CACHE = 'node_modules/.cache/cocrea';
const bin =
  (file, ...args) =>
  () =>
    node(`node_modules/${file}`, args);
const cocrea =
  (...args) =>
  () =>
    node('dist/src/cli.js', args);

/** `needs`: skipped while this is not there. `inTests`: one of the tests does it too. The longest come first. */
const CHECKS = [
  {
    name: 'lint',
    run: bin('eslint/bin/eslint.js', '.', '--max-warnings=0', '--cache', '--cache-location', `${CACHE}/eslint`),
  },
  { name: 'types', run: bin('typescript/bin/tsc', '-p', 'tsconfig.json') },
  {
    name: 'types of the pages',
    needs: 'frontend/tsconfig.json',
    run: () => npm(['run', 'typecheck', '-w', 'frontend', '--silent']),
  },
  {
    name: 'types of the browser tests',
    needs: 'test/browser/tsconfig.json',
    run: bin('typescript/bin/tsc', '-p', 'test/browser'),
  },
  {
    name: 'architecture',
    inTests: true,
    run: bin('dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'migrations', 'frontend/src'),
  },
  {
    name: 'dead code',
    run: bin(
      'knip/bin/knip.js',
      '--no-progress',
      '--preprocessor=./scripts/lib/knip-fragments.mjs',
      '--cache',
      '--cache-location',
      `${CACHE}/knip`,
    ),
  },
  {
    name: 'format',
    run: bin(
      'prettier/bin/prettier.cjs',
      '--check',
      '.',
      '--log-level=warn',
      '--cache',
      '--cache-location',
      `${CACHE}/prettier`,
    ),
  },
  { name: 'entities equal migrations', run: cocrea('migrations', '--check') },
  { name: 'API equals schema.graphql', run: cocrea('schema', '--check') },
  {
    name: 'translations',
    needs: 'frontend/i18n-check.mjs',
    run: () => npm(['run', 'i18n:check', '-w', 'frontend', '--silent']),
  },
  { name: 'size of the first screen', needs: 'frontend/dist/index.html', run: () => node('frontend/size.mjs') },
];

/** Runs all checks, two at a time, and shows what the failed ones said. */
export async function check({ withTests = false } = {}) {
  const queue = CHECKS.filter(({ needs, inTests }) => (!needs || existsSync(inRoot(needs))) && !(withTests && inTests));
  const total = queue.length;
  const failed = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const begin = performance.now();
      const { code, output } = await next.run();
      say(`${code === 0 ? '✓' : '✗'} ${next.name} (${seconds(begin)})`);
      if (code !== 0) failed.push({ name: next.name, output });
    }
  };
  await Promise.all([work(), work()]);
  for (const { name, output } of failed) say(`\n── ${name} ──\n${output.trim()}`);
  return { passed: total - failed.length, failed: failed.length, skipped: 0 };
}
