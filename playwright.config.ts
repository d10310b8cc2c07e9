import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env.BROWSER_TEST_PORT ?? 4199);
const baseURL = `http://localhost:${port}`;
const { CHROMIUM_PATH, CHROMIUM_LIBRARIES } = process.env;

/** People walk through the built product, served as it is in use, with the demo community in a database of its own. */
export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL,
    actionTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
    // it would answer in the network's place
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      ...(CHROMIUM_LIBRARIES
        ? { env: { ...process.env, LD_LIBRARY_PATH: CHROMIUM_LIBRARIES } as Record<string, string> }
        : {}),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 860 } } },
    // a phone has no Tab key, and what sets its own width need not be seen twice
    { name: 'phone', use: { ...devices['Pixel 7'] }, grepInvert: /@keyboard|@desktop/ },
  ],
  webServer: {
    command: 'node test/support/browser-server.mjs',
    url: baseURL,
    env: { PORT: String(port), PUBLIC_URL: baseURL },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
