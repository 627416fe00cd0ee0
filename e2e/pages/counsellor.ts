/** Beginning a page for a counsellor, choosing for it, and reading what is printed. */
import { inflateSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { en as card } from '../../src/web/counsellor/card-messages.ts';
import { en as words } from '../../src/web/counsellor/messages.ts';
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

export interface Printed {
  readonly pages: number;
  readonly title: string;
  /** Everything in the file that can be read as bytes, packed streams unpacked. */
  readonly bytes: string;
}

/** What Chromium prints of this screen, and the words of it as they stand when it is printed. */
export async function printPage(page: Page): Promise<Printed & { readonly text: string }> {
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('body').innerText();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.emulateMedia({ media: null });
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const raw = pdf.toString('latin1');
  const unpacked = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    } catch {
      return packed; // a stream that is not packed
    }
  });
  return {
    text,
    bytes: [raw, ...unpacked].join('\n'),
    pages: [...raw.matchAll(/\/Type\s*\/Page\b/g)].length,
    title: /\/Title\s*\(([^)]*)\)/.exec(raw)?.[1] ?? '',
  };
}
