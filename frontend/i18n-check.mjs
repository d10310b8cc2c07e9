// Fails when a catalogue is older than the sources, or a message lacks its translation.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = import.meta.dirname;
const features = join(root, 'src/features');
const folders = [join(root, 'src/locales'), ...readdirSync(features).map((name) => join(features, name, 'locales'))];
const catalogues = () =>
  new Map(
    folders
      .filter(existsSync)
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .filter((file) => file.endsWith('.po'))
      .map((file) => [file, readFileSync(file, 'utf8')]),
  );
const bin = join(dirname(createRequire(import.meta.url).resolve('@lingui/cli/package.json')), 'dist/lingui.js');
const lingui = (...args) => spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8' });
/** Dates in the header are not a difference. */
const body = (text) => text?.replace(/^"POT?-.*Date:.*\n/gm, '');

const before = catalogues();
const extracted = lingui('extract', '--clean');
const after = catalogues();
for (const file of after.keys()) if (!before.has(file)) rmSync(file);
for (const [file, text] of before) writeFileSync(file, text);
if (extracted.status !== 0) {
  console.error(extracted.stdout + extracted.stderr);
  process.exit(1);
}
const stale = [...after].filter(([file, text]) => body(before.get(file)) !== body(text)).map(([file]) => file);
if (stale.length > 0) {
  console.error(`Catalogues out of date: ${stale.map((file) => file.slice(root.length + 1)).join(', ')}.`);
  console.error('Run "npm run i18n:extract -w frontend" and translate what is new.');
  process.exit(1);
}
const missing = [...before]
  .filter(([file]) => !file.endsWith('en.po'))
  .flatMap(([file, text]) =>
    [...text.matchAll(/^msgid "(.+)"\nmsgstr ""$/gm)].map(([, id]) => `${file.slice(root.length + 1)}: ${id}`),
  );
if (missing.length > 0) {
  console.error(`Not translated:\n${missing.join('\n')}`);
  process.exit(1);
}
console.log(`i18n: ${before.size} catalogues complete`);
