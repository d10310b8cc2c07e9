import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const inRoot = (...parts) => path.join(root, ...parts);

const children = new Set();
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

function interrupt(signal) {
  for (const child of children) child.kill(signal);
  process.exit(SIGNALS[signal]);
}

/**
 * Runs a program in the project's folder and resolves with its exit code and what it wrote. `live` shows the output as
 * it comes, on stderr: stdout belongs to the command that the user called. Our own end is its end too.
 */
export function run(command, args, { env = {}, live = false } = {}) {
  const stdio = live ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio });
  if (children.size === 0) for (const signal of Object.keys(SIGNALS)) process.on(signal, interrupt);
  children.add(child);
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  return new Promise((resolve) => {
    const end = (code) => {
      children.delete(child);
      if (children.size === 0) for (const signal of Object.keys(SIGNALS)) process.off(signal, interrupt);
      resolve({ code, output });
    };
    child.once('error', (error) => ((output += error.message), end(127))).once('close', (code) => end(code ?? 1));
  });
}

/** A module of an installed package, run by this same Node. */
export const node = (file, args = [], options) => run(process.execPath, [inRoot(file), ...args], options);

/** The npm that started us, or the one on the path. */
export function npm(args, options) {
  const npmCli = process.env.npm_execpath;
  return npmCli?.endsWith('npm-cli.js') ? run(process.execPath, [npmCli, ...args], options) : run('npm', args, options);
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** A line of progress. */
export const say = (line) => console.error(line);

/** Ends with one line that says what to do. */
export function fail(line) {
  console.error(line);
  process.exit(1);
}
