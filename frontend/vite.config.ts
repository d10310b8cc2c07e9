import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transformAsync, type PluginItem } from '@babel/core';
import { lingui } from '@lingui/vite-plugin';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const macros = createRequire(import.meta.url)('./babel.macros.cjs') as PluginItem[];
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

/** Runs the compile-time macros (translations, GraphQL documents): Babel sees only the files that use one. */
function babelMacros(): Plugin {
  return {
    name: 'babel-macros',
    enforce: 'pre',
    transform: {
      filter: {
        id: { include: /\.tsx?(\?.*)?$/, exclude: /node_modules|\/src\/gql\// },
        code: /@lingui\/(core|react)\/macro|\bgraphql\(\s*`/,
      },
      async handler(code, id) {
        const result = await transformAsync(code, {
          filename: id.split('?')[0],
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: ['jsx', 'typescript'] },
          plugins: macros,
          cwd: root,
        });
        if (!result?.code) return null;
        const feature = code.includes('@lingui/') && /\/src\/features\/([^/]+)\//.exec(id)?.[1];
        const catalogue = feature ? `import '${CATALOGUE}${feature}';` : '';
        return { code: catalogue + result.code, map: result.map };
      },
    },
  };
}

const CATALOGUE = 'virtual:catalogue/';

/** What a feature says comes with the first of its modules that speaks: they wait for it. */
function catalogues(): Plugin {
  return {
    name: 'catalogues',
    resolveId: (id) => (id.startsWith(CATALOGUE) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${CATALOGUE}`)) return null;
      const files = `/src/features/${id.slice(CATALOGUE.length + 1)}/locales/*.po`;
      return `import { addCatalogue } from '@/lib/i18n'; await addCatalogue(import.meta.glob('${files}'));`;
    },
  };
}

const run = promisify(execFile);

/** While developing: a changed query gets its types and text before the page asks for it. */
const documents = (): Plugin => ({
  name: 'documents',
  apply: 'serve',
  async handleHotUpdate({ file, read }) {
    if (!/\/src\/.*\.tsx?$/.test(file) || !(await read()).includes('graphql(`')) return;
    await run(process.execPath, [join(root, 'codegen.mjs')]).catch(({ stderr }: { stderr: string }) =>
      console.error(stderr),
    );
  },
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

/** Writes .br and .gz beside every text asset, so that the server compresses nothing. */
function precompress(): Plugin {
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

interface Graph {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** Files that re-export a whole package: what is behind them is not needed by whoever imports one thing. */
const BARREL = /(@mantine\/hooks\/esm|@tabler\/icons-react\/dist\/esm\/icons)\/index\.mjs$/;

/** What both readers and writers need. */
const PARTS = /\/components\/(fields\/(Field|TextInput)|Markdown|IconButton)\.tsx|\/IconEyeOff\.mjs/;
const WRITING =
  /\/src\/(components\/(MarkdownEditor|markdown-marks|TagInput|FileDrop|FormErrorSummary|fields\/(Textarea|Password))|lib\/uploads)/;

/** Every module that the application cannot start without; what only some pages need is not among them. */
function basis(): (id: string, graph: Graph) => string | null {
  const found = new Set<string>();
  return (id, graph) => {
    const pending = found.size === 0 ? [join(root, 'src/main.tsx')] : [];
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (found.has(next) || BARREL.test(next)) continue;
      found.add(next);
      pending.push(...(graph.getModuleInfo(next)?.importedIds ?? []));
    }
    return found.has(id) ? 'base' : null;
  };
}

export default defineConfig({
  plugins: [
    tanstackRouter(),
    babelMacros(),
    catalogues(),
    documents(),
    react(),
    lingui({ failOnMissing: process.env.CI === 'true', failOnCompileError: true }),
    precompress(),
  ],
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: {
    alias: {
      '@': join(root, 'src'),
      // the package's entry is a barrel of 6,000 icons: the dev server would load each of them
      '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs',
    },
    dedupe: ['react', 'react-dom', 'graphql'],
  },
  build: {
    target: 'baseline-widely-available',
    sourcemap: 'hidden',
    manifest: true,
    assetsInlineLimit: 0,
    // every browser of the target does it by itself
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    // what every page needs comes in one file: many small ones compress worse and cost round trips
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: basis(), priority: 1 },
            { name: 'parts', test: PARTS, priority: 2 },
            // readers need none of it
            { name: 'writing', test: WRITING, minShareCount: 2, priority: 1 },
            { name: 'shared', test: /\/src\/(components|lib)\//, minShareCount: 4 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/graphql', '/files', '/dev', '/api'].map((path) => [path, { target: api, ws: true }])),
  },
});
