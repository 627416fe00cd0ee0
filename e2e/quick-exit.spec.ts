/**
 * Leaving in a hurry (abuse case 8): from any screen, also from under an open sheet, by hand or by keys, online or not.
 * The page is empty in the same task as the press, and the history leads to what was there before the app, and nowhere
 * into it.
 */
import type { Page } from '@playwright/test';
import { en as guided } from '../src/web/guided/messages.ts';
import { en } from '../src/web/messages/en.ts';
import { expect, hasAppForOffline, type Person, test } from './journey.ts';
import { follow, goTo, press } from './pages/shell.ts';

const sizes = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
];
const before = '/blank.html?before';

/** Opens the app as people do: from somewhere else, to which "back" would lead. */
async function arrive(person: Person, path = '/'): Promise<void> {
  await person.open(before);
  await person.open(path);
  await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function expectNothingLeft(page: Page): Promise<void> {
  await expect.poll(() => new URL(page.url()).pathname).toBe('/blank.html');
  expect((await page.locator('body').innerText()).trim()).toBe('');
  expect(await page.title()).not.toMatch(/attune/i);
}

/** Wherever the history leads, it shows nothing of the app. */
async function expectNothingBehind(page: Page, server: { readonly origin: () => string }): Promise<void> {
  await page.goBack();
  expect(page.url()).toBe(server.origin() + before);
  await page.goForward();
  await expectNothingLeft(page);
  // What lay ahead of the first screen, before the exit.
  await page.goForward().catch(() => null);
  await expectNothingLeft(page);
}

for (const viewport of sizes) {
  test(`one press, at ${viewport.width} by ${viewport.height}: empty at once, and nothing of it in the history`, async ({
    person,
    server,
  }) => {
    const noor = await person('Noor', { viewport });
    const { page } = noor;
    await arrive(noor);
    for (const place of ['practices', 'us', 'me'] as const) await goTo(page, place);
    const exit = page.getByRole('button', { name: en.exitLabel });
    await expect(exit).toBeInViewport();
    const isBlank = await exit.evaluate((button) => {
      (button as HTMLElement).click();
      return document.body.childNodes.length === 0 && document.title === '';
    });
    expect(isBlank, 'empty before anything else can be drawn').toBe(true);
    await expectNothingLeft(page);
    await expectNothingBehind(page, server);
  });
}

test('out of a guided step, with half a sentence typed, by pressing Shift three times; a capital letter is no exit', async ({
  person,
  server,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await arrive(noor, '/promises/new');
  await page.getByRole('textbox').first().pressSequentially('I will Not Be ');
  await expect(page.getByRole('button', { name: en.exitLabel })).toBeInViewport();
  for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
  await expectNothingLeft(page);
  await expectNothingBehind(page, server);
  await noor.open('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('from under an open sheet, and with no server', async ({ person, server }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await arrive(noor, '/settings');
  await hasAppForOffline([noor]);
  await server.stop();
  await noor.open('/guided/attune-turn-toward/presence');
  await follow(page, guided.about.begin);
  await press(page, guided.begin.start);
  await press(page, guided.stop.open);
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  await sheet.getByRole('button', { name: en.exitLabel }).click();
  await expectNothingLeft(page);
});

test('it stands in the same corner of every screen, with nothing over it', async ({ person }) => {
  const noor = await person('Noor');
  const exit = noor.page.getByRole('button', { name: en.exitLabel });
  const corners = new Set<string>();
  for (const path of ['/', '/practices', '/us', '/me', '/settings', '/promises/new', '/check-in/new', '/us/invite']) {
    await noor.open(path);
    await expect(noor.page.getByRole('heading', { level: 1 })).toBeVisible();
    corners.add(JSON.stringify(await exit.boundingBox()));
    await exit.click({ trial: true });
  }
  expect([...corners]).toHaveLength(1);
});

test('it can be reached by keys alone', async ({ person }) => {
  const noor = await person('Noor');
  await arrive(noor, '/me');
  const exit = noor.page.getByRole('button', { name: en.exitLabel });
  const isFocused = () => exit.evaluate((button) => button === document.activeElement);
  for (let presses = 0; presses < 12 && !(await isFocused()); presses++) await noor.page.keyboard.press('Shift+Tab');
  await expect(exit).toBeFocused();
  await noor.page.keyboard.press('Enter');
  await expectNothingLeft(noor.page);
});
