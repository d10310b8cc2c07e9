// How much script the first screen loads: what index.html names, and what those files import before they run.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from './lib/run.mjs';

const LIMIT = 150_000;
const dist = (file) => readFileSync(inRoot('frontend/dist', file));

const page = dist('index.html').toString();
const named = [...page.matchAll(/(?:<script[^>]+src|<link[^>]+rel="modulepreload"[^>]+href)="\/([^"]+\.js)"/g)];
const chunks = Object.values(JSON.parse(dist('.vite/manifest.json')));
const byKey = JSON.parse(dist('.vite/manifest.json'));
const loaded = new Set();

function load(file) {
  if (loaded.has(file)) return;
  loaded.add(file);
  for (const key of chunks.find((chunk) => chunk.file === file)?.imports ?? []) load(byKey[key].file);
}
for (const [, file] of named) load(file);

const sizes = [...loaded].map((file) => [file, gzipSync(dist(file), { level: 9 }).length]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
for (const [file, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(`${String(size).padStart(7)}  ${file}`);
console.log(`${String(total).padStart(7)}  bytes of gzipped script on the first screen, of at most ${LIMIT}`);
if (total === 0 || total > LIMIT) process.exitCode = 1;
