/** Writing for oneself, looking from outside, and a life of one's own. */
import { expect, type Page } from '@playwright/test';
import { en as journalCard } from '../../src/web/journal/card-messages.ts';
import { en as journal } from '../../src/web/journal/messages.ts';
import { en as neutralCard } from '../../src/web/neutral-observer/card-messages.ts';
import { en as neutral } from '../../src/web/neutral-observer/messages.ts';
import { questions } from '../../src/web/neutral-observer/neutral-content.ts';
import { en as ownCard } from '../../src/web/own-life/card-messages.ts';
import { en as own } from '../../src/web/own-life/messages.ts';
import { choose, field, follow, press, see, seeTitle } from './shell.ts';

export const journalWords = { ...journal, card: journalCard };
export const neutralWords = { ...neutral, card: neutralCard, questions };
export const ownWords = { ...own, card: ownCard };

/** Begins anywhere in the journal's list. */
export async function writeEntry(page: Page, words: string): Promise<void> {
  await follow(page, journal.list.start);
  await seeTitle(page, journal.write.title);
  await field(page, journal.write.words).fill(words);
  await press(page, journal.write.save);
  await seeTitle(page, journal.entry.title);
  await see(page, words);
}

export interface Outside {
  readonly about: string;
  readonly seen: string;
  readonly hard: string;
  readonly keep: string;
}

/** Begins on the step that asks which disagreement; ends on the text. */
export async function writeFromOutside(page: Page, words: Outside): Promise<void> {
  await seeTitle(page, neutral.about.title);
  await field(page, neutral.about.label).fill(words.about);
  await press(page, neutral.about.begin);
  for (const [index, { id, title, label }] of questions.entries()) {
    await seeTitle(page, title);
    await field(page, label).fill(words[id]);
    await press(page, index === questions.length - 1 ? neutral.write.done : neutral.write.continue);
  }
  await seeTitle(page, neutral.detail.titleMine);
}

export interface TimeKept {
  readonly days: readonly number[];
  readonly part: keyof typeof own.form.parts;
  readonly words: string;
}

/** Begins on the page of one's own life; ends on the time. */
export async function keepTime(page: Page, { days, part, words }: TimeKept): Promise<void> {
  await follow(page, own.home.addTime);
  await seeTitle(page, own.form.title);
  for (const day of days) await press(page, ownCard.day(day));
  await choose(page, own.form.parts[part]);
  await field(page, own.form.words).fill(words);
  await press(page, own.form.save);
  await seeTitle(page, own.time.title);
}

/** Every field for text on this screen keeps its words from the keyboard's memory, autofill and spelling services. */
export async function seePrivateFields(page: Page): Promise<void> {
  const fields = page.locator('textarea, input:not([type]), input[type=text], input[type=search]');
  await expect(fields.first()).toBeVisible();
  for (const one of await fields.all()) {
    await expect(one).toHaveAttribute('autocomplete', 'off');
    await expect(one).toHaveAttribute('spellcheck', 'false');
    await expect(one).toHaveAttribute('autocapitalize', /.+/);
  }
}
