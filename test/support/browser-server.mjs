// The built product with a throw-away data folder, for the browser tests.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'cocrea-browser-'));
process.once('exit', () => fs.rmSync(dir, { recursive: true, force: true }));
process.env.DATA_DIR = dir;
process.env.NODE_ENV = 'production';
await import('../../dist/src/main.js');
