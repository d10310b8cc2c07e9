import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Only names the socket's file: nothing listens on TCP. */
export const PORT = 5432;
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

export const sleep = (ms: number): Promise<undefined> => delay(ms, undefined);

/** What can be known about and done to the server of a cluster from outside, whoever started it. */
export class PostgresProcess {
  private readonly pidFile: string;
  private readonly socket: string;

  constructor(
    private readonly cluster: string,
    private readonly socketDir: string,
  ) {
    this.pidFile = path.join(cluster, 'postmaster.pid');
    this.socket = path.join(socketDir, `.s.PGSQL.${PORT}`);
  }

  /** True once a live server answers; false, with its traces removed, when what is left of one is dead. */
  async runsAlready(until: number): Promise<boolean> {
    for (; Date.now() < until; await sleep(50)) {
      if (!this.isPostmaster(this.pid())) break;
      if (await this.isReady(this.pid())) return true;
    }
    // After a restart of the machine the number may belong to any other program, which PostgreSQL would wait for.
    fs.rmSync(this.pidFile, { force: true });
    fs.rmSync(`${this.socket}.lock`, { force: true });
    return false;
  }

  /** Does the server with this process id accept connections? */
  async isReady(pid: number | undefined): Promise<boolean> {
    const lines = this.pidLines();
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready' && (await this.answers());
  }

  /** Calls back when the server that runs now has ended; for one that is not our child. */
  onEnd(callback: () => void): void {
    const pid = this.pid();
    const timer = setInterval(() => {
      if (this.isPostmaster(pid)) return;
      clearInterval(timer);
      callback();
    }, 500).unref();
  }

  /** Is anybody but us connected? Connections that are just being closed get a second to go. */
  async othersConnected(): Promise<boolean> {
    const client = new pg.Client({ host: this.socketDir, port: PORT, user: 'postgres', database: 'postgres' });
    client.on('error', () => {});
    try {
      await client.connect();
      for (let tries = 0; tries < 10; tries++) {
        const { rowCount } = await client.query(
          `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
        );
        if (!rowCount) return false;
        await sleep(100);
      }
      return true;
    } catch {
      return false; // a server that does not answer serves nobody
    } finally {
      await client.end().catch(() => {});
    }
  }

  async stop(): Promise<void> {
    const pid = this.pid();
    if (!this.isPostmaster(pid)) return;
    process.kill(pid, 'SIGINT'); // "fast" shutdown; SIGTERM would wait for idle clients
    for (const end = Date.now() + 20_000; fs.existsSync(this.pidFile) && isAlive(pid); await sleep(10)) {
      if (Date.now() > end) return void process.kill(pid, 'SIGQUIT');
    }
  }

  private pid(): number {
    return Number(this.pidLines()[0]) || 0;
  }

  private pidLines(): string[] {
    try {
      return fs.readFileSync(this.pidFile, 'utf8').split('\n');
    } catch {
      return [];
    }
  }

  private isPostmaster(pid: number): boolean {
    if (!pid || !isAlive(pid)) return false;
    if (process.platform !== 'linux') return true;
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(this.cluster);
    } catch {
      return false;
    }
  }

  /** A real answer, not just an open socket, which a dying server has too: one byte in reply to a request for TLS. */
  private answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = net.connect(this.socket, () => socket.write(SSL_REQUEST));
      const end = (answer: boolean): void => {
        socket.destroy();
        resolve(answer);
      };
      socket
        .once('data', () => end(true))
        .once('error', () => end(false))
        .once('close', () => end(false));
      socket.setTimeout(1000, () => end(false));
    });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
