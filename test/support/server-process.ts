import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../../dist/src/main.js');
const STARTED = 'is running at';

/** The built server as an operator runs it: a process of its own, with nothing but settings. */
export class ServerProcess {
  private readonly child: ChildProcess;
  private output = '';
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | NodeJS.Signals | null>;

  constructor(
    private readonly settings: Record<string, string>,
    args: string[] = [MAIN],
  ) {
    const env = { PATH: process.env.PATH, DEMO: 'false', ...settings };
    this.child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on('data', (data) => (this.output += String(data)));
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => resolve(code ?? signal)));
  }

  /** Resolves when it serves, and fails with what it said when it ends instead. */
  async started(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      const look = () => this.output.includes(STARTED) && resolve();
      this.child.stdout!.on('data', look);
      void this.ended.then(() => reject(new Error(this.output)));
    });
    return this;
  }

  /** What it said, line by line. */
  async lines(): Promise<string[]> {
    await this.ended;
    return this.output.trim().split('\n');
  }

  signal(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    this.child.kill(signal);
    return this.ended;
  }

  get postgres(): number {
    return Number(
      readFileSync(path.join(this.settings.DATA_DIR!, 'postgres/pg18/postmaster.pid'), 'utf8').split('\n')[0],
    );
  }

  async get(route: string): Promise<number> {
    const { status } = await fetch(`http://127.0.0.1:${this.settings.PORT}${route}`);
    return status;
  }
}

/** A port that nobody uses at this moment, with the server that kept it. */
export async function takenPort(): Promise<{ port: string; free: () => Promise<void> }> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return { port: String(port), free: () => new Promise((resolve) => server.close(() => resolve())) };
}
