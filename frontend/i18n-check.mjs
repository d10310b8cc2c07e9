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
/** Translations by message; the same one in another context is another. */
const read = (file) =>
  new Map(
    existsSync(file)
      ? [...readFileSync(file, 'utf8').matchAll(/^(?:msgctxt (".*"\n))?msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)/gm)]
          .map(([, context = '""', id, translation]) => [text(id), text(context), text(translation)])
          .filter(([id]) => id)
          .map(([id, context, translation]) => [context ? `${id} (${context})` : id, translation])
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
/** Where each translation was first met: the pages merge all catalogues, and the last one loaded would win. */
const first = new Map(LOCALES.map((locale) => [locale, new Map()]));
let messages = 0;
for (const folder of folders) {
  const wanted = read(join(fresh, folder, 'en.po'));
  messages += wanted.size;
  for (const locale of LOCALES) {
    const file = join(folder, `${locale}.po`);
    const present = read(join(root, 'src', file));
    for (const id of wanted.keys()) if (!present.get(id)) problems.push(`${file}: not translated: ${id}`);
    for (const id of present.keys()) if (!wanted.has(id)) problems.push(`${file}: no longer used: ${id}`);
    for (const [id, translation] of present) {
      const known = first.get(locale).get(id) ?? { translation, file };
      first.get(locale).set(id, known);
      if (known.translation !== translation)
        problems.push(`${file}: “${id}” is “${translation}” here, “${known.translation}” in ${known.file}`);
    }
  }
}
rmSync(fresh, { recursive: true });
if (problems.length > 0) {
  console.error(problems.join('\n'));
  console.error('Run "npm run i18n:extract -w frontend" and translate what is new.');
  process.exit(1);
}
console.log(`i18n: ${messages} messages in ${LOCALES.join(', ')}`);
