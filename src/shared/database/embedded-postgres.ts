import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { StartupError } from '../config/startup-error.js';
import { MAJOR, type Place, ownFolder, preparePlace } from './postgres-place.js';
import { PORT, PostgresProcess, sleep } from './postgres-process.js';

/** How to start the built-in PostgreSQL. */
export interface EmbeddedPostgresOptions {
  /** The folder that holds the cluster, its socket and its log; made when missing. */
  dataDir: string;
  /** Server settings besides the defaults. */
  settings?: Record<string, string | number>;
  /** Nothing is synced to disk, and stopping waits for nobody: for throw-away clusters. */
  volatile?: boolean;
  /** Called when the server ends although nobody asked it to. */
  onUnexpectedEnd?: () => void;
}

/** A running built-in PostgreSQL. It listens on a Unix socket only, so it needs neither port nor password. */
export interface EmbeddedPostgres {
  /** False when another process of this installation had started it. */
  startedHere: boolean;
  /** For `pg` (user) and TypeORM (username) alike. */
  connection(database: string): { host: string; port: number; user: string; username: string; database: string };
  /** The same as one address. */
  url(database: string): string;
  /** Stops the server, unless another process is still connected to it: the last one to leave stops it. */
  stop(): Promise<void>;
}

/** Starts the cluster in `dataDir`, made on first use, or joins the server that already runs it. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = preparePlace(path.resolve(options.dataDir), options.volatile ?? false);
  await createCluster(place);
  const server = new PostgresProcess(place.cluster, place.socketDir);
  const child = await startOrJoin(place, server, options.settings ?? {});
  let stopping = false;
  const ended = (): void => {
    if (!stopping) options.onUnexpectedEnd?.();
  };
  if (child) child.once('exit', ended);
  else server.onEnd(ended);
  return {
    startedHere: child !== undefined,
    connection: (database) => ({ host: place.socketDir, port: PORT, user: 'postgres', username: 'postgres', database }),
    url: (database) => `socket://postgres@${encodeURI(place.socketDir)}?db=${encodeURIComponent(database)}`,
    async stop() {
      if (!place.volatile && (await server.othersConnected())) return;
      stopping = true;
      await server.stop();
    },
  };
}

async function createCluster(place: Place): Promise<void> {
  const { cluster, dataDir } = place;
  if (fs.existsSync(cluster)) return checkCluster(cluster);
  // Made beside its place and renamed when complete: a crash half-way leaves nothing that looks ready.
  const half = ownFolder(`${cluster}.new-${randomBytes(4).toString('hex')}`, place.account);
  const sync = place.volatile ? ['--no-sync'] : process.platform === 'linux' ? ['--sync-method=syncfs'] : [];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8'];
  const auth = ['--username=postgres', '--auth-local=trust', '--auth-host=reject'];
  const target = path.join(place.serverDataDir, path.basename(half));
  const initdb = launch(place, 'initdb', ['-D', target, ...auth, ...locale, ...sync], 'pipe');
  let problem = '';
  initdb.stderr?.on('data', (data: Buffer) => (problem += data.toString()));
  const code = await new Promise((resolve) => initdb.once('error', resolve).once('close', resolve));
  if (code !== 0) {
    fs.rmSync(half, { recursive: true, force: true });
    const reason = code instanceof Error ? code.message : problem.replace(/\s+/g, ' ').trim();
    throw new StartupError(
      `The built-in PostgreSQL could not create its data in ${dataDir} (${reason}): set that right, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  try {
    fs.renameSync(half, cluster);
  } catch {
    fs.rmSync(half, { recursive: true, force: true }); // another process was faster
  }
  removeHalves(dataDir);
}

/** Removes what starts that were killed have left; one that goes on at this moment is younger. */
function removeHalves(dataDir: string): void {
  for (const name of fs.readdirSync(dataDir).filter((entry) => entry.startsWith(`pg${MAJOR}.new-`))) {
    const half = path.join(dataDir, name);
    if (Date.now() - (fs.statSync(half, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 600_000) {
      fs.rmSync(half, { recursive: true, force: true });
    }
  }
}

function checkCluster(cluster: string): void {
  const remedy = 'put a backup of the folder in its place, or move it away to begin with an empty database';
  try {
    const version = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (version === String(MAJOR)) return;
    throw new StartupError(`${cluster} was written by PostgreSQL ${version}, not ${MAJOR}: ${remedy}.`);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES') {
      throw new StartupError(`${cluster} belongs to another account: start as that account or as root.`);
    }
    throw new StartupError(`The database in ${cluster} is damaged (PG_VERSION: ${code}): ${remedy}.`);
  }
}

/** Resolves with the server's process, or with nothing when another process runs it. */
async function startOrJoin(
  place: Place,
  server: PostgresProcess,
  settings: Record<string, string | number>,
): Promise<ChildProcess | undefined> {
  const logFile = path.join(place.dataDir, 'postgres.log');
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
    if (await server.runsAlready(end)) return undefined;
    const logged = fs.existsSync(logFile) ? fs.statSync(logFile).size : 0;
    const child = launchServer(place, logFile, settings);
    const exited = new Promise<true>((resolve) =>
      child.once('exit', () => resolve(true)).once('error', () => resolve(true)),
    );
    while (!(await server.isReady(child.pid))) {
      if (await Promise.race([exited, sleep(10)])) break;
      if (Date.now() > end) throw new StartupError(`PostgreSQL did not start within a minute: see ${logFile}.`);
    }
    if (child.exitCode === null && child.signalCode === null && child.pid) {
      child.unref();
      return child;
    }
    // What a killed server left behind may still be going, or somebody else was faster or has stopped it: all pass.
    const reason = lastFatal(fs.readFileSync(logFile, 'utf8').slice(logged));
    if (child.exitCode === 0 || /already exists|still in use|is being (started|shut)/.test(reason)) continue;
    throw new StartupError(
      `The database in ${place.cluster} does not start (${reason}): see ${logFile}; put a backup of the folder in its place, or move it away to begin with an empty database.`,
    );
  }
  throw new StartupError(`Another PostgreSQL holds ${place.cluster} and does not answer: stop it and start again.`);
}

function lastFatal(log: string): string {
  return log.match(/(?:FATAL|PANIC|LOG): {2}.*/g)?.at(-1) ?? log.trim().split('\n').at(-1) ?? 'no message';
}

function launchServer(place: Place, logFile: string, extra: Record<string, string | number>): ChildProcess {
  const linux = process.platform === 'linux';
  const here = place.socketDir.startsWith(place.dataDir + path.sep);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: here ? path.join(place.serverDataDir, 'run') : place.socketDir,
    unix_socket_permissions: '0700',
    port: PORT,
    max_connections: 60,
    shared_buffers: '128MB',
    jit: 'off',
    log_min_messages: 'warning',
    ...(linux ? { recovery_init_sync_method: 'syncfs' } : {}),
    ...(place.volatile ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
    ...extra,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = fs.openSync(logFile, 'a');
  const { uid, gid } = place.account;
  if (uid !== undefined && gid !== undefined) fs.fchownSync(log, uid, gid);
  try {
    return launch(
      place,
      'postgres',
      ['-D', path.join(place.serverDataDir, path.basename(place.cluster)), ...flags],
      log,
    );
  } finally {
    fs.closeSync(log);
  }
}

function launch(place: Place, program: string, args: string[], stderr: 'pipe' | number): ChildProcess {
  const folder = fs.openSync(place.dataDir, 'r');
  try {
    return spawn(path.join(place.native, 'bin', program), args, {
      ...place.account,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', stderr, folder],
      // In a process group of its own, Ctrl-C does not reach it: the API stops it after its own last query.
      detached: true,
    });
  } finally {
    fs.closeSync(folder);
  }
}
