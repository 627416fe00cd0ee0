/** Keeping it safe: my devices, the recovery phrase, the backup file, coming back. */
import { expect, type Page } from '@playwright/test';
import { meEn } from '../../src/web/me/messages.ts';
import { en } from '../../src/web/messages/en.ts';
import { pairingEn } from '../../src/web/pairing/messages.ts';
import { copyLink } from './pairing.ts';
import { choose, field, follow, goTo, press, seeTitle } from './shell.ts';

export const keepingWords = meEn;

/** The row of a list under Me, by its title. */
export async function openUnderMe(page: Page, title: string): Promise<void> {
  await goTo(page, 'me');
  await page.getByRole('main').getByRole('link').filter({ hasText: title }).first().click();
}

/** Another gesture than inviting: by way of my devices, with a tick that it is in my hands. */
export async function linkOfMyDevice(page: Page): Promise<string> {
  await openUnderMe(page, en.me.devices);
  await follow(page, meEn.devices.add);
  await seeTitle(page, pairingEn.device.introTitle);
  await expect(page.getByRole('button', { name: pairingEn.device.make })).toBeDisabled();
  await choose(page, pairingEn.device.mine);
  await press(page, pairingEn.device.make);
  await seeTitle(page, pairingEn.device.showTitle);
  return copyLink(page, pairingEn.device.copy);
}

/** Makes the phrase, writes its words down, and goes through the drill: once from a bad paper, once from the good one. */
export async function makePhrase(page: Page): Promise<readonly string[]> {
  await openUnderMe(page, en.me.phrase);
  await seeTitle(page, meEn.phrase.introTitle);
  await press(page, meEn.phrase.show);
  await seeTitle(page, meEn.phrase.wordsTitle);
  const words = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  expect(words).toHaveLength(12);
  await press(page, meEn.phrase.written);
  await seeTitle(page, meEn.phrase.drillTitle);
  const asked = page.getByRole('textbox');
  await expect(asked).toHaveCount(3);
  for (const box of await asked.all()) await box.fill('zebra');
  await press(page, meEn.phrase.check);
  await expect(page.getByText(meEn.phrase.notYet)).toBeVisible();
  for (const [index, word] of words.entries()) {
    const box = field(page, meEn.phrase.wordNumber(index + 1));
    if ((await box.count()) === 1) await box.fill(word);
  }
  await press(page, meEn.phrase.check);
  await seeTitle(page, meEn.phrase.doneTitle);
  await follow(page, meEn.phrase.hide);
  return words;
}

/** On an empty device: begins where somebody says that they have been here before. */
export async function beginRestore(page: Page, way: 'phrase' | 'file' | 'device'): Promise<void> {
  await follow(page, en.today.returning);
  await seeTitle(page, meEn.restore.title);
  await page.getByRole('button').filter({ hasText: meEn.restore[way].label }).click();
}

export async function restoreFromFile(
  page: Page,
  file: { readonly name: string; readonly buffer: Buffer },
  words: readonly string[],
): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ ...file, mimeType: 'application/octet-stream' });
  await field(page, meEn.restore.words).fill(words.join(' '));
  await press(page, meEn.restore.bringBack);
}
