/** Guided practices: packs to do them with, adding one, beginning, and walking through the steps. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { en as card } from '../../src/web/guided/card-messages.ts';
import { en } from '../../src/web/guided/messages.ts';
import { en as shell } from '../../src/web/messages/en.ts';
import { follow, goTo, press, seeTitle } from './shell.ts';

export const guidedWords = { ...en, card };

/** The example of the documents, so that it is tried as well. */
export const documentedPack: string =
  /^```yaml\n([\s\S]*?)^```/m.exec(readFileSync(join(import.meta.dirname, '../../docs/PACKS.md'), 'utf8'))?.[1] ?? '';

/** Short, with what the other one lacks: sealed answers, a step that either opens, and something to promise. */
export const shortPack = `format: 1
pack: short
language: en
name: Short ones
by: Noor
licence: CC0-1.0
practices:
  - key: side-by-side
    skill: tolerate
    name: Side by side
    line: Each writes, both open at once.
    minutes: [2, 4]
    people: two
    why: To see both.
    evidence: { strength: idea, words: Nobody has tested it. }
    leaves: Both views, for both of you.
    steps:
      - id: view
        who: both
        sealed: true
        title: How do you see it?
        asks:
          - { id: view, label: I see it like this, long: true }
      - id: read
        who: both
        shows: [view]
        title: Read both, slowly
      - id: breathe
        who: both
        title: Look at each other
      - id: try
        who: either
        title: Something to try
        promise: true
        asks:
          - { id: try, label: We try, long: true }
      - id: thanks
        part: closing
        who: both
        title: Say thank you
        asks:
          - { id: thanks, label: Thank you for, optional: true }
`;

export async function openLibrary(page: Page): Promise<void> {
  await goTo(page, 'practices');
  await page.getByRole('main').getByRole('link', { name: card.listCard.title }).first().click();
  await follow(page, shell.practices.begin);
  await seeTitle(page, en.title);
}

/** Begins in the library. */
export const chooseFile = (page: Page, text: string): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pack.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });

export async function addPack(page: Page, text: string): Promise<void> {
  await openLibrary(page);
  await chooseFile(page, text);
  await expect(page.getByRole('heading', { name: en.list.kept })).toBeVisible();
}

/** From the library to the question how it is to be done. */
export async function lookAt(page: Page, practice: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${practice}`) })
    .click();
  await seeTitle(page, practice);
  await follow(page, en.about.begin);
}

/** What the other one finds on Today. */
export async function joinIn(page: Page, partner: string, practice: string): Promise<void> {
  await goTo(page, 'today');
  await page.getByText(card.today.invited(partner, practice)).waitFor();
  await follow(page, card.today.look);
  await seeTitle(page, en.invitation.title(partner, practice));
  await press(page, en.invitation.join);
}

/** Goes through whatever comes, with a word in each field and the first of each choice, until the end. */
export async function walkToTheEnd(page: Page): Promise<readonly string[]> {
  const titles: string[] = [];
  for (let step = 0; step < stepsMax; step++) {
    const heading = page.getByRole('heading', { level: 1 });
    const title = await heading.innerText();
    titles.push(title);
    if (title === en.end.whole) return titles;
    for (const choices of await page.getByRole('main').locator('fieldset').all())
      await choices.locator('label').first().click();
    for (const box of await page.getByRole('main').getByRole('textbox').all()) await box.fill('A few words.');
    for (const day of await page.getByRole('main').locator('input[type=date]').all()) await day.fill('2026-12-24');
    await page.locator('.guided-action .button').first().click();
    await expect(heading).not.toHaveText(title);
  }
  throw new Error(`no end after ${titles.join(', ')}`);
}

const stepsMax = 30;
