// What a process under measurement has cost, and the limit server as one.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { freePort } from '../scratch.mjs';

const TICKS = 100; // clock ticks a second, on every Linux that Node runs on

/** The cost of a running process. */
export function costOf(pid) {
  const stat = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return {
    /** seconds of processor time so far, user and system */
    cpu: () => (Number(stat()[11]) + Number(stat()[12])) / TICKS,
    /** largest resident memory so far, in MB */
    peak: () => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024),
  };
}

/** The limit server on a port of its own. */
export async function startLimit(databaseUrl) {
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port) };
  const child = spawn(process.execPath, ['bench/measure/limit-server.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return { port, cost: costOf(child.pid), stop: () => child.kill() };
}
