// What a page's first screen ships: the script it loads before it can paint, compressed. Fails over the budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET = 150_000;
const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** A chunk and everything it cannot run without. */
function closure(key, into = new Set()) {
  const chunk = manifest[key];
  if (!chunk || into.has(chunk.file)) return into;
  into.add(chunk.file);
  // a module waits for what its feature says, in one language
  const spoken = (chunk.dynamicImports ?? []).filter((imported) => /\/es\.po(\?|$)/.test(imported));
  for (const imported of [...(chunk.imports ?? []), ...spoken]) closure(imported, into);
  return into;
}

const sizes = new Map();
const size = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
};
const routes = Object.keys(manifest).filter(
  (key) => key.startsWith('src/app/routes/') && key.includes('tsr-split=component'),
);
const layout = 'src/app/routes/$slug/route.tsx?tsr-split=component';
const rows = routes.map((route) => {
  const files = new Set();
  const within = route.includes('/$slug/') ? [layout] : [];
  for (const key of ['index.html', ...within, route]) closure(key, files);
  return {
    route: route.replace('src/app/routes/', '').replace('?tsr-split=component', ''),
    bytes: [...files].reduce((sum, file) => sum + size(file), 0),
    files,
  };
});
for (const { route, bytes } of rows.toSorted((a, b) => b.bytes - a.bytes))
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${route}`);
const shown = process.argv[2];
if (shown) for (const file of rows.find(({ route }) => route === shown)?.files ?? []) console.log(size(file), file);

/** What visitors come to first; forms and the desks of staff may weigh more. */
const FIRST = ['index.tsx', '$slug/index.tsx', '$slug/ideas.tsx', '$slug/c.$challengeSlug.index.tsx', 'i.$ideaId.tsx'];
const over = rows.filter(({ route, bytes }) => bytes > BUDGET && FIRST.includes(route));
if (over.length > 0) {
  console.error(`Over the budget of ${BUDGET / 1000} kB: ${over.map(({ route }) => route).join(', ')}`);
  process.exitCode = 1;
}
