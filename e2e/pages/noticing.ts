/** From a small sign to a question, the answer of the one who is asked, and how close the guess was. */
import type { Page } from '@playwright/test';
import { en as card } from '../../src/web/noticing/card-messages.ts';
import { en } from '../../src/web/noticing/messages.ts';
import { findFeeling } from './check-in.ts';
import { field, press, seeTitle } from './shell.ts';

export const noticingWords = { ...en, card };

export interface Noticed {
  readonly saw: string;
  readonly guess: string;
  readonly question: string;
}

/** From the first step to the last press, which sends the question. Begins on the first step. */
export async function askByNoticing(page: Page, { saw, guess, question }: Noticed, partner: string): Promise<void> {
  await seeTitle(page, en.steps.noticed);
  await field(page, en.steps.ownWords).fill(saw);
  await press(page, en.steps.continue);
  await seeTitle(page, en.steps.guess);
  await findFeeling(page, guess);
  await press(page, en.steps.continue);
  await seeTitle(page, en.steps.sure);
  await press(page, en.steps.continue);
  await seeTitle(page, en.steps.opener);
  await field(page, en.steps.openerField).fill(question);
  await press(page, en.steps.send(partner));
}

/** Begins on the question; ends where the answer waits for its cancel window. */
export async function answerQuestion(page: Page, feeling: string, words: string, partner: string): Promise<void> {
  await page.getByRole('link', { name: en.asked.answer, exact: true }).click();
  await seeTitle(page, en.asked.whichTitle);
  await findFeeling(page, feeling);
  await press(page, en.asked.continue);
  await seeTitle(page, en.asked.wordsTitle);
  await field(page, en.asked.wordsTitle).fill(words);
  await press(page, en.asked.send(partner));
}
