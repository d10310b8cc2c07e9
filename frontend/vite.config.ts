import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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
        return result?.code ? { code: result.code, map: result.map } : null;
      },
    },
  };
}

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

export default defineConfig({
  plugins: [
    tanstackRouter(),
    babelMacros(),
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
    dedupe: ['react', 'react-dom', 'graphql', '@mantine/core', '@mantine/hooks'],
  },
  build: {
    target: 'baseline-widely-available',
    sourcemap: 'hidden',
    manifest: true,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/graphql', '/files', '/dev', '/api'].map((path) => [path, { target: api }])),
  },
});
