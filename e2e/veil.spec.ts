/** Nothing to read in the list of open apps, or over a shoulder, while the app is in the background (abuse case 21). */
import type { Page } from '@playwright/test';
import { en as guided } from '../src/web/guided/messages.ts';
import { en } from '../src/web/messages/en.ts';
import { expect, test } from './journey.ts';
import { follow, press } from './pages/shell.ts';

/** As when another app comes to the front, and as when this one does again. */
const goBehind = (page: Page, isHidden: boolean): Promise<void> =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

/** Every word that is drawn. */
const drawnWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const element = node.parentElement;
      if (text === '' || element === null || element.closest('script, style') !== null) continue;
      if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) words.push(text);
    }
    return words;
  });

test('in the background nothing is drawn but the name: a screen, a sheet over it, or the help page', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  const expectVeiled = async (): Promise<void> => {
    expect((await drawnWords(page)).length).toBeGreaterThan(3);
    await goBehind(page, true);
    expect(await drawnWords(page)).toEqual([en.appName]);
    await goBehind(page, false);
    expect((await drawnWords(page)).length).toBeGreaterThan(3);
  };
  await noor.open('/me');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectVeiled();
  await follow(page, new RegExp(`^${en.help}`));
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectVeiled();
  await noor.open('/guided/attune-turn-toward/presence');
  await follow(page, guided.about.begin);
  await press(page, guided.begin.start);
  await press(page, guided.stop.open);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectVeiled();
});
