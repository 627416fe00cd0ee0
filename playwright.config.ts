/**
 * Journeys in a real browser against the real server. `journeys` decides whether a change may land (`npm test`);
 * `screens` makes the pictures (`npm run screens`). Nothing is tried twice: a journey that holds only sometimes does
 * not hold.
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
  retries: 0,
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
