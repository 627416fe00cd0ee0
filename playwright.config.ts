/**
 * Journeys in a real browser against the real server. `journeys` decides whether a change may land (`npm test`);
 * `screens` makes the pictures (`npm run screens`). A journey that does not hold is tried once more; which ones needed
 * that is said in the last lines of `npm test`, and more than a few of them are a failure (decision 0024).
 */
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tools/setup.mjs';

const browser = findBrowser();
const phone = { width: 360, height: 740 };

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  fullyParallel: true,
  workers: 2,
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: phone,
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    actionTimeout: 15_000,
    launchOptions: {
      // Without a browser of its own the machine has Playwright's; the sandbox needs rights that a root shell lacks.
      ...(browser === null ? {} : { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'journeys', testIgnore: '**/screens*.spec.ts' },
    { name: 'screens', testMatch: '**/screens*.spec.ts' },
  ],
});
