/** Writing a check-in, and reading those that are there. */
import { expect, type Page } from '@playwright/test';
import { en as card } from '../../src/web/check-in/card-messages.ts';
import { en } from '../../src/web/check-in/messages.ts';
import { en as shell } from '../../src/web/messages/en.ts';
import { choose, field, press, seeTitle } from './shell.ts';

export const checkInWords = { ...en, card };

export type Standing = 'mine' | 'later' | 'sealed' | 'ours';

export interface CheckInWritten {
  readonly feelings: readonly string[];
  readonly note?: string;
  readonly needs?: readonly string[];
  readonly standing?: Standing;
}

/** From the first question to the saved check-in. Begins on the writing screen, ends on the check-in. */
export async function writeCheckIn(page: Page, written: CheckInWritten): Promise<void> {
  const { feelings, note, needs = [], standing = 'mine' } = written;
  await seeTitle(page, en.write.feelings);
  for (const feeling of feelings) await findFeeling(page, feeling);
  await press(page, en.write.continue);
  await seeTitle(page, en.write.more);
  for (const need of needs) await press(page, need);
  if (note !== undefined) await field(page, en.write.note).fill(note);
  await press(page, en.write.continue);
  // The hint tells "mine" from "mine for now".
  await choose(page, standing === 'mine' ? shell.visibility.mine.hint : shell.visibility[standing].label);
  const save = { mine: en.write.save, later: en.write.save, sealed: en.write.saveSealed, ours: shareWithAnyone };
  await press(page, save[standing]);
  await expect(page).not.toHaveURL(/\/new(\?|$)/);
}

const shareWithAnyone = new RegExp(`^${en.write.saveOurs('.+')}$`);

/** By search, as someone who knows the word. */
export async function findFeeling(page: Page, feeling: string): Promise<void> {
  const search = page.getByRole('textbox', { name: en.field.search });
  await search.fill(feeling);
  await search.press('Enter');
}
