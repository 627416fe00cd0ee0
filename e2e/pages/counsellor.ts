/** Beginning a page for a counsellor, choosing for it, and reading what is printed. */
import { expect, type Page } from '@playwright/test';
import { en as card } from '../../src/web/counsellor/card-messages.ts';
import { en as words } from '../../src/web/counsellor/messages.ts';
import { type Pdf, readPdf } from './pdf.ts';
import { choose, field, follow, press, see, seeTitle } from './shell.ts';

export const counsellorWords = { ...words, card };

/** From the list of pages; ends there (of both) or on the page (mine). `whose` null: there is only one kind. */
export async function beginPage(page: Page, whose: 'both' | 'own' | null, day?: string): Promise<void> {
  await follow(page, words.list.start);
  await seeTitle(page, words.make.title);
  if (day !== undefined) await field(page, words.make.day).fill(day);
  if (whose !== null) await choose(page, words.make[whose]);
  await press(page, words.make.save);
}

export async function openPage(page: Page): Promise<void> {
  await follow(page, /^Session on/);
  await seeTitle(page, /^Session on/);
}

/** On the screen of choosing: the chip on the card that holds these words. */
export const sayMay = (page: Page, said: string): Promise<void> =>
  page
    .locator('section.card')
    .filter({ hasText: said })
    .getByRole('button', { name: words.choose.may, exact: true })
    .click();

/** From the page: chooses these, and seals. */
export async function chooseAndSeal(page: Page, said: readonly string[]): Promise<void> {
  await follow(page, words.page.choose);
  await seeTitle(page, words.choose.title);
  await see(page, words.choose.span);
  for (const one of said) await sayMay(page, one);
  await press(page, words.choose.seal);
  await seeTitle(page, /^Session on/);
}

/** What Chromium prints of this screen: the file holds the words that stand there for print, all of them and no others. */
export async function printPage(page: Page): Promise<Pdf> {
  await page.emulateMedia({ media: 'print' });
  const onScreen = await page.locator('body').innerText();
  const file = await page.pdf({ preferCSSPageSize: true });
  await page.emulateMedia({ media: null });
  const pdf = readPdf(file);
  expect(letters(pdf.text)).toBe(letters(onScreen));
  return { ...pdf, text: onScreen };
}

const letters = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
