// What is made of the bundle once it is written.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

/** What readers come to; staff need a connection. */
const READ_OFFLINE = [
  'index',
  '$slug/route',
  '$slug/index',
  '$slug/ideas',
  '$slug/c.$challengeSlug.index',
  'i.$ideaId',
  'me',
];

/** Writes the service worker, with the names of all files that these pages may need. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    writeBundle({ dir }) {
      const manifest = JSON.parse(readFileSync(join(dir!, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
      const files = new Set<string>();
      const visit = (key: string): void => {
        const chunk = manifest[key];
        if (!chunk || files.has(chunk.file)) return;
        files.add(chunk.file);
        chunk.imports?.forEach(visit);
        chunk.dynamicImports?.filter((each) => !each.startsWith('src/app/routes/')).forEach(visit);
      };
      ['index.html', ...READ_OFFLINE.map((name) => `src/app/routes/${name}.tsx?tsr-split=component`)].forEach(visit);
      for (const name of readdirSync(join(dir!, 'assets')))
        if (/\.css$|-latin-wght-normal-.*\.woff2$/.test(name)) files.add(`assets/${name}`);
      const list = JSON.stringify([...files].map((file) => `/${file}`));
      writeFileSync(
        join(dir!, 'sw.js'),
        readFileSync(join(import.meta.dirname, 'sw.js'), 'utf8').replace('__FILES__', list),
      );
    },
  };
}

/** The font comes with the styles and not after them: what is read first is written in it at once. */
export function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const file = Object.keys(bundle).find((name) => /-latin-wght-normal-.*\.woff2$/.test(name));
        if (!file) throw new Error('The font is not in the bundle.');
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true };
        return [{ tag: 'link', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}

/** Writes .br and .gz beside every text asset, so that the server compresses nothing. */
export function precompress(): Plugin {
  let out = 'dist';
  return {
    name: 'precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      out = join(config.root, config.build.outDir);
    },
    closeBundle() {
      if (!existsSync(out)) return;
      for (const path of filesIn(out).filter((file) => /\.(js|css|svg|json|txt|webmanifest)$/.test(file))) {
        const content = readFileSync(path);
        if (content.length <= 1024) continue;
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
