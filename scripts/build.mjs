// `npm run build`: builds the server and the pages, changed or not.
import './lib/node-version.mjs';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled();
const failures = await build({ force: true });
for (const output of failures) console.error(output);
process.exitCode = failures.length > 0 ? 1 : 0;
