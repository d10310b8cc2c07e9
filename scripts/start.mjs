// `npm start`: installs and builds what is missing or has changed, then runs the server in this process.
import './lib/node-version.mjs';
import module from 'node:module';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, root } from './lib/run.mjs';

process.chdir(root);
await ensureInstalled();
await ensureBuilt(['server', 'pages']);

// Without it some libraries run their slow checks for developers.
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
// From Node 22 on, the second start need not compile everything again.
module.enableCompileCache?.(inRoot('node_modules/.cache/cocrea/compiled'));
await import('../dist/src/main.js');
