/** @type {import('jest').Config} */
export default {
  displayName: 'frontend',
  rootDir: import.meta.dirname,
  testEnvironment: './src/test/environment.cjs',
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  transform: { '\\.[cm]?[jt]sx?$': ['babel-jest', { configFile: './babel.config.cjs', cwd: import.meta.dirname }] },
  // published as ES modules only
  transformIgnorePatterns: ['/node_modules/(?!@tanstack/)'],
  moduleNameMapper: {
    // import.meta belongs to the bundler
    '/catalogues$': '<rootDir>/src/test/catalogues.cjs',
    '\\.module\\.css$': '<rootDir>/src/test/css-names.cjs',
    '\\.(css|po)$': '<rootDir>/src/test/empty.cjs',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
  setupFiles: ['<rootDir>/src/test/polyfills.cjs'],
  setupFilesAfterEnv: ['<rootDir>/src/test/setup.ts'],
  // jsdom's default is "browser", which picks ES modules
  testEnvironmentOptions: { customExportConditions: ['node', 'require', 'default'] },
};
