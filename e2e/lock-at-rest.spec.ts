/**
 * Locked at rest: what lies on the disk of somebody whose lock is on. The whole profile of a real browser is read, file by
 * file, in search of 500 words that were written, of the passphrase, and of the key that sealed before there was a lock.
 * The same search finds each of them where nothing is sealed, so it is able to.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type LaunchOptions, type Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { lockWords, openLock, putLockOn, seeLocked, tryToOpen } from './pages/lock.ts';
import { journalWords, writeEntry } from './pages/own-life.ts';
import { beginPromise, fillByWhen, promiseWords } from './pages/promises.ts';
import { field, press, seeTitle } from './pages/shell.ts';

const wordsCount = 500;
const entriesCount = 10;
const letters = 14;
const passphrase = 'kettle violet anchor monday';
const word = (): string => Array.from({ length: letters }, () => String.fromCharCode(97 + randomInt(26))).join('');
const makeWords = (count: number): readonly string[] => Array.from({ length: count }, word);

async function inProfile(folder: string, launch: LaunchOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const looks = { headless: true, locale: 'en-GB', reducedMotion: 'reduce' } as const;
  const context = await chromium.launchPersistentContext(folder, { ...launch, ...looks });
  try {
    await use(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
}

/** Every file of the profile, as it lies on disk once the browser has ended. */
const filesOf = (folder: string): readonly (readonly [path: string, bytes: Buffer])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length), readFileSync(path)]);

/** Which of the words lie there, in UTF-8 or UTF-16, and in which files. */
function findWords(folder: string, words: readonly string[]): ReadonlyMap<string, string> {
  const wanted = new Set(words);
  const found = new Map<string, string>();
  for (const [path, bytes] of filesOf(folder)) {
    const text = bytes.toString('latin1');
    for (const form of [text, text.replaceAll('\0', '')])
      for (const [run] of form.matchAll(/[a-z]{14,}/g))
        for (let at = 0; at + letters <= run.length; at++) {
          const piece = run.slice(at, at + letters);
          if (wanted.has(piece)) found.set(piece, path);
        }
  }
  return found;
}

const findBytes = (folder: string, bytes: Buffer): readonly string[] =>
  filesOf(folder)
    .filter(([, file]) => file.includes(bytes))
    .map(([path]) => path);

/** The key that lies beside the records without a lock, known to this test alone: then it can be searched for. */
const plantKey = (page: Page, key: Buffer): Promise<void> =>
  page.evaluate(
    async (raw) => {
      const opening = indexedDB.open('attune', 1);
      await new Promise<void>((resolve, reject) => {
        opening.onupgradeneeded = () => {
          for (const name of ['records', 'own']) opening.result.createObjectStore(name);
        };
        opening.onsuccess = () => resolve();
        opening.onerror = () => reject(opening.error);
      });
      const known = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
      const transaction = opening.result.transaction('own', 'readwrite', { durability: 'strict' });
      transaction.objectStore('own').put(known, 'key');
      await new Promise<void>((resolve) => {
        transaction.oncomplete = () => resolve();
      });
      opening.result.close();
    },
    [...key],
  );

/** As an app would do that seals nothing. */
const storeOpenly = (page: Page, words: readonly string[]): Promise<void> =>
  page.evaluate(async (all) => {
    localStorage.setItem('first', all.slice(0, 100).join(' '));
    const opening = indexedDB.open('open', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('records');
    await new Promise<void>((resolve) => {
      opening.onsuccess = () => resolve();
    });
    const transaction = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
    for (const [at, one] of all.slice(100, 300).entries()) transaction.objectStore('records').put(one, at);
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve();
    });
    opening.result.close();
    const cache = await caches.open('open');
    await cache.put('/words', new Response(all.slice(300).join('\n')));
  }, words as string[]);

test('with the lock on, none of 500 written words, no passphrase and no key lies in any file of the profile', async ({
  server,
  launchOptions,
}) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'attune-at-rest-'));
  const key = randomBytes(32);
  const words = makeWords(wordsCount);
  const inTitle = words.slice(0, 3).join(' ');
  const typedOnly = makeWords(3);
  try {
    await inProfile(folder, launchOptions, async (page) => {
      await page.goto(`${server.origin()}/blank.html`);
      await plantKey(page, key);
      const share = wordsCount / entriesCount;
      for (let at = 0; at < entriesCount; at++) {
        await page.goto(`${server.origin()}/journal`);
        await writeEntry(page, words.slice(at * share, (at + 1) * share).join(' '));
      }
      // A title that somebody wrote, which a browser would keep in its history.
      await page.goto(server.origin());
      await beginPromise(page);
      await field(page, promiseWords.make.whatField).fill(inTitle);
      await press(page, promiseWords.make.continue);
      await fillByWhen(page, { day: '2027-03-01' });
      await press(page, promiseWords.make.continue);
      await press(page, promiseWords.make.saveMyself);
      await seeTitle(page, new RegExp(inTitle, 'i'));
      // And half a page that is never saved.
      await page.goto(`${server.origin()}/journal/new`);
      await field(page, journalWords.write.words).fill(typedOnly.join(' '));
    });
    expect(findBytes(folder, key).length, 'before the lock the key lies beside the records').toBeGreaterThan(0);

    await inProfile(folder, launchOptions, async (page) => {
      await page.goto(`${server.origin()}/`);
      await putLockOn(page, passphrase);
      await openLock(page, passphrase);
      await page.goto(`${server.origin()}/journal`);
      await seeLocked(page);
    });
    const found = findWords(folder, [...words, ...typedOnly]);
    console.log(`locked at rest: ${found.size} of ${wordsCount} words found, in ${filesOf(folder).length} files`);
    expect([...found], 'words on disk').toEqual([]);
    for (const form of ['utf8', 'utf16le'] as const)
      expect(findBytes(folder, Buffer.from(passphrase, form)), `the passphrase as ${form}`).toEqual([]);
    expect(findBytes(folder, key), 'the key of before').toEqual([]);

    await inProfile(folder, launchOptions, async (page) => {
      await page.goto(`${server.origin()}/journal`);
      await seeLocked(page);
      expect(await page.content()).not.toContain(words[0]);
      await tryToOpen(page, passphrase);
      await page
        .getByRole('link')
        .filter({ hasText: /20\d\d/ })
        .first()
        .click();
      await expect(page.getByRole('main')).toContainText(words[wordsCount - 1] ?? '');
      await expect(page.getByRole('main')).toContainText(words[0] ?? '');
      await page.goto(`${server.origin()}/`);
      await expect(page.getByText(lockWords.front.lead)).toBeVisible();
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the same search finds every word where nothing is sealed', async ({ server, launchOptions }) => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-open-'));
  const words = makeWords(wordsCount);
  try {
    await inProfile(folder, launchOptions, async (page) => {
      await page.goto(`${server.origin()}/blank.html`);
      await storeOpenly(page, words);
    });
    const found = findWords(folder, words);
    console.log(`unsealed: ${found.size} of ${wordsCount} words found`);
    expect(found.size).toBe(wordsCount);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
