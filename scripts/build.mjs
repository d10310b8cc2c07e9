// `npm run build`: builds the server and the pages, or only the part that is named, changed or not.
import './lib/node-version.mjs';
import { build } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

const [part] = process.argv.slice(2);
await ensureInstalled();
const failures = await build({ parts: part ? [part] : undefined, force: true });
for (const output of failures) console.error(output);
process.exitCode = failures.length > 0 ? 1 : 0;
