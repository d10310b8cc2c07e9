// `npm start`: installs and builds what is missing or has changed, then runs the server in this process.
import './lib/node-version.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/run.mjs';

process.chdir(root);
await ensureInstalled();
await ensureBuilt(['server', 'pages']);

// Without it some libraries run their slow checks for developers.
process.env.NODE_ENV ??= 'production';
process.setSourceMapsEnabled(true);
await import('../dist/src/main.js');
