/**
 * `npm run screens`: a picture of every screen and state, on a phone and on a wide screen, light and dark, with a fixed
 * clock and no motion, into screenshots/. Nothing is asserted but that each state is reached.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { tours } from './all-tours.ts';
import { expect, type Person, type PersonOptions, test } from './journey.ts';
import type { Travel } from './travel.ts';

const folder = join(import.meta.dirname, '..', 'screenshots');
const sizes = { phone: { width: 360, height: 740 }, wide: { width: 1_280, height: 800 } };

test.describe.configure({ timeout: 900_000 });
test.use({ actionTimeout: 60_000 });

for (const [name, tour] of Object.entries(tours)) {
  test(`pictures: ${name}`, async ({ person }) => {
    let stop = 0;
    await tour({
      person: stillPerson(person),
      look: async (state, page) => {
        stop += 1;
        await takePictures(`${name}-${String(stop).padStart(2, '0')}-${state}`, page);
      },
    });
  });
}

const stillPerson =
  (person: (name: string, options?: PersonOptions) => Promise<Person>): Travel['person'] =>
  async (name, at) => {
    const made = await person(name, { at });
    await made.page.emulateMedia({ reducedMotion: 'reduce' });
    return made;
  };

async function takePictures(name: string, page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  for (const [size, { width, height }] of Object.entries(sizes)) {
    // As high as the screen is long, so that what stands at the bottom stands below all of it.
    await page.setViewportSize({ width, height });
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, whole) });
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const path = join(folder, `${size}-${colorScheme}`, `${name}.png`);
      mkdirSync(join(path, '..'), { recursive: true });
      await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(sizes.phone);
}
