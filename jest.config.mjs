import { existsSync } from 'node:fs';

const server = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'].filter((root) =>
    existsSync(root.replace('<rootDir>', import.meta.dirname)),
  ),
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
};

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  // modules of finished suites stay in a worker's memory: https://github.com/jestjs/jest/issues/14605
  workerIdleMemoryLimit: '2GB',
  testTimeout: 60_000,
  projects: [
    {
      ...server,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/'],
    },
    {
      ...server,
      displayName: 'api',
      testMatch: ['**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/global-setup.mjs',
      globalTeardown: '<rootDir>/test/global-teardown.mjs',
    },
    ...(existsSync(new URL('frontend/jest.config.mjs', import.meta.url)) ? ['<rootDir>/frontend/jest.config.mjs'] : []),
  ],
};
