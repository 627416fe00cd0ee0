/** Writing an opening, and saying how far one would go. */
import type { Page } from '@playwright/test';
import { en as card } from '../../src/web/openings/card-messages.ts';
import { en as words } from '../../src/web/openings/messages.ts';
import { field, follow, press, see } from './shell.ts';

export const openingWords = { ...words, card };

/** Begins on the list; ends on what was written, which is mine. */
export async function writeOpening(page: Page, said: string): Promise<void> {
  await follow(page, words.list.write);
  await field(page, words.make.field).fill(said);
  await press(page, words.make.save);
  await see(page, said);
}

/** A chip of the group that says as far as. */
export async function agreeOn(page: Page, depth: string): Promise<void> {
  await page
    .getByRole('group', { name: words.list.agreeChips })
    .getByRole('button', { name: depth, exact: true })
    .click();
  await press(page, words.list.agree);
}
