/** Neutral from outside, by choice (abuse case 34): another name and icon in the tab, in the veil, and for installing. */
import type { Page } from '@playwright/test';
import { en } from '../src/web/messages/en.ts';
import { settingsEn } from '../src/web/settings/messages.ts';
import { expect, test } from './journey.ts';
import { choose, see, seeTitle } from './pages/shell.ts';

interface Outside {
  readonly title: string;
  readonly manifest: string;
  readonly icons: readonly string[];
  readonly veil: string;
}

/** What others see of it without reading a screen. */
const outside = (page: Page): Promise<Outside> =>
  page.evaluate(async () => {
    const hrefs = (rel: string) =>
      [...document.querySelectorAll<HTMLLinkElement>(`link[rel="${rel}"]`)].map(({ href }) => href);
    const manifest = await (await fetch(hrefs('manifest')[0] ?? '')).json();
    const icons = [
      ...hrefs('icon'),
      ...hrefs('apple-touch-icon'),
      ...manifest.icons.map((one: { src: string }) => one.src),
    ];
    for (const icon of icons) if (!(await fetch(icon)).ok) throw new Error(`there is no ${icon}`);
    return {
      title: document.title,
      manifest: manifest.name,
      icons: [...new Set(icons.map((icon) => new URL(icon, location.href).pathname))],
      veil: document.querySelector('.veil')?.textContent ?? '',
    };
  });

test('a neutral name and icon are chosen in two touches, stay, and are left again; the app says inside what it is', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await noor.open('/settings');
  await see(page, settingsEn.coverHint);
  expect(await outside(page)).toMatchObject({ manifest: 'Attune', veil: 'Attune' });

  await choose(page, en.covers.notes);
  const expectNeutral = async (): Promise<void> => {
    await expect(page).toHaveTitle(en.covers.notes);
    const seen = await outside(page);
    expect(seen).toMatchObject({ title: 'Notes', manifest: 'Notes', veil: 'Notes' });
    expect(seen.icons.filter((icon) => !icon.startsWith('/notes'))).toEqual([]);
  };
  await expectNeutral();
  // On every screen, whatever it is called, and when the app is opened again.
  for (const path of ['/', '/me', '/check-in/new']) {
    await noor.open(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNeutral();
  }
  await noor.open('/about');
  await seeTitle(page, settingsEn.about.title);
  await expectNeutral();

  await noor.open('/settings');
  await choose(page, en.covers.attune);
  expect(await outside(page)).toMatchObject({ manifest: 'Attune', veil: 'Attune' });
  await noor.open('/me');
  await expect(page).toHaveTitle(/Attune/);
});
