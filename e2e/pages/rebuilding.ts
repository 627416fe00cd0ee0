/** The gate of rebuilding, a path of two, and writing a side. */
import type { Page } from '@playwright/test';
import { en as card } from '../../src/web/rebuilding/card-messages.ts';
import { en as words } from '../../src/web/rebuilding/messages.ts';
import { gateQuestions } from '../../src/web/rebuilding/rebuilding-content.ts';
import { expect, type Person, passTime } from '../journey.ts';
import { field, follow, press, see, seeTitle, sendNow } from './shell.ts';

export const rebuildingWords = { ...words, card };
const { gate, begin, hub } = words;

/** One of the three answers: exact, since "No" stands in others. */
export const answer = (page: Page, label: string): Promise<void> =>
  page.getByRole('radio', { name: label, exact: true }).check({ force: true });

/** Through the gate, with the answers that let a path begin. */
export async function passGate(page: Page): Promise<void> {
  for (const { text, fits } of gateQuestions) {
    await seeTitle(page, text);
    await answer(page, fits === 'yes' ? gate.answers.yes : gate.answers.no);
    await press(page, gate.continue);
  }
}

export async function letGo({ page }: Person, both: readonly Person[]): Promise<void> {
  await sendNow(page);
  await passTime(both, 1000);
}

/** Sam broke it and proposes; Noor takes it up. Ends on the path of both. */
export async function takePath(noor: Person, sam: Person): Promise<void> {
  const both = [noor, sam];
  await sam.open('/rebuilding');
  await follow(sam.page, hub.begin);
  await passGate(sam.page);
  await answer(sam.page, words.roles.broke);
  await press(sam.page, begin.propose('Noor'));
  await letGo(sam, both);
  await noor.open('/rebuilding');
  await follow(noor.page, hub.look);
  await passGate(noor.page);
  await see(noor.page, begin.takeNote);
  await press(noor.page, begin.take);
  await letGo(noor, both);
  for (const { page } of both) await see(page, hub.openness);
}

export async function writeSide(page: Page, role: 'broke' | 'hurt', first: string): Promise<void> {
  await follow(page, hub.write[role]);
  await field(page, words.write.first[role]).fill(first);
  await press(page, words.write.save);
  await see(page, first);
  await expect(page.getByRole('main').getByText(words.side.mine)).toBeVisible();
}
