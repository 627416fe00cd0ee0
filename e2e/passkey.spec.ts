/**
 * A passkey beside the passphrase (X8), with an authenticator that the browser plays: never alone, said where it is kept
 * before it is used, and gone when it is wanted gone.
 */
import type { Page } from '@playwright/test';
import { en } from '../src/web/messages/en.ts';
import { expect, hasAppForOffline, type Person, secondMs, test } from './journey.ts';
import {
  addAuthenticator,
  goToLock,
  lockWords,
  openLock,
  putLockOn,
  secret,
  seeLocked,
  tryToOpen,
} from './pages/lock.ts';
import { press, see } from './pages/shell.ts';

const passphrase = 'kettle violet anchor monday';
const words = lockWords.passkey;

const summary = (page: Page, text: string) => page.locator('summary').filter({ hasText: text });

async function provePassphrase(page: Page, typed = passphrase): Promise<void> {
  await secret(page, words.proof).fill(typed);
  await press(page, words.continue);
}

async function beginLocked(person: Person): Promise<void> {
  await person.open();
  await putLockOn(person.page, passphrase);
  await openLock(person.page, passphrase);
  await goToLock(person.page);
  await summary(person.page, words.title).click();
}

const seeOpen = (page: Page) => expect(page.getByRole('navigation', { name: en.navigation })).toBeVisible();
const passkeyButton = (page: Page) => page.getByRole('button', { name: lockWords.front.passkey });

test('made by who knows the passphrase, it opens beside it, also offline; the passphrase opens whatever becomes of it', async ({
  person,
  server,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  const authenticator = await addAuthenticator(noor.page);
  await beginLocked(noor);
  for (const line of words.care) await see(page, line);

  await test.step('not without the passphrase', async () => {
    await provePassphrase(page, 'kettle violet anchor tuesday');
    await see(page, lockWords.front.wrong);
    await expect(page.getByRole('button', { name: words.make })).toHaveCount(0);
    await page.clock.fastForward(3 * secondMs);
    await provePassphrase(page);
  });
  await test.step('where it is kept is said first; then it is used', async () => {
    await press(page, words.make);
    await see(page, words.where.here);
    await press(page, words.use);
    await see(page, words.isOn);
    await page.getByRole('button', { name: lockWords.now }).click();
    await seeLocked(page);
  });
  await test.step('nothing asks for it by itself; a press does', async () => {
    await noor.open();
    await seeLocked(page);
    await passkeyButton(page).click();
    await seeOpen(page);
  });
  await test.step('the server away', async () => {
    await hasAppForOffline([noor]);
    await server.stop();
    await noor.open();
    await passkeyButton(page).click();
    await seeOpen(page);
  });
  await test.step('another finger opens nothing, and the passphrase is there', async () => {
    await authenticator.knowNobody();
    await noor.open();
    await passkeyButton(page).click();
    await see(page, lockWords.front.passkeyNot);
    await openLock(page, passphrase);
  });
});

test('one that an account keeps is named as such before it is used, whether it has been copied yet or not; no is no', async ({
  person,
}) => {
  for (const isCopied of [false, true]) {
    const noor = await person(isCopied ? 'Noor' : 'Sam');
    const { page } = noor;
    await addAuthenticator(noor.page, { isInAccount: true, isCopied });
    await beginLocked(noor);
    await provePassphrase(page);
    await press(page, words.make);
    await see(page, words.where['in-account']);
    await press(page, words.doNotUse);
    await see(page, words.text);
    await noor.open();
    await seeLocked(page);
    await expect(passkeyButton(page)).toHaveCount(0);
    await openLock(page, passphrase);

    await goToLock(page);
    await summary(page, words.title).click();
    await provePassphrase(page);
    await press(page, words.make);
    await press(page, words.use);
    await see(page, words.isOn);
    await see(page, words.where['in-account']);
  }
});

test('a finger that is not known makes none; one that is gone opens nothing; both times the passphrase is there', async ({
  person,
}) => {
  const sam = await person('Sam');
  const strict = await addAuthenticator(sam.page);
  await beginLocked(sam);
  await provePassphrase(sam.page);
  await strict.knowNobody();
  await press(sam.page, words.make);
  await see(sam.page, words.stopped);
  await sam.open();
  await expect(passkeyButton(sam.page)).toHaveCount(0);
  await openLock(sam.page, passphrase);

  const noor = await person('Noor');
  const { page } = noor;
  const authenticator = await addAuthenticator(noor.page);
  await beginLocked(noor);
  await provePassphrase(page);
  await press(page, words.make);
  await press(page, words.use);
  await see(page, words.isOn);
  await authenticator.lose();
  await noor.open();
  await passkeyButton(page).click();
  await see(page, lockWords.front.passkeyNot);
  await openLock(page, passphrase);
});

test('what cannot open a lock is not used; taken away, or with another passphrase, it opens nothing any more', async ({
  person,
}) => {
  const sam = await person('Sam');
  await addAuthenticator(sam.page, { hasPrf: false });
  await beginLocked(sam);
  await provePassphrase(sam.page);
  await press(sam.page, words.make);
  await see(sam.page, words.noSecret);

  const noor = await person('Noor');
  const { page } = noor;
  await addAuthenticator(noor.page);
  const add = async () => {
    await provePassphrase(page);
    await press(page, words.make);
    await press(page, words.use);
    await see(page, words.isOn);
  };
  await beginLocked(noor);
  await add();
  await press(page, words.remove);
  await see(page, words.removed);
  await noor.open('/me/lock');
  await seeLocked(page);
  await expect(passkeyButton(page)).toHaveCount(0);
  await openLock(page, passphrase);

  await summary(page, words.title).click();
  await add();
  await summary(page, lockWords.change.title).click();
  await see(page, words.changing);
  await secret(page, lockWords.change.old).fill(passphrase);
  await secret(page, lockWords.change.next).fill('seven quiet lanterns uphill');
  await secret(page, lockWords.again).fill('seven quiet lanterns uphill');
  await press(page, lockWords.change.save);
  await see(page, lockWords.change.done);
  await noor.open();
  await seeLocked(page);
  await expect(passkeyButton(page)).toHaveCount(0);
  await tryToOpen(page, 'seven quiet lanterns uphill');
  await seeOpen(page);
});
