/** Writing and sharing a boundary, giving an appreciation, looking back on how one spoke. */
import type { Page } from '@playwright/test';
import { en as giveCard } from '../../src/web/appreciation/card-messages.ts';
import { en as give } from '../../src/web/appreciation/messages.ts';
import { en as boundaryCard } from '../../src/web/boundaries/card-messages.ts';
import { en as boundary } from '../../src/web/boundaries/messages.ts';
import { en as respectCard } from '../../src/web/respect/card-messages.ts';
import { en as respect } from '../../src/web/respect/messages.ts';
import { field, follow, goTo, press, seeTitle } from './shell.ts';

export const boundaryWords = { ...boundary, card: boundaryCard };
export const giveWords = { ...give, card: giveCard };
export const respectWords = { ...respect, card: respectCard };

export interface BoundaryTold {
  readonly about: string;
  readonly fine?: string;
  readonly ask?: string;
  readonly no?: string;
  readonly keep?: string;
}

export async function fillBoundary(page: Page, told: BoundaryTold): Promise<void> {
  await field(page, boundary.make.about).fill(told.about);
  for (const name of ['fine', 'ask', 'no', 'keep'] as const) {
    const words = told[name];
    if (words !== undefined) await field(page, boundary.fields[name]).fill(words);
  }
}

/** Begins on the list of boundaries; ends on what was written. */
export async function writeBoundary(page: Page, told: BoundaryTold): Promise<void> {
  await follow(page, boundary.list.start);
  await seeTitle(page, boundary.make.title);
  await fillBoundary(page, told);
  await press(page, boundary.make.save);
  await seeTitle(page, told.about);
}

export async function openBoundaries(page: Page): Promise<void> {
  await goTo(page, 'me');
  await follow(page, boundaryCard.mine);
  await seeTitle(page, boundary.list.title);
}

/** Begins on the list of appreciation; `to` null keeps it. */
export async function writeAppreciation(
  page: Page,
  told: { readonly did: string; readonly meant?: string },
  to: string | null,
): Promise<void> {
  await follow(page, give.list.start);
  await seeTitle(page, give.make.title);
  await field(page, give.make.did).fill(told.did);
  if (told.meant !== undefined) await field(page, give.make.meant).fill(told.meant);
  await press(page, to === null ? /^Keep it for/ : give.make.say(to));
}

export const pressInDialog = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
