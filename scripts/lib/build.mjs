import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from './compile.mjs';
import { inRoot, npm, root, say, seconds } from './run.mjs';

const STAMPS = 'node_modules/.cache/cocrea';
/** What a build writes itself, and what it does not read. */
const NOT_INPUT = [/(^|\/)(node_modules|dist)$/, /\.(spec|e2e-spec|test)\.tsx?$/, /^frontend\/src\/gql$/, /\.gen\.ts$/];

const server = {
  name: 'server',
  inputs: ['src', 'migrations', '.swcrc', 'package-lock.json'],
  output: 'dist',
  proof: 'dist/src/main.js',
  build: (files) => compile(files.filter((file) => file.endsWith('.ts'))),
};
const pages = {
  name: 'pages',
  inputs: ['frontend', 'schema.graphql', 'package-lock.json'],
  output: 'frontend/dist',
  proof: 'frontend/dist/index.html',
  build: () => npm(['run', 'build', '-w', 'frontend', '--silent']),
};

/**
 * Builds what is older than its sources, both parts at once.
 * @returns the output of the parts that could not be built
 */
export async function build({ parts = ['server', 'pages'], force = false } = {}) {
  const wanted = [server, pages].filter(({ name, inputs }) => parts.includes(name) && existsSync(inRoot(inputs[0])));
  const failures = await Promise.all(wanted.map((part) => buildPart(part, force)));
  return failures.filter(Boolean);
}

/** The same for commands that cannot go on without. */
export async function ensureBuilt(parts) {
  const failures = await build({ parts });
  if (failures.length === 0) return;
  say(failures.join('\n'));
  say('The build failed (see above): set that right and start again.');
  process.exit(1);
}

async function buildPart(part, force) {
  const now = stateOf(part);
  const stamp = inRoot(STAMPS, `${part.name}.json`);
  const last = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : undefined;
  if (!force && last?.hash === now.hash && existsSync(inRoot(part.proof))) return undefined;
  // The compiler leaves what it made of a source that is gone.
  if (last?.files.some((file) => !now.files.includes(file)))
    rmSync(inRoot(part.output), { recursive: true, force: true });
  const begin = performance.now();
  say(`Building the ${part.name} …`);
  const { code, output } = await part.build(now.files);
  if (code !== 0) {
    rmSync(stamp, { force: true });
    return output;
  }
  mkdirSync(inRoot(STAMPS), { recursive: true });
  writeFileSync(stamp, JSON.stringify(now));
  say(`✓ ${part.name} built in ${seconds(begin)}`);
  return undefined;
}

function stateOf({ inputs }) {
  const files = inputs.flatMap(filesAt).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(inRoot(file)));
  return { hash: hash.digest('hex'), files };
}

function filesAt(relative) {
  if (NOT_INPUT.some((pattern) => pattern.test(relative)) || !existsSync(path.join(root, relative))) return [];
  if (!statSync(inRoot(relative)).isDirectory()) return [relative];
  return readdirSync(inRoot(relative)).flatMap((name) => filesAt(`${relative}/${name}`));
}
