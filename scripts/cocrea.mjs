// `npm run cocrea -- <command>`: the operator's commands, from an up-to-date build.
import './lib/node-version.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/run.mjs';

process.chdir(root);
await ensureInstalled();
await ensureBuilt(['server']);
process.setSourceMapsEnabled(true);
await import('../dist/src/cli.js');
