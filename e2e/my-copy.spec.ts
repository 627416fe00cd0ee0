/** What I wrote, taken along and brought back: a page to read, a data file, and files that are something else. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { exportEn } from '../src/web/settings/export-messages.ts';
import { settingsEn } from '../src/web/settings/messages.ts';
import { expect, type Person, passTime, secondMs, test } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import { beginRestore, keepingWords, openUnderMe } from './pages/keeping.ts';
import { pair } from './pages/pairing.ts';
import { follow, goTo, press, see, seeTitle } from './pages/shell.ts';

test('my words go with me as a page and as data, and what was mine comes back on another device', async ({
  person,
}) => {
  const noor = await person('Noor');
  const sam = await person('Sam');
  const anew = await person('Noor, anew');
  await pair(noor, sam);
  await write(noor, 'For me <b>alone</b>.');
  await write(sam, 'Of Sam alone.');
  await write(sam, 'Shared by Sam.', 'ours');
  await passTime([noor, sam], 11 * secondMs);

  await goTo(noor.page, 'me');
  await openUnderMe(noor.page, 'Settings');
  await follow(noor.page, settingsEn.export);
  await seeTitle(noor.page, exportEn.title);

  await test.step('a page that can be read without the app', async () => {
    const { name, text } = await saved(noor.page, exportEn.page);
    expect(name).toMatch(/^my-words-\d{4}-\d{2}-\d{2}\.html$/);
    expect(text).toContain('For me &lt;b&gt;alone&lt;/b&gt;.');
    expect(text).toContain('Shared by Sam.');
    expect(text).not.toContain('Of Sam alone.');
  });
  const { name, text } = await saved(noor.page, exportEn.data);
  expect(name).toMatch(/^my-words-\d{4}-\d{2}-\d{2}\.json$/);
  expect(text).toContain('For me <b>alone</b>.');
  expect(text).not.toContain('Of Sam alone.');

  await test.step('it is found by who comes back with nothing but the file', async () => {
    await anew.open();
    await beginRestoreByCopy(anew.page);
  });
  await test.step('files that are not whole, or something else, say so', async () => {
    for (const [file, sentence] of [
      ['Dear Sam, this is a letter.', 'not-a-copy'],
      ['', 'not-a-copy'],
      [text.slice(0, -60), 'damaged'],
      [text.replace('"version": 1', '"version": 7'), 'newer-copy'],
      [text.replace(/"in": "mine"/g, '"in": "ours"'), 'nothing-mine'],
    ] as const) {
      await bringBack(anew.page, file);
      await expect(anew.page.getByText(exportEn.refusals[sentence])).toBeVisible();
    }
  });
  await test.step('the whole one brings back what was mine, once', async () => {
    await bringBack(anew.page, text);
    await see(anew.page, exportEn.done(1));
    await bringBack(anew.page, text);
    await see(anew.page, exportEn.known);
    await openUnderMe(anew.page, checkInWords.card.mine);
    await see(anew.page, 'For me <b>alone</b>.');
    await expect(anew.page.getByText('Shared by Sam.')).toHaveCount(0);
    await anew.page.reload();
    await see(anew.page, 'For me <b>alone</b>.');
  });
});

async function beginRestoreByCopy(page: Page): Promise<void> {
  await beginRestore(page, 'device');
  await press(page, 'Back');
  await page.getByRole('link').filter({ hasText: keepingWords.restore.copy.label }).click();
  await seeTitle(page, exportEn.title);
}

async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent('download');
  await press(page, button);
  const download = await coming;
  await expect(page.getByRole('status').first()).toBeVisible();
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function bringBack(page: Page, text: string): Promise<void> {
  const file = { name: 'words.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await press(page, exportEn.bring);
}

async function write({ page }: Person, note: string, standing: 'mine' | 'ours' = 'mine'): Promise<void> {
  await goTo(page, 'today');
  await follow(page, checkInWords.card.start);
  await writeCheckIn(page, { feelings: ['tired'], note, standing });
  await see(page, note);
}
