/**
 * The lock (X8): nothing of the app is there before the passphrase, a wrong one slows, it closes by hand, by time and
 * by the exit; it can be changed and taken off; and who has forgotten it is told the truth.
 */
import type { Page } from '@playwright/test';
import { en as help } from '../src/web/help/messages.ts';
import { en } from '../src/web/messages/en.ts';
import { expect, hasAppForOffline, minuteMs, type Person, secondMs, test } from './journey.ts';
import { checkInWords, writeCheckIn } from './pages/check-in.ts';
import { beginRestore, keepingWords, makePhrase, openUnderMe } from './pages/keeping.ts';
import { fillNew, goToLock, lockWords, openLock, putLockOn, secret, seeLocked, tryToOpen } from './pages/lock.ts';
import { choose, field, follow, goTo, press, see, seeTitle } from './pages/shell.ts';

const passphrase = 'kettle violet anchor monday';
const another = 'seven quiet lanterns uphill';
const note = 'A thing that nobody else may read.';

async function write(person: Person, text = note): Promise<void> {
  await person.open('/check-in/new');
  await writeCheckIn(person.page, { feelings: ['calm'], note: text });
}

async function seeNote(page: Page, text = note): Promise<void> {
  await openUnderMe(page, checkInWords.card.mine);
  await see(page, text);
}

/** All that a browser keeps for this origin under names that it can be asked for. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const ask = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names: string[] = [];
    let keys = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      names.push(name);
      const database = await ask(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        for (const value of await ask(database.transaction(store).objectStore(store).getAll()))
          if (value instanceof CryptoKey) keys += 1;
      database.close();
    }
    return { names: names.sort(), keys };
  });

test('put on, closed after a reload, opened with everything there; a wrong passphrase slows, also over a reload', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await write(noor);
  await goTo(page, 'me');
  await see(page, en.me.lockOff);
  expect(await kept(page)).toEqual({ names: ['attune', 'attune-door'], keys: 1 });

  await test.step('a PIN and a few letters are refused with the reason; a short one is a choice', async () => {
    await goToLock(page);
    await fillNew(page, '2580 1337');
    await press(page, lockWords.turnOn);
    await expect(page.getByText(lockWords.advice.pin)).toBeVisible();
    await fillNew(page, 'abc123');
    await press(page, lockWords.turnOn);
    await expect(page.getByText(lockWords.advice.tiny)).toBeVisible();
    await fillNew(page, 'threewords', 'threewordz');
    await press(page, lockWords.turnOn);
    await expect(page.getByText(lockWords.differ)).toBeVisible();
    await press(page, lockWords.show);
    await expect(page.getByRole('textbox', { name: lockWords.again })).toHaveValue('threewordz');
    await secret(page, lockWords.again).fill('threewords');
    await expect(page.getByText(lockWords.advice.short)).toBeVisible();
    await expect(page.getByRole('button', { name: lockWords.anyway })).toBeVisible();
  });
  await putLockOn(page, passphrase);
  expect(await kept(page), 'no key lies there any more').toEqual({ names: ['attune-b', 'attune-door'], keys: 0 });

  await test.step('nothing of the app is there, wherever one goes', async () => {
    for (const path of ['/', '/me', '/check-in', '/settings/export']) {
      await noor.open(path);
      await seeLocked(page);
      await expect(page.getByRole('navigation', { name: en.navigation })).toHaveCount(0);
      expect(await page.content()).not.toContain('nobody else');
      await expect(page).toHaveTitle('Attune');
    }
  });
  await test.step('wrong: a gentle word and a wait, which a reload does not end', async () => {
    await tryToOpen(page, 'kettle violet anchor tuesday');
    await see(page, lockWords.front.wrong);
    await see(page, lockWords.front.slows);
    for (let tries = 1; tries < 6; tries++) {
      await page.clock.fastForward(minuteMs);
      await see(page, lockWords.front.ready);
      await tryToOpen(page, `guess number ${tries}`);
      await see(page, /The next try waits/);
    }
    await noor.open();
    await see(page, /The next try waits (2\d|3[0-2]) seconds/);
    // The button takes no press; Enter does not get around it either.
    await secret(page, lockWords.passphrase).fill(passphrase);
    await secret(page, lockWords.passphrase).press('Enter');
    await seeLocked(page);
    await page.clock.fastForward(35 * secondMs);
    await see(page, lockWords.front.ready);
  });
  await openLock(page, passphrase);
  await seeNote(page);
  await goTo(page, 'me');
  await see(page, en.me.lockOn);
  await noor.open('/check-in/new');
  await seeLocked(page);
  await tryToOpen(page, passphrase);
  await writeCheckIn(page, { feelings: ['calm'], note: 'Another one.' });
  await seeNote(page, 'Another one.');
  await seeNote(page);
});

test('it closes by hand, by time here and in the background, and by the exit; an address opens behind it', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  await write(noor);
  await putLockOn(page, passphrase);
  await openLock(page, passphrase);

  await test.step('by hand', async () => {
    await goTo(page, 'me');
    await page.getByRole('button', { name: en.me.lockNow }).click();
    await seeLocked(page);
    await noor.open('/me/lock');
    await openLock(page, passphrase);
    await seeTitle(page, lockWords.title);
    await press(page, lockWords.now);
    await seeLocked(page);
    await page.goBack();
    await seeLocked(page);
  });
  await test.step('after five minutes without a touch, and not before', async () => {
    await openLock(page, passphrase);
    await page.clock.fastForward(4 * minuteMs);
    await page.keyboard.press('Tab');
    await page.clock.fastForward(4 * minuteMs);
    await expect(page.getByRole('navigation', { name: en.navigation })).toBeVisible();
    await page.clock.fastForward(70 * secondMs);
    await seeLocked(page);
  });
  await test.step('as it is chosen: never, or after a minute', async () => {
    await noor.open('/me/lock');
    await openLock(page, passphrase);
    await choose(page, lockWords.afterOptions[0]);
    await page.clock.fastForward(60 * minuteMs);
    await seeTitle(page, lockWords.title);
    await choose(page, lockWords.afterOptions[1]);
    await page.clock.fastForward(70 * secondMs);
    await seeLocked(page);
  });
  await test.step('the exit', async () => {
    await openLock(page, passphrase);
    await page.getByRole('button', { name: en.exitLabel }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/blank.html');
    await noor.open();
    await seeLocked(page);
  });
  await test.step('the exit and help are there in front of the lock as well', async () => {
    await follow(page, en.help);
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('heading', { level: 2, name: help.title })).toBeVisible();
    await sheet.getByRole('button', { name: en.close }).click();
    await page.getByRole('button', { name: en.exitLabel }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/blank.html');
  });
});

test('changed, taken off, and put on again, with the server away', async ({ person, server }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await write(noor);
  await hasAppForOffline([noor]);
  await server.stop();
  await putLockOn(page, passphrase);
  await openLock(page, passphrase);

  await test.step('another passphrase', async () => {
    await noor.open('/me/lock');
    await openLock(page, passphrase);
    await page.locator('summary').filter({ hasText: lockWords.change.title }).click();
    await secret(page, lockWords.change.old).fill('not the old one');
    await fillNew(page, another, another, lockWords.change.next);
    await press(page, lockWords.change.save);
    await see(page, lockWords.front.wrong);
    await page.clock.fastForward(3 * secondMs);
    await secret(page, lockWords.change.old).fill(passphrase);
    await press(page, lockWords.change.save);
    await see(page, lockWords.change.done);
    await noor.open();
    await tryToOpen(page, passphrase);
    await see(page, lockWords.front.wrong);
    await page.clock.fastForward(3 * secondMs);
    await openLock(page, another);
    await seeNote(page);
  });
  await test.step('off: as before', async () => {
    await goToLock(page);
    await page.locator('summary').filter({ hasText: lockWords.off.title }).click();
    await secret(page, lockWords.passphrase).fill(another);
    await press(page, lockWords.off.button);
    await seeNote(page);
    expect(await kept(page)).toEqual({ names: ['attune', 'attune-door'], keys: 1 });
    await noor.open('/me');
    await see(page, en.me.lockOff);
  });
  await putLockOn(page, passphrase);
  await openLock(page, passphrase);
  await seeNote(page);
});

test('two tabs: one that is taken over stands locked, and takes nothing back by itself', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await write(noor);
  await putLockOn(page, passphrase);
  await openLock(page, passphrase);
  const second = await noor.context.newPage();
  await second.goto(page.url());
  await seeLocked(second);
  await seeNote(page);
  await openLock(second, passphrase);
  await seeLocked(page);
  await seeNote(second);
});

test('forgotten: the truth, what remains, and beginning anew in two steps', async ({ person }) => {
  const noor = await person('Noor');
  const { page } = noor;
  await write(noor);
  const words = await makePhrase(page);
  await noor.open('/me/backup');
  const coming = page.waitForEvent('download');
  await press(page, keepingWords.backup.export);
  const file = await (await coming).createReadStream();
  const buffer = Buffer.concat(await file.toArray());
  await putLockOn(page, passphrase);

  await press(page, lockWords.front.forgot);
  for (const line of [...lockWords.forgotten.lines, ...lockWords.forgotten.ways, lockWords.forgotten.alone])
    await see(page, line);
  await press(page, lockWords.forgotten.erase);
  await see(page, lockWords.forgotten.sureText);
  await expect(page.getByRole('button', { name: lockWords.forgotten.now })).toBeDisabled();
  await press(page, lockWords.forgotten.back);
  await seeLocked(page);
  await press(page, lockWords.front.forgot);
  await press(page, lockWords.forgotten.erase);
  await choose(page, lockWords.forgotten.sure);
  await press(page, lockWords.forgotten.now);
  await seeTitle(page, en.today.first);
  await noor.open();
  await seeTitle(page, en.today.first);
  await beginRestore(page, 'file');
  await page.locator('input[type=file]').setInputFiles({ name: 'b', mimeType: 'application/octet-stream', buffer });
  await field(page, keepingWords.restore.words).fill(words.join(' '));
  await press(page, keepingWords.restore.bringBack);
  await seeTitle(page, keepingWords.restore.doneTitle);
  await noor.open('/me');
  await seeNote(page);
});

test('two people on one device: each a place with things and a lock of their own, and nothing of the other shows', async ({
  person,
}) => {
  const noor = await person('Noor');
  const { page } = noor;
  const { places, front } = lockWords;
  await write(noor);
  await goToLock(page);
  await expect(page.getByText(places.title)).toHaveCount(0);
  await putLockOn(page, passphrase);
  await openLock(page, passphrase);

  await test.step('going there closes the first, and the other one is empty', async () => {
    await goToLock(page);
    await press(page, places.go);
    await seeTitle(page, en.today.first);
    await expect(page.getByText(note)).toHaveCount(0);
    await write(noor, 'Of somebody else.');
    await putLockOn(page, another);
    await see(page, front.leadOfSecond);
  });
  await test.step('each passphrase opens its own place alone', async () => {
    await tryToOpen(page, passphrase);
    await see(page, front.wrong);
    await press(page, front.other);
    await see(page, front.lead);
    await openLock(page, passphrase);
    await seeNote(page);
    await expect(page.getByText('Of somebody else.')).toHaveCount(0);
  });
  await test.step('an opening from outside begins at the first place, closed', async () => {
    const tab = await noor.context.newPage();
    await page.close();
    await tab.goto(new URL(page.url()).origin);
    await see(tab, front.lead);
    await press(tab, front.other);
    await see(tab, front.leadOfSecond);
    await tab.clock.fastForward(minuteMs);
    await openLock(tab, another);
    await seeNote(tab, 'Of somebody else.');
    await expect(tab.getByText(note)).toHaveCount(0);
    await tab.close();
  });
});
