// Fails when a catalogue is older than the sources, or a message lacks its translation.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = import.meta.dirname;
const LOCALES = ['en', 'es', 'it'];
const api = createRequire(import.meta.url).resolve('@lingui/cli/api');
const fresh = mkdtempSync(join(tmpdir(), 'cocrea-i18n-'));

/** Strings of a .po file may go over several lines. */
const text = (lines) =>
  lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .join('');
const read = (file) =>
  new Map(
    existsSync(file)
      ? [...readFileSync(file, 'utf8').matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)]
          .map(([, id, translation]) => [text(id), text(translation)])
          .filter(([id]) => id)
      : [],
  );

const extracted = spawnSync(process.execPath, [join(dirname(api), '../lingui.js'), 'extract'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, CATALOGUES_IN: fresh, FEATURE: '' },
});
if (extracted.status !== 0) {
  console.error(extracted.stdout + extracted.stderr);
  process.exit(1);
}

const folders = ['locales', ...readdirSync(join(root, 'src/features')).map((name) => `features/${name}/locales`)];
const problems = [];
let messages = 0;
for (const folder of folders) {
  const wanted = read(join(fresh, folder, 'en.po'));
  messages += wanted.size;
  for (const locale of LOCALES) {
    const file = join(folder, `${locale}.po`);
    const present = read(join(root, 'src', file));
    for (const id of wanted.keys()) if (!present.get(id)) problems.push(`${file}: not translated: ${id}`);
    for (const id of present.keys()) if (!wanted.has(id)) problems.push(`${file}: no longer used: ${id}`);
  }
}
rmSync(fresh, { recursive: true });
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error('Run "npm run i18n:extract -w frontend" and translate what is new.');
  process.exit(1);
}
console.log(`i18n: ${messages} messages in ${LOCALES.join(', ')}`);
