/** Writing notes for the weekly meeting, bringing them, and going through the agenda. */
import { expect, type Page } from '@playwright/test';
import content from '#content/weekly-meeting/en.json' with { type: 'json' };
import { en as card } from '../../src/web/weekly-meeting/card-messages.ts';
import { en as words } from '../../src/web/weekly-meeting/messages.ts';
import { choose, field, follow, press, see } from './shell.ts';

export const meetingWords = { ...words, card, content };
export const partTitle = (id: string): string => content.parts.find((part) => part.id === id)?.title ?? '';

/** Begins and ends on the home of the practice. */
export async function writeNote(page: Page, part: string, said: string): Promise<void> {
  await follow(page, words.home.write);
  await choose(page, partTitle(part));
  await field(page, words.note.field).fill(said);
  await press(page, words.note.save);
  await see(page, said);
}

/** Begins on the meeting; ends there, about to be sealed. */
export async function bringNotes(page: Page, said: readonly string[]): Promise<void> {
  await follow(page, words.meeting.bring);
  for (const text of said) await choose(page, text);
  await press(page, said.length === 0 ? words.bring.sealNone : words.bring.seal);
  await see(page, words.meeting.leaving);
}

export async function goOn(page: Page): Promise<void> {
  await press(page, words.agenda.continue);
}

export const hasNot = (page: Page, text: string): Promise<void> => expect(page.getByText(text)).toHaveCount(0);
