// `npm run check`: everything that can be known without running the tests.
import './lib/node-version.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { check } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled();
await ensureBuilt(['server', 'pages']);
const { passed, failed } = await check();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
