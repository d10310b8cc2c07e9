import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartupError } from '../config/startup-error.js';
import { type Account, accountFor, postgresBinaries } from './postgres-binaries.js';

/** The version that the packages hold; a cluster belongs to one version. */
export const MAJOR = 18;
/** A socket's address holds 107 bytes, its file name needs 20 of them. */
const LONGEST_SOCKET_FOLDER = 85;

/** Where a cluster lives, and who runs it from where. */
export interface Place {
  account: Account;
  native: string;
  dataDir: string;
  cluster: string;
  /** The data folder as the server sees it, see `serverView`. */
  serverDataDir: string;
  socketDir: string;
  volatile: boolean;
}

/** Makes the folders, or says what keeps it from doing so. */
export function preparePlace(dataDir: string, volatile: boolean): Place {
  const cluster = path.join(dataDir, `pg${MAJOR}`);
  try {
    const account = accountFor(cluster);
    const native = postgresBinaries(account);
    fs.mkdirSync(dataDir, { recursive: true });
    if (account.uid !== undefined) ownFolder(dataDir, account);
    fs.accessSync(dataDir, fs.constants.W_OK | fs.constants.X_OK);
    // the server's account must be able to step into the folder itself
    if (account.uid !== undefined) fs.chmodSync(dataDir, fs.statSync(dataDir).mode | 0o111);
    const serverDataDir = serverView(dataDir, account);
    const socketDir = ownFolder(socketFolder(dataDir), account);
    return { account, native, dataDir, cluster, serverDataDir, socketDir, volatile };
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `The built-in PostgreSQL cannot use ${dataDir} (${(error as Error).message}): make it writable for this account, or set DATA_DIR to another folder or DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/**
 * Under root the server runs as another account, which may not pass through, say, /root to the data. It does not have
 * to: it is handed the open folder as file descriptor 3, and a path that begins there asks nobody further up.
 */
function serverView(dataDir: string, account: Account): string {
  return account.uid !== undefined && process.platform === 'linux' ? '/proc/self/fd/3' : dataDir;
}

function socketFolder(dataDir: string): string {
  const own = path.join(dataDir, 'run');
  if (Buffer.byteLength(own) <= LONGEST_SOCKET_FOLDER) return own;
  return path.join(os.tmpdir(), `cocrea-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
}

/** A folder that the server's account may write. */
export function ownFolder(dir: string, { uid, gid }: Account): string {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) fs.chownSync(dir, uid, gid);
  else if (fs.statSync(dir).uid !== process.getuid?.()) throw new Error(`${dir} belongs to another account`);
  return dir;
}
