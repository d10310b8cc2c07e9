// `npm test`: the checks, the unit and API tests and the browser tests; its last line sums up what passed and failed.
import './lib/node-version.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { check } from './lib/checks.mjs';
import { chromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, node, say } from './lib/run.mjs';

const REPORTS = 'node_modules/.cache/cocrea/reports';
const one = (result) => ({ passed: 0, failed: 0, skipped: 0, [result]: 1 });

async function reported(name, runTests, read) {
  const file = inRoot(REPORTS, `${name.replaceAll(' ', '-')}.json`);
  mkdirSync(inRoot(REPORTS), { recursive: true });
  rmSync(file, { force: true });
  say(`\n── ${name} tests ──`);
  const { code } = await runTests(file);
  const result = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : one('failed');
  // A run may fail outside of any test.
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

function jest() {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return reported(
    'unit and API',
    (file) =>
      node('node_modules/jest/bin/jest.js', ['--json', `--outputFile=${file}`], {
        live: true,
        env: { NODE_OPTIONS: [process.env.NODE_OPTIONS, ...flags].filter(Boolean).join(' ') },
      }),
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  );
}

async function browser() {
  if (!existsSync(inRoot('test/browser'))) return one('skipped');
  const env = await chromium();
  if (!env) {
    say('There is no Chromium for the browser tests: install one, or set CHROMIUM_PATH to it.');
    return one('failed');
  }
  return reported(
    'browser',
    (file) =>
      node('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
        live: true,
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      }),
    ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    }),
  );
}

async function all() {
  await ensureInstalled();
  const unbuilt = await build();
  if (unbuilt.length > 0) {
    say(unbuilt.join('\n'));
    return [{ ...one('failed'), failed: unbuilt.length }];
  }
  return [await check({ withTests: true }), await jest(), await browser()];
}

const results = await all();
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
