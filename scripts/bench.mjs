// `npm run bench -- <name> [arguments]`: runs bench/<name>.mjs on an up-to-date build.
import './lib/node-version.mjs';
import { existsSync } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, root, say } from './lib/run.mjs';

const [name = 'load', ...rest] = process.argv.slice(2);
const file = inRoot('bench', `${name}.mjs`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  say(`There is no bench "${name}": see the folder bench/`);
  process.exit(1);
}
process.chdir(root);
await ensureInstalled();
await ensureBuilt(['server']);
const { run } = await import(file);
await run(rest);
