import { readFileSync } from 'node:fs';
import { fail, inRoot, npm, say, seconds } from './run.mjs';

/** Installs the packages when they are missing or not those of package-lock.json. */
export async function ensureInstalled() {
  const state = installed();
  if (state === 'complete') return;
  const begin = performance.now();
  say(state === 'missing' ? 'Installing packages (once, about a minute) …' : 'Installing the packages that changed …');
  // `npm ci` begins by deleting everything, so it is for the first time only.
  const how = state === 'missing' ? ['ci'] : ['install', '--no-save'];
  const all = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await npm([...how, ...all], { live: true });
  if (code !== 0) fail('The packages could not be installed (see above): check the network and start again.');
  say(`✓ packages installed in ${seconds(begin)}`);
}

/** npm writes what it has installed into a hidden lock, as the last step. */
function installed() {
  const there = packagesOf('node_modules/.package-lock.json');
  if (!there) return 'missing';
  for (const [path, wanted] of Object.entries(packagesOf('package-lock.json'))) {
    if (!path.startsWith('node_modules/') || wanted.link) continue;
    const found = there[path];
    if (found ? found.version !== wanted.version : !wanted.optional && !wanted.extraneous) return 'outdated';
  }
  return 'complete';
}

function packagesOf(lock) {
  try {
    return JSON.parse(readFileSync(inRoot(lock), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
