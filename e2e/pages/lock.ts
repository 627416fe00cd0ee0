/** The lock: putting it on under Me, and opening what it closes. */
import { expect, type Page } from '@playwright/test';
import { lockEn } from '../../src/web/lock/messages.ts';
import { en } from '../../src/web/messages/en.ts';
import { goTo, press, seeTitle } from './shell.ts';

export const lockWords = lockEn;

/** Hidden fields have no role; they are found by their label. */
export const secret = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** By its address: the word for it stands in other rows too. */
export async function goToLock(page: Page): Promise<void> {
  await goTo(page, 'me');
  await page.locator('a[href="/me/lock"]').click();
  await seeTitle(page, lockEn.title);
}

export async function fillNew(page: Page, passphrase: string, again = passphrase, label = lockEn.passphrase) {
  await secret(page, label).fill(passphrase);
  await secret(page, lockEn.again).fill(again);
}

/** Puts the lock on, and waits until it stands closed. */
export async function putLockOn(page: Page, passphrase: string): Promise<void> {
  await goToLock(page);
  await fillNew(page, passphrase);
  await press(page, lockEn.turnOn);
  await seeLocked(page);
}

export const seeLocked = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: lockEn.front.title })).toBeVisible();

export async function tryToOpen(page: Page, passphrase: string): Promise<void> {
  await secret(page, lockEn.passphrase).fill(passphrase);
  await press(page, lockEn.front.open);
}

export async function openLock(page: Page, passphrase: string): Promise<void> {
  await seeLocked(page);
  await tryToOpen(page, passphrase);
  await expect(page.getByRole('navigation', { name: en.navigation })).toBeVisible();
}
