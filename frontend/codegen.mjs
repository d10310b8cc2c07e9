// Writes src/gql: typed documents by @graphql-codegen/client-preset, driven directly because its CLI needs a newer Node.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { CodeFileLoader } from '@graphql-tools/code-file-loader';
import {
  buildSchema,
  concatAST,
  NoUnusedFragmentsRule,
  parse,
  print,
  specifiedRules,
  stripIgnoredCharacters,
  validate,
  visit,
} from 'graphql';

const root = import.meta.dirname;

const nameOfDocument = (source) => {
  const [, kind, name] = /(query|mutation|subscription|fragment)\s+(\w+)/.exec(source);
  return name + (kind === 'fragment' ? 'FragmentDoc' : 'Document');
};

/** gql.ts without its map of documents: the overloads stay (types), the text that Babel put in place is parsed at run time. */
function slim(code) {
  const start = code.indexOf('export function graphql(source: string)');
  const overloads = code
    .slice(start, code.lastIndexOf('export function graphql(source: string) {'))
    .replace(
      /\(typeof documents\)\[("(?:[^"\\]|\\.)*")\]/g,
      (_, key) => `typeof types.${nameOfDocument(JSON.parse(key))}`,
    );
  return [
    `import * as types from './graphql';`,
    `import { gql } from '@urql/core';`,
    overloads,
    'export function graphql(source: string) { return gql(source); }',
    '',
  ].join('\n');
}

let written = 0;
function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  writeFileSync(file, content);
  written++;
}

async function loadDocuments(schema) {
  const pluckConfig = {
    skipIndent: true,
    modules: [{ name: '@/gql', identifier: 'graphql' }],
    globalGqlIdentifierName: ['graphql'],
  };
  const loader = new CodeFileLoader({ pluckConfig });
  const documents = await loader.load('src/**/*.{ts,tsx}', {
    cwd: root,
    ignore: ['src/gql/**', '**/*.gen.ts'],
    pluckConfig,
  });
  // the loader's order changes from run to run
  documents.sort((a, b) => a.location.localeCompare(b.location) || a.rawSDL.localeCompare(b.rawSDL));
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
  const errors = validate(schema, concatAST(documents.map(({ document }) => document)), rules);
  if (errors.length === 0) return documents;
  for (const error of errors) console.error(error.toString());
  return process.exit(1);
}

async function writeTypes(sdl, schemaAst, documents) {
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${join(root, 'src/gql')}/`,
    schema: parse(sdl),
    schemaAst,
    documents,
    config: {
      useTypeImports: true,
      enumType: 'string-literal',
      scalars: { DateTime: 'string', ID: 'string' },
      defaultScalarType: 'unknown',
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
    pluginContext: {},
    profiler: { run: (work) => Promise.resolve(work()), collect: () => [] },
    documentTransforms: [],
  });
  for (const section of sections) {
    let code = await codegen({ ...section, cache: undefined });
    if (section.filename.endsWith('/gql.ts')) code = slim(code);
    if (section.filename.endsWith('/graphql.ts'))
      code = code.replace(
        /^export const (\w+) = (.*) as unknown as (DocumentNode<.*>);$/gm,
        'export declare const $1: $3;',
      );
    write(section.filename, code);
  }
}

/** Texts for graphql-inline.cjs: each operation with the fragments it reaches, minified. (urql adds __typename itself.) */
function writeTexts(documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions
      .filter(({ kind }) => kind === 'FragmentDefinition')
      .map((definition) => [definition.name.value, definition]),
  );
  const texts = {};
  for (const { rawSDL, document } of documents) {
    const used = new Set(document.definitions);
    const pending = [...used];
    while (pending.length > 0)
      visit(pending.pop(), {
        FragmentSpread(spread) {
          const fragment = fragments.get(spread.name.value);
          if (!fragment || used.has(fragment)) return;
          used.add(fragment);
          pending.push(fragment);
        },
      });
    texts[rawSDL] = stripIgnoredCharacters([...used].map(print).join('\n'));
  }
  write(join(root, 'src/gql/documents.json'), `${JSON.stringify(texts, null, 1)}\n`);
}

const sdl = readFileSync(join(root, '../schema.graphql'), 'utf8');
const schema = buildSchema(sdl);
const documents = await loadDocuments(schema);
await writeTypes(sdl, schema, documents);
writeTexts(documents);
console.log(`codegen: ${documents.length} documents, ${written} files written`);
