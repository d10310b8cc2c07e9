import { ESLint } from 'eslint';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

interface Cruise {
  summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
  modules: { source: string }[];
}

const root = path.resolve(import.meta.dirname, '..');
const config = path.join(root, '.dependency-cruiser.cjs');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

function cruise(cwd: string, ...folders: string[]): Promise<Cruise> {
  const args = [cruiser, '--config', config, '--output-type', 'json', ...folders];
  return new Promise((resolve, reject) => {
    // Its exit code is the number of violations.
    execFile(process.execPath, args, { cwd, maxBuffer: 2 ** 28 }, (error, stdout) => {
      if (stdout) resolve(JSON.parse(stdout) as Cruise);
      else reject(error ?? new Error('The check printed nothing'));
    });
  });
}

describe('who imports whom', () => {
  let house: Cruise;
  beforeAll(async () => {
    house = await cruise(root, 'src', 'migrations', 'frontend/src');
  }, 60_000);

  it('follows the table', () => {
    const found = house.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(found).toEqual([]);
  });

  it('has looked at the whole house', () => {
    const count = (folder: string) => house.modules.filter(({ source }) => source.startsWith(folder)).length;
    expect(count('src/features/')).toBeGreaterThan(100);
    expect(count('src/shared/')).toBeGreaterThan(50);
    expect(count('frontend/src/')).toBeGreaterThan(80);
  });

  it('knows every feature', () => {
    const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };
    const known = forbidden.map(({ name }) => name.replace('imports-of-', ''));
    expect(readdirSync(path.join(root, 'src/features')).filter((feature) => !known.includes(feature))).toEqual([]);
  });
});

/** Each line breaks the rule it begins with: the file, and what it imports. */
const BREACHES = `
  imports-of-accounts | src/features/accounts/a.service.ts | src/features/companies/companies.service.ts
  imports-of-companies | src/features/companies/b.service.ts | src/features/ideas/ideas.service.ts
  imports-of-challenges | src/features/challenges/c.service.ts | src/features/ideas/ideas.service.ts
  imports-of-ideas | src/features/ideas/d.service.ts | src/features/votes/votes.events.ts
  imports-of-votes | src/features/votes/e.service.ts | src/features/comments/comments.service.ts
  imports-of-rewards | src/features/rewards/f.service.ts | src/features/moderation/moderation.service.ts
  imports-of-customers | src/features/customers/g.service.ts | src/features/ideas/ideas.service.ts
  imports-of-notifications | src/features/notifications/h.service.ts | src/features/ideas/ideas.service.ts
  imports-of-search | src/features/search/i.service.ts | src/features/integrations/integrations.service.ts
  unknown-feature | src/features/gadgets/j.service.ts | src/shared/clock.ts
  use-of-unknown-feature | src/app.module.ts | src/features/gadgets/gadgets.module.ts
  feature-surface | src/features/votes/k.service.ts | src/features/ideas/ideas.queries.ts
  shared-knows-no-feature | src/shared/l.ts | src/features/ideas/ideas.service.ts
  resolver-without-database | src/features/ideas/m.resolver.ts | node_modules/typeorm/index.js
  no-barrels | src/features/ideas/n.service.ts | src/features/ideas/parts/index.ts
  no-circles | src/features/ideas/o.ts | src/features/ideas/o.ts
  resolvable | src/features/ideas/p.ts | nowhere
  run-time-packages | src/features/ideas/q.ts | node_modules/only-for-developers/index.js
  tests-stay-outside | src/features/ideas/r.ts | test/support/app.ts
  server-and-pages-apart | src/features/ideas/s.ts | frontend/src/lib/text.ts
  pages-and-server-apart | frontend/src/lib/t.ts | src/shared/clock.ts
  page-features-apart | frontend/src/features/ideas/u.tsx | frontend/src/features/votes/VoteButton.tsx
  page-parts-know-no-feature | frontend/src/components/v.tsx | frontend/src/features/votes/VoteButton.tsx
`;
/** And what the table allows, so that no rule is right by refusing everything. */
const RIGHT = `
  src/features/votes/w.service.ts | src/features/ideas/ideas.service.ts
  src/features/notifications/x.jobs.ts | src/features/ideas/ideas.events.ts
  src/features/ideas/y.service.ts | src/features/ideas/ideas.queries.ts
  src/features/ideas/z.service.ts | node_modules/typeorm/index.js
  frontend/src/app/aa.tsx | frontend/src/features/votes/VoteButton.tsx
  frontend/src/features/votes/bb.tsx | frontend/src/lib/text.ts
`;
const rows = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' | '));

describe('the rules bite', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'cocrea-architecture-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  };
  const specifier = (from: string, to: string) =>
    /^(node_modules\/|[^/]*$)/.test(to)
      ? (to.split('/').at(1) ?? to)
      : path.relative(path.dirname(from), to).replace(/^(?!\.)/, './');

  it('on every breach, and on nothing else', async () => {
    const breaches = rows(BREACHES) as [string, string, string][];
    const right = rows(RIGHT) as [string, string][];
    const pairs = [...breaches.map(([, from, to]) => [from, to] as const), ...right];
    write(
      'package.json',
      '{ "type": "module", "dependencies": { "typeorm": "*" }, "devDependencies": { "only-for-developers": "*" } }',
    );
    for (const [, to] of pairs) if (to.includes('/')) write(to, 'export const x = 1;\n');
    for (const name of ['typeorm', 'only-for-developers'])
      write(`node_modules/${name}/package.json`, `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`);
    for (const [from, to] of pairs) write(from, `import { x } from '${specifier(from, to)}';\nexport const y = x;\n`);

    const { summary } = await cruise(dir, 'src', 'frontend');
    const found = new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
    for (const [rule, from] of breaches) expect(found).toContain(`${rule} ${from}`);
    for (const [from] of right) expect([...found].filter((breach) => breach.endsWith(` ${from}`))).toEqual([]);
  }, 60_000);
});

describe('the sizes', () => {
  const untyped = {
    '@typescript-eslint/no-floating-promises': 'off',
    '@typescript-eslint/no-misused-promises': 'off',
  } as const;
  const overrideConfig = { languageOptions: { parserOptions: { projectService: false } }, rules: untyped };
  const eslint = new ESLint({ cwd: root, overrideConfig });
  const broken = async (code: string): Promise<(string | null)[]> => {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, 'src/shared/example.ts') });
    return result!.messages.map(({ ruleId }) => ruleId);
  };

  it.each([
    ['max-lines', 'export {};\n'.repeat(251)],
    ['max-lines-per-function', `export function f() {\n${'f();\n'.repeat(60)}}\n`],
    ['no-restricted-syntax', 'export class A { constructor(a, b, c, d, e, f, g) {} }'],
    ['no-restricted-imports', `import { forwardRef } from '@nestjs/common';\nexport default forwardRef;`],
    ['no-restricted-imports', `import { ModuleRef } from '@nestjs/core';\nexport default ModuleRef;`],
    ['@typescript-eslint/no-explicit-any', '// eslint-disable-next-line\nexport const a: any = 1;'],
    ['@typescript-eslint/ban-ts-comment', '// @ts-ignore\nexport const a = 1;'],
    ['no-warning-comments', '// TODO later\nexport const a = 1;'],
  ])('%s bites', async (rule, code) => {
    expect(await broken(code)).toContain(rule);
  });

  it('let good code pass', async () => {
    expect(await broken('export class A {\n  constructor(readonly a: string) {}\n}\n')).toEqual([]);
  });
});
