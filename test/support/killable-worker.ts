import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { TestApp } from './app.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SECRET = 'test-secret-test-secret-test-secret';

/** A process of its own that works on the test's database; resolves once it runs. */
export async function startWorker(t: TestApp, script: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [path.join(ROOT, script)], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      ROLE: 'worker',
      DATABASE_URL: t.config.databaseUrl,
      DATA_DIR: t.dataDir,
      DATABASE_POOL: '5',
      DEMO: 'false',
      JWT_SECRET: SECRET,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (data: Buffer) => data.includes('running') && resolve());
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}`)));
  });
  return child;
}

/** Ends it as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Starts and kills workers, each after a moment by chance; the last one is left to finish. */
export async function surviveKills(
  t: TestApp,
  script: string,
  kills: number,
  isDone: () => Promise<boolean>,
): Promise<number> {
  let hits = 0;
  for (let round = 0; round < kills; round++) {
    const child = await startWorker(t, script);
    await pause(20 + Math.random() * 300);
    if (!(await isDone())) hits++;
    await kill(child);
  }
  const last = await startWorker(t, script);
  for (let waited = 0; !(await isDone()); waited += 100) {
    if (waited > 120_000) throw new Error('The last worker did not finish in two minutes');
    await pause(100);
  }
  await kill(last);
  return hits;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
