import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { transformAsync, type PluginItem } from '@babel/core';
import { lingui } from '@lingui/vite-plugin';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { precompress, preloadFont, serviceWorker } from './vite.output';

const root = import.meta.dirname;
const macros = createRequire(import.meta.url)('./babel.macros.cjs') as PluginItem[];
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

const MACRO = /@lingui\/(core|react)\/macro|\bgraphql\(\s*`/;
const compiled = new Map<string, ReturnType<typeof transformAsync>>();

const compile = (code: string, filename: string) => {
  const key = `${filename}\n${code}`;
  const known = compiled.get(key);
  if (known) return known;
  const result = transformAsync(code, {
    filename,
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    parserOpts: { plugins: ['jsx', 'typescript'] },
    plugins: macros,
    cwd: root,
  });
  compiled.set(key, result);
  return result;
};

/** Runs the compile-time macros (translations, GraphQL documents): Babel sees only the files that use one. */
function babelMacros(): Plugin {
  return {
    name: 'babel-macros',
    enforce: 'pre',
    transform: {
      filter: { id: { include: /\.tsx?(\?.*)?$/, exclude: /node_modules|\/src\/gql\// }, code: MACRO },
      async handler(code, id) {
        const result = await compile(code, id.split('?')[0]!);
        if (!result?.code) return null;
        const folder = code.includes('@lingui/') && /\/src\/features\/(.+)\/[^/]+$/.exec(id)?.[1];
        const catalogue = folder ? `import '${CATALOGUE}${folder}';` : '';
        return { code: catalogue + result.code, map: result.map };
      },
    },
  };
}

const CATALOGUE = 'virtual:catalogue/';

/** The messages of the modules in a folder, as the macros name them. */
async function messagesIn(folder: string): Promise<Set<string>> {
  const files = readdirSync(folder).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const codes = files.map(async (name) => {
    const code = readFileSync(join(folder, name), 'utf8');
    return code.includes('@lingui/') ? (await compile(code, join(folder, name)))?.code : '';
  });
  return new Set(
    (await Promise.all(codes)).flatMap((code) => [...code!.matchAll(/\bid[:=]\s*"([^"]+)"/g)].map(([, id]) => id!)),
  );
}

/** What a folder of a feature says comes with the first of its modules that speaks: they wait for it, and for no more. */
function catalogues(): Plugin {
  return {
    name: 'catalogues',
    enforce: 'post',
    resolveId: (id) => (id.startsWith(CATALOGUE) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${CATALOGUE}`)) return null;
      const folder = id.slice(CATALOGUE.length + 1);
      // Lingui compiles what ends with ?lingui
      const glob = `'/src/features/${folder.split('/')[0]}/locales/*.po', { query: '?folder=${folder}?lingui' }`;
      return `import { addCatalogue } from '@/lib/i18n'; await addCatalogue(import.meta.glob(${glob}));`;
    },
    transform: {
      filter: { id: /\.po\?folder=/ },
      async handler(code, id) {
        const folder = /\?folder=([^?]+)/.exec(id)![1]!;
        const said = await messagesIn(join(root, 'src/features', folder));
        const all = JSON.parse(JSON.parse(/JSON\.parse\((".*")\)/.exec(code)![1]!) as string) as Record<
          string,
          unknown
        >;
        const messages = Object.fromEntries(Object.entries(all).filter(([key]) => said.has(key)));
        return { code: `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(messages))});`, map: null };
      },
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

interface Graph {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** Files that re-export a whole package: what is behind them is not needed by whoever imports one thing. */
const BARREL = /(@mantine\/hooks\/esm|@tabler\/icons-react\/dist\/esm\/icons)\/index\.mjs$/;

/** What both readers and writers need. */
const PARTS = /\/components\/(fields\/(Field|TextInput)|Markdown|IconButton)\.tsx|\/IconEyeOff\.mjs/;
/** What readers need none of: for those who act, and for those who write. */
const ACTING =
  /\/components\/(ConfirmDialog|OnlyManagers|RequireSignIn|Redirect|fields\/(Checkbox|NativeSelect))|\/lib\/(wish|unsent)/;
const WRITING =
  /\/src\/(components\/(LeaveGuard|TwoVersions|MarkdownEditor|MarkdownPreview|markdown-marks|TagInput|FileDrop|FormErrorSummary|fields\/(Textarea|Password|Honeypot|DayField))|lib\/(focus|uploads|use-uploads|use-kept-form|kept|merge|use-autosave))/;
/** Of some desks and pages alone, however many. */
const APART =
  /use-late-value|use-challenge-choices|use-current-in-view|\/lib\/csv|\/components\/(ExportButton|ReviewThis)/;
const SHARED = /\/src\/(components|lib)\//;

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
    preloadFont(),
    serviceWorker(),
    precompress(),
  ],
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: {
    alias: {
      '@': join(root, 'src'),
      // the package's entry is a barrel of 6,000 icons: the dev server would load each of them
      '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs',
      // React has had it itself since 18
      'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector',
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
        // the first script lists all others: what they are called would be a hundredth of it
        chunkFileNames: 'assets/[hash].js',
        codeSplitting: {
          groups: [
            { name: basis(), priority: 4 },
            { name: 'parts', test: PARTS, priority: 3 },
            {
              name: 'shared',
              test: (id) => SHARED.test(id) && !ACTING.test(id) && !WRITING.test(id) && !APART.test(id),
              minShareCount: 4,
              priority: 2,
            },
            { name: 'acting', test: ACTING, minShareCount: 2, priority: 1 },
            { name: 'writing', test: WRITING, minShareCount: 2, priority: 1 },
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
