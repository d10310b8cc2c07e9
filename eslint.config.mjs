// Types are consulted for one thing only: a promise nobody waits for.
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['src/**/*.ts', 'migrations/**/*.ts', 'test/**/*.ts', 'frontend/src/**/*.{ts,tsx}'];
const TESTS = ['test/**', '**/*.{spec,e2e-spec,test}.{ts,tsx}', 'frontend/src/test/**'];
const GENERATED = ['frontend/src/gql/**', '**/*.gen.ts'];
const DATA = ['migrations/**', '**/data/**', '**/*.data.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'var/**', 'coverage/**', 'playwright-report/**', ...GENERATED] },
  // No file may switch a rule off for itself.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-debugger': 'error',
      'no-else-return': 'error',
      'no-unneeded-ternary': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
    },
  },
  {
    files: TYPESCRIPT,
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true, 'ts-check': false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-inferrable-types': 'error',
      '@typescript-eslint/no-require-imports': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-useless-constructor': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    ignores: ['test/browser/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@nestjs/common',
          importNames: ['forwardRef'],
          message: 'Two features that need each other: use an event.',
        },
        { name: '@nestjs/core', importNames: ['ModuleRef'], message: 'Inject what is needed.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
          message: 'A class with more than six collaborators does too much.',
        },
      ],
    },
  },
  { files: [...TYPESCRIPT, 'scripts/**/*.mjs'], ignores: DATA, rules: { 'max-lines': ['error', 250] } },
  {
    files: ['src/**/*.ts', 'frontend/src/**/*.{ts,tsx}', 'scripts/**/*.mjs'],
    ignores: [...TESTS, ...DATA],
    rules: { 'max-lines-per-function': ['error', 60] },
  },
);
