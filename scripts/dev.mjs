// `npm run dev`: compiles and restarts the server, and reloads the pages, whenever a source changes. Ctrl-C ends all.
import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { npm, root, say } from './lib/run.mjs';

process.chdir(root);
await ensureInstalled();
// Errors here are those of the source at this moment: the watchers show them, and the next change.
for (const output of await build({ parts: ['server'] })) say(output);

const generate = async () => {
  const { code, output } = await npm(['run', 'codegen', '-w', 'frontend', '--silent']);
  if (code !== 0) say(output);
};
await generate();
const env = { API_URL: `http://127.0.0.1:${process.env.PORT ?? 3000}`, ...process.env };
const start = (args, cwd = root) => spawn(process.execPath, args, { stdio: 'inherit', cwd, env });
const tsc = 'node_modules/typescript/bin/tsc';
const children = [
  start([tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  start(['--watch', '--watch-preserve-output', '--enable-source-maps', 'dist/src/main.js']),
  start(['../node_modules/vite/bin/vite.js'], 'frontend'),
];

// The types of the pages' queries follow their texts and the API.
let timer;
const generateSoon = (_, file) => {
  if (!/\.(tsx?|graphql)$/.test(file ?? '') || /(^|\/)gql\/|\.gen\.ts$|\.test\.tsx?$/.test(file)) return;
  clearTimeout(timer);
  timer = setTimeout(generate, 300);
};
const watchers = [watch('frontend/src', { recursive: true }, generateSoon), watch('schema.graphql', generateSoon)];

const ended = Promise.all(children.map((child) => new Promise((resolve) => child.once('close', resolve))));

let ending = false;
async function end() {
  if (ending) return;
  ending = true;
  for (const watcher of watchers) watcher.close();
  clearTimeout(timer);
  for (const child of children) child.kill('SIGTERM');
  await ended;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
for (const child of children) child.once('close', () => void end());
