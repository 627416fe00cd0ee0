/** Inviting, joining, and comparing the four words. */
import { expect, type Page } from '@playwright/test';
import { en } from '../../src/web/messages/en.ts';
import { pairingEn } from '../../src/web/pairing/messages.ts';
import type { Person } from '../journey.ts';
import { field, follow, goTo, press, seeTitle } from './shell.ts';

export const pairingWords = pairingEn;

/** Makes an invitation from Us and returns its link, as copied. */
export async function invitePartner(page: Page, name: string): Promise<string> {
  await goTo(page, 'us');
  await follow(page, en.us.invite);
  await seeTitle(page, pairingEn.partner.introTitle);
  await field(page, pairingEn.partner.nameQuestion).fill(name);
  await press(page, pairingEn.partner.make);
  await seeTitle(page, pairingEn.partner.showTitle);
  return copyLink(page, pairingEn.partner.copy);
}

export async function copyLink(page: Page, button: string): Promise<string> {
  await press(page, button);
  await expect(page.getByRole('button', { name: pairingEn.partner.copied })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Opens a link that was sent, and joins. */
export async function joinPartner(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await seeTitle(page, pairingEn.join.title);
  await field(page, pairingEn.join.nameQuestion).fill(name);
  await press(page, pairingEn.join.join);
}

/** The four words on the screen, in order. */
export async function fourWords(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole('button', { name: pairingEn.compare.same })).toBeVisible();
  const words = await page.getByRole('main').getByRole('listitem').allInnerTexts();
  expect(words).toHaveLength(4);
  return words;
}

export async function sayTheSame(one: Person, other: Person): Promise<void> {
  expect(await fourWords(one.page)).toEqual(await fourWords(other.page));
  await press(one.page, pairingEn.compare.same);
  await press(other.page, pairingEn.compare.same);
}

/** The whole of it, for journeys that begin when two are connected. Both end on Today. */
export async function pair(inviter: Person, joiner: Person): Promise<void> {
  await inviter.open();
  const link = await invitePartner(inviter.page, inviter.name);
  await joinPartner(joiner.page, link, joiner.name);
  await sayTheSame(inviter, joiner);
  await leavePaired(inviter, joiner.name);
  await leavePaired(joiner, inviter.name);
}

export async function leavePaired({ page }: Person, partner: string): Promise<void> {
  await seeTitle(page, pairingEn.outcomes.paired.title(partner));
  await press(page, pairingEn.outcomes.paired.action);
}
