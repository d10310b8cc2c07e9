import { getMetadataStorage } from 'class-validator';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SETTINGS } from '../src/shared/config/config.js';
import { declaredErrors } from '../src/shared/errors/domain-error.js';
import { codeOf } from '../src/shared/errors/validation.js';
import { REQUEST_CODES } from '../src/shared/graphql/error-plugin.js';
import { LIMITS } from '../src/shared/graphql/request-limits.js';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
);
const api = read('docs/api.md');
/** `CODE` anywhere in a text. */
const codesIn = (text: string) =>
  new Set([...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)`/g)].map(([, code]) => code!));
const missing = (wanted: Iterable<string>, told: Set<string>) =>
  [...new Set(wanted)].filter((code) => !told.has(code)).sort();

describe('docs/api.md', () => {
  beforeAll(async () => {
    // every input and every list of refusals; the whole application has them all
    await import('../src/app.module.js');
  });

  it('has a row for every code that an error can have, and for no other', () => {
    const files = sources.filter((file) => file.endsWith('.errors.ts'));
    expect(declaredErrors().size).toBeGreaterThan(files.length);
    const table = api.slice(api.indexOf('## Errors'), api.indexOf('From GraphQL itself'));
    const rows = new Set([...table.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, code]) => code!));
    expect(missing(declaredErrors().keys(), rows)).toEqual([]);
    expect(missing(rows, new Set(declaredErrors().keys()))).toEqual([]);
    expect(missing(REQUEST_CODES, codesIn(api))).toEqual([]);
  });

  it('has every code that a field can have', () => {
    const metadata = [
      ...(
        getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, { name?: string; type: string }[]> }
      ).validationMetadatas.values(),
    ].flat();
    const validators = metadata.flatMap(({ name }) => (name && name !== 'isOptional' ? [codeOf(name)] : []));
    expect(validators.length).toBeGreaterThan(50);
    const literal = /(?:code: |(?:problem|wrong|invalidField)\((?:[^()]|\([^()]*\))*?, )'([A-Z_]+)'/g;
    const written = sources.flatMap((file) =>
      [...read(path.join('src', file)).matchAll(literal)].map(([, code]) => code!),
    );
    expect(written.length).toBeGreaterThan(20);
    expect(missing([...validators, ...written], codesIn(api))).toEqual([]);
  });

  it('tells the limits of a request', () => {
    for (const limit of Object.values(LIMITS)) expect(api).toContain(limit.toLocaleString('en'));
  });
});

describe('docs/operations.md', () => {
  it('has a row for every setting', () => {
    expect(SETTINGS.length).toBeGreaterThan(15);
    const rows = new Set([...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name!));
    expect(missing(SETTINGS, rows)).toEqual([]);
  });
});
